//! `/beheer`.

use actix_web::http::StatusCode;
use domain::bevoegdheid::{Actor, Rol};
use testkit::consulent;

use crate::app;

#[tokio::test(flavor = "multi_thread")]
async fn who_runs_the_platform_sees_municipalities_and_queue_and_nobody_else_does() {
    let app = app().await;
    let beheerder = app.login(Actor::system("beheer", Rol::Beheerder)).await;
    let pagina = app.get(&beheerder, "/beheer").await;
    assert_eq!(pagina.status, StatusCode::OK, "{}", pagina.tekst());
    assert!(pagina.tekst().contains("Winterswijk") && pagina.tekst().contains("niets mislukt"));
    let consulent = app.login(consulent()).await;
    let geweigerd = app.get(&consulent, "/beheer").await;
    assert_eq!(geweigerd.status, StatusCode::FORBIDDEN);
    assert!(geweigerd.tekst().contains("Geen toegang"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_does_not_wait_for_anybody_cannot_be_tried_again() {
    let app = app().await;
    let beheerder = app.login(Actor::system("beheer", Rol::Beheerder)).await;
    let geen = "/beheer/jobs/01a200c7-5e74-7057-aa97-9e0a24599240/opnieuw";
    assert_eq!(
        app.post(&beheerder, geen, &[]).await.status,
        StatusCode::CONFLICT
    );
    let onzin = "/beheer/jobs/1%27%20or%201=1/opnieuw";
    assert_eq!(
        app.post(&beheerder, onzin, &[]).await.status,
        StatusCode::NOT_FOUND
    );
    let consulent = app.login(consulent()).await;
    assert_eq!(
        app.post(&consulent, geen, &[]).await.status,
        StatusCode::FORBIDDEN
    );
}
