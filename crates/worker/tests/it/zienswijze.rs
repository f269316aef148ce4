//! From an open round to the mail: at each moment, to each address once, and not when it is no longer needed.

use std::sync::Arc;

use application::beleid::zienswijze::{
    VerdeelZienswijzebericht, WijzigAntwoord, WijzigZienswijze, ZienswijzeError, record_antwoord,
    record_indiening, record_ronde, record_vaststelling, record_zienswijze,
};
use domain::beleid::Notatie;
use domain::beleid::zienswijze::{
    AntwoordInvoer, Herinnering, IndieningInvoer, PuntInvoer, ReactieregelInvoer, RondeInvoer,
    ZienswijzeInvoer,
};
use domain::bevoegdheid::{Actor, Rol};
use persistence::jobs::{self, Rij};
use persistence::{DbError, DbRol, TenantTx};
use primitives::{GemeenteCode, Moment, SystemIds, ZienswijzerondeId};
use testkit::{TestDb, actor, collega, nijkerk, nu, winterswijk};

use crate::opstelling::{Geheugen, add_ontvanger, count, worker_at};

/// A round of which the last day is 28 December 2026, and who is told.
async fn opened(test: &TestDb) -> ZienswijzerondeId {
    for (gemeente, rol, email) in [
        (winterswijk(), "griffie", "griffie@winterswijk.example"),
        // The same address in another capacity is told once.
        (
            winterswijk(),
            "opdrachtgever",
            "Griffie@winterswijk.example",
        ),
        (winterswijk(), "bestuur", "bestuur@regio.example"),
        (nijkerk(), "griffie", "griffie@nijkerk.example"),
    ] {
        add_ontvanger(test, gemeente, rol, email).await;
    }
    let directie = Actor::system("directie", Rol::Directie);
    let invoer = RondeInvoer {
        soort: "nota".into(),
        titel: "Nota samenwerking".into(),
        jaar: "2027".into(),
        verzonden_op: "2026-11-23".into(),
        uiterlijk: "2026-12-28".into(),
        bestuur_op: "2027-01-20".into(),
        ..RondeInvoer::default()
    };
    let werk = async |tx: &mut TenantTx| -> Result<_, ZienswijzeError> {
        let invoer = (&invoer, Notatie::Uitwisseling);
        record_ronde(tx, &directie, nu(), &SystemIds, invoer).await
    };
    let db = &test.db;
    let ronde = db
        .in_tenant("test", winterswijk(), DbRol::Uitvoering, werk)
        .await;
    ronde.unwrap().kop.id
}

/// The council of a municipality brings in one point.
async fn submitted(test: &TestDb, gemeente: GemeenteCode, ronde: ZienswijzerondeId) {
    let invoer = ZienswijzeInvoer {
        strekking: "punten".into(),
        punten: vec![PuntInvoer {
            onderwerp: String::new(),
            tekst: "Neem een doel op.".into(),
        }],
    };
    let besluit = IndieningInvoer {
        nummer: "1".into(),
        datum: "2026-11-26".into(),
    };
    let (een, twee) = (
        actor(Rol::Griffie, gemeente),
        collega(Rol::Griffie, gemeente),
    );
    let werk = async |tx: &mut TenantTx| -> Result<_, ZienswijzeError> {
        let opdracht = WijzigZienswijze {
            ronde,
            versie: 0,
            invoer: &invoer,
        };
        record_zienswijze(tx, &een, at("2026-11-27"), opdracht).await?;
        let wat = (&besluit, Notatie::Uitwisseling);
        record_indiening(tx, &twee, at("2026-11-27"), (ronde, 1), wat).await
    };
    let db = &test.db;
    db.in_tenant("test", gemeente, DbRol::Raad, werk)
        .await
        .unwrap();
}

/// Management prepares an answer to the one point of a council, and the board confirms it.
async fn answered(test: &TestDb, gemeente: GemeenteCode, ronde: ZienswijzerondeId) {
    let invoer = AntwoordInvoer {
        reacties: vec![ReactieregelInvoer {
            oordeel: "overgenomen".into(),
            toelichting: "Dat doen wij.".into(),
        }],
    };
    let werk = async |tx: &mut TenantTx| -> Result<_, ZienswijzeError> {
        let opdracht = WijzigAntwoord {
            ronde,
            versie: 0,
            invoer: &invoer,
        };
        let directie = Actor::system("directie", Rol::Directie);
        record_antwoord(tx, &directie, at("2026-12-20"), opdracht).await?;
        let bestuur = Actor::system("bestuur", Rol::Bestuur);
        record_vaststelling(tx, &bestuur, at("2026-12-20"), &SystemIds, (ronde, 1)).await
    };
    let db = &test.db;
    db.in_tenant("test", gemeente, DbRol::Uitvoering, werk)
        .await
        .unwrap();
}

/// Ten in the morning of a day.
fn at(dag: &str) -> Moment {
    format!("{dag}T09:00:00Z").parse().unwrap()
}

/// Does everything that is due on a day; which addresses were told what.
async fn sent_on(test: &TestDb, dag: &str) -> Vec<String> {
    let geheugen = Arc::new(Geheugen::default());
    let worker = worker_at(test, Some(geheugen.clone()), at(dag));
    while worker.run_one(Rij::Bericht).await.unwrap() {}
    let berichten = geheugen.verstuurd.lock().unwrap();
    let mut regels: Vec<_> = berichten
        .iter()
        .map(|b| format!("{}: {}", b.aan.expose(), b.inhoud.onderwerp))
        .collect();
    regels.sort();
    regels
}

#[tokio::test(flavor = "multi_thread")]
async fn members_are_told_at_each_moment_until_the_view_is_in() {
    let test = TestDb::new().await;
    let ronde = opened(&test).await;
    assert_eq!(sent_on(&test, "2026-11-22").await, Vec::<String>::new());
    assert_eq!(
        sent_on(&test, "2026-11-23").await,
        [
            "griffie@nijkerk.example: Zienswijze van de raad van Nijkerk gevraagd: Nota samenwerking",
            "griffie@winterswijk.example: Zienswijze van de raad van Winterswijk gevraagd: Nota samenwerking",
        ]
    );
    submitted(&test, winterswijk(), ronde).await;
    for dag in ["2026-11-30", "2026-12-21"] {
        assert_eq!(
            sent_on(&test, dag).await,
            [
                "griffie@nijkerk.example: Zienswijze van Nijkerk op Nota samenwerking: uiterlijk 28 december 2026"
            ],
            "{dag}"
        );
    }
    answered(&test, winterswijk(), ronde).await;
    assert_eq!(
        sent_on(&test, "2026-12-22").await,
        [
            "griffie@winterswijk.example: Antwoord op de zienswijze van Winterswijk: Nota samenwerking"
        ]
    );
    assert_eq!(
        sent_on(&test, "2026-12-29").await,
        ["griffie@nijkerk.example: Geen zienswijze van Nijkerk ontvangen: Nota samenwerking"]
    );
    assert_eq!(sent_on(&test, "2027-03-01").await, Vec::<String>::new());
    assert_eq!(
        (count(&test).await.wacht, count(&test).await.mislukt),
        (0, 0)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_told_twice_when_the_job_runs_again_and_every_chain_has_the_opening_once() {
    let test = TestDb::new().await;
    let ronde = opened(&test).await;
    assert_eq!(sent_on(&test, "2026-11-23").await.len(), 2);
    let nogmaals = VerdeelZienswijzebericht {
        ronde,
        wanneer: Herinnering::Geopend,
        gemeente: None,
    };
    let werk = async |tx: &mut TenantTx| -> Result<_, DbError> {
        jobs::enqueue(tx, nu(), &SystemIds, &nogmaals).await
    };
    let db = &test.db;
    db.in_tenant("test", winterswijk(), DbRol::Opdrachtgever, werk)
        .await
        .unwrap();
    assert_eq!(sent_on(&test, "2026-11-23").await, Vec::<String>::new());
    let eigen = test.audit_rows(winterswijk(), "zienswijzeronde %").await;
    assert_eq!(eigen, ["systeem:directie | Nota samenwerking"]);
    let ander = test.audit_rows(nijkerk(), "zienswijzeronde %").await;
    assert_eq!(ander, ["systeem:zienswijzebericht"]);
}

/// The view comes in between the two jobs: the one that was left for a receiver sends nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_view_that_just_came_in_stops_the_reminder_that_was_under_way() {
    let test = TestDb::new().await;
    let ronde = opened(&test).await;
    let geheugen = Arc::new(Geheugen::default());
    sent_on(&test, "2026-11-23").await;
    let worker = worker_at(&test, Some(geheugen.clone()), at("2026-11-30"));
    assert!(
        worker.run_one(Rij::Bericht).await.unwrap(),
        "asks whom to tell"
    );
    submitted(&test, winterswijk(), ronde).await;
    submitted(&test, nijkerk(), ronde).await;
    while worker.run_one(Rij::Bericht).await.unwrap() {}
    assert!(geheugen.verstuurd.lock().unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clerk_is_not_told_of_closed_quarters() {
    let test = TestDb::new().await;
    add_ontvanger(
        &test,
        winterswijk(),
        "griffie",
        "griffie@winterswijk.example",
    )
    .await;
    crate::opstelling::close(&test).await;
    assert_eq!(count(&test).await.wacht, 0);
}
