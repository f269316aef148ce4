//! The answer about a scheme as its page shows it.

use domain::recht::bericht::Antwoord;
use primitives::{Datum, GemeenteCode, datum_lang, geld_nl};

use super::stappen::{Stapregel, list_stappen, outcome};
use crate::onderdelen::Status;

/// An answer for a day.
pub(super) struct Uitkomst {
    pub(super) status: Status,
    pub(super) bedrag: Option<String>,
    pub(super) reden: Option<String>,
    pub(super) peildatum: String,
    pub(super) stappen: Vec<Stapregel>,
}

impl Uitkomst {
    pub(super) fn new(gemeente: GemeenteCode, antwoord: &Antwoord, peildatum: Datum) -> Self {
        Self {
            status: outcome(antwoord),
            bedrag: antwoord.bedrag.map(geld_nl),
            reden: antwoord.reden.clone(),
            peildatum: datum_lang(peildatum),
            stappen: list_stappen(gemeente, antwoord),
        }
    }
}
