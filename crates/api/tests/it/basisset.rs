//! A shared base by systems: drafted, written again, published by a second person; and who may not.

use actix_web::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::app::{Api, post, read};

const LIJST: &str = "/v1/gemeenten/GM0294/basissets";

fn tekst(maanden: &str) -> Value {
    json!({
        "vanaf": "2027-01-01", "leden": ["GM0294", "GM0267"],
        "waarden": [{ "sleutel": "iit.referteperiode", "waarde": maanden, "uitleg": "Drie jaar is gangbaar." }]
    })
}

fn met_naam(naam: &str, maanden: &str) -> Value {
    let mut basisset = tekst(maanden);
    basisset["naam"] = json!(naam);
    basisset
}

#[actix_web::test]
async fn a_base_goes_from_draft_to_a_version() {
    let api = Api::start().await;
    let een = api.token("demo-griffie-winterswijk").await;
    let twee = api.token("demo-griffie2-winterswijk").await;
    let concept = post(&api, LIJST, &een, &met_naam("Toeslag samen", "36")).await;
    assert_eq!(concept.status, StatusCode::CREATED, "{}", concept.tekst());
    let adres = concept.kop("location").to_owned();
    let gezien = read(&api.ask(&Method::GET, &adres, Some(&twee)).await);
    assert_eq!(gezien, read(&concept));
    assert_eq!(
        (&gezien["stand"], &gezien["bewerking"]),
        (&json!("concept"), &json!(1))
    );

    let wijziging = json!({ "bewerking": 1, "tekst": tekst("24") });
    let pad = format!("{adres}/wijzigingen");
    let gewijzigd = read(&post(&api, &pad, &een, &wijziging).await);
    assert_eq!(gewijzigd["waarden"][0]["waarde"], "24");
    let laat = post(&api, &pad, &twee, &wijziging).await;
    assert_eq!(laat.status, StatusCode::CONFLICT, "{}", laat.tekst());

    let publicatie = json!({ "bewerking": 2 });
    let pad = format!("{adres}/publicatie");
    let zelf = post(&api, &pad, &een, &publicatie).await;
    assert_eq!(zelf.status, StatusCode::FORBIDDEN, "{}", zelf.tekst());
    let ander = post(&api, &pad, &twee, &publicatie).await;
    assert_eq!(read(&ander)["stand"], "gepubliceerd", "{}", ander.tekst());
    let lijst = read(&api.ask(&Method::GET, LIJST, Some(&een)).await);
    assert_eq!(lijst["versies"][0]["waarden"][0]["waarde"], "24");
}

#[actix_web::test]
async fn what_the_law_refuses_and_who_may_not_changes_nothing() {
    let api = Api::start().await;
    let griffie = api.token("demo-griffie-winterswijk").await;
    let mut fout = met_naam("", "niets");
    fout["leden"] = json!(["GM0294"]);
    let antwoord = post(&api, LIJST, &griffie, &fout).await;
    assert_eq!(antwoord.status, StatusCode::BAD_REQUEST);
    let velden = read(&antwoord)["invalidParams"].clone();
    let namen: Vec<_> = velden
        .as_array()
        .unwrap()
        .iter()
        .map(|veld| veld["name"].clone())
        .collect();
    assert_eq!(namen, ["naam", "leden", "waarden.0.waarde"]);
    for gebruiker in ["demo-consulent-winterswijk", "demo-directie"] {
        let token = api.token(gebruiker).await;
        let antwoord = post(&api, LIJST, &token, &met_naam("Samen", "36")).await;
        assert_eq!(antwoord.status, StatusCode::FORBIDDEN, "{gebruiker}");
    }
    let lijst = read(&api.ask(&Method::GET, LIJST, Some(&griffie)).await);
    assert_eq!(lijst["versies"], json!([]));
}
