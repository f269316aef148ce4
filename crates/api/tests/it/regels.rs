//! The API Design Rules and access, tried on every route of the document.

use actix_web::http::{Method, StatusCode};
use actix_web::test::TestRequest;
use http_base::API_VERSIE;
use http_base::testing::{Bezoeker, TestAntwoord, TestApp};
use serde_json::Value;

use crate::app::{Api, routes};

fn assert_problem(antwoord: &TestAntwoord, status: StatusCode, wat: &str) {
    assert_eq!(antwoord.status, status, "{wat}: {}", antwoord.tekst());
    assert_eq!(
        antwoord.kop("content-type"),
        "application/problem+json",
        "{wat}"
    );
    assert_eq!(antwoord.kop("api-version"), API_VERSIE, "{wat}");
    let inhoud: Value = serde_json::from_slice(&antwoord.inhoud).unwrap();
    for veld in ["type", "title", "detail", "instance"] {
        assert!(
            inhoud[veld].as_str().is_some_and(|tekst| !tekst.is_empty()),
            "{wat}: {veld}"
        );
    }
    assert_eq!(inhoud["status"], status.as_u16(), "{wat}");
}

#[actix_web::test]
async fn nobody_gets_in_without_a_token_or_with_a_forged_one() {
    let api = Api::start().await;
    let goed = api.token("demo-directie").await;
    let (kop, rest) = goed.split_once('.').unwrap();
    let gewijzigd = format!(
        "{kop}.{}{rest}",
        if rest.starts_with('a') { "b" } else { "a" }
    );
    for (pad, methoden) in routes() {
        for methode in methoden {
            for token in [
                None,
                Some("x"),
                Some(gewijzigd.as_str()),
                Some("eyJhbGciOiJub25lIn0.e30."),
            ] {
                let antwoord = api.ask(&methode, &pad, token).await;
                assert_problem(
                    &antwoord,
                    StatusCode::UNAUTHORIZED,
                    &format!("{methode} {pad} {token:?}"),
                );
            }
        }
    }
}

#[actix_web::test]
async fn another_municipality_does_not_exist() {
    let api = Api::start().await;
    let elders = api.token("demo-consulent-nijkerk").await;
    let geen_rol = api.token("demo-zonder-rol").await;
    for (pad, methoden) in routes()
        .into_iter()
        .filter(|(pad, _)| pad.contains("GM0294"))
    {
        for methode in methoden {
            let antwoord = api.ask(&methode, &pad, Some(&elders)).await;
            assert_problem(
                &antwoord,
                StatusCode::NOT_FOUND,
                &format!("{methode} {pad}"),
            );
            let antwoord = api.ask(&methode, &pad, Some(&geen_rol)).await;
            assert!(
                antwoord.status.is_client_error(),
                "{methode} {pad}: {}",
                antwoord.status
            );
        }
    }
}

#[actix_web::test]
async fn a_slash_at_the_end_is_another_address() {
    let api = Api::start().await;
    let token = api.token("demo-directie").await;
    for (pad, _) in routes() {
        let antwoord = api
            .ask(&Method::GET, &format!("{pad}/"), Some(&token))
            .await;
        assert_problem(&antwoord, StatusCode::NOT_FOUND, &pad);
    }
}

#[actix_web::test]
async fn other_methods_are_refused_with_the_ones_that_work() {
    let api = Api::start().await;
    let token = api.token("demo-directie").await;
    for (pad, methoden) in routes() {
        for methode in TestApp::METHODEN
            .iter()
            .filter(|methode| !methoden.contains(methode))
        {
            let antwoord = api.ask(methode, &pad, Some(&token)).await;
            assert_problem(
                &antwoord,
                StatusCode::METHOD_NOT_ALLOWED,
                &format!("{methode} {pad}"),
            );
            for werkt in &methoden {
                assert!(
                    antwoord.kop("allow").contains(werkt.as_str()),
                    "{methode} {pad}"
                );
            }
        }
    }
}

#[actix_web::test]
async fn head_answers_as_get() {
    let api = Api::start().await;
    let token = api.token("demo-directie").await;
    for (pad, methoden) in routes() {
        let head = api.ask(&Method::HEAD, &pad, Some(&token)).await;
        if methoden.contains(&Method::GET) {
            let get = api.ask(&Method::GET, &pad, Some(&token)).await;
            assert_eq!(head.status, get.status, "{pad}");
            for kop in ["content-type", "api-version", "cache-control"] {
                assert_eq!(head.kop(kop), get.kop(kop), "{pad} {kop}");
            }
            let niemand = api.ask(&Method::HEAD, &pad, None).await;
            assert_eq!(niemand.status, StatusCode::UNAUTHORIZED, "{pad}");
        } else {
            assert_problem(&head, StatusCode::METHOD_NOT_ALLOWED, &pad);
        }
    }
}

/// Over a real connection, because the body is left out where the answer is written.
#[actix_web::test]
async fn head_has_no_body_and_says_how_long_it_would_be() {
    let api = Api::start().await;
    let state = api.app.state.clone();
    let server =
        actix_web::HttpServer::new(move || http_base::build_app(state.clone(), api::configure))
            .workers(1)
            .disable_signals()
            .bind(("127.0.0.1", 0))
            .unwrap();
    let adres = format!("http://{}/v1/openapi.json", server.addrs()[0]);
    let server = server.run();
    let greep = server.handle();
    actix_web::rt::spawn(server);
    let http = reqwest::Client::new();
    let get = http.get(&adres).send().await.unwrap();
    let lengte = get.headers()["content-length"].clone();
    let head = http.head(&adres).send().await.unwrap();
    assert_eq!(head.status().as_u16(), 200);
    assert_eq!(head.headers()["content-length"], lengte);
    assert_eq!(head.bytes().await.unwrap().len(), 0);
    // The same connection still works: no byte of a body was left on it.
    assert_eq!(
        http.get(&adres).send().await.unwrap().status().as_u16(),
        200
    );
    greep.stop(false).await;
}

#[actix_web::test]
async fn a_body_of_another_kind_or_half_a_body_is_refused() {
    let api = Api::start().await;
    let token = api.token("demo-directie").await;
    let bearer = ("authorization", format!("Bearer {token}"));
    for (pad, _) in routes()
        .into_iter()
        .filter(|(_, methoden)| methoden.contains(&Method::POST))
    {
        let tekst = TestRequest::post()
            .uri(&pad)
            .insert_header(bearer.clone())
            .insert_header(("content-type", "text/plain"));
        let antwoord = api
            .app
            .send(&Bezoeker::default(), tekst.set_payload("{}"))
            .await;
        assert_problem(&antwoord, StatusCode::UNSUPPORTED_MEDIA_TYPE, &pad);
        let half = TestRequest::post()
            .uri(&pad)
            .insert_header(bearer.clone())
            .insert_header(("content-type", "application/json"));
        // A file is not JSON, whole or half.
        let geweigerd = if pad.ends_with("/bijlagen") {
            StatusCode::UNSUPPORTED_MEDIA_TYPE
        } else {
            StatusCode::BAD_REQUEST
        };
        let antwoord = api
            .app
            .send(&Bezoeker::default(), half.set_payload("{\"a\":"))
            .await;
        assert_problem(&antwoord, geweigerd, &pad);
    }
}

#[actix_web::test]
async fn every_answer_carries_the_security_headers() {
    let api = Api::start().await;
    for pad in ["/v1/openapi.json", "/v1/gemeenten", "/v1/bestaat-niet"] {
        let antwoord = api.ask(&Method::GET, pad, None).await;
        for (kop, waarde) in [
            ("cache-control", "no-store"),
            (
                "content-security-policy",
                "default-src 'none'; frame-ancestors 'none'",
            ),
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "no-referrer"),
            ("api-version", API_VERSIE),
        ] {
            assert_eq!(antwoord.kop(kop), waarde, "{pad} {kop}");
        }
    }
}

#[actix_web::test]
async fn the_document_is_open_to_every_origin_and_follows_the_naming_rules() {
    let api = Api::start().await;
    let antwoord = api.ask(&Method::GET, "/v1/openapi.json", None).await;
    assert_eq!(
        (antwoord.status, antwoord.kop("access-control-allow-origin")),
        (StatusCode::OK, "*")
    );
    let document: Value = serde_json::from_slice(&antwoord.inhoud).unwrap();
    assert_eq!(document["info"]["version"], API_VERSIE);
    assert!(
        ["name", "email", "url"]
            .iter()
            .all(|veld| document["info"]["contact"][veld].is_string())
    );
    for pad in document["paths"].as_object().unwrap().keys() {
        let goed = |deel: &str| {
            let naam = deel.trim_start_matches('_').trim_matches(['{', '}']);
            naam.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        assert!(
            pad.starts_with("/v1/") && !pad.ends_with('/') && pad.split('/').all(goed),
            "{pad}"
        );
    }
}

#[actix_web::test]
async fn who_has_a_role_sees_its_own_municipalities() {
    let api = Api::start().await;
    let token = api.token("demo-consulent-winterswijk").await;
    let antwoord = api.ask(&Method::GET, "/v1/gemeenten", Some(&token)).await;
    assert_eq!(
        antwoord.tekst(),
        r#"{"gemeenten":[{"code":"GM0294","naam":"Winterswijk"}]}"#
    );
}
