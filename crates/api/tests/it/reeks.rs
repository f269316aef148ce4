//! `POST /v1/berekeningsreeksen`: the same figures as the command line, and faults as problem details.

use actix_web::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::app::{Api, post, read};

/// A question with every field that there is.
fn vraag() -> Value {
    json!({
        "gemeente": "GM0294", "gebied": "GM1651", "van": "2026-01", "totEnMet": "2026-03",
        "bekendOp": "2026-04-01",
        "perioden": [ { "melding": "2026-01-15", "aanvraag": "2026-01-20", "verwijtbaarLaat": false,
            "noodzaakVanaf": "2026-01-10", "zonderZoektermijn": false, "vastgesteldOp": "2026-02-01",
            "zonderVoorschot": false, "laatsteDag": "2026-03-31", "eindreden": "inkomen" } ],
        "huishoudens": [ { "vanaf": "2026-01-01", "huishouden": {
            "aanvrager": { "geboortedatum": "1988-04-12" }, "huisvesting": "huurder" } } ],
        "inkomsten": [
            { "persoon": "aanvrager", "soort": "arbeid", "bedrag": "800.00", "maand": "2026-02",
              "totEnMetMaand": "2026-03", "vrijlating": "n", "dienstverbandVanaf": "2026-02-01",
              "bron": "werkgever-1", "bekendOp": "2026-03-01" },
            { "persoon": "aanvrager", "soort": "gift", "bedrag": "100.00", "van": "2026-03-05",
              "totEnMet": "2026-03-05", "teltAls": "inkomen", "doelgroepLoonkostensubsidie": false } ],
        "vermogens": [ { "vanaf": "2026-01-01", "vermogen": { "bezittingen": "5000.00" } } ],
        "gebeurtenissen": [ { "soort": "buitenland", "persoon": "aanvrager", "van": "2026-02-01",
            "totEnMet": "2026-02-07" } ],
        "maatregelen": [ { "soort": "categorie-1", "gedragOp": "2026-01-20", "opgelegdOp": "2026-02-10",
            "vanaf": "2026-03", "verwijtbaar": true, "percentage": 10, "duur": 1,
            "herzienVanaf": "2026-04-01", "heroverwogenOp": "2026-03-20" } ],
        "voorschotten": [ { "op": "2026-02-10", "bedrag": "100.00" } ],
        "boete": { "overtredingOp": "2026-01-05", "opgelegdOp": "2026-02-10", "bedrag": "100.00",
            "benadelingsbedrag": "150.00", "opzet": false, "categoriebedrag": "5000.00",
            "eerdere": { "opgelegdOp": "2019-01-01", "gevangenisstraf": false },
            "vanaf": "2026-03", "perMaand": "40.00" },
        "bufferbudget": [ { "maand": "2026-03", "bedrag": "50.00" } ],
        "tellers": { "aanvrager": { "n": 0, "rVanaf": null, "zVanaf": null, "arbeidVanaf": null, "premies": 0,
            "premiebedrag": "0.00" }, "partner": {}, "laatsteDag": null, "jaar": 2026, "giften": "0.00",
            "bufferbudget": "0.00", "boete": "0.00", "voorschot": "0.00" },
        "lezing": { "vrijlatingN": "per-uitkeringsperiode", "loontijdvak": "dagen" },
        "parameters": { "vooruitlopen.bufferbudget": true }
    })
}

async fn calculate(api: &Api, gebruiker: &str, vraag: &Value) -> (StatusCode, Value) {
    let token = api.token(gebruiker).await;
    let antwoord = post(api, "/v1/berekeningsreeksen", &token, vraag).await;
    (antwoord.status, read(&antwoord))
}

#[actix_web::test]
async fn a_case_is_answered_month_by_month() {
    let api = Api::start().await;
    let (status, antwoord) = calculate(&api, "demo-consulent-winterswijk", &vraag()).await;
    assert_eq!(status, StatusCode::OK, "{antwoord}");
    // 22 of 31 days of January: the benefit begins before the melding, on 10 January.
    for (maand, uitkomst, bedrag) in [
        (0, "recht", "994.61"),
        (1, "recht", "801.50"),
        (2, "recht", "661.35"),
    ] {
        assert_eq!(antwoord["maanden"][maand]["uitkomst"], uitkomst);
        assert_eq!(antwoord["maanden"][maand]["bedrag"], bedrag, "{maand}");
    }
    // 661.35 less holiday pay of 33.07 and 40.00 of the boete, with 50.00 of the buffer.
    assert_eq!(antwoord["maanden"][2]["teBetalen"], "638.28");
}

#[actix_web::test]
async fn every_wrong_field_comes_in_one_answer_without_its_value() {
    let api = Api::start().await;
    let mut fout = vraag();
    fout["van"] = json!("2026-13");
    fout["inkomsten"][0]["bedrag"] = json!("800.005");
    fout["maatregelen"][0]["soort"] = json!("streng");
    let (status, antwoord) = calculate(&api, "demo-consulent-winterswijk", &fout).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    let tekst = antwoord.to_string();
    for deel in ["van", "inkomsten[0].bedrag", "maatregelen[0].soort"] {
        assert!(tekst.contains(deel), "{tekst}");
    }
    for waarde in ["2026-13", "800.005", "streng"] {
        assert!(!tekst.contains(waarde), "{tekst}");
    }
}

#[actix_web::test]
async fn another_municipality_does_not_exist_and_one_that_takes_no_part_is_a_wrong_field() {
    let api = Api::start().await;
    let (status, _) = calculate(&api, "demo-consulent-nijkerk", &vraag()).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    let mut elders = vraag();
    elders["gemeente"] = json!("GM9999");
    let (status, antwoord) = calculate(&api, "demo-directie", &elders).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(antwoord.to_string().contains("doet niet mee"), "{antwoord}");
}

#[actix_web::test]
async fn without_parameters_the_values_in_force_are_read() {
    let api = Api::start().await;
    let mut vraag = vraag();
    vraag.as_object_mut().unwrap().remove("parameters");
    vraag["maatregelen"][0]["percentage"] = Value::Null;
    let (status, antwoord) = calculate(&api, "demo-consulent-winterswijk", &vraag).await;
    assert_eq!(status, StatusCode::OK, "{antwoord}");
    // No council has decided anything in this database.
    let maart = &antwoord["maanden"][2];
    assert_eq!(maart["uitkomst"], "onbepaald");
    let reden = maart["reden"].as_str().unwrap();
    assert!(reden.contains("maatregel.categorie.1"), "{reden}");
}

/// The names of the fields of a form in the document.
fn fields(document: &Value, vorm: &str) -> Vec<String> {
    let velden = document["components"]["schemas"][vorm]["properties"].as_object();
    velden.unwrap().keys().cloned().collect()
}

/// Fails unless each form of the document has the fields of what stands at its place.
pub fn compare(document: &Value, bericht: &Value, vormen: &[(&str, &str)]) {
    for (vorm, plek) in vormen {
        let velden = bericht.pointer(plek).unwrap().as_object().unwrap();
        let mut gelezen: Vec<String> = velden.keys().cloned().collect();
        let mut beschreven = fields(document, vorm);
        gelezen.sort();
        beschreven.sort();
        assert_eq!(gelezen, beschreven, "{vorm}");
    }
}

#[actix_web::test]
async fn the_document_describes_the_question_and_the_answer_as_they_are() {
    let api = Api::start().await;
    let antwoord = api.ask(&Method::GET, "/v1/openapi.json", None).await;
    let document: Value = serde_json::from_slice(&antwoord.inhoud).unwrap();
    let mut vraag = vraag();
    let (status, antwoord) = calculate(&api, "demo-consulent-winterswijk", &vraag).await;
    assert_eq!(status, StatusCode::OK, "{antwoord}");
    compare(
        &document,
        &antwoord,
        &[
            ("Berekeningsreeks", ""),
            ("Reeksmaand", "/maanden/0"),
            ("Reeksdeel", "/maanden/0/delen/0"),
            ("Tellers", "/maanden/0/tellers"),
            ("Persoonstellers", "/maanden/0/tellers/aanvrager"),
            ("Reeksdag", "/dagen/0"),
        ],
    );
    // An income over days has other fields than one over a month, as each kind of event has its own.
    let dagen = vraag["inkomsten"][1].clone();
    let rij = vraag["inkomsten"][0].as_object_mut().unwrap();
    rij.extend(dagen.as_object().unwrap().clone());
    let gebeurtenis = vraag["gebeurtenissen"][0].as_object_mut().unwrap();
    for veld in ["grond", "wie", "dag", "afloop"] {
        gebeurtenis.insert(veld.to_owned(), Value::Null);
    }
    compare(
        &document,
        &vraag,
        &[
            ("Reeksvraagvorm", ""),
            ("Reeksperiode", "/perioden/0"),
            ("Reekshuishouden", "/huishoudens/0"),
            ("Reeksinkomst", "/inkomsten/0"),
            ("Reeksvermogen", "/vermogens/0"),
            ("Gebeurtenis", "/gebeurtenissen/0"),
            ("Reeksmaatregel", "/maatregelen/0"),
            ("Voorschot", "/voorschotten/0"),
            ("Boete", "/boete"),
            ("EerdereSanctie", "/boete/eerdere"),
            ("Bufferinzet", "/bufferbudget/0"),
            ("Tellers", "/tellers"),
            ("Persoonstellers", "/tellers/aanvrager"),
            ("Lezing", "/lezing"),
        ],
    );
}
