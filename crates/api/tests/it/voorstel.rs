//! A proposal by systems: drafted, advised on, submitted by another, adopted with an amendment; and what is refused.

use actix_web::http::{Method, StatusCode};
use actix_web::test::TestRequest;
use http_base::testing::Bezoeker;
use serde_json::{Value, json};

use crate::app::{Api, post, read};

const VOORSTELLEN: &str = "/v1/gemeenten/GM0294/voorstellen";

/// Far enough ahead to be in the future whatever the clock of the machine says.
fn tekst(bedrag: &str) -> Value {
    json!({
        "titel": "Inkomenstoeslag", "inwerkingtreding": "2099-01-01",
        "kaders": ["in beeld brengen van alle inwoners"],
        "waarden": [{ "sleutel": "iit.kindtoeslag.eerste", "waarde": bedrag }]
    })
}

#[actix_web::test]
async fn a_proposal_goes_from_draft_to_decision() {
    let api = Api::start().await;
    let een = api.token("demo-griffie-winterswijk").await;
    let twee = api.token("demo-griffie2-winterswijk").await;
    let nieuw = json!({ "orgaan": "raad", "tekst": tekst("450.00") });
    let antwoord = post(&api, VOORSTELLEN, &een, &nieuw).await;
    assert_eq!(antwoord.status, StatusCode::CREATED, "{}", antwoord.tekst());
    let adres = antwoord.kop("location").to_owned();
    let buiten = api.token("demo-consulent-winterswijk").await;
    let concept = api.ask(&Method::GET, &adres, Some(&buiten)).await;
    assert_eq!(concept.status, StatusCode::NOT_FOUND, "a draft");

    let wijziging = json!({ "versie": 1, "tekst": tekst("460.00") });
    let pad = format!("{adres}/wijzigingen");
    let gewijzigd = post(&api, &pad, &een, &wijziging).await;
    assert_eq!(read(&gewijzigd)["versie"], 2, "{}", gewijzigd.tekst());
    let laat = post(&api, &pad, &een, &wijziging).await;
    assert_eq!(laat.status, StatusCode::CONFLICT);
    let advies = json!({
        "soort": "advies", "van": "Adviesraad", "datum": "2026-01-05", "strekking": "negatief", "tekst": "Te laag."
    });
    let advies = post(&api, &format!("{adres}/adviezen"), &een, &advies).await;
    assert_eq!(advies.status, StatusCode::CREATED, "{}", advies.tekst());
    let reactie = json!({ "opHandeling": 3, "datum": "2026-01-06", "tekst": "Wij blijven erbij." });
    let reactie = post(&api, &format!("{adres}/reacties"), &een, &reactie).await;
    assert_eq!(reactie.status, StatusCode::CREATED, "{}", reactie.tekst());

    let pad = format!("{adres}/indiening");
    let zelf = post(&api, &pad, &een, &json!({ "versie": 2 })).await;
    assert_eq!(zelf.status, StatusCode::FORBIDDEN);
    let ander = post(&api, &pad, &twee, &json!({ "versie": 2 })).await;
    assert_eq!(read(&ander)["stand"], "ingediend");
    let pad = format!("{adres}/behandelingen");
    let behandeling = json!({
        "vergaderdatum": "2026-01-15", "nummer": "2026-1",
        "uitkomst": { "beslissing": "aangenomen-met-amendement", "amendement": "Het wordt 475 euro." },
        "waarden": [{ "sleutel": "iit.kindtoeslag.eerste", "waarde": "475.00" }]
    });
    let aangenomen = post(&api, &pad, &een, &behandeling).await;
    assert_eq!(
        aangenomen.status,
        StatusCode::CREATED,
        "{}",
        aangenomen.tekst()
    );
    let aangenomen = read(&aangenomen);
    assert_eq!(aangenomen["tekst"]["waarden"][0]["waarde"], "460.00");
    assert_eq!(
        aangenomen["handelingen"][5]["behandeling"]["vergaderdatum"],
        "2026-01-15"
    );
    let besluit = format!(
        "/v1/gemeenten/GM0294/besluiten/{}",
        aangenomen["besluit"].as_str().unwrap()
    );
    let besluit = read(&api.ask(&Method::GET, &besluit, Some(&buiten)).await);
    assert_eq!(besluit["waarden"][0]["waarde"], "475.00");
    assert_eq!(besluit["kaders"][0], "in beeld brengen van alle inwoners");
    let lijst = format!("{VOORSTELLEN}?stand=aangenomen&orgaan=raad");
    let lijst = read(&api.ask(&Method::GET, &lijst, Some(&buiten)).await);
    assert_eq!(lijst["voorstellen"][0]["stand"], "aangenomen");
    let over = post(
        &api,
        &format!("{adres}/intrekking"),
        &een,
        &json!({ "reden": "x" }),
    )
    .await;
    assert_eq!(over.status, StatusCode::CONFLICT);
}

#[actix_web::test]
async fn every_fault_is_named_and_odd_questions_are_refused() {
    let api = Api::start().await;
    let token = api.token("demo-griffie-winterswijk").await;
    let fout = json!({ "orgaan": "raad", "tekst": {
        "inwerkingtreding": "morgen", "waarden": [{ "sleutel": "maatregel.duur.eerste", "waarde": 4 }]
    } });
    let antwoord = post(&api, VOORSTELLEN, &token, &fout).await;
    assert_eq!(antwoord.status, StatusCode::BAD_REQUEST);
    let velden = read(&antwoord)["invalidParams"].as_array().unwrap().len();
    assert_eq!(velden, 2, "{}", antwoord.tekst());
    let college = api.token("demo-college-winterswijk").await;
    let ander = json!({ "orgaan": "raad", "tekst": tekst("450.00") });
    let geweigerd = post(&api, VOORSTELLEN, &college, &ander).await;
    assert_eq!(geweigerd.status, StatusCode::FORBIDDEN);
    for (vraag, veld) in [
        ("orgaan=koning", "orgaan"),
        ("stand=half", "stand"),
        ("na=1", "na"),
    ] {
        let pad = format!("{VOORSTELLEN}?{vraag}");
        let antwoord = api.ask(&Method::GET, &pad, Some(&token)).await;
        assert_eq!(antwoord.status, StatusCode::BAD_REQUEST, "{vraag}");
        assert_eq!(read(&antwoord)["invalidParams"][0]["name"], veld);
    }
}

#[actix_web::test]
async fn a_file_is_sent_listed_and_fetched_and_what_is_no_pdf_is_refused() {
    const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n";
    let api = Api::start().await;
    let griffie = api.token("demo-griffie-winterswijk").await;
    let nieuw = json!({ "orgaan": "raad", "tekst": tekst("450.00") });
    let voorstel = post(&api, VOORSTELLEN, &griffie, &nieuw).await;
    let pad = format!("{}/bijlagen", voorstel.kop("location"));
    let send = async |token: &str, pad: &str, inhoud: &[u8]| {
        let verzoek = TestRequest::post()
            .uri(pad)
            .insert_header(("authorization", format!("Bearer {token}")))
            .insert_header(("content-type", "application/pdf"))
            .insert_header((
                "content-disposition",
                "attachment; filename=\"../advies.pdf\"",
            ))
            .set_payload(inhoud.to_vec());
        api.app.send(&Bezoeker::default(), verzoek).await
    };
    let bewaard = send(&griffie, &pad, PDF).await;
    assert_eq!(bewaard.status, StatusCode::CREATED, "{}", bewaard.tekst());
    let lijst = read(&api.ask(&Method::GET, &pad, Some(&griffie)).await);
    assert_eq!(lijst, read(&bewaard));
    assert_eq!(lijst["bijlagen"][0]["naam"], "advies.pdf");
    assert_eq!(lijst["bijlagen"][0]["omvang"], PDF.len());
    let adres = bewaard.kop("location").to_owned();
    let pdf = api.ask(&Method::GET, &adres, Some(&griffie)).await;
    assert_eq!(
        (pdf.kop("content-type"), pdf.inhoud.as_ref()),
        ("application/pdf", PDF)
    );

    let geen_pdf = send(&griffie, &pad, b"<html>").await;
    assert_eq!(geen_pdf.status, StatusCode::BAD_REQUEST);
    assert_eq!(read(&geen_pdf)["invalidParams"][0]["name"], "bestand");
    let te_groot = send(&griffie, &pad, &vec![b' '; 20 * 1024 * 1024 + 1]).await;
    assert_eq!(te_groot.status, StatusCode::PAYLOAD_TOO_LARGE);
    // A draft, and what is with it, is not there for others.
    let buiten = api.token("demo-consulent-winterswijk").await;
    for adres in [&pad, &adres] {
        let antwoord = api.ask(&Method::GET, adres, Some(&buiten)).await;
        assert_eq!(antwoord.status, StatusCode::NOT_FOUND, "{adres}");
    }
    let geweigerd = send(&buiten, &pad, PDF).await;
    assert_eq!(geweigerd.status, StatusCode::NOT_FOUND);
    let college = api.token("demo-college-winterswijk").await;
    let geweigerd = send(&college, &pad, PDF).await;
    assert!(geweigerd.status.is_client_error());
}
