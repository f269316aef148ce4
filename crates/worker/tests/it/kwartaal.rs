//! From the closing of a quarter to the mail and the report.

use std::sync::Arc;

use application::sturing::load_rapport;
use domain::bevoegdheid::Rol;
use domain::sturing::Sluiting;
use persistence::jobs::{Rij, Telling};
use persistence::{DbRol, TenantTx};
use reports::Kleur;
use reports::kwartaal::{Kwartaalrapport, Opmaak, Rapportformaat, render_kwartaalrapport};
use testkit::{TestDb, actor, winterswijk};

use crate::opstelling::{Geheugen, add_ontvanger, close, count, kwartaal, worker};

/// A closed quarter with one person to tell.
async fn closed(test: &TestDb) -> Sluiting {
    add_ontvanger(
        test,
        winterswijk(),
        "opdrachtgever",
        "o@winterswijk.example",
    )
    .await;
    close(test).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closing_is_told_once_without_figures() {
    let test = TestDb::new().await;
    let sluiting = closed(&test).await;
    let geheugen = Arc::new(Geheugen::default());
    let worker = worker(&test, Some(geheugen.clone()));
    assert!(worker.run_one(Rij::Bericht).await.unwrap());
    assert!(
        !worker.run_one(Rij::Bericht).await.unwrap(),
        "one receiver, one job"
    );
    let verstuurd = geheugen.verstuurd.lock().unwrap();
    let [bericht] = verstuurd.as_slice() else {
        panic!("one message: {verstuurd:?}")
    };
    assert_eq!(bericht.aan.expose(), "o@winterswijk.example");
    assert_eq!(bericht.op, sluiting.gesloten_op);
    let adres = "https://stuurhuis.example/GM0294/kwartalen/2026-K3";
    assert!(bericht.inhoud.tekst.contains(adres) && bericht.inhoud.html.contains(adres));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_mail_server_the_job_is_done_and_a_refusal_sets_it_aside() {
    let test = TestDb::new().await;
    closed(&test).await;
    let weigert = Arc::new(Geheugen {
        is_weg: true,
        ..Geheugen::default()
    });
    assert!(
        worker(&test, Some(weigert))
            .run_one(Rij::Bericht)
            .await
            .unwrap()
    );
    assert_eq!(
        count(&test).await,
        Telling {
            wacht: 0,
            mislukt: 1
        }
    );

    let test = TestDb::new().await;
    closed(&test).await;
    assert!(worker(&test, None).run_one(Rij::Bericht).await.unwrap());
    assert_eq!(
        count(&test).await,
        Telling {
            wacht: 0,
            mislukt: 0
        }
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closing_becomes_the_same_report_each_time() {
    let test = TestDb::new().await;
    let sluiting = closed(&test).await;
    let mut eerder: Option<Vec<Vec<u8>>> = None;
    for _ in 0..2 {
        let rapport = load(&test).await;
        assert_eq!(rapport.sluiting.controlegetal, sluiting.hash.to_string());
        assert!(rapport.indicatoren().count() > 12);
        let bestanden: Vec<_> = Rapportformaat::ALLE
            .iter()
            .map(|formaat| render_kwartaalrapport(&rapport, *formaat).unwrap())
            .collect();
        if let Some(eerder) = eerder.replace(bestanden.clone()) {
            assert!(
                eerder == bestanden,
                "read again from the database, and the same bytes"
            );
        }
    }
}

async fn load(test: &TestDb) -> Kwartaalrapport {
    let opdrachtgever = actor(Rol::Opdrachtgever, winterswijk());
    let bron = test
        .db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| load_rapport(tx, &opdrachtgever, kwartaal()).await,
        )
        .await
        .unwrap();
    let opmaak = Opmaak {
        organisatie: "Werkleerbedrijf Voorbeeld".to_owned(),
        kleur: Kleur::STUURHUIS,
    };
    Kwartaalrapport::new(&bron, &opmaak)
}
