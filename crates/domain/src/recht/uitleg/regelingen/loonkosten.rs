//! The loonkostensubsidie in sentences.

use primitives::{Geld, GeldNl, datum_lang};

use crate::recht::maanden::Reeksregel;
use crate::recht::regelingen::{Loonkostenberekening, Loonkostenfeiten};
use crate::recht::uitleg::{Stap, decimal_nl};

const LID_4: &str = "Participatiewet art. 10d lid 4";

pub(super) fn render(feiten: &Loonkostenfeiten, berekening: &Loonkostenberekening) -> Vec<Stap> {
    let mut stappen = render_minimumloon(berekening);
    stappen.extend(render_subsidie(feiten, berekening));
    stappen.extend(render_lasten(berekening));
    stappen.extend(render_uren(berekening));
    stappen
}

fn render_minimumloon(berekening: &Loonkostenberekening) -> Vec<Stap> {
    let (Some(dag), Some(loon), Some(met)) = (
        berekening.vastgesteld_op,
        berekening.minimumloon,
        berekening.met_vakantiebijslag,
    ) else {
        return Vec::new();
    };
    let regel = if berekening.is_begin_van_het_jaar() {
        "Het bedrag wordt elk jaar op 1 januari opnieuw vastgesteld."
    } else {
        "Het bedrag geldt vanaf het begin van de baan, tot 1 januari."
    };
    vec![Stap::amount(
        "minimumloon",
        "Participatiewet art. 10d lid 7",
        met,
        format!(
            "{regel} Het minimumloon was op {} {} per maand, met vakantiebijslag {}.",
            datum_lang(dag),
            GeldNl(loon),
            GeldNl(met)
        ),
    )]
}

fn render_subsidie(feiten: &Loonkostenfeiten, berekening: &Loonkostenberekening) -> Option<Stap> {
    let (procent, deel) = berekening.deel?;
    let procent = decimal_nl(procent.decimal());
    let Some((loonwaarde, verschil)) = feiten.loonwaarde.zip(berekening.verschil) else {
        return Some(Stap::amount(
            "bedrag",
            "Participatiewet art. 10d lid 5",
            deel,
            format!(
                "De loonwaarde is nog niet gemeten. In het eerste half jaar is de subsidie {procent}% van het minimumloon met vakantiebijslag: {}.",
                GeldNl(deel)
            ),
        ));
    };
    let mut tekst = format!(
        "De loonwaarde is {}% van het minimumloon. Het verschil is {}.",
        decimal_nl(loonwaarde.decimal()),
        GeldNl(verschil)
    );
    if verschil > deel {
        tekst += &format!(" De subsidie is hoogstens {procent}%: {}.", GeldNl(deel));
    }
    Some(Stap::amount("bedrag", LID_4, verschil.min(deel), tekst))
}

fn render_lasten(berekening: &Loonkostenberekening) -> Option<Stap> {
    let (procent, bedrag) = berekening.werkgeverslasten?;
    let mut tekst = format!(
        "Voor de lasten van de werkgever komt er {}% bij: {}.",
        decimal_nl(procent.decimal()),
        GeldNl(bedrag)
    );
    let zeker = berekening
        .vastgesteld_op
        .and_then(|dag| Reeksregel::Werkgeverslasten.zekerheid(dag));
    if let Some(zeker) = zeker {
        tekst += &format!(" {zeker}");
    }
    Some(Stap::amount("werkgeverslasten", LID_4, bedrag, tekst))
}

/// What other hours than those of the law change, as an amount above or below zero.
fn render_uren(berekening: &Loonkostenberekening) -> Option<Stap> {
    let Ok(bedrag) = &berekening.uitkomst else {
        return None;
    };
    let (uren, week) = berekening.uren?;
    let voltijd = berekening.voltijd()?;
    Some(Stap::amount(
        "uren",
        LID_4,
        *bedrag - voltijd,
        format!(
            "Dit is voor {week} uur per week. Bij {} uur is het {}.",
            decimal_nl(uren),
            GeldNl(*bedrag)
        ),
    ))
}

impl Loonkostenberekening {
    fn is_begin_van_het_jaar(&self) -> bool {
        self.vastgesteld_op
            .is_some_and(|dag| dag.day_of_year() == 1)
    }

    /// The subsidy with the charges, for the hours of the law.
    fn voltijd(&self) -> Option<Geld> {
        let (_, deel) = self.deel?;
        let subsidie = self.verschil.map_or(deel, |verschil| verschil.min(deel));
        Some(subsidie + self.werkgeverslasten?.1)
    }
}
