//! Calculating other policy by systems.

use actix_web::http::{Method, StatusCode};
use primitives::Maand;
use serde_json::{Value, json};
use testkit::{fill_bestand, fill_huishoudens, winterswijk};

use crate::app::{Api, post, read};

const PAD: &str = "/v1/gemeenten/GM0294/doorrekeningen";

async fn filled() -> Api {
    let api = Api::start().await;
    let maanden = ["2026-08", "2026-09"].map(|maand| Maand::parse(maand).unwrap());
    let mut superuser = api.db.superuser().await;
    fill_bestand(&mut superuser, winterswijk(), 400, maanden.into()).await;
    fill_huishoudens(&mut superuser, winterswijk()).await;
    api
}

fn vraag() -> Value {
    json!({ "vanaf": "2030-01-01", "waarden": { "norm.verlaging.woonsituatie": 20 } })
}

#[actix_web::test]
async fn a_question_is_answered_and_kept_when_it_has_a_name() {
    let api = filled().await;
    let token = api.token("demo-griffie-winterswijk").await;
    let antwoord = post(&api, PAD, &token, &vraag()).await;
    assert_eq!(antwoord.status, StatusCode::OK, "{}", antwoord.tekst());
    let gelezen = read(&antwoord);
    assert_eq!(gelezen["id"], Value::Null);
    assert_eq!(gelezen["uitkomst"]["vanaf"], "2030-01-01");
    assert!(gelezen["uitkomst"]["totaal"]["verliest"].as_u64().unwrap() >= 10);
    assert_eq!(gelezen["uitkomst"]["kosten"].as_array().unwrap().len(), 4);

    let mut met_naam = vraag();
    met_naam["naam"] = json!("Lagere norm 2030");
    let antwoord = post(&api, PAD, &token, &met_naam).await;
    assert_eq!(antwoord.status, StatusCode::CREATED, "{}", antwoord.tekst());
    let bewaard = read(&antwoord);
    assert_eq!(bewaard["uitkomst"], gelezen["uitkomst"]);
    let adres = antwoord.kop("location");
    let opnieuw = read(&api.ask(&Method::GET, adres, Some(&token)).await);
    assert_eq!(opnieuw, bewaard);
    let lijst = read(&api.ask(&Method::GET, PAD, Some(&token)).await);
    assert_eq!(lijst["doorrekeningen"][0]["naam"], "Lagere norm 2030");
}

#[actix_web::test]
async fn every_fault_is_named_with_the_article() {
    let api = filled().await;
    let token = api.token("demo-griffie-winterswijk").await;
    let fout = json!({ "vanaf": "1-1-2030", "waarden": {
        "norm.verlaging.woonsituatie": 101, "giften.grens": "1300.00", "iit.bedrag.gehuwden": true, "x": 1 } });
    let antwoord = post(&api, PAD, &token, &fout).await;
    assert_eq!(antwoord.status, StatusCode::BAD_REQUEST);
    let fouten = read(&antwoord)["invalid-params"].clone();
    let fouten = if fouten.is_null() {
        read(&antwoord)["invalidParams"].clone()
    } else {
        fouten
    };
    let namen: Vec<_> = fouten
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["name"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(namen, ["vanaf", "giften.grens", "iit.bedrag.gehuwden", "x"]);
    let buiten =
        json!({ "vanaf": "2030-01-01", "waarden": { "norm.verlaging.woonsituatie": 101 } });
    assert!(
        post(&api, PAD, &token, &buiten)
            .await
            .tekst()
            .contains("Participatiewet art. 27")
    );
}

#[actix_web::test]
async fn a_case_worker_is_refused_and_management_does_not_keep() {
    let api = filled().await;
    let consulent = api.token("demo-consulent-winterswijk").await;
    assert_eq!(
        post(&api, PAD, &consulent, &vraag()).await.status,
        StatusCode::FORBIDDEN
    );
    let directie = api.token("demo-directie").await;
    assert_eq!(
        post(&api, PAD, &directie, &vraag()).await.status,
        StatusCode::OK
    );
    let mut met_naam = vraag();
    met_naam["naam"] = json!("X");
    assert_eq!(
        post(&api, PAD, &directie, &met_naam).await.status,
        StatusCode::FORBIDDEN
    );
}
