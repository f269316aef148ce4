//! A round of zienswijzen by systems: opened, a view and its answer by two people each, finished; and what is refused.

use actix_web::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::app::{Api, post, read};

const RONDES: &str = "/v1/gemeenten/GM0294/zienswijzerondes";

/// Sent long ago and due far ahead, whatever the clock of the machine says.
fn ronde() -> Value {
    json!({
        "soort": "begrotingswijziging", "titel": "Begrotingswijziging", "jaar": 2026,
        "verzondenOp": "2026-01-05", "uiterlijk": "2099-01-01", "bestuurOp": "2099-02-01"
    })
}

#[actix_web::test]
async fn a_round_goes_from_open_to_answered() {
    let api = Api::start().await;
    let (een, twee) = (
        api.token("demo-griffie-winterswijk").await,
        api.token("demo-griffie2-winterswijk").await,
    );
    let (directie, bestuur) = (
        api.token("demo-directie").await,
        api.token("demo-bestuur").await,
    );
    let geopend = post(&api, RONDES, &directie, &ronde()).await;
    assert_eq!(geopend.status, StatusCode::CREATED, "{}", geopend.tekst());
    let adres = geopend.kop("location").to_owned();
    let termijn = &read(&geopend)["wettelijkeTermijn"];
    assert_eq!(termijn["dag"], "2026-03-30");
    assert_eq!(termijn["artikel"], "Wgr art. 35 lid 1 en 3");

    let punten =
        json!({ "versie": 0, "strekking": "punten", "punten": [{ "tekst": "Neem een doel op." }] });
    let pad = format!("{adres}/zienswijze");
    let concept = post(&api, &pad, &een, &punten).await;
    assert_eq!(read(&concept)["versie"], 1, "{}", concept.tekst());
    let laat = post(&api, &pad, &twee, &punten).await;
    assert_eq!(laat.status, StatusCode::CONFLICT);
    let nijkerk = api.token("demo-griffie-nijkerk").await;
    let vreemd = post(&api, &pad, &nijkerk, &punten).await;
    assert_eq!(vreemd.status, StatusCode::NOT_FOUND);

    let besluit = json!({ "versie": 1, "nummer": "2026-12", "datum": "2026-02-05" });
    let pad = format!("{adres}/indiening");
    let zelf = post(&api, &pad, &een, &besluit).await;
    assert_eq!(zelf.status, StatusCode::FORBIDDEN);
    let ingediend = post(&api, &pad, &twee, &besluit).await;
    assert_eq!(
        ingediend.status,
        StatusCode::CREATED,
        "{}",
        ingediend.tekst()
    );
    assert_eq!(
        read(&ingediend)["zienswijzen"][0]["besluitnummer"],
        "2026-12"
    );
    // Another council reads it under its own municipality.
    let elders = adres.replace("GM0294", "GM0267");
    let gelezen = read(&api.ask(&Method::GET, &elders, Some(&nijkerk)).await);
    assert_eq!(
        gelezen["zienswijzen"][0]["punten"][0]["tekst"],
        "Neem een doel op."
    );

    let antwoord = json!({ "versie": 0, "reacties": [{ "oordeel": "deels-overgenomen", "toelichting": "In 2027." }] });
    let pad = format!("{adres}/antwoord");
    let bewaard = post(&api, &pad, &directie, &antwoord).await;
    assert_eq!(bewaard.status, StatusCode::CREATED, "{}", bewaard.tekst());
    let pad = format!("{adres}/vaststelling");
    let door_directie = post(&api, &pad, &directie, &json!({ "versie": 1 })).await;
    assert_eq!(door_directie.status, StatusCode::FORBIDDEN);
    let vast = read(&post(&api, &pad, &bestuur, &json!({ "versie": 1 })).await);
    assert_eq!(
        vast["zienswijzen"][0]["punten"][0]["oordeel"],
        "deels-overgenomen"
    );
    let pad = format!("{adres}/afronding");
    let te_vroeg = post(&api, &pad, &bestuur, &json!({ "tekst": "Vastgesteld." })).await;
    assert_eq!(te_vroeg.status, StatusCode::CONFLICT, "Nijkerk has time");
    let lijst = read(&api.ask(&Method::GET, RONDES, Some(&een)).await);
    assert_eq!(lijst["zienswijzerondes"][0]["stand"], "lopend");
}

#[actix_web::test]
async fn every_broken_term_is_named_with_its_article() {
    let api = Api::start().await;
    let directie = api.token("demo-directie").await;
    let mut kort = ronde();
    kort["uiterlijk"] = json!("2026-01-06");
    kort["bestuurOp"] = json!("2026-01-07");
    let antwoord = post(&api, RONDES, &directie, &kort).await;
    assert_eq!(antwoord.status, StatusCode::BAD_REQUEST);
    let velden = read(&antwoord)["invalidParams"].clone();
    assert_eq!(
        (&velden[0]["name"], &velden[1]["name"]),
        (&json!("uiterlijk"), &json!("bestuurOp"))
    );
    assert!(
        velden[0]["reason"]
            .as_str()
            .unwrap()
            .contains("Wgr art. 35")
    );
    let griffie = api.token("demo-griffie-winterswijk").await;
    let geweigerd = post(&api, RONDES, &griffie, &ronde()).await;
    assert_eq!(geweigerd.status, StatusCode::FORBIDDEN);
    let geen = api
        .ask(&Method::GET, &format!("{RONDES}/1"), Some(&griffie))
        .await;
    assert_eq!(geen.status, StatusCode::NOT_FOUND);
}
