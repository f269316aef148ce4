//! Other policy on the own caseload: calculated by the reporting role, kept by the organs, made again to the byte.

use application::beleid::{BeleidError, Besluitbestand, db_rol, record_besluiten};
use application::doorrekening::{
    Berekend, DoorrekeningError, calculate_doorrekening, find_doorrekening, list_doorrekeningen,
    orgaan_of, recalculate_doorrekening, record_doorrekening,
};
use diesel_async::SimpleAsyncConnection;
use domain::beleid::{Notatie, Orgaan};
use domain::bevoegdheid::{Actor, Geweigerd, Permission, Rol};
use domain::doorrekening::{Doorrekeningnaam, Rekenvraag, RekenvraagInvoer};
use persistence::audit::{Ketenstand, verify_keten};
use persistence::{DbRol, TenantTx};
use primitives::{DoorrekeningId, Maand, SystemIds, parse_datum};
use testkit::{TestDb, actor, fill_bestand, fill_huishoudens, nijkerk, nu, winterswijk};

fn griffie() -> Actor {
    actor(Rol::Griffie, winterswijk())
}

/// Winterswijk with so many residents and an ordinance on the toeslag.
async fn filled(aantal: u32) -> TestDb {
    let test = TestDb::new().await;
    let maanden = ["2026-08", "2026-09"].map(|maand| Maand::parse(maand).unwrap());
    let mut superuser = test.superuser().await;
    fill_bestand(&mut superuser, winterswijk(), aantal, maanden.into()).await;
    fill_huishoudens(&mut superuser, winterswijk()).await;
    decide(&test).await;
    test
}

async fn decide(test: &TestDb) {
    let waarde =
        |sleutel: &str, waarde: &str| serde_json::json!({ "sleutel": sleutel, "waarde": waarde });
    let bestand: Vec<Besluitbestand> = serde_json::from_value(serde_json::json!([{
        "orgaan": "raad", "bekendOp": "2025-12-20T10:00:00Z",
        "besluit": {
            "nummer": "2025-118", "titel": "Verordening inkomenstoeslag", "vergaderdatum": "2025-12-11",
            "inwerkingtreding": "2026-01-01", "uitkomst": { "beslissing": "conform-voorstel" },
            "waarden": [
                waarde("iit.bedrag.alleenstaande", "400.00"),
                waarde("iit.bedrag.alleenstaande-ouder", "500.00"),
                waarde("iit.bedrag.gehuwden", "550.00"),
                waarde("iit.referteperiode", "36"),
                waarde("iit.inkomensgrens", "110"),
            ]
        },
        "bekendmaking": { "plaats": "cvdr", "nummer": "CVDR741634", "datum": "2025-12-18", "inwerkingtreding": "2026-01-01" }
    }]))
    .unwrap();
    // What a file takes over from before, no clerk prepares or confirms.
    let wie = Actor::system("opdrachtregel", Rol::Griffie);
    let overname: Result<_, BeleidError> = test
        .db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Raad,
            async |tx: &mut TenantTx| {
                record_besluiten(tx, &wie, &SystemIds, Orgaan::Raad, &bestand).await
            },
        )
        .await;
    assert_eq!(overname.unwrap().nieuw, 1);
}

fn vraag(waarden: &[(&str, &str)]) -> Rekenvraag {
    let invoer = RekenvraagInvoer {
        vanaf: "2027-01-01".to_owned(),
        waarden: waarden
            .iter()
            .map(|(sleutel, waarde)| ((*sleutel).to_owned(), (*waarde).to_owned()))
            .collect(),
    };
    let vandaag = parse_datum("2026-11-21").unwrap();
    invoer.parse(Notatie::Uitwisseling, vandaag).unwrap()
}

async fn run<T, F>(test: &TestDb, rol: DbRol, werk: F) -> Result<T, DoorrekeningError>
where
    F: AsyncFn(&mut TenantTx) -> Result<T, DoorrekeningError>,
{
    test.db.in_tenant("test", winterswijk(), rol, werk).await
}

async fn calculate(
    test: &TestDb,
    actor: &Actor,
    vraag: &Rekenvraag,
) -> Result<Berekend, DoorrekeningError> {
    run(test, DbRol::Rapportage, async |tx: &mut TenantTx| {
        calculate_doorrekening(tx, actor, nu(), vraag).await
    })
    .await
}

async fn keep(
    test: &TestDb,
    actor: &Actor,
    naam: &str,
    berekend: &Berekend,
) -> Result<DoorrekeningId, DoorrekeningError> {
    let naam = Doorrekeningnaam::parse(naam).unwrap();
    let orgaan = orgaan_of(actor, winterswijk())?;
    run(test, db_rol(orgaan), async |tx: &mut TenantTx| {
        record_doorrekening(tx, actor, nu(), &SystemIds, (&naam, berekend)).await
    })
    .await
}

#[tokio::test]
async fn a_higher_amount_is_a_gain_for_households_of_that_kind_and_has_a_price() {
    let test = filled(400).await;
    let vraag = vraag(&[("iit.bedrag.alleenstaande", "450.00")]);
    let berekend = calculate(&test, &griffie(), &vraag).await.unwrap();
    let uitkomst = &berekend.uitkomst;
    assert_eq!(berekend.maand.to_string(), "2026-09");
    assert!(uitkomst.totaal.wint >= 10 && uitkomst.totaal.verliest == 0);
    assert_eq!(uitkomst.leefvormen[0].telling.wint, uitkomst.totaal.wint);
    let verschil = uitkomst.kosten[0].inkomenstoeslag.verschil.unwrap();
    assert_eq!(verschil.cents(), i64::from(uitkomst.totaal.wint) * 5_000);
    // A partner who is not in the record is counted as not known, and only where the amount for couples changes.
    assert_eq!(uitkomst.totaal.onbepaald, 0);
}

#[tokio::test]
async fn what_is_kept_is_made_again_to_the_byte_whatever_came_after() {
    let test = filled(400).await;
    let vraag = vraag(&[
        ("iit.referteperiode", "24"),
        ("norm.verlaging.woonsituatie", "15"),
    ]);
    let berekend = calculate(&test, &griffie(), &vraag).await.unwrap();
    let id = keep(&test, &griffie(), "Kortere referteperiode", &berekend)
        .await
        .unwrap();
    // A later delivery lapses a third of the month, known an hour after.
    let mut superuser = test.superuser().await;
    superuser
        .batch_execute(
            "insert into gm0294.maandregel (maand, uitkering, inwoner, bekend_op, levering, vervallen, statistiekcode, betaalbaar_gesteld,
               geboortedatum, geslacht, aanvangsdatum)
             select maand, uitkering, inwoner, timestamptz '2026-11-21T12:00:00Z', levering, true, statistiekcode, betaalbaar_gesteld,
               geboortedatum, geslacht, aanvangsdatum from gm0294.maandregel where maand = '2026-09-01' order by inwoner limit 100",
        )
        .await
        .unwrap();
    let opdrachtgever = actor(Rol::Opdrachtgever, winterswijk());
    let akte = run(&test, DbRol::Opdrachtgever, async |tx: &mut TenantTx| {
        find_doorrekening(tx, &opdrachtgever, id).await
    })
    .await
    .unwrap();
    assert_eq!(akte.vraag.wijzigingen(), berekend.vraag.wijzigingen());
    let (opnieuw, is_gelijk) = run(&test, DbRol::Rapportage, async |tx: &mut TenantTx| {
        recalculate_doorrekening(tx, &opdrachtgever, &akte).await
    })
    .await
    .unwrap();
    assert!(is_gelijk);
    assert_eq!(opnieuw.render_uitkomst().unwrap(), akte.uitkomst);
    let later = nu() + jiff::SignedDuration::from_hours(2);
    let nieuw = run(&test, DbRol::Rapportage, async |tx: &mut TenantTx| {
        calculate_doorrekening(tx, &opdrachtgever, later, &vraag).await
    })
    .await
    .unwrap();
    assert_ne!(nieuw.uitkomst.huishoudens, opnieuw.uitkomst.huishoudens);
}

#[tokio::test]
async fn keeping_leaves_an_audit_line_and_a_name_is_given_once() {
    let test = filled(200).await;
    let berekend = calculate(&test, &griffie(), &vraag(&[("iit.referteperiode", "24")]))
        .await
        .unwrap();
    keep(&test, &griffie(), "Naam", &berekend).await.unwrap();
    let fout = keep(&test, &griffie(), "Naam", &berekend)
        .await
        .unwrap_err();
    assert!(
        fout.to_string()
            .contains("al een doorrekening met deze naam"),
        "{fout}"
    );
    let lijst = run(&test, DbRol::Opdrachtgever, async |tx: &mut TenantTx| {
        list_doorrekeningen(tx, &griffie()).await
    })
    .await
    .unwrap();
    assert_eq!(lijst.len(), 1);
    assert_eq!(
        (lijst[0].naam.as_str(), lijst[0].gemaakt_door.as_str()),
        ("Naam", "Test griffie")
    );
    // The ordinance is recorded and published, and one calculation is kept.
    assert_eq!(verify(&test).await, Ketenstand::Heel { regels: 3 });
}

#[tokio::test]
async fn nothing_changed_is_nothing_to_keep() {
    let test = filled(200).await;
    // The value that holds already is no change.
    let berekend = calculate(&test, &griffie(), &vraag(&[("iit.referteperiode", "36")]))
        .await
        .unwrap();
    assert!(berekend.vraag.wijzigingen().is_empty());
    let fout = keep(&test, &griffie(), "Niets", &berekend)
        .await
        .unwrap_err();
    assert!(
        fout.to_string().contains("verander ten minste één waarde"),
        "{fout}"
    );
}

#[tokio::test]
async fn who_may_not_is_refused_here_and_elsewhere() {
    let test = filled(200).await;
    let vraag = vraag(&[("iit.referteperiode", "24")]);
    for rol in [Rol::Consulent, Rol::SociaalTeam, Rol::Fg, Rol::Bestuur] {
        let fout = calculate(&test, &actor(rol, winterswijk()), &vraag)
            .await
            .unwrap_err();
        let DoorrekeningError::Geweigerd(geweigerd) = fout else {
            panic!("{rol:?}: {fout}");
        };
        assert_eq!(
            geweigerd,
            Geweigerd::RolSchietTekort(Permission::BeleidDoorrekenen),
            "{rol:?}"
        );
    }
    let elders = actor(Rol::Griffie, nijkerk());
    let fout = calculate(&test, &elders, &vraag).await.unwrap_err();
    assert!(
        matches!(fout, DoorrekeningError::Geweigerd(Geweigerd::GeenRol(_))),
        "{fout}"
    );
    // A commissioner calculates and does not keep.
    let opdrachtgever = actor(Rol::Opdrachtgever, winterswijk());
    let berekend = calculate(&test, &opdrachtgever, &vraag).await.unwrap();
    let fout = keep(&test, &opdrachtgever, "X", &berekend)
        .await
        .unwrap_err();
    assert!(matches!(fout, DoorrekeningError::Geweigerd(_)), "{fout}");
}

#[tokio::test]
async fn the_database_lets_only_the_organs_keep_and_nobody_change() {
    let test = filled(200).await;
    let berekend = calculate(&test, &griffie(), &vraag(&[("iit.referteperiode", "24")]))
        .await
        .unwrap();
    keep(&test, &griffie(), "Vast", &berekend).await.unwrap();
    let mut superuser = test.superuser().await;
    for (rol, sql) in [
        (
            "opdrachtgever",
            "insert into gm0294.doorrekening (id) values (gen_random_uuid())",
        ),
        (
            "rapportage",
            "insert into gm0294.doorrekening (id) values (gen_random_uuid())",
        ),
        ("uitvoering", "select 1 from gm0294.doorrekening"),
        ("raad", "update gm0294.doorrekening set naam = 'Anders'"),
        ("college", "delete from gm0294.doorrekening"),
        ("raad", "select 1 from gm0294.maandregel"),
    ] {
        let poging = format!("set role gm0294_{rol}; {sql};");
        let fout = superuser
            .batch_execute(&poging)
            .await
            .unwrap_err()
            .to_string();
        assert!(fout.contains("permission denied"), "{rol}: {fout}");
        superuser.batch_execute("reset role").await.unwrap();
    }
}

#[tokio::test]
async fn without_a_delivery_and_with_too_few_households_nothing_is_shown() {
    let test = TestDb::new().await;
    let vraag = vraag(&[("iit.referteperiode", "24")]);
    let fout = calculate(&test, &griffie(), &vraag).await.unwrap_err();
    assert!(matches!(fout, DoorrekeningError::GeenBestand), "{fout}");
    let klein = filled(8).await;
    let fout = calculate(&klein, &griffie(), &vraag).await.unwrap_err();
    assert!(matches!(fout, DoorrekeningError::TeKlein(_)), "{fout}");
}

async fn verify(test: &TestDb) -> Ketenstand {
    let mut conn = test.owner_of(winterswijk()).await;
    verify_keten(&mut conn).await.unwrap()
}

/// Fictitious: the area of a village that merged on 1-1-2026 gives a single person 450 euros until the end of 2027.
async fn decide_for_village(test: &TestDb) {
    test.merge("GM9991", "Voorbeelddorp", winterswijk(), "2026-01-01")
        .await;
    let bestand: Vec<Besluitbestand> = serde_json::from_value(serde_json::json!([{
        "orgaan": "raad", "bekendOp": "2026-02-20T10:00:00Z",
        "besluit": {
            "nummer": "2026-7", "titel": "Regels voor het dorp", "vergaderdatum": "2026-02-11",
            "inwerkingtreding": "2026-03-01", "uitkomst": { "beslissing": "conform-voorstel" },
            "waarden": [
                { "sleutel": "iit.bedrag.alleenstaande", "waarde": "450.00", "gebied": "GM9991", "tot": "2028-01-01" }
            ]
        },
        "bekendmaking": { "plaats": "cvdr", "nummer": "CVDR741635", "datum": "2026-02-18", "inwerkingtreding": "2026-03-01" }
    }]))
    .unwrap();
    let wie = Actor::system("opdrachtregel", Rol::Griffie);
    let overname: Result<_, BeleidError> = test
        .db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Raad,
            async |tx: &mut TenantTx| {
                record_besluiten(tx, &wie, &SystemIds, Orgaan::Raad, &bestand).await
            },
        )
        .await;
    assert_eq!(overname.unwrap().nieuw, 1);
}

#[tokio::test]
async fn where_an_area_differs_only_who_lives_somewhere_is_calculated() {
    let test = filled(400).await;
    let vraag = vraag(&[("iit.bedrag.alleenstaande", "450.00")]);
    let overal = calculate(&test, &griffie(), &vraag).await.unwrap().uitkomst;
    decide_for_village(&test).await;
    let onbekend = calculate(&test, &griffie(), &vraag).await.unwrap().uitkomst;
    let allen = overal.huishoudens + overal.buiten_berekening;
    assert_eq!(
        (onbekend.huishoudens, onbekend.buiten_berekening),
        (0, allen)
    );
    let mut superuser = test.superuser().await;
    superuser
        .batch_execute(
            "insert into gm0294.woongebied (inwoner, sinds, bekend_op, gebied, vastgelegd_door, vastgelegd_door_naam) \
             select id, '2026-01-01', '2026-02-01', null, 'anna', 'Anna' from gm0294.inwoner",
        )
        .await
        .unwrap();
    let elders = calculate(&test, &griffie(), &vraag).await.unwrap().uitkomst;
    assert_eq!(elders.totaal, overal.totaal);
    superuser
        .batch_execute("update gm0294.woongebied set gebied = 'GM9991'")
        .await
        .unwrap();
    let dorp = calculate(&test, &griffie(), &vraag).await.unwrap().uitkomst;
    assert_eq!(dorp.totaal.wint, 0, "there it is 450 euros already");
}
