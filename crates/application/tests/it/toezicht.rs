//! Who looked at whose file: what the data protection officer sees, and what is written down about that.

use application::dossier::{Lijstfilter, Totaal, list_inwoners, load_dossier};
use application::toezicht::{
    Inzagepagina, ToezichtError, list_inzage, load_inzagelijst, load_weekbeeld,
};
use domain::bevoegdheid::{Actor, Rol};
use domain::toezicht::{Activiteit, Inzagefilter, Inzagesoort, Inzagetijd};
use persistence::{DbRol, TenantTx};
use primitives::{Moment, datum_in_nederland};
use testkit::{TestDb, actor, nijkerk, nu, winterswijk};

use crate::dossier::arrange::{
    collega, count, dossier_of, in_tenant, last_audit, month, take_over,
};

fn fg() -> Actor {
    actor(Rol::Fg, winterswijk())
}

/// Three residents; Anna looks at the list on Saturday noon and Bram opens one dossier the day before.
async fn looked_at() -> TestDb {
    let test = TestDb::new().await;
    let bestand = month("10")
        .alleenstaande(1)
        .alleenstaande(2)
        .alleenstaande(3);
    take_over(&test, bestand, "2026-11-11T10:00:00Z".parse().unwrap()).await;
    let dossier = dossier_of(&test, 1).await;
    let vrijdag: Moment = "2026-11-20T13:00:00Z".parse().unwrap();
    in_tenant(&test, async |tx: &mut TenantTx| {
        load_dossier(tx, &collega("Bram"), vrijdag, dossier).await?;
        list_inwoners(tx, &collega("Anna"), nu(), Lijstfilter::default(), None).await
    })
    .await
    .unwrap();
    test
}

async fn read(test: &TestDb, filter: Inzagefilter) -> Inzagepagina {
    test.db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Toezicht,
            async |tx: &mut TenantTx| list_inzage(tx, &fg(), nu(), &filter, None).await,
        )
        .await
        .unwrap()
}

#[tokio::test]
async fn the_log_tells_who_in_which_role_saw_whom_and_reading_it_is_logged() {
    let test = looked_at().await;
    let pagina = read(&test, Inzagefilter::default()).await;
    // What was seen in lists, in the search of the arrangement and in the monthly file is left out.
    assert_eq!(pagina.totaal, Totaal::Precies(1));
    let nieuwste = &pagina.regels[0];
    let door = nieuwste.door.as_ref().unwrap();
    assert_eq!(door.medewerker.naam, "Bram");
    assert_eq!(last_audit(&test).await, "raadpleging | inzagelog");
    assert_eq!(
        count(&test, "audit where object = 'inzagelog' and rollen = 'fg'").await,
        1
    );
    // Reading numbers of dossiers is no use of personal data of residents: no row about them.
    assert_eq!(
        read(&test, Inzagefilter::default()).await.totaal,
        pagina.totaal
    );
}

#[tokio::test]
async fn the_filters_narrow_the_log() {
    let test = looked_at().await;
    let dossier = dossier_of(&test, 2).await;
    let zaterdag = datum_in_nederland(nu());
    let van = |soort| Inzagefilter {
        soort,
        ..Inzagefilter::default()
    };
    let (alles, lijsten) = (van(Inzagesoort::Alles), van(Inzagesoort::Lijsten));
    let standaard = Inzagefilter::default();
    let van_bram = |filter: &Inzagefilter| Inzagefilter {
        medewerker: Some("bram".to_owned()),
        ..filter.clone()
    };
    let over_een = |filter: &Inzagefilter| Inzagefilter {
        dossier: Some(dossier),
        ..filter.clone()
    };
    let op_zaterdag = |filter: &Inzagefilter| Inzagefilter {
        van: Some(zaterdag),
        ..filter.clone()
    };
    let tot_vrijdag = |filter: &Inzagefilter| Inzagefilter {
        tot_en_met: zaterdag.yesterday().ok(),
        ..filter.clone()
    };
    let buiten = |filter: &Inzagefilter| Inzagefilter {
        tijd: Inzagetijd::BuitenKantooruren,
        ..filter.clone()
    };
    let van_niemand = Inzagefilter {
        medewerker: Some("' or 1=1 --".to_owned()),
        ..alles.clone()
    };
    // A monthly file, two searches, a list and a dossier; a list is one row however many residents are in it.
    for (filter, aantal) in [
        (alles.clone(), 5),
        (lijsten.clone(), 3),
        (van(Inzagesoort::Alleen(Activiteit::StatistiekVerwerken)), 1),
        (van(Inzagesoort::Alleen(Activiteit::DossierRaadplegen)), 1),
        (van_bram(&standaard), 1),
        (van_bram(&alles), 2),
        (van_niemand, 0),
        (over_een(&standaard), 0),
        (over_een(&alles), 3),
        (op_zaterdag(&standaard), 0),
        (op_zaterdag(&lijsten), 3),
        (tot_vrijdag(&standaard), 1),
        (buiten(&standaard), 0),
        (buiten(&lijsten), 3),
    ] {
        let pagina = read(&test, filter.clone()).await;
        assert_eq!(pagina.totaal, Totaal::Precies(aantal), "{filter:?}");
        assert_eq!(pagina.regels.len() as u64, aantal, "{filter:?}");
    }
}

#[tokio::test]
async fn a_list_is_one_row_and_opened_a_row_for_each_resident() {
    let test = looked_at().await;
    let lijsten = Inzagefilter {
        soort: Inzagesoort::Lijsten,
        ..Inzagefilter::default()
    };
    let pagina = read(&test, lijsten.clone()).await;
    // The newest is the list; the search before it found one resident and is no list.
    let lijst = pagina.regels[0].lijst.unwrap();
    assert_eq!((lijst.aantal, pagina.regels[1].lijst), (3, None));
    let open = Inzagefilter {
        lijst: Some(lijst.nummer),
        ..lijsten.clone()
    };
    let pagina = read(&test, open).await;
    let mut inwoners: Vec<_> = pagina.regels.iter().map(|regel| regel.dossier).collect();
    inwoners.sort_unstable_by_key(|dossier| dossier.uuid());
    inwoners.dedup();
    assert_eq!(inwoners.len(), 3);
    assert!(pagina.regels.iter().all(|regel| regel.lijst.is_none()));
    assert_eq!(
        last_audit(&test).await,
        format!("raadpleging | inzagelog: lijst {}", lijst.nummer)
    );
    // Of who is asked for, the row is shown and the list is named.
    let over_een = Inzagefilter {
        dossier: inwoners.first().copied(),
        ..lijsten
    };
    let pagina = read(&test, over_een).await;
    assert!(
        pagina
            .regels
            .iter()
            .all(|r| Some(&r.dossier) == inwoners.first())
    );
    assert!(pagina.regels.iter().any(|regel| regel.lijst == Some(lijst)));
}

#[tokio::test]
async fn pages_follow_each_other_without_a_gap_or_a_double() {
    let test = looked_at().await;
    for _ in 0..20 {
        in_tenant(&test, async |tx: &mut TenantTx| {
            list_inwoners(tx, &collega("Anna"), nu(), Lijstfilter::default(), None).await
        })
        .await
        .unwrap();
    }
    let filter = Inzagefilter {
        soort: Inzagesoort::Lijsten,
        ..Inzagefilter::default()
    };
    let (mut gezien, mut na) = (Vec::new(), None);
    loop {
        let pagina = test
            .db
            .in_tenant(
                "test",
                winterswijk(),
                DbRol::Toezicht,
                async |tx: &mut TenantTx| list_inzage(tx, &fg(), nu(), &filter, na).await,
            )
            .await
            .unwrap();
        assert!(pagina.regels.len() <= 20);
        gezien.extend(pagina.regels.iter().map(|regel| (regel.moment, regel.id)));
        na = pagina.volgende;
        if na.is_none() {
            break;
        }
    }
    assert!(gezien.windows(2).all(|paar| paar[0] > paar[1]));
    let bestand = test
        .db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Toezicht,
            async |tx: &mut TenantTx| load_inzagelijst(tx, &fg(), nu(), &filter).await,
        )
        .await
        .unwrap();
    assert_eq!(gezien.len(), 22, "a search and twenty-one lists");
    assert_eq!(bestand.len(), 1 + 21 * 3, "the file has every resident");
    assert_eq!(
        last_audit(&test).await,
        "raadpleging | inzagelog als bestand"
    );
}

#[tokio::test]
async fn the_week_counts_employees_and_hours() {
    let test = looked_at().await;
    let (sinds, week) = test
        .db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Toezicht,
            async |tx: &mut TenantTx| load_weekbeeld(tx, &fg(), nu()).await,
        )
        .await
        .unwrap();
    assert_eq!(sinds.to_string(), "2026-11-15");
    assert_eq!((week.dossiers, week.dossiers_buiten_kantooruren), (1, 0));
    assert_eq!((week.lijsten, week.lijsten_buiten_kantooruren), (2, 2));
    assert_eq!(
        week.medewerkers, 3,
        "two who looked, and who searched before them"
    );
}

#[tokio::test]
async fn only_the_officer_of_this_municipality_reads_it() {
    let test = looked_at().await;
    let anderen = Rol::ALL.into_iter().filter(|rol| *rol != Rol::Fg);
    let anderen = anderen.map(|rol| actor(rol, winterswijk()));
    for wie in anderen.chain([actor(Rol::Fg, nijkerk())]) {
        let uitkomst = test
            .db
            .in_tenant(
                "test",
                winterswijk(),
                DbRol::Toezicht,
                async |tx: &mut TenantTx| {
                    list_inzage(tx, &wie, nu(), &Inzagefilter::default(), None).await
                },
            )
            .await;
        assert!(
            matches!(uitkomst, Err(ToezichtError::Geweigerd(_))),
            "{wie:?}"
        );
    }
    // Execution cannot read it, even when a program forgets to ask.
    let uitkomst = test
        .db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| {
                list_inzage(tx, &fg(), nu(), &Inzagefilter::default(), None).await
            },
        )
        .await;
    assert!(matches!(uitkomst, Err(ToezichtError::Db(_))));
}
