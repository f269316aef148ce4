//! The scenarios in `tests/wet/`, each with its source and article, through the door for questions.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use domain::recht::bericht::Vraag;
use domain::recht::{Normbedrag, Normentabel, Wetsgroep, Wetsoverzicht, Wetswaarde};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::artikelen;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    naam: String,
    artikel: String,
    bron: String,
    vraag: Value,
    antwoord: Map<String, Value>,
    #[serde(default)]
    stappen: Vec<Map<String, Value>>,
}

fn map() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/wet")
}

fn scenarios() -> Vec<(String, Scenario)> {
    let mut alle = Vec::new();
    for bestand in fs::read_dir(map()).unwrap() {
        let pad = bestand.unwrap().path();
        if pad.extension().is_some_and(|soort| soort == "yaml") {
            let tekst = fs::read_to_string(&pad).unwrap();
            let naam = pad.file_stem().unwrap().to_string_lossy().into_owned();
            let gelezen: Vec<Scenario> = serde_norway::from_str(&tekst).unwrap();
            alle.extend(gelezen.into_iter().map(|scenario| (naam.clone(), scenario)));
        }
    }
    alle
}

/// What of the answer differs from what the scenario says; `redenBevat` is a part of the reason.
fn differences(scenario: &Scenario) -> Vec<String> {
    let json = serde_json::to_vec(&scenario.vraag).unwrap();
    let vraag = match Vraag::parse(&json) {
        Ok(vraag) => vraag,
        Err(fouten) => return vec![fouten.to_string()],
    };
    let antwoord = serde_json::to_value(vraag.calculate()).unwrap();
    let mut verschillen = Vec::new();
    for (veld, verwacht) in &scenario.antwoord {
        if veld == "redenBevat" {
            let reden = antwoord["reden"].as_str().unwrap_or_default();
            if !reden.contains(verwacht.as_str().unwrap()) {
                verschillen.push(format!("reden is {reden:?}, without {verwacht}"));
            }
        } else if antwoord.get(veld) != Some(verwacht) {
            verschillen.push(format!(
                "{veld} is {:?}, not {verwacht}",
                antwoord.get(veld)
            ));
        }
    }
    let stappen = antwoord["uitleg"].as_array().unwrap();
    for verwacht in &scenario.stappen {
        let matches = |stap: &&Value| verwacht.iter().all(|(k, v)| stap.get(k) == Some(v));
        if !stappen.iter().any(|stap| matches(&stap)) {
            verschillen.push(format!("no step {verwacht:?} in {stappen:#?}"));
        }
    }
    for stap in stappen {
        artikelen::assert_exists(stap["grondslag"].as_str().unwrap());
    }
    let mut zonder = antwoord;
    zonder["uitleg"] = Value::Array(Vec::new());
    if serde_json::to_value(vraag.calculate_zonder_uitleg()).unwrap() != zonder {
        verschillen.push("without an explanation the answer differs".to_owned());
    }
    verschillen
}

#[test]
fn every_scenario_of_the_law_comes_out() {
    let alle = scenarios();
    let mut gefaald = Vec::new();
    for (bestand, scenario) in &alle {
        for verschil in differences(scenario) {
            gefaald.push(format!("{bestand}: {}: {verschil}", scenario.naam));
        }
    }
    assert!(
        gefaald.is_empty(),
        "{} of {}:\n{}",
        gefaald.len(),
        alle.len(),
        gefaald.join("\n")
    );
    assert!(
        alle.len() >= 1_000,
        "only {} scenarios were found",
        alle.len()
    );
}

#[test]
fn every_scenario_has_its_own_name_a_source_and_an_article_that_exists() {
    let mut namen = BTreeSet::new();
    for (bestand, scenario) in scenarios() {
        assert!(!scenario.bron.is_empty(), "{}", scenario.naam);
        artikelen::assert_exists(&scenario.artikel);
        assert!(
            namen.insert((bestand, scenario.naam.clone())),
            "{}",
            scenario.naam
        );
    }
}

/// The rows of a second booking: key, first day, value.
fn read_boeking(bestand: &str) -> BTreeSet<(String, String, String)> {
    let mut lezer = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_path(map().join(bestand))
        .unwrap();
    let regels = lezer.records().map(Result::unwrap);
    regels
        .map(|r| (r[0].to_owned(), r[1].to_owned(), r[2].to_owned()))
        .collect()
}

/// Of IOAW and IOAZ the sources give two half years; of the next one it is said that they do not.
#[test]
fn every_amount_of_ioaw_and_ioaz_equals_its_second_booking() {
    let mut in_data = BTreeSet::new();
    for normen in Normentabel::wettelijk().perioden() {
        let overzicht = Wetsoverzicht::on(normen.van()).unwrap();
        let ioa = overzicht.bedragen.iter();
        for bedrag in ioa.filter(|b| b.groep == Wetsgroep::Ioa) {
            let waarde = match bedrag.waarde {
                Wetswaarde::Bedrag(bedrag) => bedrag.to_string(),
                Wetswaarde::Percentage(percentage) => format!("{:.2}", percentage.decimal()),
                anders => {
                    assert_eq!(anders, Wetswaarde::Onbekend);
                    continue;
                }
            };
            in_data.insert((bedrag.sleutel.to_owned(), overzicht.van.to_string(), waarde));
        }
    }
    assert_eq!(in_data, read_boeking("bedragen-ioaw-ioaz.csv"));
}

/// The second booking of every amount, written from the sources apart from `data/normen.json`.
#[test]
fn every_amount_equals_its_second_booking() {
    let geboekt = read_boeking("bedragen.csv");
    let mut in_data = BTreeSet::new();
    for normen in Normentabel::wettelijk().perioden() {
        for naam in Normbedrag::ALL {
            let bedrag = normen
                .bedrag(*naam)
                .map_or(String::new(), |b| b.to_string());
            in_data.insert((naam.sleutel().to_owned(), normen.van().to_string(), bedrag));
        }
    }
    assert_eq!(in_data, geboekt);
}
