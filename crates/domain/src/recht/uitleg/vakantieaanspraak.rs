//! Holiday pay over income, in sentences.

use primitives::GeldNl;

use super::{Stap, decimal_nl};
use crate::recht::Vakantieaanspraak;

/// Puts the holiday pay before the incomes that it is in.
pub fn insert_vakantieaanspraken(
    aanspraken: &[(usize, Vakantieaanspraak)],
    stappen: &mut Vec<Stap>,
) {
    if let Some(plek) = stappen.iter().position(|stap| stap.stap == "inkomen") {
        let nieuw = aanspraken.iter().map(|(_, aanspraak)| render(aanspraak));
        stappen.splice(plek..plek, nieuw);
    }
}

fn render(aanspraak: &Vakantieaanspraak) -> Stap {
    let af = if aanspraak.af.is_nul() {
        String::new()
    } else {
        format!(" − {}", GeldNl(aanspraak.af))
    };
    Stap::amount(
        "vakantieaanspraak",
        "Participatiewet art. 31 lid 4",
        aanspraak.bedrag,
        format!(
            "Bij het inkomen van de {} van {} hoort vakantietoeslag, die later wordt betaald: {}% van {}{af} = {} (Regeling Participatiewet, IOAW en IOAZ, artikel {}).",
            aanspraak.persoon.omschrijving(),
            GeldNl(aanspraak.inkomen),
            decimal_nl(aanspraak.percentage.decimal()),
            GeldNl(aanspraak.inkomen),
            GeldNl(aanspraak.bedrag),
            aanspraak.artikel,
        ),
    )
}
