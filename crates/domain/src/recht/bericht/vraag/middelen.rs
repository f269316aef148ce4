//! What a household has: incomes, means and the reduction by a maatregel.

use primitives::Geld;

use super::super::json::Json;
use super::super::lezer::{Lezer, Pad};
use crate::recht::{Huishouden, Inkomst, Inkomstensoort, Persoon, Verlaging, Vermogen, Vrijlating};

const SOORT_INKOMEN: [(&str, Inkomstensoort); 8] = [
    ("arbeid", Inkomstensoort::Arbeid),
    ("uitkering", Inkomstensoort::Uitkering),
    ("pensioen", Inkomstensoort::Pensioen),
    ("alimentatie", Inkomstensoort::Alimentatie),
    ("heffingskorting", Inkomstensoort::Heffingskorting),
    ("vermogen", Inkomstensoort::Vermogen),
    ("verhuur", Inkomstensoort::Verhuur),
    ("overig", Inkomstensoort::Overig),
];

const PERSOON: [(&str, Persoon); 2] = [
    ("aanvrager", Persoon::Aanvrager),
    ("partner", Persoon::Partner),
];

pub(super) fn check_partner(lezer: &mut Lezer, huishouden: &Huishouden, inkomsten: &[Inkomst]) {
    if huishouden.partner.is_some() {
        return;
    }
    for (plek, inkomst) in inkomsten.iter().enumerate() {
        if inkomst.persoon == Persoon::Partner {
            let lijst = Pad::Wortel.veld("inkomsten");
            let regel = Pad::Plek(&lijst, plek);
            lezer.refuse(
                &regel.veld("persoon"),
                "er is geen partner in het huishouden",
            );
        }
    }
}

pub(super) fn read_inkomst(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Inkomst> {
    let bekend = [
        "persoon",
        "soort",
        "bedrag",
        "vrijlating",
        "maandenGebruikt",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let persoon = lezer.fact(&object, "persoon", |l, w, p| l.choice(w, p, &PERSOON));
    let soort = lezer.fact(&object, "soort", |l, w, p| l.choice(w, p, &SOORT_INKOMEN));
    let bedrag = lezer.fact(&object, "bedrag", Lezer::bedrag);
    let letters = Vrijlating::ALL.map(|letter| (letter.letter(), letter));
    let vrijlating = lezer.optional(&object, "vrijlating", |l, w, p| l.choice(w, p, &letters));
    let maanden_gebruikt = lezer.optional(&object, "maandenGebruikt", Lezer::maanden);
    Some(Inkomst {
        persoon: persoon?,
        soort: soort?,
        bedrag: bedrag?,
        vrijlating,
        maanden_gebruikt,
    })
}

/// What is left out counts as nothing, as the whole object may be left out (contract 2.1).
pub(super) fn read_vermogen(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Vermogen> {
    let object = lezer.object(
        waarde,
        pad,
        &["bezittingen", "schulden", "overwaardeWoning"],
    )?;
    let mut amount = |naam| {
        lezer
            .optional(&object, naam, Lezer::bedrag)
            .unwrap_or(Geld::NUL)
    };
    Some(Vermogen {
        bezittingen: amount("bezittingen"),
        schulden: amount("schulden"),
        overwaarde_woning: amount("overwaardeWoning"),
    })
}

pub(super) fn read_maatregel(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Verlaging> {
    let object = lezer.object(waarde, pad, &["percentage"])?;
    lezer
        .fact(&object, "percentage", |l, w, p| l.percentage(w, p, 100))
        .map(Verlaging::Percentage)
}
