//! The question about work as JSON: the example of the page, facts left out, wrong fields, the same as the engine.

use domain::beleid::Beleid;
use domain::recht::armoedeval::{Armoedeval, Lokaalbeleid, Werkrekenaar, Werkvraag};
use domain::recht::bericht::{Werkberekening, Werkberekeningsvraag};
use domain::recht::{Kinderen, Leefsituatie, Leeftijd, Verblijf, Vrijlating};
use jiff::civil::date;
use primitives::{Moment, Veldfouten};
use serde_json::{Value, json};

const BLADZIJDE: &str = include_str!("../../../../docs/armoedeval.md");

fn voorbeeld() -> Value {
    let blok = BLADZIJDE.split("```json\n").nth(1).unwrap();
    serde_json::from_str(blok.split("```").next().unwrap()).unwrap()
}

fn parse(vraag: &Value) -> Result<Werkberekeningsvraag, Veldfouten> {
    Werkberekeningsvraag::parse(&serde_json::to_vec(vraag).unwrap())
}

fn answer(vraag: &Value) -> Werkberekening {
    let nu: Moment = "2026-11-21T11:00:00Z".parse().unwrap();
    parse(vraag).unwrap().calculate(&Beleid::default(), nu)
}

#[test]
fn the_example_of_the_page_counts_exemption_r_by_the_age_of_the_child() {
    let antwoord = answer(&voorbeeld());
    assert_eq!(antwoord.uitkomst, "berekend", "{:?}", antwoord.reden);
    let punt = antwoord.werkpunt.unwrap();
    assert!(!punt.vrijgelaten.is_nul(), "{punt:?}");
    let is_r = |stap: &&domain::recht::uitleg::Stap| stap.grondslag.contains("onder r");
    assert!(antwoord.uitleg.iter().any(|stap| is_r(&stap)));
    // The child is twelve: no exemption r any more.
    let mut ouder = voorbeeld();
    ouder["huishouden"]["kinderen"][0]["geboortedatum"] = json!("2013-06-01");
    assert!(answer(&ouder).werkpunt.unwrap().vrijgelaten.is_nul());
}

#[test]
fn the_answer_is_that_of_the_engine_which_the_page_asks() {
    let mut vraag = voorbeeld();
    vraag["huishouden"]["kinderen"] = json!([]);
    vraag["vrijlating"] = json!("n");
    vraag.as_object_mut().unwrap().remove("vermogen");
    let dag = date(2026, 3, 1);
    let leeftijd = Leeftijd::op(date(1988, 4, 12), dag).unwrap();
    let situatie = Leefsituatie::try_new(leeftijd, None, Kinderen::Geen, 0, Verblijf::Woning);
    let rekenaar = Werkrekenaar::try_new(
        Werkvraag {
            dag,
            situatie: situatie.unwrap(),
            kinderen: None,
            inkomsten: Vec::new(),
            vermogen: None,
            verlaging: None,
            vrijlating: Some(Vrijlating::N),
            maanden_gebruikt: Some(0),
        },
        &Lokaalbeleid::default(),
    );
    let val = Armoedeval::calculate(&rekenaar.unwrap()).unwrap();
    let antwoord = answer(&vraag).armoedeval.unwrap();
    assert_eq!(
        (antwoord.punten, antwoord.stappen),
        (val.punten, val.stappen)
    );
}

#[test]
fn a_fact_that_is_missing_gives_onbepaald_and_is_named() {
    for (veld, naam) in [
        ("/huishouden/aanvrager/geboortedatum", "geboortedatum"),
        ("/huishouden/huisvesting", "huisvesting"),
        ("/bruto", "bruto"),
    ] {
        let mut vraag = voorbeeld();
        *vraag.pointer_mut(veld).unwrap() = Value::Null;
        let antwoord = answer(&vraag);
        assert_eq!(antwoord.uitkomst, "onbepaald", "{veld}");
        assert!(antwoord.reden.unwrap().contains(naam), "{veld}");
        assert!(antwoord.armoedeval.is_none() && antwoord.werkpunt.is_none());
    }
    let mut vraag = voorbeeld();
    vraag["maandenGebruikt"] = Value::Null;
    assert_eq!(answer(&vraag).uitkomst, "onbepaald", "how long it was used");
}

#[test]
fn every_wrong_field_is_named_at_once() {
    let mut vraag = voorbeeld();
    vraag["peildatum"] = json!("2026-02-30");
    vraag["vrijlating"] = json!("q");
    vraag["bruto"] = json!("4000.01");
    vraag["regeling"] = json!("algemene-bijstand");
    let fouten = parse(&vraag).unwrap_err();
    let mut velden: Vec<_> = fouten
        .list()
        .iter()
        .map(|fout| fout.veld.as_str())
        .collect();
    velden.sort_unstable();
    assert_eq!(velden, ["bruto", "peildatum", "regeling", "vrijlating"]);
}
