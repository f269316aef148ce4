//! Forms with a file.

use actix_web::http::StatusCode;
use actix_web::web::ServiceConfig;
use http_base::testing::{Bezoeker, TestApp};
use http_base::{Fout, Pad, Upload};
use testkit::consulent;

use crate::app;

/// Answers with what arrived.
async fn echo(upload: Upload) -> Result<String, Fout> {
    let bestand = upload.bestand("bus").ok_or_else(Fout::niet_gevonden)?;
    Ok(format!(
        "{} {} {}",
        upload.veld("soort"),
        bestand.naam,
        bestand.inhoud.len()
    ))
}

fn configure(cfg: &mut ServiceConfig) {
    cfg.service(Pad::new("/echo").post(echo));
}

async fn echo_app() -> (TestApp, Bezoeker) {
    let app = TestApp::new((**app().await.state).clone(), configure);
    let wie = app.login(consulent()).await;
    (app, wie)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_arrives_with_the_fields_of_its_form() {
    let (app, wie) = echo_app().await;
    let antwoord = app
        .upload(
            &wie,
            "/echo",
            &[("soort", "proef")],
            ("bus", "bus.csv", b"a;b\n1;2\n"),
        )
        .await;
    assert_eq!(
        (antwoord.status, antwoord.tekst().as_str()),
        (StatusCode::OK, "proef bus.csv 8")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_file_field_is_no_file() {
    let (app, wie) = echo_app().await;
    let antwoord = app.upload(&wie, "/echo", &[], ("bus", "", b"")).await;
    assert_eq!(antwoord.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_another_session_is_refused_before_it_is_kept() {
    let (app, wie) = echo_app().await;
    let vreemd = Bezoeker {
        csrf: "0".repeat(64),
        ..wie
    };
    let antwoord = app
        .upload(&vreemd, "/echo", &[], ("bus", "bus.csv", b"a"))
        .await;
    assert_eq!(antwoord.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_megabytes_get_a_clear_answer() {
    let (app, wie) = echo_app().await;
    let veel = vec![b'1'; 200 * 1024 * 1024];
    let antwoord = app
        .upload(&wie, "/echo", &[], ("bus", "bus.csv", &veel))
        .await;
    assert_eq!(antwoord.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(antwoord.tekst().contains("Maak het kleiner of deel het op"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_stops_halfway_is_refused() {
    let (app, wie) = echo_app().await;
    let verzoek = actix_web::test::TestRequest::post()
        .uri("/echo")
        .insert_header(("content-type", "multipart/form-data; boundary=x"))
        .set_payload(format!(
            "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n{}\r\n--x\r\nContent-Disposition: form-data; name=\"bus\"; filename=\"b\"\r\n\r\nhal",
            wie.csrf
        ));
    assert_eq!(
        app.send(&wie, verzoek).await.status,
        StatusCode::BAD_REQUEST
    );
}
