//! Maatregelen, a boete, advances and the buffer in a question.

use super::super::json::Json;
use super::super::lezer::{Lezer, Pad};
use super::read_maand;
use crate::recht::maanden::{
    Boete, Bufferinzet, EerdereSanctie, Maatregel, Maatregelsoort, Samenloop, Voorschot,
    Waarschuwing,
};

/// A maatregel as the college imposed it.
pub(super) fn read_maatregel(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Maatregel> {
    let bekend = [
        "soort",
        "gedragOp",
        "opgelegdOp",
        "vanaf",
        "verwijtbaar",
        "percentage",
        "duur",
        "herzienVanaf",
        "heroverwogenOp",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let soort = lezer.fact(&object, "soort", |l, w, p| {
        l.choice(w, p, &Maatregelsoort::ALL)
    });
    let gedrag_op = lezer.fact(&object, "gedragOp", Lezer::datum);
    let opgelegd_op = lezer.fact(&object, "opgelegdOp", |l, w, p| {
        let dag = l.datum(w, p)?;
        if gedrag_op.is_some_and(|gedrag| dag < gedrag) {
            l.refuse(p, "deze dag ligt voor het gedrag");
        }
        Some(dag)
    });
    let vanaf = lezer.fact(&object, "vanaf", read_maand);
    let is_verwijtbaar = lezer.fact(&object, "verwijtbaar", Lezer::ja_nee);
    let percentage = lezer.optional(&object, "percentage", |l, w, p| l.percentage(w, p, 100));
    let duur = lezer.optional(&object, "duur", Lezer::maanden);
    let herzien_vanaf = lezer.optional(&object, "herzienVanaf", Lezer::datum);
    let heroverwogen_op = lezer.optional(&object, "heroverwogenOp", Lezer::datum);
    Some(Maatregel {
        soort: soort?,
        gedrag_op: gedrag_op?,
        opgelegd_op: opgelegd_op?,
        vanaf: vanaf?,
        is_verwijtbaar: is_verwijtbaar?,
        percentage,
        duur,
        herzien_vanaf,
        heroverwogen_op,
    })
}

/// What the college decided for a month in which more than one maatregel holds.
pub(super) fn read_samenloop(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Samenloop> {
    let object = lezer.object(waarde, pad, &["maand", "percentage"])?;
    let maand = lezer.fact(&object, "maand", read_maand);
    let percentage = lezer.fact(&object, "percentage", |l, w, p| l.percentage(w, p, 100));
    Some(Samenloop {
        maand: maand?,
        percentage: percentage?,
    })
}

/// A boete as a recorded decision.
pub(super) fn read_boete(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Boete> {
    let bekend = [
        "overtredingOp",
        "opgelegdOp",
        "bedrag",
        "benadelingsbedrag",
        "opzet",
        "categoriebedrag",
        "eerdere",
        "vanaf",
        "perMaand",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let overtreding_op = lezer.fact(&object, "overtredingOp", Lezer::datum);
    let opgelegd_op = lezer.fact(&object, "opgelegdOp", Lezer::datum);
    let bedrag = lezer.fact(&object, "bedrag", Lezer::bedrag);
    let benadelingsbedrag = lezer.optional(&object, "benadelingsbedrag", Lezer::bedrag);
    let is_opzet = lezer.fact(&object, "opzet", Lezer::ja_nee);
    let categoriebedrag = lezer.optional(&object, "categoriebedrag", Lezer::bedrag);
    let eerdere = lezer.optional(&object, "eerdere", |l, w, p| {
        let object = l.object(w, p, &["opgelegdOp", "gevangenisstraf"])?;
        let opgelegd_op = l.fact(&object, "opgelegdOp", Lezer::datum);
        let is_gevangenisstraf = l.fact(&object, "gevangenisstraf", Lezer::ja_nee);
        Some(EerdereSanctie {
            opgelegd_op: opgelegd_op?,
            is_gevangenisstraf: is_gevangenisstraf?,
        })
    });
    let vanaf = lezer.fact(&object, "vanaf", read_maand);
    let per_maand = lezer.fact(&object, "perMaand", Lezer::bedrag);
    Some(Boete {
        overtreding_op: overtreding_op?,
        opgelegd_op: opgelegd_op?,
        bedrag: bedrag?,
        benadelingsbedrag,
        is_opzet: is_opzet?,
        categoriebedrag,
        eerdere,
        vanaf: vanaf?,
        per_maand: per_maand?,
    })
}

/// A warning in the place of a boete.
pub(super) fn read_waarschuwing(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
) -> Option<Waarschuwing> {
    let object = lezer.object(waarde, pad, &["overtredingOp", "gegevenOp", "eerdereOp"])?;
    let overtreding_op = lezer.fact(&object, "overtredingOp", Lezer::datum);
    let gegeven_op = lezer.fact(&object, "gegevenOp", |l, w, p| {
        let dag = l.datum(w, p)?;
        if overtreding_op.is_some_and(|overtreding| dag < overtreding) {
            l.refuse(p, "deze dag ligt voor de overtreding");
        }
        Some(dag)
    });
    let eerdere_op = lezer.optional(&object, "eerdereOp", Lezer::datum);
    Some(Waarschuwing {
        overtreding_op: overtreding_op?,
        gegeven_op: gegeven_op?,
        eerdere_op,
    })
}

/// An advance that was paid.
pub(super) fn read_voorschot(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Voorschot> {
    let object = lezer.object(waarde, pad, &["op", "bedrag"])?;
    let op = lezer.fact(&object, "op", Lezer::datum);
    let bedrag = lezer.fact(&object, "bedrag", Lezer::bedrag);
    Some(Voorschot {
        op: op?,
        bedrag: bedrag?,
    })
}

/// A payment from the buffer.
pub(super) fn read_buffer(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Bufferinzet> {
    let object = lezer.object(waarde, pad, &["maand", "bedrag"])?;
    let maand = lezer.fact(&object, "maand", read_maand);
    let bedrag = lezer.fact(&object, "bedrag", Lezer::bedrag);
    Some(Bufferinzet {
        maand: maand?,
        bedrag: bedrag?,
    })
}
