//! The shell: headers, errors, static pages, messages.

use actix_web::http::{Method, StatusCode};
use actix_web::test::TestRequest;
use domain::bevoegdheid::{Rol, Toekenning, Werkgebied};
use http_base::testing::Bezoeker;
use testkit::{actor, consulent, nijkerk, winterswijk};

use crate::app;

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_the_security_headers() {
    let app = app().await;
    let niemand = Bezoeker::default();
    for pad in [
        "/",
        "/privacy",
        "/bestaat-niet",
        "/assets/teken.svg",
        "/healthz",
        "/v1/bestaat-niet",
    ] {
        let antwoord = app.get(&niemand, pad).await;
        assert_eq!(antwoord.kop("x-content-type-options"), "nosniff", "{pad}");
        assert_eq!(antwoord.kop("x-frame-options"), "DENY", "{pad}");
        let verwijzer = if pad.starts_with("/v1/") {
            "no-referrer"
        } else {
            "same-origin"
        };
        assert_eq!(antwoord.kop("referrer-policy"), verwijzer, "{pad}");
        let csp = antwoord.kop("content-security-policy");
        assert!(
            csp.starts_with("default-src 'none'") && csp.contains("frame-ancestors 'none'"),
            "{pad}"
        );
        assert!(!csp.contains("unsafe"), "{pad}");
    }
    assert_eq!(
        app.get(&niemand, "/privacy").await.kop("cache-control"),
        "no-store"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_may_be_asked_for_its_headers_only() {
    let app = app().await;
    let wie = app.login(consulent()).await;
    for pad in [
        "/",
        "/GM0294/inwoners",
        "/privacy",
        "/healthz",
        "/assets/teken.svg",
    ] {
        let head = TestRequest::default().method(Method::HEAD).uri(pad);
        let head = app.send(&wie, head).await;
        assert_eq!(head.status, StatusCode::OK, "{pad}");
        let get = app.get(&wie, pad).await;
        assert_eq!(head.kop("content-type"), get.kop("content-type"), "{pad}");
    }
    let niemand = Bezoeker::default();
    let head = TestRequest::default().method(Method::HEAD).uri("/GM0294");
    let antwoord = app.send(&niemand, head).await;
    assert_eq!(antwoord.kop("location"), "/login?terug=/GM0294");
    let uit = TestRequest::default()
        .method(Method::HEAD)
        .uri("/uitloggen");
    let antwoord = app.send(&wie, uit).await;
    assert_eq!(antwoord.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_everybody_need_no_login() {
    let app = app().await;
    let niemand = Bezoeker::default();
    for (pad, tekst) in [
        ("/toegankelijkheid", "WCAG"),
        ("/privacy", "AVG"),
        ("/.well-known/security.txt", "Expires: 2027-12-31"),
        ("/healthz", "ok"),
        ("/readyz", "gereed"),
    ] {
        let antwoord = app.get(&niemand, pad).await;
        assert_eq!(antwoord.status, StatusCode::OK, "{pad}");
        assert!(antwoord.tekst().contains(tekst), "{pad}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_is_a_page_for_people_and_problem_details_for_systems() {
    let app = app().await;
    let pagina = app.get(&Bezoeker::default(), "/bestaat-niet").await;
    assert_eq!(pagina.status, StatusCode::NOT_FOUND);
    assert!(pagina.tekst().contains("<h1") && pagina.tekst().contains("Niet gevonden"));
    let probleem = app.get(&Bezoeker::default(), "/v1/bestaat-niet").await;
    assert_eq!(probleem.status, StatusCode::NOT_FOUND);
    assert_eq!(probleem.kop("content-type"), "application/problem+json");
    let inhoud: serde_json::Value = serde_json::from_slice(&probleem.inhoud).unwrap();
    assert_eq!(inhoud["status"], 404);
    assert_eq!(inhoud["title"], "Niet gevonden");
    assert!(
        inhoud["detail"].is_string()
            && inhoud["instance"]
                .as_str()
                .unwrap()
                .starts_with("urn:uuid:")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn another_method_is_405_with_the_methods_that_can() {
    let app = app().await;
    let antwoord = app
        .send(&Bezoeker::default(), TestRequest::delete().uri("/privacy"))
        .await;
    assert_eq!(antwoord.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(antwoord.kop("allow"), "GET, HEAD");
    assert!(antwoord.tekst().contains("Methode niet toegestaan"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_told_once_on_the_next_page() {
    let app = app().await;
    let wie = app.login(consulent()).await;
    let token = http_base::Token::parse(wie.token.as_deref().unwrap()).unwrap();
    app.state
        .sessies
        .update_melding(&token, Some("De notitie is vastgelegd."))
        .await
        .unwrap();
    assert!(
        app.get(&wie, "/")
            .await
            .tekst()
            .contains("De notitie is vastgelegd.")
    );
    assert!(
        !app.get(&wie, "/")
            .await
            .tekst()
            .contains("De notitie is vastgelegd.")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_works_for_several_municipalities_can_switch() {
    let app = app().await;
    let mut twee = consulent();
    twee.toekenningen.push(Toekenning {
        rol: Rol::Teamleider,
        werkgebied: Werkgebied::Gemeenten(vec![nijkerk()]),
    });
    let wie = app.login(twee).await;
    let pagina = app.get(&wie, "/GM0267").await.tekst();
    assert!(pagina.contains("Andere gemeente") && pagina.contains("href=\"/GM0294\""));
    assert!(pagina.contains("Ingelogd als") && pagina.contains("teamleider"));
    let een = app.login(actor(Rol::Griffie, winterswijk())).await;
    assert!(
        !app.get(&een, "/GM0294")
            .await
            .tekst()
            .contains("Andere gemeente")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn style_and_fonts_come_from_our_own_origin_and_may_be_kept() {
    let app = app().await;
    let wie = app.login(consulent()).await;
    let pagina = app.get(&wie, "/GM0294").await.tekst();
    let html = scraper::Html::parse_document(&pagina);
    let kies = scraper::Selector::parse("link[href], script[src]").unwrap();
    let adressen: Vec<_> = html
        .select(&kies)
        .filter_map(|e| e.attr("href").or(e.attr("src")))
        .collect();
    assert_eq!(adressen.len(), 4);
    for adres in adressen {
        let bestand = app.get(&Bezoeker::default(), adres).await;
        assert_eq!(bestand.status, StatusCode::OK, "{adres}");
        assert!(bestand.kop("cache-control").contains("max-age="), "{adres}");
    }
    assert_eq!(
        app.get(&wie, "/assets/000000000000/stuurhuis.css")
            .await
            .status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        app.get(&wie, "/assets/thema/zzzzzz.css").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_that_stops_sends_new_visitors_elsewhere() {
    let app = app().await;
    app.state
        .stopt
        .store(true, std::sync::atomic::Ordering::Relaxed);
    assert_eq!(
        app.get(&Bezoeker::default(), "/readyz").await.status,
        StatusCode::SERVICE_UNAVAILABLE
    );
    assert_eq!(
        app.get(&Bezoeker::default(), "/healthz").await.status,
        StatusCode::OK
    );
}
