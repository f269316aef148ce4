//! Taking over files through the page.

use actix_web::http::StatusCode;
use domain::bevoegdheid::Rol;
use domain::statistiek::BUS_VELDEN;
use http_base::testing::{Bezoeker, TestApp};
use testkit::{actor, consulent, nijkerk};

use crate::app;

const PAD: &str = "/GM0267/bestand";
const REGEL: &str = "2026;10;0267;0267;gws;2026.1;U1;01;;1;01;1419;+0000;+0530;000840;20250402;;111222333;\
19880412;2;1;20250401;;2;;;2;;;;11;+0530;1;";

fn bus(regel: &str) -> Vec<u8> {
    let kop: Vec<_> = BUS_VELDEN.iter().map(|veld| veld.naam).collect();
    format!("{}\n{regel}\n", kop.join(";")).into_bytes()
}

async fn teamleider() -> (TestApp, Bezoeker) {
    let app = app().await;
    let wie = app.login(actor(Rol::Teamleider, nijkerk())).await;
    (app, wie)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_tried_taken_over_and_shown_in_the_history() {
    let (app, wie) = teamleider().await;
    let start = app.get(&wie, "/").await.tekst();
    assert!(start.contains("Lees het bestand van oktober 2026 in"));
    let leeg = app.get(&wie, PAD).await.tekst();
    assert!(leeg.contains("Er is nog geen bestand ingelezen"));

    let bestand = bus(REGEL);
    let proef = app
        .upload(&wie, PAD, &[("proef", "ja")], ("bus", "bus.csv", &bestand))
        .await;
    assert_eq!(proef.status, StatusCode::OK);
    assert!(
        proef.tekst().contains("1 regel van 1 inwoner")
            && proef.tekst().contains("Er is niets opgeslagen")
    );
    assert!(
        app.get(&wie, PAD)
            .await
            .tekst()
            .contains("Er is nog geen bestand ingelezen")
    );

    let echt = app
        .upload(&wie, PAD, &[], ("bus", "bus.csv", &bestand))
        .await;
    assert_eq!(
        (echt.status, echt.kop("location")),
        (StatusCode::SEE_OTHER, PAD)
    );
    let na = app.get(&wie, PAD).await.tekst();
    assert!(na.contains("BUS over oktober 2026: 1 regel") && na.contains("Ingelezen bestanden"));
    assert!(!na.contains("111222333"), "no bsn on the page");

    app.upload(&wie, PAD, &[], ("bus", "bus.csv", &bestand))
        .await;
    assert!(
        app.get(&wie, PAD)
            .await
            .tekst()
            .contains("alles was al bekend")
    );
    assert!(
        !app.get(&wie, "/")
            .await
            .tekst()
            .contains("Lees het bestand van")
    );
    for (formaat, begin) in [
        ("csv", b"ingelezen".as_slice()),
        ("xlsx", b"PK"),
        ("ods", b"PK"),
    ] {
        let lijst = app.get(&wie, &format!("{PAD}/leveringen.{formaat}")).await;
        assert!(
            lijst.status.is_success() && lijst.inhoud.starts_with(begin),
            "{formaat}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn faults_are_shown_with_line_field_and_rule_and_nothing_is_kept() {
    let (app, wie) = teamleider().await;
    let fout = REGEL
        .replace("111222333", "111222334")
        .replace(";20250401;", ";20250231;");
    let antwoord = app
        .upload(&wie, PAD, &[], ("bus", "bus.csv", &bus(&fout)))
        .await;
    let tekst = antwoord.tekst();
    assert_eq!(antwoord.status, StatusCode::BAD_REQUEST);
    assert!(tekst.contains("Er is niets overgenomen") && tekst.contains("BUS: 2 fouten"));
    assert!(tekst.contains("deze datum bestaat niet") && tekst.contains("20250231"));
    assert!(
        !tekst.contains("111222334"),
        "a bsn is never shown, right or wrong"
    );
    assert!(
        app.get(&wie, PAD)
            .await
            .tekst()
            .contains("Er is nog geen bestand ingelezen")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_without_a_file_or_with_anything_else_gets_a_clear_answer() {
    let (app, wie) = teamleider().await;
    let zonder = app.upload(&wie, PAD, &[], ("bus", "", b"")).await;
    assert_eq!(zonder.status, StatusCode::BAD_REQUEST);
    assert!(zonder.tekst().contains("Kies minstens één bestand"));
    for inhoud in [
        b"\x89PNG\r\n\x1a\n\0\0".as_slice(),
        b"",
        b"a,b,c\n1,2,3\n",
        b"\xff\xfe\0",
    ] {
        let antwoord = app.upload(&wie, PAD, &[], ("srg", "x.csv", inhoud)).await;
        assert_eq!(antwoord.status, StatusCode::BAD_REQUEST, "{inhoud:?}");
    }
    assert_eq!(
        app.get(&wie, &format!("{PAD}?voor=x")).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        app.get(&wie, &format!("{PAD}/leveringen.exe")).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_may_import_sees_the_page() {
    let app = app().await;
    let consulent = app.login(consulent()).await;
    assert_eq!(
        app.get(&consulent, "/GM0294/bestand").await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(app.get(&consulent, PAD).await.status, StatusCode::NOT_FOUND);
    let bestand = bus(REGEL);
    let antwoord = app
        .upload(
            &consulent,
            "/GM0294/bestand",
            &[],
            ("bus", "b.csv", &bestand),
        )
        .await;
    assert_eq!(antwoord.status, StatusCode::FORBIDDEN);
}
