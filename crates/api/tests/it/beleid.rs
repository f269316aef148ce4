//! Recording, publishing and reading policy by systems.

use actix_web::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::app::{Api, post, read};

fn besluit() -> Value {
    json!({
        "orgaan": "raad", "nummer": "2025-118", "titel": "Verordening inkomenstoeslag",
        "vergaderdatum": "2025-12-11", "inwerkingtreding": "2026-01-01",
        "uitkomst": { "beslissing": "aangenomen", "stemming": "geteld", "stemmenVoor": 15, "stemmenTegen": 8 },
        "waarden": [
            { "sleutel": "iit.bedrag.alleenstaande", "waarde": "450.00" },
            { "sleutel": "iit.referteperiode", "waarde": 36 },
            { "sleutel": "tegenprestatie.vrijstellingen", "waarde": ["mantelzorgers", "statushouders"] },
            { "sleutel": "iit.bedrag.alleenstaande-ouder", "waarde": "550.00" },
            { "sleutel": "iit.bedrag.gehuwden", "waarde": "600.00" }
        ]
    })
}

const BESLUITEN: &str = "/v1/gemeenten/GM0294/besluiten";

#[actix_web::test]
async fn a_decision_is_recorded_published_and_read_back() {
    let api = Api::start().await;
    let token = api.token("demo-griffie-winterswijk").await;
    let antwoord = post(&api, BESLUITEN, &token, &besluit()).await;
    assert_eq!(antwoord.status, StatusCode::CREATED, "{}", antwoord.tekst());
    let adres = antwoord.kop("location").to_owned();
    assert_eq!(read(&antwoord)["stand"], "aanvaard");
    let parameter = "/v1/gemeenten/GM0294/parameters/iit.bedrag.alleenstaande?peildatum=2026-03-01";
    let voor = api.ask(&Method::GET, parameter, Some(&token)).await;
    assert_eq!(read(&voor)["stand"], "zonder-besluit");

    let bekendmaking = json!({ "plaats": "cvdr", "nummer": "CVDR741634", "datum": "2025-12-18" });
    let pad = format!("{adres}/bekendmaking");
    let zelf = post(&api, &pad, &token, &bekendmaking).await;
    assert_eq!(zelf.status, StatusCode::FORBIDDEN, "{}", zelf.tekst());
    let tweede = api.token("demo-griffie2-winterswijk").await;
    let antwoord = post(&api, &pad, &tweede, &bekendmaking).await;
    assert_eq!(antwoord.status, StatusCode::CREATED, "{}", antwoord.tekst());
    let na = read(&api.ask(&Method::GET, parameter, Some(&token)).await);
    assert_eq!(
        (&na["stand"], &na["waarde"]),
        (&json!("besloten"), &json!("450.00"))
    );
    assert_eq!(na["besluit"]["aanhaling"], "Raadsbesluit 2025-118 (GM0294)");
    assert_eq!(na["verloop"].as_array().unwrap().len(), 2);
    let vroeger = format!("{parameter}&bekendOp=2026-01-01T00:00:00%2B01:00");
    let vroeger = read(&api.ask(&Method::GET, &vroeger, Some(&token)).await);
    assert_eq!(vroeger["stand"], "zonder-besluit");
    let lijst = "/v1/gemeenten/GM0294/parameters?peildatum=2026-03-01";
    let lijst = read(&api.ask(&Method::GET, lijst, Some(&token)).await);
    let maanden = lijst["parameters"].as_array().unwrap().iter();
    let maanden: Vec<_> = maanden
        .filter(|p| p["sleutel"] == "iit.referteperiode")
        .collect();
    assert_eq!(maanden[0]["waarde"], 36);

    let vergelijking = "/v1/gemeenten/GM0294/beleidsvergelijking?peildatum=2026-03-01";
    let vergelijking = read(&api.ask(&Method::GET, vergelijking, Some(&token)).await);
    assert_eq!(vergelijking["gemeenten"], json!(["GM0294", "GM0267"]));
    let bedragen = vergelijking["gegevens"].as_array().unwrap().iter();
    let bedrag = bedragen
        .clone()
        .find(|g| g["sleutel"] == "iit.bedrag.alleenstaande");
    let waarden = &bedrag.unwrap()["waarden"];
    assert_eq!(
        (&waarden[0]["waarde"], &waarden[1]["stand"]),
        (&json!("450.00"), &json!("zonder-besluit"))
    );
    let alleen = &vergelijking["huishoudens"][0]["gemeenten"];
    assert_eq!(
        alleen[1]["inkomens"][0]["bedrag"],
        Value::Null,
        "nothing decided"
    );
    assert_eq!(alleen[0]["inkomens"][5]["inkomen"], 150);

    let gelezen = read(&api.ask(&Method::GET, &adres, Some(&token)).await);
    assert_eq!(
        gelezen["waarden"][2]["waarde"],
        json!(["mantelzorgers", "statushouders"])
    );
    assert_eq!(gelezen["uitkomst"]["stemmenVoor"], 15);
    let opnieuw = post(&api, &pad, &tweede, &bekendmaking).await;
    assert_eq!(opnieuw.status, StatusCode::CONFLICT);
    let alle = read(&api.ask(&Method::GET, BESLUITEN, Some(&token)).await);
    assert_eq!(alle["besluiten"][0]["nummer"], "2025-118");
}

#[actix_web::test]
async fn every_fault_is_named_at_once_with_the_bound_and_its_article() {
    let api = Api::start().await;
    let token = api.token("demo-griffie-winterswijk").await;
    let mut fout = besluit();
    fout["nummer"] = json!("");
    fout["vergaderdatum"] = json!("11-12-2025");
    fout["waarden"] = json!([
        { "sleutel": "iit.bedrag.gehuwden", "waarde": "1.005" },
        { "sleutel": "maatregel.duur.eerste", "waarde": 4 },
        { "sleutel": "iit.referteperiode", "waarde": { "maanden": 3 } },
        { "sleutel": "tegenprestatie.vrijstellingen", "waarde": ["a\nb"] },
        { "sleutel": "'; drop table besluit; --", "waarde": null }
    ]);
    let antwoord = post(&api, BESLUITEN, &token, &fout).await;
    assert_eq!(antwoord.status, StatusCode::BAD_REQUEST);
    let inhoud = read(&antwoord);
    let velden = inhoud["invalidParams"].as_array().unwrap();
    let namen: Vec<_> = velden
        .iter()
        .map(|veld| veld["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        namen,
        [
            "nummer",
            "vergaderdatum",
            "waarden.0.waarde",
            "waarden.1.waarde",
            "waarden.2.waarde",
            "waarden.3.waarde",
            "waarden.4.sleutel"
        ]
    );
    assert!(antwoord.tekst().contains("Participatiewet art. 18 lid 5"));
}

#[actix_web::test]
async fn each_role_records_for_its_own_organ_only() {
    let api = Api::start().await;
    for (gebruiker, status) in [
        ("demo-consulent-winterswijk", StatusCode::FORBIDDEN),
        ("demo-college-winterswijk", StatusCode::FORBIDDEN),
        ("demo-griffie-nijkerk", StatusCode::NOT_FOUND),
        ("demo-griffie-winterswijk", StatusCode::CREATED),
    ] {
        let token = api.token(gebruiker).await;
        let antwoord = post(&api, BESLUITEN, &token, &besluit()).await;
        assert_eq!(antwoord.status, status, "{gebruiker}: {}", antwoord.tekst());
    }
}

#[actix_web::test]
async fn odd_questions_are_refused_with_the_field() {
    let api = Api::start().await;
    let token = api.token("demo-griffie-winterswijk").await;
    for (vraag, veld) in [
        ("parameters?peildatum=2026-02-30", "peildatum"),
        ("parameters?bekendOp=gisteren", "bekendOp"),
        ("beleidsvergelijking?peildatum=2026-02-30", "peildatum"),
        ("besluiten?orgaan=koning", "orgaan"),
        ("besluiten?na=1", "na"),
    ] {
        let pad = format!("/v1/gemeenten/GM0294/{vraag}");
        let antwoord = api.ask(&Method::GET, &pad, Some(&token)).await;
        assert_eq!(antwoord.status, StatusCode::BAD_REQUEST, "{vraag}");
        assert_eq!(read(&antwoord)["invalidParams"][0]["name"], veld, "{vraag}");
    }
    for vraag in [
        "parameters?zoek=x",
        "parameters/bestaat.niet",
        "besluiten/1",
    ] {
        let pad = format!("/v1/gemeenten/GM0294/{vraag}");
        let antwoord = api.ask(&Method::GET, &pad, Some(&token)).await;
        assert!(
            antwoord.status.is_client_error(),
            "{vraag}: {}",
            antwoord.status
        );
    }
}
