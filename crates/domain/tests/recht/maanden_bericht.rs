//! The series as its users meet it: the examples of the document, facts left out one by one, and wrong fields.

use domain::recht::bericht::Reeksvraag;
use serde_json::{Value, json};

const DOCUMENT: &str = include_str!("../../../../docs/berekeningsreeks.md");

/// The examples of the document, in order: two questions and a month of the second answer.
fn voorbeelden() -> Vec<Value> {
    let blokken = DOCUMENT.split("```json").skip(1);
    blokken
        .map(|blok| serde_json::from_str(blok.split("```").next().unwrap()).unwrap())
        .collect()
}

fn answer(vraag: &Value) -> Value {
    let vraag = Reeksvraag::parse(&serde_json::to_vec(vraag).unwrap()).unwrap();
    serde_json::to_value(vraag.calculate()).unwrap()
}

fn fouten(vraag: &Value) -> String {
    match Reeksvraag::parse(&serde_json::to_vec(vraag).unwrap()) {
        Ok(_) => String::new(),
        Err(fouten) => fouten.to_string(),
    }
}

#[test]
fn the_examples_of_the_document_are_answered_as_it_says() {
    let [eerste, tweede, maand] = &voorbeelden()[..] else {
        panic!("two questions and a month");
    };
    let antwoord = answer(eerste);
    assert_eq!(antwoord["onbepaald"], 0, "{antwoord:#}");
    let antwoord = answer(tweede);
    let mut gevonden = antwoord["maanden"][0].clone();
    gevonden.as_object_mut().unwrap().remove("tellers");
    gevonden.as_object_mut().unwrap().remove("uitleg");
    assert_eq!(&gevonden, maand);
}

#[test]
fn the_first_example_is_answered_in_its_form() {
    insta::assert_json_snapshot!(answer(&voorbeelden()[0]));
}

/// Every place of a fact, with the name under which it is missed.
#[test]
fn a_fact_that_is_left_out_is_named_and_no_month_is_guessed() {
    let vraag = json!({
        "gemeente": "GM0294", "van": "2026-01", "totEnMet": "2026-02",
        "perioden": [ { "melding": "2026-01-01", "laatsteDag": "2026-02-10", "eindreden": "inkomen" } ],
        "huishoudens": [ { "vanaf": "2026-01-01", "huishouden": {
            "aanvrager": { "geboortedatum": "1988-04-12" },
            "partner": { "geboortedatum": "1990-01-30", "heeftRecht": true }, "huisvesting": "huurder" } } ],
        "inkomsten": [ { "persoon": "aanvrager", "soort": "arbeid", "bedrag": "1.00", "maand": "2026-01" } ],
        "gebeurtenissen": [
            { "soort": "uitsluiting", "persoon": "partner", "grond": "13.1.a", "van": "2026-02-01" },
            { "soort": "buitenland", "persoon": "partner", "van": "2026-02-01" },
            { "soort": "overlijden", "wie": "laatste-kind", "dag": "2026-02-28" },
            { "soort": "opschorting", "van": "2026-02-01", "afloop": "hersteld" } ],
        "maatregelen": [ { "soort": "arbeid", "gedragOp": "2025-01-01", "opgelegdOp": "2025-01-02",
            "vanaf": "2025-02", "verwijtbaar": true, "duur": 1 } ],
        "boete": { "overtredingOp": "2025-01-01", "opgelegdOp": "2025-02-01", "bedrag": "10.00",
            "benadelingsbedrag": "10.00", "opzet": false, "vanaf": "2026-01", "perMaand": "5.00",
            "eerdere": { "opgelegdOp": "2024-01-01", "gevangenisstraf": false } },
        "bufferbudget": [ { "maand": "2026-01", "bedrag": "5.00" } ],
        "parameters": {}
    });
    assert_eq!(answer(&vraag)["onbepaald"], 0);
    for plek in [
        "/perioden",
        "/perioden/0/melding",
        "/perioden/0/eindreden",
        "/huishoudens",
        "/huishoudens/0/huishouden/aanvrager",
        "/huishoudens/0/huishouden/aanvrager/geboortedatum",
        "/huishoudens/0/huishouden/partner/geboortedatum",
        "/huishoudens/0/huishouden/partner/heeftRecht",
        "/huishoudens/0/huishouden/huisvesting",
        "/inkomsten/0/persoon",
        "/inkomsten/0/soort",
        "/inkomsten/0/bedrag",
        "/inkomsten/0/maand",
        "/gebeurtenissen/0/persoon",
        "/gebeurtenissen/0/grond",
        "/gebeurtenissen/0/van",
        "/gebeurtenissen/1/persoon",
        "/gebeurtenissen/1/van",
        "/gebeurtenissen/2/wie",
        "/gebeurtenissen/2/dag",
        "/gebeurtenissen/3/van",
        "/gebeurtenissen/3/afloop",
        "/maatregelen/0/soort",
        "/maatregelen/0/gedragOp",
        "/maatregelen/0/opgelegdOp",
        "/maatregelen/0/vanaf",
        "/maatregelen/0/verwijtbaar",
        "/boete/overtredingOp",
        "/boete/opgelegdOp",
        "/boete/bedrag",
        "/boete/opzet",
        "/boete/vanaf",
        "/boete/perMaand",
        "/boete/eerdere/opgelegdOp",
        "/boete/eerdere/gevangenisstraf",
        "/bufferbudget/0/maand",
        "/bufferbudget/0/bedrag",
    ] {
        let mut zonder = vraag.clone();
        let (ouder, veld) = plek.rsplit_once('/').unwrap();
        let object = zonder.pointer_mut(ouder).unwrap().as_object_mut().unwrap();
        assert!(object.remove(veld).is_some(), "{plek}");
        let antwoord = answer(&zonder);
        assert_eq!(antwoord["onbepaald"], 2, "{plek}");
        let reden = antwoord["maanden"][0]["reden"].as_str().unwrap();
        assert!(reden.contains(veld), "{plek}: {reden}");
        assert_eq!(antwoord["maanden"][0]["bedrag"], Value::Null, "{plek}");
    }
}

#[test]
fn every_wrong_field_is_named_at_once_and_no_value_is_repeated() {
    let mut vraag = voorbeelden()[0].clone();
    for (plek, waarde) in [
        ("/van", json!("2026-13")),
        ("/perioden/0/aanvraag", json!("2026-01-14")),
        ("/huishoudens/0/vanaf", json!("gisteren")),
        ("/inkomsten/0/vrijlating", json!("q")),
        ("/inkomsten/0/totEnMetMaand", json!("2025-12")),
        ("/inkomsten/2/totEnMet", json!("2026-05-04")),
        ("/gebeurtenissen/0/soort", json!("vakantie")),
        ("/maatregelen/0/opgelegdOp", json!("2026-03-01")),
    ] {
        *vraag.pointer_mut(plek).unwrap() = waarde;
    }
    vraag["parameters"]["maatregel.onbekend"] = json!("1");
    vraag["parameters"]["maatregel.categorie.1"] = json!("veel");
    vraag["tellers"] = json!({ "jaar": "dit jaar", "aanvrager": { "q": 1 } });
    let gemeld = fouten(&vraag);
    for veld in [
        "van",
        "perioden[0].aanvraag",
        "huishoudens[0].vanaf",
        "inkomsten[0].vrijlating",
        "inkomsten[0].totEnMetMaand",
        "inkomsten[2].totEnMet",
        "gebeurtenissen[0].soort",
        "maatregelen[0].opgelegdOp",
        "parameters.maatregel.onbekend",
        "parameters.maatregel.categorie.1",
        "tellers.jaar",
        "tellers.aanvrager.q",
    ] {
        assert!(gemeld.contains(veld), "{veld} is not in {gemeld}");
    }
    for waarde in ["2026-13", "gisteren", "vakantie", "veel", "dit jaar"] {
        assert!(!gemeld.contains(waarde), "{gemeld}");
    }
}

#[test]
fn a_series_has_bounds() {
    let mut vraag = voorbeelden()[1].clone();
    vraag["van"] = json!("2026-01");
    for (tot, is_goed) in [
        ("2025-12", false),
        ("2026-01", true),
        ("2035-12", true),
        ("2036-01", false),
    ] {
        vraag["totEnMet"] = json!(tot);
        assert_eq!(fouten(&vraag).is_empty(), is_goed, "{tot}");
    }
}
