//! Execution policy by systems: recorded, changed, and refused where another decides.

use actix_web::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::app::{Api, post, read};

const LIJST: &str = "/v1/gemeenten/GM0294/werkinstructies";

fn instructie(waarden: &Value) -> Value {
    json!({
        "titel": "Aanvraag beoordelen", "tekst": "De medewerker haalt op wat al bekend is.",
        "sleutels": ["iit.referteperiode"], "van": "2026-01-01", "waarden": waarden
    })
}

#[actix_web::test]
async fn a_work_rule_is_recorded_and_changed_beside_what_the_council_decides() {
    let api = Api::start().await;
    let directie = api.token("demo-directie").await;
    let nieuw = post(&api, LIJST, &directie, &instructie(&json!([]))).await;
    assert_eq!(nieuw.status, StatusCode::CREATED, "{}", nieuw.tekst());
    let griffie = api.token("demo-griffie-winterswijk").await;
    let lijst = read(&api.ask(&Method::GET, LIJST, Some(&griffie)).await);
    assert_eq!(lijst, read(&nieuw));
    let eerste = &lijst["werkinstructies"][0];
    assert_eq!(eerste["gegevens"][0]["verhouding"], "niets-besloten");
    let pad = format!("{LIJST}/{}/versies", eerste["id"].as_str().unwrap());
    let versie = json!({ "versie": 1, "werkinstructie": instructie(&json!([])) });
    let tweede = post(&api, &pad, &directie, &versie).await;
    assert_eq!(read(&tweede)["werkinstructies"][0]["versie"], 2);
    let laat = post(&api, &pad, &directie, &versie).await;
    assert_eq!(laat.status, StatusCode::CONFLICT, "{}", laat.tekst());
}

#[actix_web::test]
async fn a_value_of_the_council_and_another_role_are_refused() {
    let api = Api::start().await;
    let directie = api.token("demo-directie").await;
    let waarde = json!([{ "sleutel": "iit.referteperiode", "waarde": "12" }]);
    let antwoord = post(&api, LIJST, &directie, &instructie(&waarde)).await;
    assert_eq!(antwoord.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        read(&antwoord)["invalidParams"][0]["name"],
        "waarden.iit.referteperiode"
    );
    for gebruiker in ["demo-griffie-winterswijk", "demo-consulent-winterswijk"] {
        let token = api.token(gebruiker).await;
        let antwoord = post(&api, LIJST, &token, &instructie(&json!([]))).await;
        assert_eq!(antwoord.status, StatusCode::FORBIDDEN, "{gebruiker}");
    }
    let lijst = read(&api.ask(&Method::GET, LIJST, Some(&directie)).await);
    assert_eq!(lijst["werkinstructies"], json!([]), "nothing was written");
}
