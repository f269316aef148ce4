//! Finding a resident, one dossier, a measurement.

use actix_web::http::{Method, StatusCode};
use application::statistiek::{Leveringsopdracht, Ontvangen, Wijze, record_levering};
use domain::bevoegdheid::Rol;
use http_base::DbRol;
use primitives::SystemIds;
use serde_json::json;
use testkit::{Maandbestand, actor, bsn, nu, winterswijk};

use crate::app::{Api, post, read};

pub const BASIS: &str = "/v1/gemeenten/GM0294/inwoners";

pub async fn caseload() -> (Api, String) {
    let api = Api::start().await;
    let bestand = Maandbestand::new(winterswijk(), "10")
        .gehuwden(1, 2)
        .alleenstaande(3)
        .op_trede(1, 3, "20261003");
    let (bus, srg) = (bestand.bus(), bestand.srg());
    let ontvangen = Ontvangen {
        bus: bus.as_deref().map(str::as_bytes),
        srg: srg.as_deref().map(str::as_bytes),
        namen: None,
    };
    let opdracht = Leveringsopdracht::parse(winterswijk(), ontvangen, Wijze::Definitief).unwrap();
    let teamleider = actor(Rol::Teamleider, winterswijk());
    let db = &api.app.state.db;
    db.in_tenant("test", winterswijk(), DbRol::Uitvoering, async |tx| {
        record_levering(tx, &teamleider, nu(), &SystemIds, &opdracht).await
    })
    .await
    .unwrap();
    let token = api.token("demo-consulent-winterswijk").await;
    (api, token)
}

#[actix_web::test]
async fn a_municipality_whose_schema_is_behind_answers_503_with_a_problem() {
    let api = Api::start().await;
    api.db.forget_last_step(winterswijk()).await;
    let token = api.token("demo-consulent-winterswijk").await;
    let zoek = json!({ "bsn": bsn(1).expose() });
    let antwoord = post(&api, &format!("{BASIS}/_zoek"), &token, &zoek).await;
    assert_eq!(antwoord.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(antwoord.kop("content-type"), "application/problem+json");
    let probleem = read(&antwoord);
    assert_eq!(probleem["type"], "urn:stuurhuis:fout:niet-beschikbaar");
    let detail = probleem["detail"].as_str().unwrap();
    assert!(detail.starts_with("De gegevens van Winterswijk worden bijgewerkt"));
}

#[actix_web::test]
async fn a_resident_is_found_shown_and_measured() {
    let (api, token) = caseload().await;
    let zoek = format!("{BASIS}/_zoek");
    let gevonden = post(&api, &zoek, &token, &json!({ "bsn": bsn(1).expose() })).await;
    assert_eq!(gevonden.status, StatusCode::OK, "{}", gevonden.tekst());
    let regel = &read(&gevonden)["inwoners"][0];
    assert_eq!(regel["trede"]["nummer"], 3);
    assert!(!gevonden.tekst().contains(bsn(1).expose()));
    let pad = format!("{BASIS}/{}", regel["dossier"].as_str().unwrap());

    let inwoner = read(&api.ask(&Method::GET, &pad, Some(&token)).await);
    assert_eq!(
        inwoner["huishouden"]["huisgenoten"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(inwoner["huishouden"]["andereKostendelers"], 1);
    assert_eq!(inwoner["uitkeringen"][0]["stand"], "loopt");
    assert_eq!(inwoner["openstaand"][0], "casusregisseur");
    assert_eq!(inwoner["woongebied"], json!(null));

    let metingen = format!("{pad}/metingen");
    let half = json!({ "gemetenOp": "2026-01-05", "antwoorden": [{ "vraag": "contract", "antwoord": "ja" }] });
    let fout = post(&api, &metingen, &token, &half).await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        read(&fout)["invalidParams"][0]["name"],
        "aanvullende-uitkering"
    );
    let heel = json!({ "gemetenOp": "2026-01-05", "antwoorden": [
        { "vraag": "contract", "antwoord": "ja" }, { "vraag": "begeleiding", "antwoord": "ja" } ] });
    let klaar = post(&api, &metingen, &token, &heel).await;
    assert_eq!(klaar.status, StatusCode::CREATED, "{}", klaar.tekst());
    let meting = read(&klaar);
    assert_eq!(
        (&meting["trede"], &meting["criterium"]),
        (&json!(5), &json!("met-begeleiding"))
    );
}

#[actix_web::test]
async fn every_wrong_field_is_named_and_nobody_is_shown_to_who_may_not() {
    let (api, token) = caseload().await;
    let zoek = format!("{BASIS}/_zoek");
    for inhoud in [
        json!({}),
        json!({ "bsn": "1" }),
        json!({ "naam": "x" }),
        json!({ "iban": "x" }),
    ] {
        let fout = post(&api, &zoek, &token, &inhoud).await;
        assert_eq!(fout.status, StatusCode::BAD_REQUEST, "{inhoud}");
    }
    let pad = format!("{BASIS}/01890a5d-ac96-774b-bcce-b302099a8057/metingen");
    let krom = json!({ "gemetenOp": "31-02-2026", "antwoorden": [{ "vraag": "geld", "antwoord": "veel" }] });
    let fout = read(&post(&api, &pad, &token, &krom).await);
    assert_eq!(fout["invalidParams"].as_array().unwrap().len(), 3);
    let niemand = json!({ "gemetenOp": "2026-01-05", "antwoorden": [] });
    assert_eq!(
        post(&api, &pad, &token, &niemand).await.status,
        StatusCode::NOT_FOUND
    );
    let griffie = api.token("demo-griffie-winterswijk").await;
    let geen = post(&api, &zoek, &griffie, &json!({ "naam": "jansen" })).await;
    assert_eq!(geen.status, StatusCode::FORBIDDEN);
}
