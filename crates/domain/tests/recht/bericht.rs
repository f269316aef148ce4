//! Questions that are wrong: every wrong field named at once, never a value repeated.

use domain::recht::bericht::Vraag;
use primitives::Veldfout;
use proptest::prelude::*;
use serde_json::{Value, json};

const VOORBEELD: &str = r#"{ "gemeente": "GM0294", "peildatum": "2026-03-01", "regeling": "algemene-bijstand",
  "huishouden": {
    "aanvrager": { "geboortedatum": "1988-04-12" },
    "partner": { "geboortedatum": "1990-01-30", "heeftRecht": true },
    "kinderen": [ { "geboortedatum": "2015-06-01" } ],
    "medebewoners": [ { "geboortedatum": "1970-01-01", "soort": "overig" } ],
    "huisvesting": "huurder" },
  "inkomsten": [ { "persoon": "aanvrager", "soort": "arbeid", "bedrag": "800.00", "vrijlating": "n", "maandenGebruikt": 2 } ],
  "vermogen": { "bezittingen": "5000.00", "schulden": "0.00", "overwaardeWoning": "0.00" },
  "maatregel": { "percentage": 30 },
  "parameters": { "iit.bedrag.alleenstaande": "450.00" } }"#;

fn voorbeeld() -> Value {
    serde_json::from_str(VOORBEELD).unwrap()
}

fn fouten(vraag: &Value) -> Vec<Veldfout> {
    match Vraag::parse(&serde_json::to_vec(vraag).unwrap()) {
        Ok(_) => Vec::new(),
        Err(fouten) => fouten.list().to_vec(),
    }
}

/// The example with the value at a JSON pointer replaced.
fn met(plek: &str, waarde: Value) -> Value {
    let mut vraag = voorbeeld();
    *vraag.pointer_mut(plek).unwrap() = waarde;
    vraag
}

#[test]
fn the_example_of_the_contract_is_read_and_answered_in_its_form() {
    let vraag = Vraag::parse(VOORBEELD.as_bytes()).unwrap();
    insta::assert_json_snapshot!(vraag.calculate());
}

#[test]
fn each_wrong_value_is_named_by_its_path_and_not_repeated() {
    for (plek, waarde, veld) in [
        ("/gemeente", json!("GM29"), "gemeente"),
        ("/gemeente", json!(294), "gemeente"),
        ("/peildatum", json!("2026-02-30"), "peildatum"),
        ("/peildatum", json!("01-03-2026"), "peildatum"),
        ("/regeling", json!("wao"), "regeling"),
        ("/huishouden", json!([]), "huishouden"),
        (
            "/huishouden/aanvrager/geboortedatum",
            json!("2026-03-02"),
            "huishouden.aanvrager.geboortedatum",
        ),
        (
            "/huishouden/aanvrager/geboortedatum",
            json!("1880-01-01"),
            "huishouden.aanvrager.geboortedatum",
        ),
        (
            "/huishouden/partner/heeftRecht",
            json!("ja"),
            "huishouden.partner.heeftRecht",
        ),
        (
            "/huishouden/kinderen/0/geboortedatum",
            json!("kind"),
            "huishouden.kinderen[0].geboortedatum",
        ),
        ("/huishouden/kinderen", json!({}), "huishouden.kinderen"),
        (
            "/huishouden/medebewoners/0/soort",
            json!("vriend"),
            "huishouden.medebewoners[0].soort",
        ),
        (
            "/huishouden/huisvesting",
            json!("woonboot"),
            "huishouden.huisvesting",
        ),
        ("/inkomsten/0/persoon", json!("oma"), "inkomsten[0].persoon"),
        ("/inkomsten/0/soort", json!("loon"), "inkomsten[0].soort"),
        (
            "/inkomsten/0/bedrag",
            json!("800.001"),
            "inkomsten[0].bedrag",
        ),
        ("/inkomsten/0/bedrag", json!("-1.00"), "inkomsten[0].bedrag"),
        (
            "/inkomsten/0/bedrag",
            json!("800,00"),
            "inkomsten[0].bedrag",
        ),
        ("/inkomsten/0/bedrag", json!(800), "inkomsten[0].bedrag"),
        (
            "/inkomsten/0/bedrag",
            json!("99999999999999999999"),
            "inkomsten[0].bedrag",
        ),
        (
            "/inkomsten/0/vrijlating",
            json!("x"),
            "inkomsten[0].vrijlating",
        ),
        (
            "/inkomsten/0/maandenGebruikt",
            json!(-1),
            "inkomsten[0].maandenGebruikt",
        ),
        (
            "/inkomsten/0/maandenGebruikt",
            json!(1.5),
            "inkomsten[0].maandenGebruikt",
        ),
        ("/vermogen/schulden", json!("-5.00"), "vermogen.schulden"),
        (
            "/vermogen/overwaardeWoning",
            json!("1e9"),
            "vermogen.overwaardeWoning",
        ),
        (
            "/maatregel/percentage",
            json!(100.01),
            "maatregel.percentage",
        ),
        ("/maatregel/percentage", json!(-1), "maatregel.percentage"),
        (
            "/parameters",
            json!({"iit.bedrag.alleenstaand": "1.00"}),
            "parameters.iit.bedrag.alleenstaand",
        ),
        (
            "/parameters",
            json!({"iit.bedrag.gehuwden": "1.001"}),
            "parameters.iit.bedrag.gehuwden",
        ),
        (
            "/parameters",
            json!({"Geen Sleutel": 1}),
            "parameters.(onleesbare naam)",
        ),
    ] {
        let fouten = fouten(&met(plek, waarde.clone()));
        assert_eq!(fouten.len(), 1, "{plek} {waarde}: {fouten:?}");
        assert_eq!(fouten[0].veld, veld);
        let tekst = waarde.as_str().unwrap_or("nergens");
        assert!(!fouten[0].melding.contains(tekst), "{:?}", fouten[0]);
    }
}

#[test]
fn all_faults_come_at_once() {
    let vraag = json!({
        "gemeente": "x", "peildatum": "2026-13-01", "regeling": "iets",
        "huishouden": { "aanvrager": { "geboortedatum": 1 }, "hond": true },
        "inkomsten": [ { "persoon": "x" }, { "bedrag": "1.234" } ],
        "999990019": 1
    });
    let velden: Vec<String> = fouten(&vraag).into_iter().map(|f| f.veld).collect();
    assert_eq!(
        velden,
        [
            "(onleesbare naam)",
            "gemeente",
            "peildatum",
            "regeling",
            "huishouden.hond",
            "huishouden.aanvrager.geboortedatum",
            "inkomsten[0].persoon",
            "inkomsten[1].bedrag",
        ]
    );
}

#[test]
fn what_makes_the_question_may_not_be_left_out() {
    let velden: Vec<String> = fouten(&json!({})).into_iter().map(|f| f.veld).collect();
    assert_eq!(velden, ["gemeente", "peildatum", "regeling", "huishouden"]);
}

#[test]
fn a_field_that_stands_twice_is_refused() {
    let json = VOORBEELD.replace(
        r#""bedrag": "800.00","#,
        r#""bedrag": "800.00", "bedrag": "1.00","#,
    );
    let fouten = Vraag::parse(json.as_bytes()).unwrap_err();
    assert_eq!(fouten.list()[0].veld, "inkomsten[0].bedrag");
}

#[test]
fn income_of_a_partner_needs_a_partner() {
    let mut vraag = voorbeeld();
    vraag["huishouden"]
        .as_object_mut()
        .unwrap()
        .remove("partner");
    vraag["inkomsten"][0]["persoon"] = json!("partner");
    assert_eq!(fouten(&vraag)[0].veld, "inkomsten[0].persoon");
}

#[test]
fn too_many_lines_are_refused() {
    let kind = json!({ "geboortedatum": "2015-06-01" });
    let vraag = met("/huishouden/kinderen", Value::Array(vec![kind; 101]));
    assert_eq!(fouten(&vraag)[0].veld, "huishouden.kinderen");
}

#[test]
fn broken_json_says_where() {
    let half = &VOORBEELD[..200];
    let fouten = Vraag::parse(half.as_bytes()).unwrap_err();
    assert_eq!(fouten.list()[0].veld, "bericht");
    assert!(fouten.to_string().contains("regel 4"), "{fouten}");
    for tekst in ["", "null", "[]", "7", "\"x\"", "{} {}", "\u{feff}{}"] {
        assert!(Vraag::parse(tekst.as_bytes()).is_err(), "{tekst}");
    }
    assert!(Vraag::parse(&[0xff, 0xfe]).is_err());
    assert!(Vraag::parse("[".repeat(100_000).as_bytes()).is_err());
}

#[test]
fn council_values_are_needed_only_where_they_are_asked_for_and_not_given() {
    let asks = |vraag: &Value| {
        Vraag::parse(&serde_json::to_vec(vraag).unwrap())
            .unwrap()
            .needs_beleid()
    };
    assert!(!asks(&voorbeeld()));
    let mut toeslag = met("/regeling", json!("individuele-inkomenstoeslag"));
    assert!(!asks(&toeslag));
    toeslag.as_object_mut().unwrap().remove("parameters");
    assert!(asks(&toeslag));
}

#[test]
fn the_decision_behind_a_council_value_stands_in_the_explanation() {
    use domain::beleid::{Geldend, Waarde};
    use domain::recht::regelingen::Waarden;
    use primitives::{Geld, Percentage};

    let mut json = voorbeeld();
    json["regeling"] = json!("individuele-inkomenstoeslag");
    json["huishouden"] =
        json!({ "aanvrager": { "geboortedatum": "1988-04-12" }, "huisvesting": "huurder" });
    json["toeslag"] = json!({ "maandenLaagInkomen": 40, "inkomen": "1380.00",
        "laatsteToekenning": "2024-11-02", "uitzichtOpVerbetering": false });
    json.as_object_mut().unwrap().remove("parameters");
    let besluit = |nummer: &str| Some(format!("Raadsbesluit {nummer} (GM0294)"));
    let nul = || Waarde::Bedrag(Geld::NUL);
    let waarden: Waarden = [
        (
            "iit.bedrag.alleenstaande",
            Waarde::Bedrag(Geld::from_cents(45_000)),
            besluit("2025-118"),
        ),
        ("iit.referteperiode", Waarde::Maanden(36), besluit("2024-7")),
        (
            "iit.inkomensgrens",
            Waarde::Percentage(Percentage::from_whole(110)),
            besluit("2024-8"),
        ),
        ("iit.kindtoeslag.eerste", nul(), None),
        ("iit.kindtoeslag.volgende", nul(), None),
    ]
    .into_iter()
    .map(|(sleutel, waarde, besluit)| (sleutel, Geldend { waarde, besluit }))
    .collect();
    let vraag = Vraag::parse(&serde_json::to_vec(&json).unwrap())
        .unwrap()
        .with_waarden(waarden);
    insta::assert_json_snapshot!(vraag.calculate());
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Vraag::parse(&bytes).is_err());
    }

    #[test]
    fn a_value_in_the_place_of_any_other_does_not_make_it_panic(
        plek in prop::sample::select(vec![
            "/gemeente", "/peildatum", "/huishouden", "/huishouden/aanvrager", "/huishouden/kinderen",
            "/huishouden/kinderen/0/geboortedatum", "/inkomsten", "/inkomsten/0", "/inkomsten/0/bedrag",
            "/inkomsten/0/maandenGebruikt", "/vermogen", "/maatregel/percentage", "/parameters",
        ]),
        tekst in "\\PC{0,30}", getal in any::<f64>(), keuze in 0..5,
    ) {
        let waarde = match keuze {
            0 => json!(tekst),
            1 => json!(getal),
            2 => json!([tekst, getal]),
            3 => json!({ "a.b": tekst }),
            _ => Value::Null,
        };
        if let Ok(vraag) = Vraag::parse(&serde_json::to_vec(&met(plek, waarde)).unwrap()) {
            vraag.calculate();
        }
    }
}
