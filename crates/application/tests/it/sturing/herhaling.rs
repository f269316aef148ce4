//! Who presses a button twice records once.

use application::sturing::{
    Afspraakopdracht, OverlegError, Overlegopdracht, Toelichtingopdracht, load_overleg,
    record_afspraak, record_overleg, record_toelichting,
};
use domain::sturing::{Afspraak, Afspraakinvoer, Toelichting};
use jiff::{SignedDuration, civil::date};
use persistence::{DbError, TenantTx, sturing::list_toelichtingen};
use primitives::{Datum, Moment, SystemIds};
use testkit::{TestDb, nu, winterswijk};

use super::{kwartaal, opdrachtgever, read};
use crate::dossier::arrange::count;

fn dag() -> Datum {
    date(2026, 11, 12)
}

/// Later than anybody presses a button twice.
fn later() -> Moment {
    nu() + SignedDuration::from_mins(6)
}

async fn agree(test: &TestDb, now: Moment, eigenaar: &str) -> Afspraak {
    let opdracht = Afspraakopdracht {
        datum: dag(),
        invoer: Afspraakinvoer {
            tekst: "Meet de treden".into(),
            eigenaar: eigenaar.into(),
            uiterlijk: date(2026, 12, 31),
            gemeente: None,
        },
    };
    read(test, winterswijk(), async |tx: &mut TenantTx| {
        record_afspraak(
            tx,
            &opdrachtgever(winterswijk()),
            now,
            &SystemIds,
            &opdracht,
        )
        .await
    })
    .await
    .unwrap()
}

async fn comment(test: &TestDb, now: Moment, tekst: &str) -> Toelichting {
    let opdracht = Toelichtingopdracht {
        kwartaal: kwartaal(),
        indicator: String::new(),
        tekst: tekst.into(),
    };
    read(test, winterswijk(), async |tx: &mut TenantTx| {
        record_toelichting(
            tx,
            &opdrachtgever(winterswijk()),
            now,
            &SystemIds,
            &opdracht,
        )
        .await
    })
    .await
    .unwrap()
}

#[tokio::test]
async fn an_agreement_is_made_once_however_often_the_button_is_pressed() {
    let test = TestDb::new().await;
    let opdracht = Overlegopdracht {
        datum: dag(),
        kwartaal: kwartaal(),
        plaats: "Raadhuis Winterswijk".into(),
    };
    let wie = opdrachtgever(winterswijk());
    read(&test, winterswijk(), async |tx: &mut TenantTx| {
        record_overleg(tx, &wie, nu(), &SystemIds, &opdracht).await
    })
    .await
    .unwrap();
    // At the same moment, as a double click does.
    let (eerste, tweede) = tokio::join!(
        agree(&test, nu(), "teamleider"),
        agree(&test, nu(), "teamleider")
    );
    assert_eq!(eerste.id, tweede.id);
    let audit = "audit where object like 'overleg % afspraak %'";
    assert_eq!(count(&test, audit).await, 1);

    let ander = agree(&test, nu(), "beleidsadviseur").await;
    let opnieuw = agree(&test, later(), "teamleider").await;
    assert!(ander.id != eerste.id && opnieuw.id != eerste.id);
    let overleg = read(
        &test,
        winterswijk(),
        async |tx: &mut TenantTx| -> Result<_, OverlegError> {
            Ok(load_overleg(tx, &wie, later(), dag()).await?.overleg)
        },
    )
    .await
    .unwrap();
    assert_eq!(overleg.afspraken.len(), 3);
}

#[tokio::test]
async fn a_comment_is_made_once_however_often_the_button_is_pressed() {
    let test = TestDb::new().await;
    let (eerste, tweede) = tokio::join!(
        comment(&test, nu(), "Minder instroom."),
        comment(&test, nu(), "Minder instroom.")
    );
    assert_eq!(eerste, tweede);
    let audit = "audit where handeling = 'toelichting'";
    assert_eq!(count(&test, audit).await, 1);

    comment(&test, nu(), "Meer uitstroom.").await;
    comment(&test, later(), "Minder instroom.").await;
    let alle = read(
        &test,
        winterswijk(),
        async |tx: &mut TenantTx| -> Result<_, DbError> {
            list_toelichtingen(tx, kwartaal(), later()).await
        },
    )
    .await
    .unwrap();
    assert_eq!(alle.len(), 3);
    assert_eq!(count(&test, audit).await, 3);
}
