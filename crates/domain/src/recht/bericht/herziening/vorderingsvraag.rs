//! The fields of a question about a claim.

use primitives::Geld;

use super::super::json::Json;
use super::super::lezer::{Lezer, Object, Pad};
use super::vordering::Vorderingsfeiten;
use crate::recht::herziening::{Aflosverloop, Bestemming, Leenvorm, Lening};
use crate::recht::regelingen::Leengrond;

/// More rows than this are no case of one household.
const REGELS_MAX: usize = 50;

pub(super) fn read_vordering(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
) -> Option<Vorderingsfeiten> {
    let bekend = [
        "bruto",
        "belastingEnPremies",
        "leningen",
        "bestemmingen",
        "kwijtschelding",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let is_bruto = lezer.optional(&object, "bruto", Lezer::ja_nee);
    let belasting = lezer.optional(&object, "belastingEnPremies", |l, w, p| {
        l.list(w, p, REGELS_MAX, read_belasting)
    });
    let leningen = lezer.optional(&object, "leningen", |l, w, p| {
        l.list(w, p, REGELS_MAX, read_lening)
    });
    let bestemmingen = lezer.optional(&object, "bestemmingen", |l, w, p| {
        l.list(w, p, REGELS_MAX, read_bestemming)
    });
    Some(Vorderingsfeiten {
        is_bruto: is_bruto.unwrap_or(false),
        belasting: belasting.unwrap_or_default(),
        leningen: leningen.unwrap_or_default(),
        bestemmingen: bestemmingen.unwrap_or_default(),
        verloop: lezer.optional(&object, "kwijtschelding", read_verloop),
    })
}

fn read_belasting(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<(i16, Geld)> {
    let object = lezer.object(waarde, pad, &["jaar", "bedrag"])?;
    let jaar = lezer.required(&object, "jaar", |l, w, p| {
        let jaar = match w {
            Json::Getal(tekst) => tekst.parse().ok(),
            _ => None,
        };
        let jaar = jaar.filter(|jaar: &i16| (1996..=2100).contains(jaar));
        if jaar.is_none() {
            l.refuse(p, "schrijf een jaar, zoals 2025");
        }
        jaar
    });
    let bedrag = lezer.required(&object, "bedrag", Lezer::bedrag);
    jaar.zip(bedrag)
}

fn read_lening(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Lening> {
    let bekend = [
        "vorm",
        "bedrag",
        "afgelost",
        "verplichtingenNagekomen",
        "leengrond",
        "algemeneBijstand",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let vormen = [
        ("geldlening", Leenvorm::Geldlening),
        ("borgtocht", Leenvorm::Borgtocht),
    ];
    let vorm = lezer.required(&object, "vorm", |l, w, p| l.choice(w, p, &vormen));
    let bedrag = lezer.required(&object, "bedrag", Lezer::bedrag);
    let afgelost = lezer.optional(&object, "afgelost", |l, w, p| {
        let afgelost = l.bedrag(w, p)?;
        if bedrag.is_some_and(|bedrag| afgelost > bedrag) {
            l.refuse(p, "er is niet meer afgelost dan het bedrag");
        }
        Some(afgelost)
    });
    let is_nagekomen = lezer.optional(&object, "verplichtingenNagekomen", Lezer::ja_nee);
    let grond = lezer.optional(&object, "leengrond", |l, w, p| {
        l.choice(w, p, &Leengrond::ALL)
    });
    let krijgt_bijstand = lezer.optional(&object, "algemeneBijstand", Lezer::ja_nee);
    Some(Lening {
        grond,
        krijgt_bijstand: krijgt_bijstand.unwrap_or(false),
        vorm: vorm?,
        bedrag: bedrag?,
        afgelost: afgelost.unwrap_or(Geld::NUL),
        is_nagekomen,
    })
}

fn read_bestemming(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Bestemming> {
    let bekend = ["bijstand", "vergoeding", "zelfdeBestemming"];
    let object = lezer.object(waarde, pad, &bekend)?;
    let bijstand = lezer.required(&object, "bijstand", Lezer::bedrag);
    let vergoeding = lezer.optional(&object, "vergoeding", Lezer::bedrag);
    let is_zelfde = lezer.optional(&object, "zelfdeBestemming", Lezer::ja_nee);
    Some(Bestemming {
        bijstand: bijstand?,
        vergoeding,
        is_zelfde,
    })
}

fn read_verloop(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Aflosverloop> {
    let bekend = [
        "maandenVolledigBetaald",
        "maandenLopend",
        "achterstandBetaald",
        "maandenZonderBetaling",
        "betalingTeVerwachten",
        "restsom",
        "inEenKeer",
    ];
    let object: Object<'_, '_> = lezer.object(waarde, pad, &bekend)?;
    Some(Aflosverloop {
        maanden_volledig: lezer.optional(&object, "maandenVolledigBetaald", Lezer::maanden),
        maanden_lopend: lezer.optional(&object, "maandenLopend", Lezer::maanden),
        achterstand_betaald: lezer.optional(&object, "achterstandBetaald", Lezer::ja_nee),
        maanden_zonder: lezer.optional(&object, "maandenZonderBetaling", Lezer::maanden),
        betaling_te_verwachten: lezer.optional(&object, "betalingTeVerwachten", Lezer::ja_nee),
        restsom: lezer.optional(&object, "restsom", Lezer::bedrag),
        in_een_keer: lezer.optional(&object, "inEenKeer", Lezer::bedrag),
    })
}
