//! The scenarios in `tests/wet/herziening/`, the examples of the document, and wrong fields.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use domain::recht::bericht::Herzieningsvraag;
use domain::recht::herziening::Oorzaak;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::artikelen;

const DOCUMENT: &str = include_str!("../../../../docs/herziening.md");

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Scenario {
    naam: String,
    artikel: String,
    bron: String,
    /// The earlier question of `basis.yaml` on which `oud` is laid, field by field.
    basis: String,
    dag: String,
    #[serde(default)]
    oud: Map<String, Value>,
    #[serde(default)]
    nieuw: Map<String, Value>,
    #[serde(default)]
    oorzaken: Vec<Value>,
    vakantietoeslag_betaald_tot_en_met: Option<String>,
    /// What is told about the claim.
    vordering: Option<Value>,
    /// The fields of the answer about it.
    #[serde(default)]
    vorderingsantwoord: Map<String, Value>,
    /// Steps about it that must be there.
    #[serde(default)]
    vorderingsstappen: Vec<Map<String, Value>>,
    /// By month, the fields of its answer.
    maanden: BTreeMap<String, Map<String, Value>>,
    /// Steps that must be there, each with its `maand`.
    #[serde(default)]
    stappen: Vec<Map<String, Value>>,
    #[serde(default)]
    totaal: Map<String, Value>,
}

fn map() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/wet/herziening")
}

fn scenarios() -> Vec<Scenario> {
    let mut alle = Vec::new();
    for bestand in fs::read_dir(map()).unwrap() {
        let pad = bestand.unwrap().path();
        if pad.file_stem().is_some_and(|naam| naam == "basis") {
            continue;
        }
        let tekst = fs::read_to_string(&pad).unwrap();
        let gelezen: Vec<Scenario> = serde_norway::from_str(&tekst)
            .unwrap_or_else(|fout| panic!("{}: {fout}", pad.display()));
        alle.extend(gelezen);
    }
    alle
}

fn answer(vraag: &Value) -> Value {
    let vraag = Herzieningsvraag::parse(&serde_json::to_vec(vraag).unwrap())
        .unwrap_or_else(|fouten| panic!("{fouten}"));
    serde_json::to_value(vraag.calculate()).unwrap()
}

fn fouten(vraag: &Value) -> Vec<String> {
    match Herzieningsvraag::parse(&serde_json::to_vec(vraag).unwrap()) {
        Ok(_) => Vec::new(),
        Err(fouten) => fouten.list().iter().map(|fout| fout.veld.clone()).collect(),
    }
}

fn is_part(deel: &Map<String, Value>, stap: &Value) -> bool {
    deel.iter().all(|(veld, waarde)| match veld.as_str() {
        "maand" => true,
        "tekstBevat" => {
            // Amounts have a space that does not break.
            let tekst = stap["tekst"].as_str().unwrap().replace('\u{a0}', " ");
            tekst.contains(waarde.as_str().unwrap())
        }
        _ => stap.get(veld) == Some(waarde),
    })
}

fn differences(scenario: &Scenario, basis: &Map<String, Value>) -> Vec<String> {
    let mut oud = basis.clone();
    oud.extend(scenario.oud.clone());
    let vraag = json!({
        "dag": scenario.dag, "oud": oud, "nieuw": scenario.nieuw, "oorzaken": scenario.oorzaken,
        "vakantietoeslagBetaaldTotEnMet": scenario.vakantietoeslag_betaald_tot_en_met,
        "vordering": scenario.vordering,
    });
    let antwoord = answer(&vraag);
    let maanden = antwoord["maanden"].as_array().unwrap();
    let find = |naam: &str| maanden.iter().find(|maand| maand["maand"] == naam).unwrap();
    let mut verschillen = Vec::new();
    let mut compare = |waar: &str, verwacht: &Map<String, Value>, gevonden: &Value| {
        for (veld, waarde) in verwacht {
            if gevonden.get(veld) != Some(waarde) {
                let is = &gevonden[veld];
                verschillen.push(format!(
                    "{}: {waar} {veld} is {is}, not {waarde}",
                    scenario.naam
                ));
            }
        }
    };
    for (maand, verwacht) in &scenario.maanden {
        compare(maand, verwacht, find(maand));
    }
    compare("totaal", &scenario.totaal, &antwoord);
    let vordering = &antwoord["vordering"];
    compare("vordering", &scenario.vorderingsantwoord, vordering);
    let bij_vordering = vordering["stappen"].as_array().unwrap();
    for stap in &scenario.vorderingsstappen {
        if !bij_vordering.iter().any(|gevonden| is_part(stap, gevonden)) {
            let naam = &scenario.naam;
            verschillen.push(format!("{naam}: no step {stap:?} in {bij_vordering:#?}"));
        }
    }
    for stap in bij_vordering {
        artikelen::assert_exists(stap["grondslag"].as_str().unwrap());
    }
    for stap in &scenario.stappen {
        let maand = find(stap["maand"].as_str().unwrap());
        let gevonden = maand["stappen"].as_array().unwrap();
        if !gevonden.iter().any(|gevonden| is_part(stap, gevonden)) {
            verschillen.push(format!(
                "{}: no step {stap:?} in {gevonden:#?}",
                scenario.naam
            ));
        }
    }
    for stap in maanden
        .iter()
        .flat_map(|maand| maand["stappen"].as_array().unwrap())
    {
        artikelen::assert_exists(stap["grondslag"].as_str().unwrap());
    }
    verschillen
}

#[test]
fn every_review_comes_out() {
    let basis = fs::read_to_string(map().join("basis.yaml")).unwrap();
    let basis: BTreeMap<String, Map<String, Value>> = serde_norway::from_str(&basis).unwrap();
    let alle = scenarios();
    let gefaald: Vec<_> = alle
        .iter()
        .flat_map(|scenario| differences(scenario, &basis[&scenario.basis]))
        .collect();
    assert!(
        gefaald.is_empty(),
        "of {}:\n{}",
        alle.len(),
        gefaald.join("\n")
    );
    let mut namen = BTreeSet::new();
    for scenario in &alle {
        assert!(!scenario.bron.is_empty() && namen.insert(&scenario.naam));
        artikelen::assert_exists(&scenario.artikel);
    }
}

/// The examples of the document, in order: a question and a month of its answer.
fn voorbeelden() -> Vec<Value> {
    let blokken = DOCUMENT.split("```json").skip(1);
    blokken
        .map(|blok| serde_json::from_str(blok.split("```").next().unwrap()).unwrap())
        .collect()
}

#[test]
fn the_example_of_the_document_is_answered_as_it_says() {
    let [vraag, maand] = &voorbeelden()[..] else {
        panic!("a question and a month");
    };
    let mut antwoord = answer(vraag);
    let gevonden = antwoord["maanden"][1].as_object_mut().unwrap();
    for kant in ["oud", "nieuw", "stappen"] {
        gevonden.remove(kant);
    }
    assert_eq!(&antwoord["maanden"][1], maand);
    for oorzaak in Oorzaak::ALL {
        assert!(DOCUMENT.contains(&format!("`{}`", oorzaak.naam())));
    }
}

#[test]
fn every_wrong_field_is_named_with_the_side_on_which_it_stands() {
    let vraag = voorbeelden().swap_remove(0);
    assert!(fouten(&vraag).is_empty());
    let change = |pad: &str, waarde: Value| {
        let mut anders = vraag.clone();
        if let Some(plek) = anders.pointer_mut(pad) {
            *plek = waarde;
        } else {
            let (ouder, veld) = pad.rsplit_once('/').unwrap();
            anders.pointer_mut(ouder).unwrap()[veld] = waarde;
        }
        fouten(&anders)
    };
    for (pad, waarde, veld) in [
        ("/dag", json!("ooit"), "dag"),
        ("/oud", json!(null), "oud"),
        ("/oud/bekendOp", json!(null), "oud.bekendOp"),
        ("/oud/bekendOp", json!("2030-01-01"), "oud.bekendOp"),
        ("/oud/van", json!("2026"), "oud.van"),
        ("/nieuw/van", json!("2026-01"), "nieuw.van"),
        ("/nieuw/gemeente", json!("GM0267"), "nieuw.gemeente"),
        ("/nieuw/bekendOp", json!("2030-01-01"), "nieuw.bekendOp"),
        ("/nieuw/inkomen", json!([]), "nieuw.inkomen"),
        ("/nieuw", json!([]), "nieuw"),
        ("/oorzaken/0/oorzaak", json!("pech"), "oorzaken[0].oorzaak"),
        (
            "/oorzaken/0/begrijpelijk",
            json!(true),
            "oorzaken[0].begrijpelijk",
        ),
        (
            "/oorzaken/0",
            json!({ "oorzaak": "voorschot", "van": "2026-03", "totEnMet": "2026-02" }),
            "oorzaken[0].totEnMet",
        ),
        (
            "/oorzaken/0/afzien",
            json!({ "percentage": 40 }),
            "oorzaken[0].afzien",
        ),
        (
            "/oorzaken/0",
            json!({ "oorzaak": "te-hoog-verleend", "dringendeRedenen": true, "afzien": {} }),
            "oorzaken[0].afzien",
        ),
        (
            "/oorzaken/0",
            json!({ "oorzaak": "te-hoog-verleend", "dringendeRedenen": true,
                "afzien": { "percentage": 101 } }),
            "oorzaken[0].afzien.percentage",
        ),
        (
            "/oorzaken/0",
            json!({ "oorzaak": "te-hoog-verleend", "dringendeRedenen": true,
                "afzien": { "bedrag": "0.00" } }),
            "oorzaken[0].afzien.bedrag",
        ),
        (
            "/vordering",
            json!({ "leningen": [{ "vorm": "geldlening", "bedrag": "5.00", "afgelost": "6.00" }] }),
            "vordering.leningen[0].afgelost",
        ),
        (
            "/vordering",
            json!({ "belastingEnPremies": [{ "jaar": "vorig", "bedrag": "5.00" }] }),
            "vordering.belastingEnPremies[0].jaar",
        ),
        (
            "/vakantietoeslagBetaaldTotEnMet",
            json!("mei"),
            "vakantietoeslagBetaaldTotEnMet",
        ),
    ] {
        assert_eq!(change(pad, waarde), [veld], "{pad}");
    }
    let twee =
        json!([{ "oorzaak": "voorschot" }, { "oorzaak": "te-hoog-verleend", "van": "2026-03" }]);
    assert_eq!(change("/oorzaken", twee), ["oorzaken[1]"]);
}

#[test]
fn what_was_decided_is_calculated_with_what_was_known_then() {
    let vraag = voorbeelden().swap_remove(0);
    let herziening = answer(&vraag);
    let toen = serde_json::to_vec(&vraag["oud"]).unwrap();
    let toen = domain::recht::bericht::Reeksvraag::parse(&toen).unwrap();
    let toen = serde_json::to_value(toen.calculate()).unwrap();
    for (plek, maand) in toen["maanden"].as_array().unwrap().iter().enumerate() {
        assert_eq!(&herziening["maanden"][plek]["oud"], maand);
    }
}
