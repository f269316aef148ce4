//! An explanation as the pages show it: step by step, with the article and the decision.

use domain::recht::bericht::Antwoord;
use domain::recht::uitleg::Stap;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use primitives::{Geld, GemeenteCode, geld_nl};

use crate::onderdelen::{Link, Status, Toon};

/// A step.
pub(super) struct Stapregel {
    pub(super) tekst: String,
    pub(super) bedrag: String,
    pub(super) grondslag: &'static str,
    pub(super) besluit: Option<Link>,
}

/// The steps of an answer.
pub(super) fn list_stappen(gemeente: GemeenteCode, antwoord: &Antwoord) -> Vec<Stapregel> {
    let regels = antwoord.uitleg.iter();
    regels.map(|stap| Stapregel::new(gemeente, stap)).collect()
}

/// Whether there is a right, in a word.
pub(super) fn outcome(antwoord: &Antwoord) -> Status {
    match antwoord.uitkomst {
        "recht" => Status::new(Toon::Goed, "recht"),
        "geen-recht" => Status::new(Toon::Fout, "geen recht"),
        _ => Status::new(Toon::Aandacht, "niet te bepalen"),
    }
}

impl Stapregel {
    pub(super) fn new(gemeente: GemeenteCode, stap: &Stap) -> Self {
        let waarde = stap.waarde.as_deref().unwrap_or_default();
        Self {
            tekst: stap.tekst.clone(),
            // Nearly every value is an amount; what is none is told in the sentence.
            bedrag: Geld::parse(waarde)
                .ok()
                .filter(|_| waarde.contains('.'))
                .map(geld_nl)
                .unwrap_or_default(),
            grondslag: stap.grondslag,
            besluit: stap.besluit.as_deref().map(|b| link(gemeente, b)),
        }
    }
}

/// The list of decisions with this one in it, for a citation such as `Raadsbesluit 2025-118 (GM0294)`.
fn link(gemeente: GemeenteCode, besluit: &str) -> Link {
    let eigen = besluit.trim_end_matches(&format!(" ({gemeente})"));
    let nummer = eigen.split_once(' ').map_or(eigen, |(_, nummer)| nummer);
    let zoek = utf8_percent_encode(nummer, NON_ALPHANUMERIC);
    Link::new(eigen, format!("/{gemeente}/besluiten?zoek={zoek}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_leads_to_its_decision() {
        let gemeente = GemeenteCode::parse("GM0294").unwrap();
        let link = link(gemeente, "Raadsbesluit demo 2025-1 (GM0294)");
        assert_eq!(link.tekst, "Raadsbesluit demo 2025-1");
        assert_eq!(link.href, "/GM0294/besluiten?zoek=demo%202025%2D1");
    }
}
