//! From the documents of a meeting to the mail: every member's receivers, each once.

use std::sync::Arc;

use application::sturing::{
    OverlegError, Overlegopdracht, VerdeelOverlegbericht, Verzendopdracht, record_overleg,
    record_stukken_verstuurd,
};
use domain::bevoegdheid::Rol;
use domain::sturing::Overleg;
use jiff::civil::date;
use mail::Bericht;
use persistence::audit::Ketenstand;
use persistence::jobs::{self, Rij};
use persistence::{DbError, DbRol, TenantTx};
use primitives::{Datum, SystemIds};
use testkit::{TestDb, actor, nijkerk, nu, winterswijk};
use worker::Worker;

use crate::opstelling::{Geheugen, add_ontvanger, close, count, kwartaal, worker};

/// A meeting about a closed quarter, whose documents were sent a moment ago.
async fn sent(test: &TestDb, datum: Datum) -> Overleg {
    close(test).await;
    let wie = actor(Rol::Opdrachtgever, winterswijk());
    let opdracht = Overlegopdracht {
        datum,
        kwartaal: kwartaal(),
        plaats: "Raadhuis Winterswijk".to_owned(),
    };
    let werk = async |tx: &mut TenantTx| -> Result<_, OverlegError> {
        record_overleg(tx, &wie, nu(), &SystemIds, &opdracht).await?;
        let verzending = Verzendopdracht {
            datum: opdracht.datum,
            versie: 1,
        };
        record_stukken_verstuurd(tx, &wie, nu(), &SystemIds, verzending).await
    };
    test.db
        .in_tenant("test", winterswijk(), DbRol::Opdrachtgever, werk)
        .await
        .unwrap()
}

async fn run_all(worker: &Worker) {
    while worker.run_one(Rij::Bericht).await.unwrap() {}
}

/// The messages about the meeting; receivers are told of the closing before it too.
fn about_overleg(geheugen: &Geheugen) -> Vec<Bericht> {
    let mut berichten = geheugen.verstuurd.lock().unwrap().clone();
    berichten.retain(|bericht| bericht.inhoud.onderwerp.contains("stukken"));
    berichten
}

/// The addresses that were told of the meeting, in alphabetical order.
fn told(geheugen: &Geheugen) -> Vec<String> {
    let mut adressen: Vec<_> = about_overleg(geheugen)
        .iter()
        .map(|bericht| bericht.aan.expose().to_owned())
        .collect();
    adressen.sort();
    adressen
}

#[tokio::test(flavor = "multi_thread")]
async fn receivers_of_every_member_are_told_and_an_address_on_two_lists_once() {
    let test = TestDb::new().await;
    for (gemeente, rol, email) in [
        (winterswijk(), "opdrachtgever", "o@winterswijk.example"),
        (winterswijk(), "bestuur", "bestuur@regio.example"),
        (nijkerk(), "bestuur", "Bestuur@regio.example"),
        (nijkerk(), "opdrachtgever", "o@nijkerk.example"),
    ] {
        add_ontvanger(&test, gemeente, rol, email).await;
    }
    let overleg = sent(&test, date(2026, 11, 25)).await;
    let geheugen = Arc::new(Geheugen::default());
    let worker = worker(&test, Some(geheugen.clone()));
    run_all(&worker).await;
    let adressen = told(&geheugen);
    assert_eq!(adressen.len(), 3, "{adressen:?}");
    assert!(adressen.contains(&"o@nijkerk.example".to_owned()));
    assert!(adressen.contains(&"o@winterswijk.example".to_owned()));
    let eerste = about_overleg(&geheugen).swap_remove(0);
    assert_eq!(Some(eerste.op), overleg.stukken_verstuurd_op);
    let pagina = "https://stuurhuis.example/overleg/2026-11-25";
    assert!(eerste.inhoud.tekst.contains(pagina) && eerste.inhoud.html.contains(pagina));

    // The job runs again, as after a crash between its work and its end.
    let nogmaals = VerdeelOverlegbericht {
        overleg: overleg.id,
    };
    test.db
        .in_tenant(
            "test",
            nijkerk(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| -> Result<_, DbError> {
                jobs::enqueue(tx, nu(), &SystemIds, &nogmaals).await
            },
        )
        .await
        .unwrap();
    assert_eq!(count(&test).await.wacht, 1);
    run_all(&worker).await;
    assert_eq!(told(&geheugen), adressen, "nobody is told twice");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_member_finds_the_sending_in_its_own_audit_chain_once() {
    let test = TestDb::new().await;
    let overleg = sent(&test, date(2026, 11, 25)).await;
    let worker = worker(&test, None);
    run_all(&worker).await;
    let nogmaals = VerdeelOverlegbericht {
        overleg: overleg.id,
    };
    let werk = async |tx: &mut TenantTx| -> Result<_, DbError> {
        jobs::enqueue(tx, nu(), &SystemIds, &nogmaals).await
    };
    let rol = DbRol::Opdrachtgever;
    test.db
        .in_tenant("test", winterswijk(), rol, werk)
        .await
        .unwrap();
    run_all(&worker).await;
    let rij = "overleg % stukken verstuurd";
    // The sender has the row of the act itself; nobody had to be told for the others to have theirs.
    let eigen = test.audit_rows(winterswijk(), rij).await;
    assert_eq!(eigen, ["test-opdrachtgever"]);
    let ander = test.audit_rows(nijkerk(), rij).await;
    assert_eq!(
        ander,
        ["systeem:overlegbericht | verstuurd door de opdrachtgever van gemeente GM0294"]
    );
    for gemeente in [winterswijk(), nijkerk()] {
        let stand = test.beheer.verify_keten(gemeente).await.unwrap();
        assert!(matches!(stand, Ketenstand::Heel { .. }), "{stand:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_left_the_scheme_before_the_meeting_is_not_told() {
    let test = TestDb::new().await;
    add_ontvanger(
        &test,
        winterswijk(),
        "opdrachtgever",
        "o@winterswijk.example",
    )
    .await;
    add_ontvanger(&test, nijkerk(), "opdrachtgever", "o@nijkerk.example").await;
    test.leave(nijkerk()).await;
    // Later than any day on which this test runs: leaving is by the clock of the database.
    sent(&test, date(2099, 11, 25)).await;
    let geheugen = Arc::new(Geheugen::default());
    run_all(&worker(&test, Some(geheugen.clone()))).await;
    assert_eq!(told(&geheugen), ["o@winterswijk.example"]);
}
