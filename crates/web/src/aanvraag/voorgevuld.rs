//! The form of a proposal as it was filled in before: from the question that was calculated with and what was proposed on it.

use std::collections::BTreeMap;

use domain::aanvraag::Besluitvoorstel;
use primitives::{datum_kort, parse_datum};
use serde_json::Value;

use super::feitvelden::Feitinvoer;
use super::voorstelvelden::Invoer;
use crate::recht::velden::{Post, Regelinginvoer};

impl Invoer {
    /// The fields by a question, as JSON of contract 2.1, and by the proposal on it. What to decide and why is filled in anew.
    pub(crate) fn filled(vraag: Option<&str>, eerder: &Besluitvoorstel) -> Self {
        let vraag: Value = vraag
            .and_then(|vraag| serde_json::from_str(vraag).ok())
            .unwrap_or_default();
        let mut rest = BTreeMap::new();
        for (nummer, afweging) in (1..).zip(&eerder.afwegingen) {
            let velden = [
                ("afweging", afweging.punt.code()),
                ("keuze", afweging.keuze.as_str()),
                ("waarom", afweging.reden.as_str()),
            ];
            rest.extend(velden.map(|(naam, tekst)| (format!("{naam}-{nummer}"), tekst.to_owned())));
        }
        let ontheffing = eerder.ontheffing;
        Self {
            ingang: text(at(&vraag, "/peildatum")),
            ontheffing: ontheffing
                .map(|een| een.grond.code().to_owned())
                .unwrap_or_default(),
            ontheffing_tot: ontheffing
                .map(|een| datum_kort(een.tot_en_met))
                .unwrap_or_default(),
            feiten: facts(&vraag),
            rest,
            ..Self::default()
        }
    }
}

fn facts(vraag: &Value) -> Feitinvoer {
    let huishouden = at(vraag, "/huishouden");
    let partner = at(huishouden, "/partner");
    let geboren = |wie: &Value| text(at(wie, "/geboortedatum"));
    let days = |lijst: &Value| {
        let dagen = lijst.as_array().into_iter().flatten().map(geboren);
        dagen.collect::<Vec<_>>().join("\n")
    };
    let income = |soort: &str| {
        let mut inkomsten = at(vraag, "/inkomsten").as_array().into_iter().flatten();
        inkomsten
            .find(|een| *at(een, "/soort") == *soort)
            .map(|een| text(at(een, "/bedrag")))
            .unwrap_or_default()
    };
    let vermogen = at(vraag, "/vermogen");
    let toeslag = at(vraag, "/toeslag");
    let overwaarde = text(at(vermogen, "/overwaardeWoning"));
    let velden = scheme_fields(vraag);
    let inkomen = velden.iter().find(|(veld, _)| veld == "inkomen");
    let inkomen = inkomen.map_or_else(|| text(at(toeslag, "/inkomen")), |(_, tekst)| tekst.clone());
    Feitinvoer {
        huisvesting: text(at(huishouden, "/huisvesting")),
        woonkosten: match text(at(huishouden, "/woonkosten")).as_str() {
            "gewoon" => String::new(),
            anders => anders.to_owned(),
        },
        minimasoort: text(at(vraag, "/minima/soort")),
        partner: geboren(partner),
        partner_recht: text(at(partner, "/heeftRecht")),
        kinderen: days(at(huishouden, "/kinderen")),
        medebewoners: days(at(huishouden, "/medebewoners")),
        loon: income("arbeid"),
        uitkering: income("uitkering"),
        bezittingen: text(at(vermogen, "/bezittingen")),
        schulden: text(at(vermogen, "/schulden")),
        overwaarde: if overwaarde == "0,00" {
            String::new()
        } else {
            overwaarde
        },
        maanden: text(at(toeslag, "/maandenLaagInkomen")),
        inkomen,
        inkomen_nu: text(at(toeslag, "/inkomenPeildatum")),
        deel: text(at(toeslag, "/deel")),
        overgang: text(at(toeslag, "/overgang")),
        laatste: text(at(toeslag, "/laatsteToekenning")),
        uitzicht: text(at(toeslag, "/uitzichtOpVerbetering")),
        regeling: Regelinginvoer::of(&velden),
    }
}

/// The fields of another scheme, as the form names them.
fn scheme_fields(vraag: &Value) -> Vec<(String, String)> {
    let onderdelen = [
        "bijzondereBijstand",
        "minima",
        "studie",
        "loonkosten",
        "premie",
    ];
    let mut velden = Vec::new();
    for onderdeel in onderdelen {
        let inhoud = vraag.get(onderdeel).and_then(Value::as_object);
        for (naam, waarde) in inhoud.into_iter().flatten() {
            let veld = match (onderdeel, naam.as_str()) {
                ("premie", "soort") => "premie",
                ("premie", "doelgroepLoonkostensubsidie") => "doelgroep",
                (_, "kosten") => continue,
                (_, anders) => anders,
            };
            velden.push((veld.to_owned(), text(waarde)));
        }
    }
    let kosten = at(vraag, "/bijzondereBijstand/kosten").as_array();
    for (nummer, post) in (1..).zip(kosten.into_iter().flatten()) {
        let vorm = Post::new(nummer);
        for (veld, naam) in [
            ("soortKosten", "soort"),
            ("kosten", "bedrag"),
            ("kostenMaanden", "maanden"),
            ("noodzakelijk", "noodzakelijk"),
            ("bijzonder", "bijzondereOmstandigheden"),
            ("voorliggend", "voorliggendeVoorziening"),
            ("leengrond", "leengrond"),
            ("lening", "lening"),
        ] {
            velden.push((
                vorm.veld(veld),
                text(post.get(naam).unwrap_or(&Value::Null)),
            ));
        }
    }
    velden
}

/// What stands at a place in the question; nothing where there is none.
fn at<'a>(waarde: &'a Value, pad: &str) -> &'a Value {
    waarde.pointer(pad).unwrap_or(&Value::Null)
}

/// A value as somebody types it: `ja`, `12-4-2015`, `1250,50`; nothing where there is none.
fn text(waarde: &Value) -> String {
    match waarde {
        Value::Bool(true) => "ja".to_owned(),
        Value::Bool(false) => "nee".to_owned(),
        Value::Number(getal) => getal.to_string().replace('.', ","),
        Value::String(tekst) => match parse_datum(tekst) {
            Some(dag) => datum_kort(dag),
            None if is_getal(tekst) => tekst.replace('.', ","),
            None => tekst.clone(),
        },
        Value::Null | Value::Array(_) | Value::Object(_) => String::new(),
    }
}

fn is_getal(tekst: &str) -> bool {
    !tekst.is_empty()
        && tekst
            .chars()
            .all(|teken| teken.is_ascii_digit() || teken == '.')
}
