//! Facts left out one by one: each gives `onbepaald` with that fact named, never a full norm.

use domain::recht::bericht::Vraag;
use serde_json::{Value, json};

/// A question with every fact that a rule needs.
fn volledig() -> Value {
    json!({
        "gemeente": "GM0294", "peildatum": "2025-03-01", "bekendOp": "2026-11-21", "regeling": "algemene-bijstand",
        "huishouden": {
            "aanvrager": { "geboortedatum": "1988-04-12", "opleidingBeeindigdOp": "2025-02-01" },
            "partner": { "geboortedatum": "1990-01-30", "heeftRecht": true, "opleidingBeeindigdOp": "2025-02-01" },
            "kinderen": [ { "geboortedatum": "2015-06-01" } ],
            "medebewoners": [ { "geboortedatum": "1970-01-01", "soort": "student" } ],
            "huisvesting": "huurder", "woonkosten": "lager" },
        "inkomsten": [
            { "persoon": "aanvrager", "soort": "arbeid", "bedrag": "400.00", "vrijlating": "n", "maandenGebruikt": 2 },
            { "persoon": "partner", "soort": "premie", "bedrag": "100.00", "eerderDitJaar": "0.00", "keerEerderDitJaar": 0 }
        ],
        "vermogen": { "bijAanvang": { "bezittingen": "3000.00", "schulden": "0.00" }, "ontvangen": "100.00" },
        "maatregel": { "percentage": 30 },
        "parameters": { "norm.verlaging.woonsituatie": 10, "norm.verlaging.schoolverlater": 5, "norm.verlaging.schoolverlater.duur": 6 }
    })
}

/// The answer to a question of 2026 with gifts, which did not exist before.
fn met_gift() -> Value {
    let mut vraag = volledig();
    vraag["peildatum"] = json!("2026-03-01");
    vraag["huishouden"]["aanvrager"]["opleidingBeeindigdOp"] = json!("2026-02-01");
    vraag["huishouden"]["partner"]["opleidingBeeindigdOp"] = json!("2026-02-01");
    vraag["inkomsten"] = json!([
        { "persoon": "aanvrager", "soort": "gift", "bedrag": "1500.00", "eerderDitJaar": "0.00", "aard": "inkomen" },
        { "persoon": "partner", "soort": "vrijwilligersvergoeding", "bedrag": "100.00", "eerderDitJaar": "0.00" },
        { "persoon": "partner", "soort": "kinderbijslag", "bedrag": "100.00" }
    ]);
    vraag
}

fn answer(vraag: &Value) -> Value {
    let vraag = Vraag::parse(&serde_json::to_vec(vraag).unwrap()).unwrap();
    serde_json::to_value(vraag.calculate()).unwrap()
}

fn without(mut vraag: Value, plek: &str) -> Value {
    let (ouder, veld) = plek.rsplit_once('/').unwrap();
    let ouder = vraag.pointer_mut(ouder).unwrap().as_object_mut().unwrap();
    assert!(
        ouder.remove(veld).is_some(),
        "{plek} stands in the question"
    );
    vraag
}

#[test]
fn with_every_fact_there_is_a_right() {
    for vraag in [volledig(), met_gift()] {
        assert_eq!(answer(&vraag)["uitkomst"], "recht", "{}", answer(&vraag));
    }
}

#[test]
fn a_fact_left_out_is_named_and_gives_no_amount() {
    let tabel = [
        (volledig(), "/huishouden/aanvrager", "huishouden.aanvrager"),
        (
            volledig(),
            "/huishouden/aanvrager/geboortedatum",
            "huishouden.aanvrager.geboortedatum",
        ),
        (
            volledig(),
            "/huishouden/partner/geboortedatum",
            "huishouden.partner.geboortedatum",
        ),
        (
            volledig(),
            "/huishouden/partner/heeftRecht",
            "huishouden.partner.heeftRecht",
        ),
        (
            volledig(),
            "/huishouden/partner/opleidingBeeindigdOp",
            "opleiding",
        ),
        (
            volledig(),
            "/huishouden/aanvrager/opleidingBeeindigdOp",
            "opleiding",
        ),
        (
            volledig(),
            "/huishouden/kinderen/0/geboortedatum",
            "huishouden.kinderen[0].geboortedatum",
        ),
        (
            volledig(),
            "/huishouden/medebewoners/0/geboortedatum",
            "huishouden.medebewoners[0].geboortedatum",
        ),
        (
            volledig(),
            "/huishouden/medebewoners/0/soort",
            "huishouden.medebewoners[0].soort",
        ),
        (
            volledig(),
            "/huishouden/huisvesting",
            "huishouden.huisvesting",
        ),
        (volledig(), "/inkomsten/0/persoon", "inkomsten[0].persoon"),
        (volledig(), "/inkomsten/0/soort", "inkomsten[0].soort"),
        (volledig(), "/inkomsten/0/bedrag", "inkomsten[0].bedrag"),
        (
            volledig(),
            "/inkomsten/0/maandenGebruikt",
            "hoeveel maanden al zijn gebruikt",
        ),
        (
            volledig(),
            "/inkomsten/1/eerderDitJaar",
            "inkomsten[1].eerderDitJaar",
        ),
        (
            volledig(),
            "/inkomsten/1/keerEerderDitJaar",
            "inkomsten[1].keerEerderDitJaar",
        ),
        (
            volledig(),
            "/vermogen/bijAanvang/bezittingen",
            "vermogen.bijAanvang.bezittingen",
        ),
        (
            volledig(),
            "/vermogen/bijAanvang/schulden",
            "vermogen.bijAanvang.schulden",
        ),
        (volledig(), "/vermogen/ontvangen", "vermogen.ontvangen"),
        (volledig(), "/maatregel/percentage", "maatregel.percentage"),
        (
            volledig(),
            "/parameters/norm.verlaging.woonsituatie",
            "norm.verlaging.woonsituatie",
        ),
        (
            volledig(),
            "/parameters/norm.verlaging.schoolverlater",
            "norm.verlaging.schoolverlater",
        ),
        (
            volledig(),
            "/parameters/norm.verlaging.schoolverlater.duur",
            "norm.verlaging.schoolverlater.duur",
        ),
        (
            met_gift(),
            "/inkomsten/0/eerderDitJaar",
            "inkomsten[0].eerderDitJaar",
        ),
        (met_gift(), "/inkomsten/0/aard", "aard"),
        (
            met_gift(),
            "/inkomsten/1/eerderDitJaar",
            "inkomsten[1].eerderDitJaar",
        ),
        (met_gift(), "/inkomsten/2/bedrag", "inkomsten[2].bedrag"),
    ];
    for (vraag, plek, genoemd) in tabel {
        let antwoord = answer(&without(vraag, plek));
        assert_eq!(antwoord["uitkomst"], "onbepaald", "{plek}");
        let reden = antwoord["reden"].as_str().unwrap();
        assert!(reden.contains(genoemd), "{plek}: {reden}");
        for bedrag in ["norm", "middelen", "bedrag", "uitbetaling"] {
            assert!(antwoord[bedrag].is_null(), "{plek}: {bedrag}");
        }
    }
}

#[test]
fn a_fact_that_belongs_to_another_kind_is_refused() {
    for (inkomst, veld) in [
        (
            json!({ "soort": "arbeid", "eerderDitJaar": "1.00" }),
            "inkomsten[0].eerderDitJaar",
        ),
        (
            json!({ "soort": "gift", "eerderDitJaar": "1.00", "keerEerderDitJaar": 1 }),
            "inkomsten[0].keerEerderDitJaar",
        ),
        (
            json!({ "soort": "uitkering", "aard": "inkomen" }),
            "inkomsten[0].aard",
        ),
        (
            json!({ "soort": "gift", "eerderDitJaar": "1.00", "vakantietoeslag": "niet-inbegrepen" }),
            "inkomsten[0].vakantietoeslag",
        ),
        (
            json!({ "soort": "arbeid", "zonderHeffingskorting": true }),
            "inkomsten[0].zonderHeffingskorting",
        ),
    ] {
        let mut vraag = volledig();
        let mut inkomst = inkomst;
        inkomst["persoon"] = json!("aanvrager");
        inkomst["bedrag"] = json!("10.00");
        vraag["inkomsten"] = json!([inkomst]);
        let fouten = Vraag::parse(&serde_json::to_vec(&vraag).unwrap()).unwrap_err();
        assert_eq!(fouten.list()[0].veld, veld);
        assert_eq!(fouten.list().len(), 1, "{veld}");
    }
}

#[test]
fn means_that_do_not_go_together_are_refused() {
    for (vermogen, veld) in [
        (
            json!({ "bezittingen": "10.00", "spaargeld": "10.01" }),
            "vermogen.bezittingen",
        ),
        (
            json!({ "bezittingen": "10.00", "ontvangen": "1.00" }),
            "vermogen.ontvangen",
        ),
    ] {
        let mut vraag = volledig();
        vraag["vermogen"] = vermogen;
        let fouten = Vraag::parse(&serde_json::to_vec(&vraag).unwrap()).unwrap_err();
        assert_eq!(fouten.list()[0].veld, veld);
    }
}

#[test]
fn the_values_of_the_college_are_asked_for_where_a_fact_needs_them() {
    let needs = |vraag: &Value| {
        Vraag::parse(&serde_json::to_vec(vraag).unwrap())
            .unwrap()
            .needs_beleid()
    };
    for (vraag, plekken) in [
        (
            volledig(),
            &[
                "/huishouden/woonkosten",
                "/huishouden/aanvrager/opleidingBeeindigdOp",
                "/huishouden/partner/opleidingBeeindigdOp",
            ][..],
        ),
        (
            met_gift(),
            &[
                "/huishouden/woonkosten",
                "/huishouden/aanvrager/opleidingBeeindigdOp",
                "/huishouden/partner/opleidingBeeindigdOp",
            ][..],
        ),
    ] {
        assert!(!needs(&vraag), "given in the question");
        let zonder = without(vraag, "/parameters");
        assert!(needs(&zonder));
        let kaal = plekken.iter().fold(zonder, |v, plek| without(v, plek));
        let heeft_gift = kaal["inkomsten"][0]["soort"] == "gift";
        assert_eq!(needs(&kaal), heeft_gift);
    }
}
