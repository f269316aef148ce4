//! The schemes beside algemene bijstand: facts left out, wrong fields, properties, the examples of the page.

use domain::recht::bericht::Vraag;
use primitives::Geld;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::artikelen;

const BLADZIJDE: &str = include_str!("../../../../docs/regelingen.md");

/// The objects of a question that are not the facts of a scheme.
const IS_ALGEMEEN: [&str; 3] = ["huishouden", "vermogen", "parameters"];

/// The examples of the page, each with its scheme.
fn voorbeelden() -> Vec<(String, Value)> {
    let blokken = BLADZIJDE.split("```json\n").skip(1);
    blokken
        .map(|rest| serde_json::from_str(rest.split("```").next().unwrap()).unwrap())
        .map(|vraag: Value| (vraag["regeling"].as_str().unwrap().to_owned(), vraag))
        .collect()
}

fn voorbeeld(regeling: &str) -> Value {
    let alle = voorbeelden();
    let gevonden = alle.into_iter().find(|(naam, _)| naam == regeling);
    gevonden.unwrap().1
}

fn parse(vraag: &Value) -> Result<Vraag, primitives::Veldfouten> {
    Vraag::parse(&serde_json::to_vec(vraag).unwrap())
}

fn answer(vraag: &Value) -> Value {
    serde_json::to_value(parse(vraag).unwrap().calculate()).unwrap()
}

/// The sum of the steps that make the amount.
fn sum(antwoord: &Value) -> Geld {
    let telt = [
        "bedrag",
        "eigen-deel",
        "afwijking",
        "kindtoeslag",
        "deel",
        "stage",
        "werkgeverslasten",
        "uren",
        "maximum",
        "overgang",
    ];
    let stappen = antwoord["uitleg"].as_array().unwrap().iter();
    stappen
        .filter(|stap| telt.contains(&stap["stap"].as_str().unwrap()))
        .map(|stap| Geld::parse(stap["waarde"].as_str().unwrap()).unwrap())
        .sum()
}

#[test]
fn the_examples_of_the_page_are_read_and_answered() {
    let antwoorden: Vec<Value> = voorbeelden()
        .iter()
        .map(|(_, vraag)| {
            assert!(!parse(vraag).unwrap().needs_beleid());
            answer(vraag)
        })
        .collect();
    assert_eq!(antwoorden.len(), 7);
    insta::assert_json_snapshot!(antwoorden);
}

#[test]
fn every_field_of_an_example_stands_on_the_page() {
    for (_, vraag) in voorbeelden() {
        for (veld, waarde) in vraag.as_object().unwrap() {
            if !waarde.is_object() || IS_ALGEMEEN.contains(&veld.as_str()) {
                continue;
            }
            for naam in waarde.as_object().unwrap().keys() {
                let genoemd = [
                    format!("`{naam}`"),
                    format!("`{naam}["),
                    format!("`{veld}.{naam}`"),
                ];
                let is_genoemd = genoemd.iter().any(|naam| BLADZIJDE.contains(naam.as_str()));
                assert!(is_genoemd, "{veld}.{naam}");
            }
        }
    }
}

/// What may be left out of the facts: nothing hangs on it in the example.
const MAG_WEG: [&str; 4] = ["lening", "leengrond", "maandenGewerkt", "loonwaarde"];

/// Every path of a fact within the field of a scheme.
fn list_paden(waarde: &Value, pad: &str, uit: &mut Vec<String>) {
    match waarde {
        Value::Object(velden) => {
            for (naam, waarde) in velden {
                list_paden(waarde, &format!("{pad}/{naam}"), uit);
            }
        }
        Value::Array(regels) => {
            for (plek, waarde) in regels.iter().enumerate() {
                list_paden(waarde, &format!("{pad}/{plek}"), uit);
            }
        }
        _ => uit.push(pad.to_owned()),
    }
}

fn without(vraag: &Value, pad: &str) -> Value {
    let mut vraag = vraag.clone();
    let (ouder, veld) = pad.rsplit_once('/').unwrap();
    let ouder = vraag.pointer_mut(ouder).unwrap().as_object_mut().unwrap();
    assert!(ouder.remove(veld).is_some(), "{pad}");
    vraag
}

#[test]
fn a_fact_left_out_is_named_and_gives_no_amount() {
    let mut geprobeerd = 0;
    for (regeling, vraag) in voorbeelden() {
        for (veld, feiten) in vraag.as_object().unwrap() {
            if !feiten.is_object() || IS_ALGEMEEN.contains(&veld.as_str()) {
                continue;
            }
            let mut paden = vec![format!("/{veld}")];
            list_paden(feiten, &format!("/{veld}"), &mut paden);
            for pad in paden {
                let naam = pad.rsplit('/').next().unwrap();
                if MAG_WEG.contains(&naam) {
                    continue;
                }
                let antwoord = answer(&without(&vraag, &pad));
                assert_eq!(antwoord["uitkomst"], "onbepaald", "{regeling} {pad}");
                let reden = antwoord["reden"].as_str().unwrap();
                assert!(reden.contains(naam), "{regeling} {pad}: {reden}");
                assert!(antwoord["bedrag"].is_null(), "{regeling} {pad}");
                geprobeerd += 1;
            }
        }
    }
    assert!(geprobeerd > 30, "{geprobeerd}");
}

#[test]
fn a_value_left_out_is_named_unless_the_catalogue_says_what_holds_then() {
    use domain::beleid::catalogus;

    let mut onbepaald = 0;
    for (regeling, vraag) in voorbeelden() {
        let Some(parameters) = vraag.get("parameters") else {
            continue;
        };
        for sleutel in parameters.as_object().unwrap().keys() {
            let parameter = catalogus().find(sleutel).unwrap();
            let dag = jiff::civil::date(2026, 3, 1);
            let zonder = &parameter.regime_on(dag).unwrap().zonder_besluit;
            let antwoord = answer(&without(&vraag, &format!("/parameters/{sleutel}")));
            if zonder.waarde.is_some() || is_vrij(sleutel) {
                assert_ne!(antwoord["uitkomst"], "onbepaald", "{regeling} {sleutel}");
            } else {
                assert_eq!(antwoord["uitkomst"], "onbepaald", "{regeling} {sleutel}");
                let reden = antwoord["reden"].as_str().unwrap();
                assert!(reden.contains(sleutel.as_str()), "{sleutel}: {reden}");
                onbepaald += 1;
            }
        }
    }
    assert!(onbepaald >= 6, "{onbepaald}");
}

/// Without a decision about these another rule holds, as the catalogue tells in words.
fn is_vrij(sleutel: &str) -> bool {
    matches!(
        sleutel,
        "iit.inkomensgrens.peildatum"
            | "bijzondere-bijstand.draagkracht.staffel"
            | "bijzondere-bijstand.kosten"
    )
}

#[test]
fn every_wrong_field_is_named_at_once_and_not_repeated() {
    for (regeling, plekken) in [
        (
            "bijzondere-bijstand",
            &[
                (
                    "/bijzondereBijstand/kosten/0/soort",
                    json!("  "),
                    "bijzondereBijstand.kosten[0].soort",
                ),
                (
                    "/bijzondereBijstand/kosten/0/bedrag",
                    json!("-1.00"),
                    "bijzondereBijstand.kosten[0].bedrag",
                ),
                (
                    "/bijzondereBijstand/kosten/0/leengrond",
                    json!("e"),
                    "bijzondereBijstand.kosten[0].leengrond",
                ),
                (
                    "/bijzondereBijstand/kosten/0/noodzakelijk",
                    json!("ja"),
                    "bijzondereBijstand.kosten[0].noodzakelijk",
                ),
                (
                    "/bijzondereBijstand/inkomen",
                    json!(12),
                    "bijzondereBijstand.inkomen",
                ),
                (
                    "/bijzondereBijstand/draagkrachtMaanden",
                    json!(601),
                    "bijzondereBijstand.draagkrachtMaanden",
                ),
                (
                    "/parameters/bijzondere-bijstand.kosten",
                    json!([{ "naam": "x" }]),
                    "parameters.bijzondere-bijstand.kosten",
                ),
            ][..],
        ),
        (
            "minimaregeling",
            &[
                ("/minima/soort", json!("pas"), "minima.soort"),
                ("/minima/inkomen", json!("1,00"), "minima.inkomen"),
                (
                    "/parameters/meedoen.vermogenstoets",
                    json!("soms"),
                    "parameters.meedoen.vermogenstoets",
                ),
            ][..],
        ),
        (
            "studietoeslag",
            &[
                ("/studie/wajong", json!(0), "studie.wajong"),
                (
                    "/parameters/studietoeslag.21-en-ouder",
                    json!("385.13"),
                    "parameters.studietoeslag.21-en-ouder",
                ),
            ][..],
        ),
        (
            "loonkostensubsidie",
            &[
                ("/loonkosten/begin", json!("2026-03-02"), "loonkosten.begin"),
                ("/loonkosten/uren", json!(0), "loonkosten.uren"),
                (
                    "/loonkosten/voltijdUren",
                    json!(61),
                    "loonkosten.voltijdUren",
                ),
                (
                    "/loonkosten/loonwaarde",
                    json!(100.5),
                    "loonkosten.loonwaarde",
                ),
            ][..],
        ),
        (
            "beschut-werk",
            &[
                ("/beschut/gerealiseerd", json!(-1), "beschut.gerealiseerd"),
                (
                    "/beschut/plaatsenMinister",
                    json!("veel"),
                    "beschut.plaatsenMinister",
                ),
            ][..],
        ),
        (
            "premie",
            &[
                ("/premie/soort", json!("bonus"), "premie.soort"),
                (
                    "/premie/keerEerderDitJaar",
                    json!(1.5),
                    "premie.keerEerderDitJaar",
                ),
                (
                    "/parameters/premie.uitstroom",
                    json!([{ "tot": 6, "waarde": 300 }]),
                    "parameters.premie.uitstroom",
                ),
            ][..],
        ),
    ] {
        let mut vraag = voorbeeld(regeling);
        for (plek, waarde, _) in plekken {
            *vraag.pointer_mut(plek).unwrap() = waarde.clone();
        }
        let fouten = parse(&vraag).unwrap_err();
        let mut genoemd: Vec<&str> = fouten
            .list()
            .iter()
            .map(|fout| fout.veld.as_str())
            .collect();
        let mut verwacht: Vec<&str> = plekken.iter().map(|(_, _, veld)| *veld).collect();
        genoemd.sort_unstable();
        verwacht.sort_unstable();
        assert_eq!(genoemd, verwacht, "{regeling}");
    }
}

#[test]
fn what_the_law_does_not_allow_on_that_day_is_a_wrong_field() {
    let drempel = |dag: &str, bedrag: &str| {
        let mut vraag = voorbeeld("bijzondere-bijstand");
        vraag["peildatum"] = json!(dag);
        vraag["parameters"]["bijzondere-bijstand.drempel"] = json!(bedrag);
        parse(&vraag).err().map(|fouten| fouten.to_string())
    };
    assert_eq!(drempel("2026-03-01", "176.00"), None);
    assert!(
        drempel("2026-03-01", "176.01")
            .unwrap()
            .contains("art. 35 lid 2")
    );
    assert_eq!(drempel("2025-03-01", "170.00"), None);
    assert!(drempel("2025-03-01", "176.00").is_some());
    let mut vraag = voorbeeld("loonkostensubsidie");
    vraag["parameters"] = json!({ "loonkostensubsidie.maximum": 80 });
    let fout = parse(&vraag).unwrap_err().to_string();
    assert!(fout.contains("de wet bepaalt dit"), "{fout}");
    // For algemene bijstand such a value means nothing, and the law holds.
    let mut bijstand = voorbeeld("minimaregeling");
    bijstand["regeling"] = json!("algemene-bijstand");
    bijstand.as_object_mut().unwrap().remove("minima");
    bijstand["parameters"] = json!({ "bijzondere-bijstand.drempel": "900.00" });
    assert_eq!(answer(&bijstand)["uitkomst"], "recht");
}

#[test]
fn the_field_of_another_scheme_is_refused() {
    let mut vraag = voorbeeld("studietoeslag");
    vraag["minima"] = json!({ "soort": "meedoen", "inkomen": "1.00" });
    let fouten = parse(&vraag).unwrap_err();
    assert_eq!(fouten.list()[0].veld, "minima");
}

#[test]
fn values_are_asked_for_unless_the_law_alone_decides() {
    for (regeling, mut vraag) in voorbeelden() {
        vraag.as_object_mut().unwrap().remove("parameters");
        let asks = parse(&vraag).unwrap().needs_beleid();
        assert_eq!(asks, regeling != "loonkostensubsidie", "{regeling}");
    }
}

#[test]
fn a_list_may_be_written_as_the_catalogue_writes_it() {
    let mut vraag = voorbeeld("bijzondere-bijstand");
    let lijst = answer(&vraag);
    vraag["parameters"]["bijzondere-bijstand.draagkracht.staffel"] =
        json!("tot 110: 0\ntot 150: 50\ndaarboven: 100");
    vraag["parameters"]["bijzondere-bijstand.kosten"] = json!("Uitvaart: 4300.00");
    assert_eq!(answer(&vraag), lijst);
}

fn bedrag(tot: i32) -> impl Strategy<Value = String> {
    (0..=tot).prop_map(|cents| Geld::from_cents(cents).to_string())
}

fn any_vraag() -> impl Strategy<Value = Value> {
    let getallen = (
        bedrag(400_000),
        bedrag(500_000),
        bedrag(100_000),
        bedrag(1_500_000),
    );
    let keuzen = (any::<[bool; 4]>(), 0u32..=100, 0u32..40, 1u32..=40);
    let regeling = select(voorbeelden());
    (
        regeling,
        getallen,
        keuzen,
        select(vec!["1988-04-12", "2007-01-01", "1955-01-01"]),
    )
        .prop_map(
            |(
                (_, mut vraag),
                (inkomen, kosten, klein, bezit),
                (ja, procent, maanden, uren),
                geboren,
            )| {
                vraag["huishouden"]["aanvrager"]["geboortedatum"] = json!(geboren);
                vraag["vermogen"] = json!({ "bezittingen": bezit });
                let mut set = |plek: &str, waarde: Value| {
                    if let Some(gevonden) = vraag.pointer_mut(plek) {
                        *gevonden = waarde;
                    }
                };
                set("/toeslag/inkomen", json!(inkomen));
                set("/toeslag/inkomenPeildatum", json!(kosten));
                set("/bijzondereBijstand/inkomen", json!(inkomen));
                set("/bijzondereBijstand/kosten/0/bedrag", json!(kosten));
                set(
                    "/bijzondereBijstand/kosten/0/noodzakelijk",
                    json!(ja[0] || ja[1]),
                );
                set("/bijzondereBijstand/draagkrachtGebruikt", json!(klein));
                set("/bijzondereBijstand/draagkrachtMaanden", json!(maanden));
                set("/minima/inkomen", json!(inkomen));
                set("/studie/stageInkomsten", json!(klein));
                set("/loonkosten/loonwaarde", json!(procent));
                set("/loonkosten/uren", json!(uren));
                set("/beschut/gerealiseerd", json!(maanden));
                set("/premie/maandenBijstand", json!(maanden));
                set("/premie/eerderDitJaar", json!(inkomen));
                set("/premie/keerEerderDitJaar", json!(procent % 3));
                if ja[2] && vraag["regeling"] == "bijzondere-bijstand" {
                    vraag["bijzondereBijstand"]["afwijking"] = json!(klein);
                }
                if ja[3] && vraag["regeling"] == "individuele-inkomenstoeslag" {
                    vraag["parameters"]["iit.deels-boven-grens"] = json!(true);
                    vraag["toeslag"]["deel"] = json!(procent);
                }
                vraag
            },
        )
}

proptest! {
    #[test]
    fn the_explanation_adds_up_to_the_amount_and_every_article_exists(vraag in any_vraag()) {
        let antwoord = answer(&vraag);
        for stap in antwoord["uitleg"].as_array().unwrap() {
            artikelen::assert_exists(stap["grondslag"].as_str().unwrap());
        }
        if antwoord["uitkomst"] == "recht" && vraag["regeling"] != "beschut-werk" {
            let bedrag = Geld::parse(antwoord["bedrag"].as_str().unwrap()).unwrap();
            prop_assert_eq!(sum(&antwoord), bedrag, "{}", antwoord);
            prop_assert!(bedrag >= Geld::NUL);
        }
        if antwoord["uitkomst"] == "onbepaald" {
            prop_assert!(antwoord["bedrag"].is_null());
        }
    }

    #[test]
    fn more_income_never_gives_more(vraag in any_vraag(), meer in 1i32..100_000) {
        let mut rijker = vraag.clone();
        for plek in ["/toeslag/inkomen", "/bijzondereBijstand/inkomen", "/minima/inkomen"] {
            if let Some(inkomen) = rijker.pointer_mut(plek) {
                let was = Geld::parse(inkomen.as_str().unwrap()).unwrap();
                *inkomen = json!((was + Geld::from_cents(meer)).to_string());
            }
        }
        let bedrag = |vraag: &Value| {
            let antwoord = answer(vraag);
            Some(Geld::parse(antwoord["bedrag"].as_str()?).unwrap())
        };
        if let (Some(eerst), Some(dan)) = (bedrag(&vraag), bedrag(&rijker)) {
            prop_assert!(dan <= eerst, "{} {}", eerst, dan);
        }
    }

    #[test]
    fn a_lower_loonwaarde_never_gives_less_and_the_law_caps_it(lager in 0u32..=99, hoger in 1u32..=99) {
        let bedrag = |loonwaarde: u32| {
            let mut vraag = voorbeeld("loonkostensubsidie");
            vraag["loonkosten"]["loonwaarde"] = json!(loonwaarde);
            vraag["loonkosten"]["uren"] = json!(36);
            Geld::parse(answer(&vraag)["bedrag"].as_str().unwrap()).unwrap()
        };
        let (laag, hoog) = (lager.min(hoger), lager.max(hoger));
        prop_assert!(bedrag(laag) >= bedrag(hoog));
        // 70% of 2477.95 with 23.5% on it.
        prop_assert!(bedrag(laag) <= Geld::parse("2142.19").unwrap());
    }
}
