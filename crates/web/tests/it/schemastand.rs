//! A municipality whose schema this program does not support gets 503; the others are served.

use actix_web::http::StatusCode;
use domain::bevoegdheid::{Actor, Rol, Toekenning, Werkgebied};
use http_base::testing::{TestApp, test_state};
use testkit::{TestDb, actor, consulent, nijkerk, winterswijk};

/// Winterswijk misses the last step of its schema, as while `stuurhuis migrate` runs.
async fn behind() -> (TestApp, TestDb) {
    let test = TestDb::new().await;
    test.forget_last_step(winterswijk()).await;
    let state = test_state(test.db.clone(), testkit::nu(), web::render_foutpagina);
    (TestApp::new(state, web::configure), test)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_municipality_that_is_behind_gets_a_clear_page_and_the_others_are_served() {
    let (app, _test) = behind().await;
    let wie = app.login(consulent()).await;
    let pagina = app.get(&wie, "/GM0294/inwoners").await;
    assert_eq!(pagina.status, StatusCode::SERVICE_UNAVAILABLE);
    let tekst = pagina.tekst();
    assert!(
        tekst.contains("De gegevens van Winterswijk worden bijgewerkt"),
        "{tekst}"
    );
    let ander = app.login(actor(Rol::Consulent, nijkerk())).await;
    let pagina = app.get(&ander, "/GM0267/inwoners").await;
    assert_eq!(pagina.status, StatusCode::OK);
    // What is of all members is done in the name of one, which cannot be served.
    let opdrachtgever = app.login(actor(Rol::Opdrachtgever, winterswijk())).await;
    let overleg = app.get(&opdrachtgever, "/overleg").await;
    assert_eq!(overleg.status, StatusCode::SERVICE_UNAVAILABLE);
    // Who has no role there learns nothing of it.
    let vreemd = app.get(&ander, "/GM0294/inwoners").await;
    assert_eq!(vreemd.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_that_is_behind_itself_answers_503_too() {
    let test = TestDb::new().await;
    test.revoke_schemastand().await;
    let state = test_state(test.db.clone(), testkit::nu(), web::render_foutpagina);
    let app = TestApp::new(state, web::configure);
    let wie = app.login(consulent()).await;
    let pagina = app.get(&wie, "/GM0294/inwoners").await;
    assert_eq!(pagina.status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_works_for_both_keeps_the_work_list_of_the_other() {
    let (app, _test) = behind().await;
    let beide = Actor {
        toekenningen: vec![Toekenning {
            rol: Rol::Teamleider,
            werkgebied: Werkgebied::Gemeenten([winterswijk(), nijkerk()].into()),
        }],
        ..consulent()
    };
    let wie = app.login(beide).await;
    let start = app.get(&wie, "/").await;
    assert_eq!(start.status, StatusCode::OK, "{}", start.tekst());
    let tekst = start.tekst();
    assert!(tekst.contains("De gegevens van Winterswijk worden bijgewerkt"));
    assert!(tekst.contains("Naar Nijkerk") && !tekst.contains("Naar Winterswijk"));
}
