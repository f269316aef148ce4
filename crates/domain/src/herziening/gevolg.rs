//! What a review means for the resident, in the letter: what is paid, set off, claimed or left, by month and by year.

use primitives::{Geld, geld_nl, maand_lang};

use super::brief::points;
use super::{
    Herzieningsuitkomst, Oordeel, Oorzaakoordeel, Uitkomstjaar, Uitkomstmaand, Voorstelsoort,
};
use crate::aanvraag::Briefblok;
use crate::recht::herziening::Oorzaak;

/// The sums, and by month what is asked back with its ground.
pub(super) fn consequences(uitkomst: &Herzieningsuitkomst, oordeel: &Oordeel) -> Briefblok {
    let mut alineas = Vec::new();
    if !uitkomst.nabetaling.is_nul() {
        alineas.push(format!(
            "Wij betalen u {} na.",
            geld_nl(uitkomst.nabetaling)
        ));
    }
    if !uitkomst.verrekening.is_nul() {
        alineas.push(format!(
            "Wij verrekenen {} met uw bijstand van de komende maanden (Participatiewet art. 58 lid 4).",
            geld_nl(uitkomst.verrekening)
        ));
    }
    if !uitkomst.terugvordering.is_nul() {
        alineas.extend(claim(uitkomst, oordeel));
    }
    if !uitkomst.afgezien.is_nul() {
        alineas.push(format!(
            "U hoeft {} niet terug te betalen. Daarvoor zijn dringende redenen (Participatiewet art. 58 lid 8).",
            geld_nl(uitkomst.afgezien)
        ));
    }
    if !uitkomst.salderen.is_nul() {
        alineas.push(format!(
            "Van wat u terugbetaalt, mogen wij {} aftrekken van wat u nog krijgt (Participatiewet art. 60a lid 4).",
            geld_nl(uitkomst.salderen)
        ));
    }
    alineas.extend(reserved(uitkomst.reservering));
    if alineas.is_empty() {
        alineas.push("U hoeft niets terug te betalen, en u krijgt ook niets na.".to_owned());
    }
    let punten = uitkomst
        .maanden
        .iter()
        .filter_map(|maand| month(maand, oordeel.oorzaak(maand.maand)?));
    points("Wat betekent dit voor u?", alineas, punten.collect())
}

/// What is claimed, with its grounds, its taxes, and that this letter does not tell how it is paid.
fn claim(uitkomst: &Herzieningsuitkomst, oordeel: &Oordeel) -> Vec<String> {
    let totaal = uitkomst.terugvordering + uitkomst.belasting();
    let mut alineas = vec![format!(
        "U moet {} terugbetalen ({}).",
        geld_nl(totaal),
        grounds(uitkomst, oordeel).join("; ")
    )];
    if !uitkomst.belasting().is_nul() {
        let belast = uitkomst.jaren.iter();
        alineas.extend(belast.map(year));
    }
    alineas.push(
        "In deze brief staat niet hoe en wanneer u betaalt. Neem daarvoor contact met ons op."
            .to_owned(),
    );
    alineas
}

/// The articles by which is claimed, each once, in the order of the months.
fn grounds(uitkomst: &Herzieningsuitkomst, oordeel: &Oordeel) -> Vec<&'static str> {
    let mut gronden = Vec::new();
    let geclaimd = uitkomst
        .maanden
        .iter()
        .filter(|maand| maand.voorstel == Voorstelsoort::Terugvordering);
    for oorzaak in geclaimd.filter_map(|maand| oordeel.oorzaak(maand.maand)) {
        let grond = oorzaak.oorzaak.grondslag();
        if !gronden.contains(&grond) {
            gronden.push(grond);
        }
    }
    gronden
}

/// `Over 2025: € 475,00 bijstand en € 150,00 belasting en premies, samen € 625,00 (…).`
fn year(jaar: &Uitkomstjaar) -> String {
    let (netto, welk) = (geld_nl(jaar.netto), jaar.jaar);
    match jaar.belasting.zip(jaar.totaal()) {
        Some((belasting, totaal)) if !belasting.is_nul() => format!(
            "Over {welk}: {netto} bijstand en {} belasting en premies, samen {} (Participatiewet art. 58 lid 5).",
            geld_nl(belasting),
            geld_nl(totaal)
        ),
        _ => format!("Over {welk}: {netto} bijstand, zonder belasting en premies."),
    }
}

fn reserved(reservering: Geld) -> Option<String> {
    let (hoeveel, hoe) = if reservering < Geld::NUL {
        (Geld::NUL - reservering, "lager")
    } else {
        (reservering, "hoger")
    };
    (!reservering.is_nul()).then(|| {
        format!(
            "De vakantietoeslag die wij voor u sparen, wordt {} {hoe}.",
            geld_nl(hoeveel)
        )
    })
}

/// What is asked back over a month, why, and what is left of it.
fn month(maand: &Uitkomstmaand, oorzaak: &Oorzaakoordeel) -> Option<String> {
    let bedrag = geld_nl(maand.bedrag?);
    let want = explain(oorzaak.oorzaak);
    let vraagt = match maand.voorstel {
        Voorstelsoort::Verrekening => {
            format!("wij verrekenen {bedrag}, want {want} (Participatiewet art. 58 lid 4)")
        }
        Voorstelsoort::Terugvordering => format!(
            "u betaalt {bedrag} terug, want {want} ({})",
            oorzaak.oorzaak.grondslag()
        ),
        _ => return None,
    };
    let laat = if maand.afgezien.is_nul() {
        String::new()
    } else {
        let gelaten = geld_nl(maand.afgezien);
        format!(". {gelaten} hoeft u niet terug te betalen (Participatiewet art. 58 lid 8)")
    };
    Some(format!("{}: {vraagt}{laat}.", maand_lang(maand.maand)))
}

/// A cause to the resident, behind "want".
const fn explain(oorzaak: Oorzaak) -> &'static str {
    match oorzaak {
        Oorzaak::Inlichtingenplicht => "u gaf niet alle informatie door",
        Oorzaak::Middelen => "u kreeg later geld over deze maand",
        Oorzaak::Verlening => "uw bijstand was te hoog vastgesteld",
        Oorzaak::Voorschot => "het was een voorschot en u had geen recht op bijstand",
        Oorzaak::Betaling => "wij betaalden meer dan was besloten en dat kon u begrijpen",
    }
}
