//! The amounts of the law: on a day, with what held before and where it was read.

use actix_web::http::StatusCode;
use domain::bevoegdheid::{Actor, Rol};
use http_base::testing::Bezoeker;
use testkit::{actor, nijkerk, winterswijk};

use crate::app;

#[tokio::test(flavor = "multi_thread")]
async fn shows_what_holds_on_a_day_beside_the_half_year_before() {
    let app = app().await;
    let wie = app.login(actor(Rol::Consulent, winterswijk())).await;
    let blad = app.get(&wie, "/bedragen?dag=1-2-2026").await.tekst();
    for deel in [
        "1 januari 2026 tot en met 30 juni 2026",
        "Gehuwden, beiden 21 jaar of ouder",
        "€\u{a0}2.002,13",
        "€\u{a0}1.955,80",
        "Participatiewet art. 21 onder b",
        "Normenbrief",
        "IOAW art. 5 lid 4",
        "6 maanden",
    ] {
        assert!(blad.contains(deel), "{deel}");
    }
    let later = app.get(&wie, "/bedragen?dag=2-7-2026").await.tekst();
    assert!(later.contains("niet in onze bronnen"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_that_is_none_or_is_not_known_is_told() {
    let app = app().await;
    let wie = app.login(actor(Rol::Griffie, nijkerk())).await;
    let fout = app.get(&wie, "/bedragen?dag=31-2-2026").await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    let blad = fout.tekst();
    assert!(blad.contains("schrijf een dag") && blad.contains("value=\"31-2-2026\""));
    assert!(!blad.contains("2.002,13"));
    let leeg = app.get(&wie, "/bedragen?dag=1-1-2022").await;
    assert_eq!(leeg.status, StatusCode::OK);
    assert!(
        leeg.tekst()
            .contains("Voor deze dag zijn de bedragen niet bekend.")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reads_no_policy_does_not_read_them() {
    let app = app().await;
    let anoniem = app.get(&Bezoeker::default(), "/bedragen").await;
    assert_eq!(anoniem.status, StatusCode::SEE_OTHER);
    let beheerder = app.login(Actor::system("beheer", Rol::Beheerder)).await;
    let geweigerd = app.get(&beheerder, "/bedragen").await;
    assert_eq!(geweigerd.status, StatusCode::FORBIDDEN);
}
