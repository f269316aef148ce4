//! Applications over the API: a receipt, reading it back, who may not.

use actix_web::http::{Method, StatusCode};
use serde_json::json;
use testkit::bsn;

use crate::app::{post, read};
use crate::dossier::{BASIS, caseload};

#[actix_web::test]
async fn a_receipt_is_recorded_and_read_back_with_its_term() {
    let (api, token) = caseload().await;
    let zoek = json!({ "bsn": bsn(3).expose() });
    let gevonden = read(&post(&api, &format!("{BASIS}/_zoek"), &token, &zoek).await);
    let dossier = gevonden["inwoners"][0]["dossier"].as_str().unwrap();
    let pad = format!("{BASIS}/{dossier}/aanvragen");
    let fout = json!({ "regeling": "x", "ontvangenOp": "morgen", "kanaal": "fax" });
    let fout = post(&api, &pad, &token, &fout).await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    assert_eq!(read(&fout)["invalidParams"].as_array().unwrap().len(), 3);
    let nieuw = json!({ "regeling": "algemene-bijstand", "ontvangenOp": "2026-11-02", "kanaal": "digitaal" });
    let klaar = post(&api, &pad, &token, &nieuw).await;
    assert_eq!(klaar.status, StatusCode::CREATED, "{}", klaar.tekst());
    let adres = klaar.kop("location").to_owned();
    let aanvraag = read(&api.ask(&Method::GET, &adres, Some(&token)).await);
    assert_eq!(aanvraag["beslissenUiterlijk"], "2026-12-28");
    assert_eq!(aanvraag["gemeldOp"], "2026-11-02");
    assert_eq!(aanvraag["handelingen"][0]["inhoud"]["soort"], "ontvangen");
    let nogmaals = post(&api, &pad, &token, &nieuw).await;
    assert_eq!(nogmaals.status, StatusCode::BAD_REQUEST);
    let lijst = read(&api.ask(&Method::GET, &pad, Some(&token)).await);
    assert_eq!(lijst["aanvragen"].as_array().unwrap().len(), 1);
    let geen = format!("{pad}/01890a5d-ac96-774b-bcce-b302099a8057");
    let geen = api.ask(&Method::GET, &geen, Some(&token)).await;
    assert_eq!(geen.status, StatusCode::NOT_FOUND);
    for pad in [&pad, &adres] {
        let anoniem = api.ask(&Method::GET, pad, None).await;
        assert_eq!(anoniem.status, StatusCode::UNAUTHORIZED, "{pad}");
        let elders = pad.replace("GM0294", "GM0267");
        let elders = api.ask(&Method::GET, &elders, Some(&token)).await;
        assert_eq!(elders.status, StatusCode::NOT_FOUND, "{pad}");
        let raad = api.token("demo-griffie-winterswijk").await;
        let raad = api.ask(&Method::GET, pad, Some(&raad)).await;
        assert_eq!(raad.status, StatusCode::FORBIDDEN, "{pad}");
    }
}
