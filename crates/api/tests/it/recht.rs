//! `POST /v1/berekeningen`: the same figures as the command line, and faults as problem details.

use actix_web::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::app::{Api, post, read};

fn vraag() -> Value {
    json!({
        "gemeente": "GM0294", "gebied": "GM1651", "peildatum": "2026-03-01", "regeling": "algemene-bijstand",
        "huishouden": {
            "aanvrager": { "geboortedatum": "1988-04-12" },
            "partner": { "geboortedatum": "1990-01-30", "heeftRecht": true, "huisvesting": "huurder" },
            "kinderen": [ { "geboortedatum": "2015-06-01" } ],
            "medebewoners": [ { "geboortedatum": "2001-01-01", "soort": "overig" } ],
            "huisvesting": "huurder" },
        "inkomsten": [ { "persoon": "aanvrager", "soort": "arbeid", "bedrag": "800.00", "vrijlating": "n",
            "maandenGebruikt": 2 } ],
        "vermogen": { "bezittingen": "5000.00", "schulden": "0.00", "overwaardeWoning": "0.00" },
        "maatregel": { "percentage": 0 },
        "toeslag": { "maandenLaagInkomen": 40, "inkomen": "1380.00", "laatsteToekenning": "2024-11-02",
            "uitzichtOpVerbetering": false },
        "parameters": { "iit.bedrag.alleenstaande": "450.00" }
    })
}

async fn calculate(api: &Api, gebruiker: &str, vraag: &Value) -> (StatusCode, Value) {
    let token = api.token(gebruiker).await;
    let antwoord = post(api, "/v1/berekeningen", &token, vraag).await;
    (antwoord.status, read(&antwoord))
}

#[actix_web::test]
async fn the_figures_of_the_contract_come_out() {
    let api = Api::start().await;
    let (status, antwoord) = calculate(&api, "demo-consulent-winterswijk", &vraag()).await;
    assert_eq!(status, StatusCode::OK, "{antwoord}");
    for (veld, waarde) in [
        ("uitkomst", "recht"),
        ("norm", "2002.13"),
        ("middelen", "600.00"),
        ("verlaging", "0.00"),
        ("bedrag", "1402.13"),
        ("vakantietoeslag", "70.11"),
        ("uitbetaling", "1332.02"),
    ] {
        assert_eq!(antwoord[veld], waarde, "{veld}");
    }
    assert_eq!(
        antwoord["uitleg"][0]["grondslag"],
        "Participatiewet art. 21 onder b"
    );
}

#[actix_web::test]
async fn every_wrong_field_comes_in_one_answer_without_its_value() {
    let api = Api::start().await;
    let mut fout = vraag();
    fout["peildatum"] = json!("2026-02-30");
    fout["inkomsten"][0]["bedrag"] = json!("800.005");
    let (status, antwoord) = calculate(&api, "demo-consulent-winterswijk", &fout).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    let tekst = antwoord.to_string();
    for deel in ["peildatum", "inkomsten[0].bedrag"] {
        assert!(tekst.contains(deel), "{tekst}");
    }
    assert!(
        !tekst.contains("800.005") && !tekst.contains("2026-02-30"),
        "{tekst}"
    );
}

#[actix_web::test]
async fn another_municipality_does_not_exist_and_one_that_takes_no_part_is_a_wrong_field() {
    let api = Api::start().await;
    let (status, _) = calculate(&api, "demo-consulent-nijkerk", &vraag()).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    let mut elders = vraag();
    elders["gemeente"] = json!("GM9999");
    let (status, _) = calculate(&api, "demo-consulent-winterswijk", &elders).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    let (status, antwoord) = calculate(&api, "demo-directie", &elders).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(antwoord.to_string().contains("doet niet mee"), "{antwoord}");
}

#[actix_web::test]
async fn without_parameters_the_values_in_force_are_read() {
    let api = Api::start().await;
    let mut toeslag = vraag();
    toeslag["regeling"] = json!("individuele-inkomenstoeslag");
    toeslag.as_object_mut().unwrap().remove("parameters");
    let (status, antwoord) = calculate(&api, "demo-consulent-winterswijk", &toeslag).await;
    assert_eq!(status, StatusCode::OK, "{antwoord}");
    // No council has decided anything in this database.
    assert_eq!(antwoord["uitkomst"], "onbepaald");
    assert!(
        antwoord["reden"]
            .as_str()
            .unwrap()
            .contains("iit.referteperiode")
    );
}

#[actix_web::test]
async fn the_value_of_the_college_lowers_a_norm_where_a_fact_asks_for_it() {
    let api = Api::start().await;
    let mut lager = vraag();
    lager["huishouden"]["woonkosten"] = json!("lager");
    lager["parameters"] = json!({ "norm.verlaging.woonsituatie": 20 });
    let (status, antwoord) = calculate(&api, "demo-consulent-winterswijk", &lager).await;
    assert_eq!(status, StatusCode::OK, "{antwoord}");
    assert_eq!(antwoord["norm"], "1601.70", "{antwoord}");
    // No college has decided anything in this database: then the law lowers nothing.
    lager.as_object_mut().unwrap().remove("parameters");
    let (status, antwoord) = calculate(&api, "demo-consulent-winterswijk", &lager).await;
    assert_eq!(status, StatusCode::OK, "{antwoord}");
    assert_eq!(antwoord["norm"], "2002.13", "{antwoord}");
}

/// The names of the fields of a form in the document, with those of the forms inside it.
fn fields(document: &Value, vorm: &str) -> Vec<String> {
    let velden = document["components"]["schemas"][vorm]["properties"].as_object();
    velden.unwrap().keys().cloned().collect()
}

/// The question with every field that there is; one that belongs to another kind of income is null, as if it were
/// left out.
fn every_field() -> Value {
    let mut vraag = vraag();
    vraag["bekendOp"] = json!("2026-03-15");
    vraag["huishouden"]["woonkosten"] = json!("gewoon");
    for persoon in ["aanvrager", "partner"] {
        let persoon = &mut vraag["huishouden"][persoon];
        persoon["ouders"] = json!("toereikend");
        persoon["mantelzorgElders"] = json!(false);
        persoon["opleidingBeeindigdOp"] = Value::Null;
    }
    let inkomst = &mut vraag["inkomsten"][0];
    inkomst["vakantietoeslag"] = json!("inbegrepen");
    for veld in [
        "eerderDitJaar",
        "keerEerderDitJaar",
        "doelgroepLoonkostensubsidie",
        "zonderHeffingskorting",
        "aard",
    ] {
        inkomst[veld] = Value::Null;
    }
    for veld in ["inkomenPeildatum", "deel"] {
        vraag["toeslag"][veld] = Value::Null;
    }
    for veld in [
        "bijzondereBijstand",
        "minima",
        "studie",
        "loonkosten",
        "beschut",
        "premie",
    ] {
        vraag[veld] = Value::Null;
    }
    let vermogen = &mut vraag["vermogen"];
    vermogen["spaargeld"] = json!("0.00");
    vermogen["immaterieleSchade"] = json!("0.00");
    vermogen["bijAanvang"] = json!({ "bezittingen": "3000.00", "schulden": "0.00" });
    vermogen["ontvangen"] = json!("0.00");
    vraag
}

#[actix_web::test]
async fn the_document_describes_the_question_as_it_is_read() {
    let api = Api::start().await;
    let antwoord = api.ask(&Method::GET, "/v1/openapi.json", None).await;
    let document: Value = serde_json::from_slice(&antwoord.inhoud).unwrap();
    let vraag = every_field();
    let (status, antwoord) = calculate(&api, "demo-consulent-winterswijk", &vraag).await;
    assert_eq!(status, StatusCode::OK, "{antwoord}");
    assert_eq!(antwoord["bedrag"], "1402.13", "{antwoord}");
    for (vorm, plek) in [
        ("Berekeningsvraag", ""),
        ("Huishouden", "/huishouden"),
        ("Aanvrager", "/huishouden/aanvrager"),
        ("Partner", "/huishouden/partner"),
        ("Kind", "/huishouden/kinderen/0"),
        ("Medebewoner", "/huishouden/medebewoners/0"),
        ("Inkomst", "/inkomsten/0"),
        ("Vermogen", "/vermogen"),
        ("Beginvermogen", "/vermogen/bijAanvang"),
        ("Maatregel", "/maatregel"),
        ("Toeslag", "/toeslag"),
    ] {
        let mut gelezen: Vec<String> = vraag
            .pointer(plek)
            .unwrap()
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect();
        let mut beschreven = fields(&document, vorm);
        gelezen.sort();
        beschreven.sort();
        assert_eq!(gelezen, beschreven, "{vorm}");
    }
}

/// The examples of `docs/regelingen.md`.
fn examples() -> Vec<Value> {
    let bladzijde = include_str!("../../../../docs/regelingen.md");
    let blokken = bladzijde.split("```json\n").skip(1);
    let lees = |blok: &str| serde_json::from_str(blok.split("```").next().unwrap()).unwrap();
    blokken.map(lees).collect()
}

#[actix_web::test]
async fn every_other_scheme_is_answered_and_described_as_it_is_read() {
    let api = Api::start().await;
    let antwoord = api.ask(&Method::GET, "/v1/openapi.json", None).await;
    let document: Value = serde_json::from_slice(&antwoord.inhoud).unwrap();
    for mut vraag in examples() {
        for (vorm, plek) in [
            ("Toeslag", "/toeslag"),
            ("BijzondereBijstand", "/bijzondereBijstand"),
            ("Kosten", "/bijzondereBijstand/kosten/0"),
            ("Minima", "/minima"),
            ("Studie", "/studie"),
            ("Loonkosten", "/loonkosten"),
            ("Beschut", "/beschut"),
            ("Premie", "/premie"),
        ] {
            let Some(gelezen) = vraag.pointer_mut(plek) else {
                continue;
            };
            let gelezen = gelezen.as_object_mut().unwrap();
            let beschreven = fields(&document, vorm);
            for veld in gelezen.keys() {
                assert!(beschreven.contains(veld), "{vorm}: {veld}");
            }
            // A field that is not read would be refused, also as null.
            for veld in beschreven {
                gelezen.entry(veld).or_insert(Value::Null);
            }
        }
        let (status, antwoord) = calculate(&api, "demo-consulent-winterswijk", &vraag).await;
        assert_eq!(status, StatusCode::OK, "{antwoord}");
        assert_eq!(antwoord["uitkomst"], "recht", "{antwoord}");
    }
}

#[actix_web::test]
async fn without_parameters_another_scheme_reads_the_values_in_force() {
    let api = Api::start().await;
    for (plek, reden) in [
        (2, "meedoen.inkomensgrens"),
        (1, "recht"),
        (6, "premie.uitstroom"),
    ] {
        let mut vraag = examples().remove(plek);
        vraag.as_object_mut().unwrap().remove("parameters");
        let (status, antwoord) = calculate(&api, "demo-consulent-winterswijk", &vraag).await;
        assert_eq!(status, StatusCode::OK, "{antwoord}");
        // Nothing was decided in this database; only bijzondere bijstand has rules of the law for that.
        assert!(antwoord.to_string().contains(reden), "{antwoord}");
    }
}
