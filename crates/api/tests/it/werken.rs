//! `POST /v1/werkberekeningen`: what more work gives, and where a scheme stops.

use actix_web::http::{Method, StatusCode};
use domain::recht::armoedeval::{Klif, Lokaleregeling, Regelingstrede};
use primitives::{Geld, Percentage};
use serde_json::{Value, json};

use crate::app::{Api, post, read};
use crate::reeks::compare;

/// The example of `docs/armoedeval.md`.
fn vraag() -> Value {
    let bladzijde = include_str!("../../../../docs/armoedeval.md");
    let blok = bladzijde.split("```json\n").nth(1).unwrap();
    serde_json::from_str(blok.split("```").next().unwrap()).unwrap()
}

async fn calculate(api: &Api, gebruiker: &str, vraag: &Value) -> (StatusCode, Value) {
    let token = api.token(gebruiker).await;
    let antwoord = post(api, "/v1/werkberekeningen", &token, vraag).await;
    (antwoord.status, read(&antwoord))
}

#[actix_web::test]
async fn the_example_is_answered_and_described_as_it_is() {
    let api = Api::start().await;
    let (status, antwoord) = calculate(&api, "demo-consulent-winterswijk", &vraag()).await;
    assert_eq!(status, StatusCode::OK, "{antwoord}");
    assert_eq!(antwoord["uitkomst"], "berekend", "{antwoord}");
    assert_eq!(antwoord["werkpunt"]["netto"], "600.00");
    // No council has decided anything in this database: what must be decided is named.
    assert_eq!(antwoord["armoedeval"]["nietBekend"][0]["sleutel"], "iit");
    let document = api.ask(&Method::GET, "/v1/openapi.json", None).await;
    let document: Value = serde_json::from_slice(&document.inhoud).unwrap();
    let mut alles = vraag();
    alles["gebied"] = Value::Null;
    alles["maatregel"] = Value::Null;
    compare(&document, &alles, &[("Werkberekeningsvraagvorm", "")]);
    let vormen = [
        ("Werkberekeningsvorm", ""),
        ("Armoedevalvorm", "/armoedeval"),
        ("Werkpuntvorm", "/armoedeval/punten/0"),
        ("Werkstapvorm", "/armoedeval/stappen/0"),
        ("Klifvorm", "/armoedeval/bijstandseinde"),
        ("Vrijlatingseindevorm", "/armoedeval/vrijlatingseinde"),
        ("RegelingNietBekendvorm", "/armoedeval/nietBekend/0"),
        ("Werkpuntvorm", "/werkpunt"),
        ("Stap", "/uitleg/0"),
    ];
    compare(&document, &antwoord, &vormen);
    let (grondslag, bedrag) = ("Participatiewet art. 36", Geld::from_cents(4_000));
    let klif = Klif {
        regeling: "iit",
        naam: "",
        tot: bedrag,
        verlies: bedrag,
        grondslag,
        besluit: None,
        is_deels_daarboven: false,
    };
    let regeling = Lokaleregeling {
        sleutel: "iit",
        naam: "",
        grondslag,
        bedrag,
        percentage: Percentage::from_whole(110),
        grens: bedrag,
        besluit: None,
        daarboven: vec![Regelingstrede { tot: None, bedrag }],
        is_deels_daarboven: false,
    };
    let beide = json!({ "klif": klif, "regeling": regeling });
    let vormen = [
        ("Klifvorm", "/klif"),
        ("Werkregelingvorm", "/regeling"),
        ("Regelingstredevorm", "/regeling/daarboven/0"),
    ];
    compare(&document, &beide, &vormen);
}

#[actix_web::test]
async fn wrong_fields_come_at_once_and_nobody_asks_for_another_municipality() {
    let api = Api::start().await;
    let mut fout = vraag();
    fout["peildatum"] = json!("gisteren");
    fout["bruto"] = json!("-1.00");
    let (status, antwoord) = calculate(&api, "demo-consulent-winterswijk", &fout).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    let tekst = antwoord.to_string();
    assert!(
        tekst.contains("\"peildatum\"") && tekst.contains("\"bruto\""),
        "{tekst}"
    );
    for (wie, verwacht) in [
        ("demo-consulent-nijkerk", StatusCode::NOT_FOUND),
        ("demo-fg-winterswijk", StatusCode::FORBIDDEN),
    ] {
        assert_eq!(calculate(&api, wie, &vraag()).await.0, verwacht, "{wie}");
    }
    let zonder = api.ask(&Method::POST, "/v1/werkberekeningen", None).await;
    assert_eq!(zonder.status, StatusCode::UNAUTHORIZED);
}
