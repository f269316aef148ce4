//! The causes in a question: why it was too high, over which months, and what the college leaves.

use primitives::Percentage;

use super::super::json::Json;
use super::super::lezer::{Lezer, Pad};
use super::super::reeks::read_maand;
use crate::recht::herziening::{Afzien, Oorzaak, Oorzaakperiode};

/// More causes than there are months make no sense.
const OORZAKEN_MAX: usize = 120;

/// The causes; no two of them share a month.
pub(super) fn read_oorzaken(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
) -> Option<Vec<Oorzaakperiode>> {
    let oorzaken = lezer.list(waarde, pad, OORZAKEN_MAX, read_oorzaak)?;
    check_overlap(lezer, pad, &oorzaken);
    Some(oorzaken)
}

/// A month has one cause.
fn check_overlap(lezer: &mut Lezer, pad: &Pad<'_>, oorzaken: &[Oorzaakperiode]) {
    for (plek, periode) in oorzaken.iter().enumerate() {
        if oorzaken
            .iter()
            .take(plek)
            .any(|eerder| eerder.overlaps(periode))
        {
            lezer.refuse(
                &Pad::Plek(pad, plek),
                "deze maanden hebben al een oorzaak: geef elke maand één oorzaak",
            );
        }
    }
}

fn read_oorzaak(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Oorzaakperiode> {
    let bekend = [
        "oorzaak",
        "van",
        "totEnMet",
        "begrijpelijk",
        "dringendeRedenen",
        "afzien",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let oorzaak = lezer.required(&object, "oorzaak", |l, w, p| {
        l.choice(w, p, &Oorzaak::ALL.map(|oorzaak| (oorzaak.naam(), oorzaak)))
    });
    let van = lezer.optional(&object, "van", read_maand);
    let tot = lezer.optional(&object, "totEnMet", |l, w, p| {
        let tot = read_maand(l, w, p)?;
        if van.is_some_and(|van| tot < van) {
            l.refuse(p, "deze maand ligt voor de eerste maand");
        }
        Some(tot)
    });
    let is_begrijpelijk = lezer.optional(&object, "begrijpelijk", |l, w, p| {
        if oorzaak.is_some_and(|oorzaak| oorzaak != Oorzaak::Betaling) {
            l.refuse(
                p,
                "dit doet er alleen toe bij de oorzaak onverschuldigd-betaald: laat het weg",
            );
        }
        l.ja_nee(w, p)
    });
    let dringend = lezer.optional(&object, "dringendeRedenen", Lezer::ja_nee);
    let is_dringend = dringend.unwrap_or(false);
    let deel = lezer.optional(&object, "afzien", |l, w, p| {
        if !is_dringend {
            l.refuse(
                p,
                "afzien kan alleen om dringende redenen: schrijf ook dringendeRedenen: true",
            );
        }
        read_afzien(l, w, p)
    });
    Some(Oorzaakperiode {
        oorzaak: oorzaak?,
        van,
        tot_en_met: tot,
        is_begrijpelijk,
        afzien: is_dringend.then(|| deel.unwrap_or(Afzien::Geheel)),
    })
}

/// The part that the college leaves: a percentage of every month, or an amount over all months of the cause.
fn read_afzien(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Afzien> {
    let object = lezer.object(waarde, pad, &["percentage", "bedrag"])?;
    let percentage = lezer.optional(&object, "percentage", |l, w, p| {
        let percentage = l.percentage(w, p, 100)?;
        if percentage == Percentage::NUL {
            l.refuse(p, "schrijf een percentage boven 0, of laat afzien weg");
        }
        Some(percentage)
    });
    let bedrag = lezer.optional(&object, "bedrag", |l, w, p| {
        let bedrag = l.bedrag(w, p)?;
        if bedrag.is_nul() {
            l.refuse(p, "schrijf een bedrag boven 0, of laat afzien weg");
        }
        Some(bedrag)
    });
    if object.has("percentage") == object.has("bedrag") {
        lezer.refuse(pad, "schrijf een percentage of een bedrag");
    }
    percentage
        .map(Afzien::Percentage)
        .or(bedrag.map(Afzien::Bedrag))
}
