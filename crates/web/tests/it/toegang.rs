//! Who gets in where: anonymous, another municipality, a forged cookie, a form from elsewhere.

use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use domain::bevoegdheid::{Actor, Rol};
use http_base::testing::{Bezoeker, TestApp};
use primitives::FixedClock;
use testkit::{actor, consulent, nijkerk, winterswijk};

use crate::app;

#[tokio::test(flavor = "multi_thread")]
async fn an_anonymous_visitor_goes_to_the_login_and_comes_back() {
    let app = app().await;
    let antwoord = app
        .get(&Bezoeker::default(), "/GM0294?zoek=a%20b&x=1")
        .await;
    assert_eq!(antwoord.status, StatusCode::SEE_OTHER);
    assert_eq!(
        antwoord.kop("location"),
        "/login?terug=/GM0294%3Fzoek%3Da%2520b%26x%3D1"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_municipality_without_a_role_looks_like_one_that_does_not_exist() {
    let app = app().await;
    let wie = app.login(consulent()).await;
    assert_eq!(app.get(&wie, "/GM0294").await.status, StatusCode::OK);
    let ander = app.get(&wie, "/GM0267").await;
    let geen = app.get(&wie, "/GM9999").await;
    assert_eq!(
        (ander.status, geen.status),
        (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND)
    );
    let zonder_kenmerk = |tekst: String| {
        tekst
            .lines()
            .filter(|r| !r.contains("Kenmerk"))
            .collect::<String>()
    };
    assert_eq!(zonder_kenmerk(ander.tekst()), zonder_kenmerk(geen.tekst()));
    assert_eq!(app.get(&wie, "/gm0294").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_runs_the_platform_has_no_business_in_a_municipality() {
    let app = app().await;
    let wie = app.login(Actor::system("beheer", Rol::Beheerder)).await;
    assert_eq!(app.get(&wie, "/GM0294").await.status, StatusCode::NOT_FOUND);
    let start = app.get(&wie, "/").await.tekst();
    assert!(start.contains("href=\"/beheer\"") && !start.contains("href=\"/GM0294\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_or_foreign_cookie_is_no_session() {
    let app = app().await;
    for token in ["", "x", &"0".repeat(64), "' or 1=1 --"] {
        let wie = Bezoeker {
            token: Some(token.to_owned()),
            csrf: String::new(),
        };
        let antwoord = app.get(&wie, "/").await;
        assert_eq!(antwoord.status, StatusCode::SEE_OTHER, "{token}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_after_an_hour_of_rest_and_after_ten_hours_of_work() {
    let app = app().await;
    let wie = app.login(consulent()).await;
    let status_at = async |minuten: i64| {
        let mut state = (**app.state).clone();
        let straks = testkit::nu() + jiff::SignedDuration::from_mins(minuten);
        state.clock = std::sync::Arc::new(FixedClock(straks));
        let later = TestApp::new(state, web::configure);
        later.get(&wie, "/").await.status
    };
    // Every fifty minutes a page: the session lives, until ten hours have passed.
    for minuten in (50..600).step_by(50) {
        assert_eq!(status_at(minuten).await, StatusCode::OK, "{minuten}");
    }
    assert_eq!(status_at(601).await, StatusCode::SEE_OTHER);

    let wie = app.login(consulent()).await;
    let mut state = (**app.state).clone();
    state.clock = std::sync::Arc::new(FixedClock(
        testkit::nu() + jiff::SignedDuration::from_mins(61),
    ));
    let later = TestApp::new(state, web::configure);
    assert_eq!(later.get(&wie, "/").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_without_its_secret_or_from_elsewhere_is_refused() {
    let app = app().await;
    let wie = app.login(consulent()).await;
    let zonder = Bezoeker {
        csrf: String::new(),
        ..wie.clone()
    };
    assert_eq!(
        app.post(&zonder, "/uitloggen", &[]).await.status,
        StatusCode::FORBIDDEN
    );
    let ander = app.login(actor(Rol::Griffie, nijkerk())).await;
    let geleend = Bezoeker {
        csrf: ander.csrf,
        ..wie.clone()
    };
    assert_eq!(
        app.post(&geleend, "/uitloggen", &[]).await.status,
        StatusCode::FORBIDDEN
    );
    for (naam, waarde) in [
        ("origin", "https://kwaad.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        let verzoek = TestRequest::post()
            .uri("/uitloggen")
            .insert_header((naam, waarde))
            .set_form([("_csrf", wie.csrf.as_str())]);
        let antwoord = app.send(&wie, verzoek).await;
        assert_eq!(antwoord.status, StatusCode::FORBIDDEN, "{naam}: {waarde}");
    }
    let verzoek = TestRequest::post()
        .uri("/uitloggen")
        .insert_header(("content-type", "text/plain"))
        .set_payload(format!("_csrf={}", wie.csrf));
    assert_eq!(
        app.send(&wie, verzoek).await.status,
        StatusCode::UNSUPPORTED_MEDIA_TYPE
    );
    assert_eq!(app.get(&wie, "/").await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn logging_out_ends_the_session_for_whoever_holds_the_cookie() {
    let app = app().await;
    let wie = app.login(consulent()).await;
    let antwoord = app.post(&wie, "/uitloggen", &[]).await;
    assert_eq!(antwoord.status, StatusCode::SEE_OTHER);
    assert_eq!(antwoord.kop("location"), "/uitgelogd");
    assert!(antwoord.kop("set-cookie").contains("Max-Age=0"));
    assert_eq!(app.get(&wie, "/").await.status, StatusCode::SEE_OTHER);
    let pagina = app.get(&Bezoeker::default(), "/uitgelogd").await;
    assert!(pagina.tekst().contains("U bent uitgelogd"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_enormous_form_is_refused_before_it_is_read() {
    let app = app().await;
    let wie = app.login(consulent()).await;
    let veel = "a".repeat(300 * 1024);
    let antwoord = app
        .post(&wie, "/uitloggen", &[("tekst", veel.as_str())])
        .await;
    assert_eq!(antwoord.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(antwoord.tekst().contains("Te groot"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_when_the_provider_does_not_answer_says_so() {
    let app = app().await;
    let antwoord = app.get(&Bezoeker::default(), "/login").await;
    assert_eq!(antwoord.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(antwoord.tekst().contains("Inloggen lukt nu niet"));
    assert!(!antwoord.tekst().contains("127.0.0.1:1"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_to_a_login_that_was_never_begun_is_refused() {
    let app = app().await;
    for pad in [
        "/login/terug",
        "/login/terug?code=a&state=b",
        "/login/terug?error=access_denied&state=b",
    ] {
        let antwoord = app.get(&Bezoeker::default(), pad).await;
        assert_eq!(antwoord.status, StatusCode::BAD_REQUEST, "{pad}");
    }
}

/// PostgreSQL keeps no NUL, so it came out as a storing; other bytes were silently changed into question marks.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_text_is_refused_with_a_sentence() {
    let app = app().await;
    let wie = app.login(actor(Rol::Directie, winterswijk())).await;
    let pad = "/GM0294/kwartalen/2026-K3/toelichtingen";
    for tekst in ["a%00b", "a%ffb", "a%C3"] {
        let inhoud = format!("_csrf={}&tekst={tekst}", wie.csrf);
        let verzoek = TestRequest::post()
            .uri(pad)
            .insert_header(("content-type", "application/x-www-form-urlencoded"))
            .set_payload(inhoud);
        let antwoord = app.send(&wie, verzoek).await;
        assert_eq!(antwoord.status, StatusCode::BAD_REQUEST, "{tekst}");
        assert!(antwoord.tekst().contains("niet kunnen lezen"), "{tekst}");
        let vraag = app.get(&wie, &format!("/GM0294/beleid?zoek={tekst}")).await;
        assert_eq!(vraag.status, StatusCode::BAD_REQUEST, "{tekst}");
        let deel = app.get(&wie, &format!("/GM0294/beleid/{tekst}")).await;
        assert_eq!(deel.status, StatusCode::BAD_REQUEST, "{tekst}");
        let api = app.get(&wie, &format!("/v1/{tekst}")).await;
        assert_eq!(api.kop("content-type"), "application/problem+json");
    }
}
