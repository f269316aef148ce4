//! Population runs: batches that are done once, whatever stops them.

use application::recht::populatie::{
    Batch, PopulatieError, Populatiehandeling, Startopdracht, Uitzonderingvraag, calculate_batch,
    load_populatieresultaat, load_populatierun, load_uitzonderingenlijst, record_handeling,
    start_populatierun,
};
use diesel_async::SimpleAsyncConnection;
use domain::beleid::Notatie;
use domain::bevoegdheid::{Actor, Geweigerd, Rol};
use domain::recht::populatie::{
    Gemeentestand, Gemeentevoortgang, Populatieruninvoer, Populatierunopdracht, Runstand, Signaal,
};
use persistence::recht::populatie::{Populatiestand, Uitzondering};
use persistence::{DbError, DbRol, PlatformTx, TenantTx};
use primitives::{Geld, GemeenteCode, Maand, PopulatierunId, SystemIds, datum_in_nederland};
use testkit::{TestDb, actor, consulent, fill_bestand, fill_huishoudens, nijkerk, nu, winterswijk};

/// Seven in ten have a benefit all the time, one more enters: some 120 households.
const INWONERS: u32 = 150;
/// A batch of some twenty households.
const REGELS: i64 = 20;

async fn caseload() -> TestDb {
    let test = TestDb::new().await;
    let maanden = ["2026-08", "2026-10"].map(|maand| Maand::parse(maand).unwrap());
    let mut superuser = test.superuser().await;
    fill_bestand(&mut superuser, winterswijk(), INWONERS, maanden.into()).await;
    fill_huishoudens(&mut superuser, winterswijk()).await;
    test
}

fn opdracht() -> Populatierunopdracht {
    let invoer = Populatieruninvoer {
        naam: "Normen per 1 juli".into(),
        van: "2026-06-30".into(),
        tot: "2026-07-01".into(),
        grens: "1".into(),
        ..Populatieruninvoer::default()
    };
    invoer
        .parse(Notatie::Uitwisseling, datum_in_nederland(nu()))
        .unwrap()
}

fn directie() -> Actor {
    Actor::system("test", Rol::Directie)
}

fn rekenaar() -> Actor {
    Actor::system("populatierun", Rol::Teamleider)
}

async fn in_tenant<T, E, F>(test: &TestDb, gemeente: GemeenteCode, werk: F) -> Result<T, E>
where
    F: AsyncFn(&mut TenantTx) -> Result<T, E>,
    E: From<DbError> + std::error::Error + 'static,
{
    test.db
        .in_tenant("test", gemeente, DbRol::Uitvoering, werk)
        .await
}

async fn start(test: &TestDb) -> PopulatierunId {
    start_of(test, opdracht()).await
}

async fn start_of(test: &TestDb, opdracht: Populatierunopdracht) -> PopulatierunId {
    let start = Startopdracht {
        opdracht: &opdracht,
        gemeenten: &[winterswijk(), nijkerk()],
    };
    let (run, gemeenten) = test
        .db
        .in_platform("test", async |tx: &mut PlatformTx| {
            start_populatierun(tx, &directie(), nu(), &SystemIds, start).await
        })
        .await
        .unwrap();
    for gemeente in gemeenten {
        assert!(act(test, run, gemeente, Populatiehandeling::Start).await);
    }
    run
}

async fn act(
    test: &TestDb,
    run: PopulatierunId,
    gemeente: GemeenteCode,
    handeling: Populatiehandeling,
) -> bool {
    in_tenant(test, gemeente, async |tx: &mut TenantTx| {
        record_handeling(tx, &directie(), nu(), &SystemIds, (run, handeling)).await
    })
    .await
    .unwrap()
}

async fn batch(test: &TestDb, run: PopulatierunId) -> Batch {
    in_tenant(test, winterswijk(), async |tx: &mut TenantTx| {
        calculate_batch(tx, &rekenaar(), nu(), run, REGELS).await
    })
    .await
    .unwrap()
}

/// Does batches until one says something else than to go on; how many.
async fn finish(test: &TestDb, run: PopulatierunId) -> (u32, Batch) {
    let mut aantal = 0;
    loop {
        aantal += 1;
        match batch(test, run).await {
            Batch::Verder(_) => {}
            einde => return (aantal, einde),
        }
    }
}

/// What was found, without the id of the run.
async fn found(test: &TestDb, run: PopulatierunId) -> (Populatiestand, Vec<Uitzondering>) {
    let vraag = Uitzonderingvraag {
        run,
        signaal: None,
        na: None,
    };
    let lijst = in_tenant(test, winterswijk(), async |tx: &mut TenantTx| {
        load_uitzonderingenlijst(tx, &consulent(), nu(), &vraag).await
    });
    let pagina = in_tenant(test, winterswijk(), async |tx: &mut TenantTx| {
        load_populatieresultaat(tx, &consulent(), nu(), &vraag).await
    });
    let regels = lijst.await.unwrap().1;
    let stand = pagina.await.unwrap().stand.unwrap();
    (
        stand,
        regels.into_iter().map(|regel| regel.uitzondering).collect(),
    )
}

async fn progress(test: &TestDb, run: PopulatierunId) -> (Runstand, Vec<Gemeentevoortgang>) {
    let overzicht = test
        .db
        .in_platform("test", async |tx: &mut PlatformTx| {
            load_populatierun(tx, &directie(), run).await
        })
        .await
        .unwrap();
    (overzicht.stand().stand(), overzicht.gemeenten)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_interrupted_and_resumed_gives_the_same_as_what_ran_through() {
    let test = caseload().await;
    let heel = start(&test).await;
    let (batches, einde) = finish(&test, heel).await;
    assert!(batches > 4, "{batches}");
    assert_eq!(einde, Batch::Klaar);
    let (stand, uitzonderingen) = found(&test, heel).await;
    assert_eq!(stand.som.huishoudens, stand.totaal);
    assert!(
        stand.som.hoger > 0 && stand.som.nieuw > stand.som.oud,
        "{stand:?}"
    );
    assert_eq!(
        u32::try_from(uitzonderingen.len()).unwrap(),
        stand.som.uitzonderingen
    );

    let geknipt = start(&test).await;
    assert!(matches!(batch(&test, geknipt).await, Batch::Verder(_)));
    assert!(matches!(batch(&test, geknipt).await, Batch::Verder(_)));
    assert!(
        act(
            &test,
            geknipt,
            winterswijk(),
            Populatiehandeling::Onderbreking
        )
        .await
    );
    assert_eq!(batch(&test, geknipt).await, Batch::Gestopt);
    let (_, standen) = progress(&test, geknipt).await;
    let hier = standen
        .iter()
        .find(|v| v.gemeente == winterswijk())
        .unwrap();
    assert_eq!(hier.stand, Gemeentestand::Onderbroken);
    assert!(hier.gedaan > 0 && hier.gedaan < stand.totaal && hier.uitkomst.is_none());
    assert!(
        act(
            &test,
            geknipt,
            winterswijk(),
            Populatiehandeling::Hervatting
        )
        .await
    );
    assert!(
        !act(&test, heel, winterswijk(), Populatiehandeling::Hervatting).await,
        "done"
    );
    assert_eq!(finish(&test, geknipt).await.1, Batch::Klaar);
    assert_eq!(found(&test, geknipt).await, (stand, uitzonderingen));
    assert_eq!(
        finish(&test, geknipt).await,
        (1, Batch::Gestopt),
        "nothing is done twice"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_dies_in_a_batch_leaves_nothing_of_it() {
    let test = caseload().await;
    let heel = start(&test).await;
    finish(&test, heel).await;
    let run = start(&test).await;
    batch(&test, run).await;
    for _ in 0..3 {
        let dood = in_tenant(&test, winterswijk(), async |tx: &mut TenantTx| {
            calculate_batch(tx, &rekenaar(), nu(), run, REGELS).await?;
            Err::<(), _>(PopulatieError::Onbekend)
        });
        assert!(dood.await.is_err());
    }
    finish(&test, run).await;
    assert_eq!(found(&test, run).await, found(&test, heel).await);
    let gelogd = test
        .audit_rows(winterswijk(), &format!("populatierun {run}"))
        .await;
    assert_eq!(
        gelogd
            .iter()
            .filter(|regel| regel.contains("klaar"))
            .count(),
        1,
        "{gelogd:?}"
    );
    assert_eq!(
        gelogd
            .iter()
            .filter(|regel| regel.contains("gestart"))
            .count(),
        1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn two_workers_at_once_find_what_one_finds() {
    let test = caseload().await;
    let heel = start(&test).await;
    let alleen = finish(&test, heel).await;
    let run = start(&test).await;
    let rijen = "select 1 from platform.populatierun_gemeente where run";
    let slot = test.hold(&format!("{rijen} = '{run}' for update")).await;
    // Both stand in line before either begins, whatever else the machine does.
    let los = async {
        while test.count_waiting().await < 2 {
            tokio::task::yield_now().await;
        }
        slot.release().await;
    };
    let (een, twee, ()) = tokio::join!(finish(&test, run), finish(&test, run), los);
    // Who gets the row next is for the database to say; each batch is done once, and one of both finds nothing left.
    assert_eq!(een.0 + twee.0, alleen.0 + 1, "{een:?} {twee:?} {alleen:?}");
    let einden = [een.1, twee.1];
    assert!(
        einden.contains(&Batch::Klaar) && einden.contains(&Batch::Gestopt),
        "{einden:?}"
    );
    assert_eq!(found(&test, run).await, found(&test, heel).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_few_households_get_does_not_leave_the_municipality() {
    let test = caseload().await;
    let mut superuser = test.superuser().await;
    let weg = "update gm0294.maandregel set statistiekcode = '11' where uitkering not in \
               (select id from gm0294.uitkering order by id limit 9)";
    superuser.batch_execute(weg).await.unwrap();
    let run = start(&test).await;
    finish(&test, run).await;
    let (_, standen) = progress(&test, run).await;
    let hier = standen
        .iter()
        .find(|v| v.gemeente == winterswijk())
        .unwrap();
    assert_eq!(hier.stand, Gemeentestand::Klaar);
    assert!(hier.gedaan < 10 && hier.uitkomst.is_none(), "{hier:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_municipality_without_records_fails_alone() {
    let test = caseload().await;
    let run = start(&test).await;
    let leeg = in_tenant(&test, nijkerk(), async |tx: &mut TenantTx| {
        calculate_batch(tx, &rekenaar(), nu(), run, REGELS).await
    });
    assert!(matches!(leeg.await, Err(PopulatieError::GeenBestand)));
    assert_eq!(finish(&test, run).await.1, Batch::Klaar);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_starts_or_reads_what_is_not_his() {
    let test = caseload().await;
    let run = start(&test).await;
    finish(&test, run).await;
    for rol in [
        Rol::Consulent,
        Rol::Teamleider,
        Rol::Griffie,
        Rol::Opdrachtgever,
        Rol::Fg,
    ] {
        let wie = actor(rol, winterswijk());
        let opdracht = opdracht();
        let gemeenten = [winterswijk()];
        let start = Startopdracht {
            opdracht: &opdracht,
            gemeenten: &gemeenten,
        };
        let uitkomst = test.db.in_platform("test", async |tx: &mut PlatformTx| {
            start_populatierun(tx, &wie, nu(), &SystemIds, start).await
        });
        assert!(
            matches!(uitkomst.await, Err(PopulatieError::Geweigerd(_))),
            "{rol:?}"
        );
        let handeling = in_tenant(&test, winterswijk(), async |tx: &mut TenantTx| {
            let wat = (run, Populatiehandeling::Onderbreking);
            record_handeling(tx, &wie, nu(), &SystemIds, wat).await
        });
        assert!(
            matches!(handeling.await, Err(PopulatieError::Geweigerd(_))),
            "{rol:?}"
        );
    }
    let elders = actor(Rol::Directie, nijkerk());
    let hier = in_tenant(&test, winterswijk(), async |tx: &mut TenantTx| {
        let wat = (run, Populatiehandeling::Onderbreking);
        record_handeling(tx, &elders, nu(), &SystemIds, wat).await
    });
    let geweigerd = Geweigerd::GeenRol(winterswijk());
    assert!(matches!(hier.await, Err(PopulatieError::Geweigerd(wat)) if wat == geweigerd));
    let vraag = Uitzonderingvraag {
        run,
        signaal: Some(Signaal::Daling),
        na: None,
    };
    for rol in [
        Rol::Directie,
        Rol::Beheerder,
        Rol::Opdrachtgever,
        Rol::Griffie,
    ] {
        let wie = actor(rol, winterswijk());
        let lezen = in_tenant(&test, winterswijk(), async |tx: &mut TenantTx| {
            load_populatieresultaat(tx, &wie, nu(), &vraag).await
        });
        assert!(
            matches!(lezen.await, Err(PopulatieError::Geweigerd(_))),
            "{rol:?}"
        );
    }
}

/// Fifteen couples of pensioners among the households of October.
const PAREN: &str = "
  WITH rij AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM gm0294.uitkering
      WHERE id IN (SELECT uitkering FROM gm0294.maandregel WHERE maand = '2026-10-01')),
    paar AS (SELECT een.id AS een, twee.id AS twee FROM rij een JOIN rij twee ON twee.n = een.n + 1
      WHERE een.n % 2 = 0 ORDER BY een.n LIMIT 15)
  UPDATE gm0294.maandregel SET uitkering = een FROM paar WHERE uitkering = twee;
  UPDATE gm0294.maandregel SET leefvorm = '3', aantal_kostendelers = 2, huisvesting = '1', bedrag_inkomsten = 0,
      geboortedatum = '1950-01-01'
    WHERE uitkering IN (SELECT uitkering FROM gm0294.maandregel WHERE maand = '2026-10-01' GROUP BY uitkering HAVING count(*) = 2)";

/// Participatiewet art. 22 onder b on 1 January 2024: published as 1.933,98, recorded as 1.932,32 on 21 November 2026.
#[tokio::test(flavor = "multi_thread")]
async fn a_correction_that_was_recorded_later_is_run_on_one_day() {
    let test = caseload().await;
    test.superuser().await.batch_execute(PAREN).await.unwrap();
    let zoals = |van: &str, tot: &str| {
        let invoer = Populatieruninvoer {
            naam: "Verbetering van artikel 22 onder b".into(),
            van: "2024-01-01".into(),
            tot: "2024-01-01".into(),
            van_bekend_op: van.into(),
            tot_bekend_op: tot.into(),
            grens: "10".into(),
        };
        invoer.parse(Notatie::Uitwisseling, datum_in_nederland(nu()))
    };
    let run = start_of(&test, zoals("2026-11-20", "").unwrap()).await;
    assert_eq!(finish(&test, run).await.1, Batch::Klaar);
    let (stand, uitzonderingen) = found(&test, run).await;
    let lager = |u: &&Uitzondering| u.vergelijking.signalen.contains(Signaal::Daling);
    let bedragen = uitzonderingen.iter().filter(lager).map(|u| {
        let vergelijking = &u.vergelijking;
        [vergelijking.oud, vergelijking.nieuw].map(|bedrag| bedrag.unwrap().to_string())
    });
    let bedragen: Vec<_> = bedragen.collect();
    // The caseload holds a few couples of its own.
    let aantal = bedragen.len();
    assert!(aantal >= 15, "{aantal}");
    assert_eq!(bedragen, vec![["1933.98", "1932.32"]; aantal]);
    let verschil = Geld::from_cents(166 * i32::try_from(aantal).unwrap());
    assert_eq!(stand.som.oud - stand.som.nieuw, verschil);
    assert_eq!(
        (usize::try_from(stand.som.lager).unwrap(), stand.som.hoger),
        (aantal, 0)
    );

    let eerder = start_of(&test, zoals("2026-11-19", "2026-11-20").unwrap()).await;
    finish(&test, eerder).await;
    assert_eq!(
        found(&test, eerder).await.0.som.lager,
        0,
        "before the correction was recorded"
    );
}
