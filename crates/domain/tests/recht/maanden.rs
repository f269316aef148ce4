//! The scenarios in `tests/wet/maanden/`: a whole case each, with the months and days that must come out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use domain::recht::bericht::Reeksvraag;
use domain::recht::maanden::Reeksregel;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::artikelen;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    naam: String,
    artikel: String,
    bron: String,
    /// The question of `basis.yaml` on which `vraag` is laid, field by field.
    basis: String,
    vraag: Map<String, Value>,
    /// By month, the fields of its answer; `redenBevat` is a part of the reason.
    #[serde(default)]
    maanden: BTreeMap<String, Map<String, Value>>,
    /// Steps that must be there, each with its `maand`.
    #[serde(default)]
    stappen: Vec<Map<String, Value>>,
    /// Days that must be there.
    #[serde(default)]
    dagen: Vec<Map<String, Value>>,
    /// Kinds of days that must not be there.
    #[serde(default)]
    #[serde(rename = "geenDagen")]
    geen_dagen: Vec<Map<String, Value>>,
    /// Parts of the faults with which the question is refused.
    #[serde(default)]
    geweigerd: Vec<String>,
}

fn map() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/wet/maanden")
}

fn basis() -> BTreeMap<String, Map<String, Value>> {
    let tekst = fs::read_to_string(map().join("basis.yaml")).unwrap();
    serde_norway::from_str(&tekst).unwrap()
}

fn scenarios() -> Vec<(String, Scenario)> {
    let mut alle = Vec::new();
    for bestand in fs::read_dir(map()).unwrap() {
        let pad = bestand.unwrap().path();
        let naam = pad.file_stem().unwrap().to_string_lossy().into_owned();
        if naam == "basis" {
            continue;
        }
        let tekst = fs::read_to_string(&pad).unwrap();
        let gelezen: Vec<Scenario> =
            serde_norway::from_str(&tekst).unwrap_or_else(|fout| panic!("{naam}: {fout}"));
        alle.extend(gelezen.into_iter().map(|scenario| (naam.clone(), scenario)));
    }
    alle
}

/// The question of a scenario: its own fields laid on those of its basis.
fn vraag(scenario: &Scenario, basis: &BTreeMap<String, Map<String, Value>>) -> Vec<u8> {
    let mut vraag = basis[&scenario.basis].clone();
    vraag.extend(scenario.vraag.clone());
    serde_json::to_vec(&vraag).unwrap()
}

fn is_part(deel: &Map<String, Value>, geheel: &Value) -> bool {
    deel.iter().all(|(veld, waarde)| match veld.as_str() {
        "tekstBevat" => geheel["tekst"]
            .as_str()
            .is_some_and(|tekst| tekst.contains(waarde.as_str().unwrap())),
        _ => geheel.get(veld) == Some(waarde),
    })
}

fn differences(scenario: &Scenario, basis: &BTreeMap<String, Map<String, Value>>) -> Vec<String> {
    let vraag = match Reeksvraag::parse(&vraag(scenario, basis)) {
        Ok(vraag) if scenario.geweigerd.is_empty() => vraag,
        Ok(_) => return vec!["is not refused".to_owned()],
        Err(fouten) => {
            let fouten = fouten.to_string();
            let mist = |deel: &&String| !fouten.contains(deel.as_str());
            return match (
                &scenario.geweigerd[..],
                scenario.geweigerd.iter().find(mist),
            ) {
                ([], _) => vec![fouten],
                (_, None) => Vec::new(),
                (_, Some(deel)) => vec![format!("{deel} is not in {fouten}")],
            };
        }
    };
    let antwoord = serde_json::to_value(vraag.calculate()).unwrap();
    let mut verschillen = Vec::new();
    for (maand, velden) in &scenario.maanden {
        let maanden = antwoord["maanden"].as_array().unwrap();
        let Some(gevonden) = maanden.iter().find(|m| m["maand"] == maand.as_str()) else {
            verschillen.push(format!("{maand} is not in the answer"));
            continue;
        };
        compare_maand(maand, velden, gevonden, &mut verschillen);
    }
    for verwacht in &scenario.stappen {
        let mut stap = verwacht.clone();
        let maand = stap.remove("maand").unwrap();
        let maanden = antwoord["maanden"].as_array().unwrap();
        let gevonden = maanden.iter().find(|m| m["maand"] == maand).unwrap();
        let stappen = gevonden["uitleg"].as_array().unwrap();
        if !stappen.iter().any(|s| is_part(&stap, s)) {
            verschillen.push(format!("no step {verwacht:?} in {stappen:#?}"));
        }
    }
    for verwacht in &scenario.dagen {
        let dagen = antwoord["dagen"].as_array().unwrap();
        if !dagen.iter().any(|dag| is_part(verwacht, dag)) {
            verschillen.push(format!("no day {verwacht:?} in {dagen:#?}"));
        }
    }
    for verboden in &scenario.geen_dagen {
        let dagen = antwoord["dagen"].as_array().unwrap();
        if dagen.iter().any(|dag| is_part(verboden, dag)) {
            verschillen.push(format!("{verboden:?} is in {dagen:#?}"));
        }
    }
    check_teksten(&antwoord);
    let mut zonder = antwoord;
    zonder["dagen"] = Value::Array(Vec::new());
    for maand in zonder["maanden"].as_array_mut().unwrap() {
        maand["uitleg"] = Value::Array(Vec::new());
    }
    if serde_json::to_value(vraag.calculate_zonder_uitleg()).unwrap() != zonder {
        verschillen.push("without an explanation the answer differs".to_owned());
    }
    verschillen
}

fn compare_maand(
    maand: &str,
    velden: &Map<String, Value>,
    gevonden: &Value,
    verschillen: &mut Vec<String>,
) {
    for (veld, verwacht) in velden {
        let waarde = match veld.as_str() {
            "redenBevat" => {
                let reden = gevonden["reden"].as_str().unwrap_or_default();
                if !reden.contains(verwacht.as_str().unwrap()) {
                    verschillen.push(format!("{maand}: reden is {reden:?}, without {verwacht}"));
                }
                continue;
            }
            "n" => &gevonden["tellers"]["aanvrager"]["n"],
            "delen" => {
                let delen = gevonden["delen"].as_array().unwrap();
                let tekst: Vec<String> = delen
                    .iter()
                    .map(|d| format!("{}..{} {}", d["van"], d["totEnMet"], d["uitkomst"]))
                    .collect();
                let tekst = tekst.join("; ").replace('"', "");
                if verwacht.as_str() != Some(&tekst) {
                    verschillen.push(format!("{maand}: delen is {tekst:?}, not {verwacht}"));
                }
                continue;
            }
            _ => &gevonden[veld],
        };
        if waarde != verwacht {
            verschillen.push(format!(
                "{maand}: {veld} is {waarde}, not {verwacht} (reden {})",
                gevonden["reden"]
            ));
        }
    }
}

/// Every article exists, and every sentence is one.
fn check_teksten(antwoord: &Value) {
    let maanden = antwoord["maanden"].as_array().unwrap();
    let stappen = maanden
        .iter()
        .flat_map(|maand| maand["uitleg"].as_array().unwrap());
    let mut grondslagen = BTreeSet::new();
    for stap in stappen.chain(antwoord["dagen"].as_array().unwrap()) {
        grondslagen.insert(stap["grondslag"].as_str().unwrap());
        let tekst = stap["tekst"].as_str().unwrap();
        assert!(tekst.ends_with('.') && !tekst.contains("  "), "{tekst}");
    }
    for grondslag in grondslagen {
        artikelen::assert_exists(grondslag);
    }
}

#[test]
fn every_case_over_months_comes_out() {
    let (alle, basis) = (scenarios(), basis());
    let mut gefaald = Vec::new();
    for (bestand, scenario) in &alle {
        for verschil in differences(scenario, &basis) {
            gefaald.push(format!("{bestand}: {}: {verschil}", scenario.naam));
        }
    }
    let aantal = alle.len();
    assert!(gefaald.is_empty(), "of {aantal}:\n{}", gefaald.join("\n"));
    assert!(aantal >= 150, "only {aantal} scenarios were found");
}

#[test]
fn every_case_has_its_own_name_a_source_and_an_article_that_exists() {
    let mut namen = BTreeSet::new();
    for (bestand, scenario) in scenarios() {
        assert!(!scenario.bron.is_empty(), "{}", scenario.naam);
        artikelen::assert_exists(&scenario.artikel);
        let naam = (bestand, scenario.naam.clone());
        assert!(namen.insert(naam), "{}", scenario.naam);
    }
    for regel in Reeksregel::ALL {
        artikelen::assert_exists(regel.grondslag());
    }
}
