//! Benefit periods in a question.

use super::super::json::Json;
use super::super::lezer::{Lezer, Pad};
use crate::recht::maanden::{Eindreden, Uitkeringsperiode};

const EINDREDEN: [(&str, Eindreden); 5] = [
    ("inkomen", Eindreden::Inkomen),
    ("leefvorm", Eindreden::Leefvorm),
    ("verhuizing", Eindreden::Verhuizing),
    ("verzoek", Eindreden::Verzoek),
    ("overig", Eindreden::Overig),
];

/// A benefit from its melding to its end.
pub(super) fn read_periode(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
) -> Option<Uitkeringsperiode> {
    let bekend = [
        "melding",
        "aanvraag",
        "verwijtbaarLaat",
        "noodzaakVanaf",
        "zonderZoektermijn",
        "vastgesteldOp",
        "zonderVoorschot",
        "laatsteDag",
        "eindreden",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let melding = lezer.fact(&object, "melding", Lezer::datum);
    let not_before = |l: &mut Lezer, w: &Json, p: &Pad<'_>| {
        let dag = l.datum(w, p)?;
        if melding.is_some_and(|melding| dag < melding) {
            l.refuse(p, "deze dag ligt voor de melding");
        }
        Some(dag)
    };
    let aanvraag = lezer.optional(&object, "aanvraag", not_before);
    let noodzaak_vanaf = lezer.optional(&object, "noodzaakVanaf", Lezer::datum);
    let vastgesteld_op = lezer.optional(&object, "vastgesteldOp", not_before);
    let mut yes = |naam| {
        lezer
            .optional(&object, naam, Lezer::ja_nee)
            .unwrap_or(false)
    };
    let is_verwijtbaar_laat = yes("verwijtbaarLaat");
    let is_zonder_zoektermijn = yes("zonderZoektermijn");
    let is_zonder_voorschot = yes("zonderVoorschot");
    let laatste_dag = lezer.optional(&object, "laatsteDag", not_before);
    let eindreden = match laatste_dag {
        Some(_) => lezer.fact(&object, "eindreden", |l, w, p| l.choice(w, p, &EINDREDEN)),
        None => lezer.optional(&object, "eindreden", |l, _, p| {
            l.refuse(p, "geef ook de laatste dag op");
            None
        }),
    };
    if laatste_dag.is_some() && eindreden.is_none() {
        return None;
    }
    Some(Uitkeringsperiode {
        melding: melding?,
        aanvraag,
        is_verwijtbaar_laat,
        noodzaak_vanaf,
        is_zonder_zoektermijn,
        vastgesteld_op,
        is_zonder_voorschot,
        einde: laatste_dag.zip(eindreden),
    })
}

/// Refuses benefit periods that overlap.
pub(super) fn check_perioden(lezer: &mut Lezer, pad: &Pad<'_>, perioden: &[Uitkeringsperiode]) {
    for (plek, periode) in perioden.iter().enumerate() {
        let overlapt = perioden.iter().enumerate().any(|(ander_plek, ander)| {
            let is_later = (ander.melding, ander_plek) < (periode.melding, plek);
            let loopt_door = ander
                .einde
                .is_none_or(|(laatste, _)| laatste >= periode.melding);
            is_later && loopt_door
        });
        if overlapt {
            lezer.refuse(
                &Pad::Plek(pad, plek),
                "deze periode begint voordat een eerdere is beëindigd",
            );
        }
    }
}
