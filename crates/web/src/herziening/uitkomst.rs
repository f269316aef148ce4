//! What comes out of a review, as a table and with its steps.

use domain::aanvraag::Beschikkingsstap;
use domain::herziening::{Herzieningsuitkomst, Uitkomstjaar, Uitkomstmaand, Voorstelsoort};
use primitives::{Geld, geld_nl, maand_lang};

use crate::onderdelen::{Status, Toon};

/// The sums and the months.
pub(super) struct Uitkomst {
    pub(super) totalen: Vec<(&'static str, String)>,
    pub(super) maanden: Vec<Maandrij>,
    /// The claims by year, where taxes are claimed too.
    pub(super) jaren: Vec<Jaarrij>,
    /// Of how many months nothing can be said.
    pub(super) onbepaald: usize,
}

/// A year with its taxes.
pub(super) struct Jaarrij {
    pub(super) jaar: i16,
    pub(super) netto: String,
    pub(super) belasting: String,
    pub(super) totaal: String,
}

/// A month.
pub(super) struct Maandrij {
    pub(super) maand: String,
    pub(super) oud: String,
    pub(super) nieuw: String,
    pub(super) verschil: String,
    pub(super) voorstel: Status,
    pub(super) bedrag: String,
    /// Whether there is something to explain.
    pub(super) is_anders: bool,
    pub(super) stappen: Vec<Beschikkingsstap>,
}

impl From<&Herzieningsuitkomst> for Uitkomst {
    fn from(uitkomst: &Herzieningsuitkomst) -> Self {
        let totalen = [
            ("Nabetaling", uitkomst.nabetaling),
            ("Te verrekenen", uitkomst.verrekening),
            ("Terug te vorderen", uitkomst.terugvordering),
            ("Belasting en premies daarbij", uitkomst.belasting()),
            ("Niet terug, om dringende redenen", uitkomst.afgezien),
            ("Mag tegen elkaar weg", uitkomst.salderen),
            (
                "Verschil in de vakantietoeslag die apart staat",
                uitkomst.reservering,
            ),
        ];
        Self {
            totalen: totalen
                .into_iter()
                .filter(|(_, bedrag)| !bedrag.is_nul())
                .map(|(wat, bedrag)| (wat, geld_nl(bedrag)))
                .collect(),
            maanden: uitkomst.maanden.iter().map(Maandrij::from).collect(),
            jaren: uitkomst.jaren.iter().map(Jaarrij::from).collect(),
            onbepaald: uitkomst.list_onbepaald().len(),
        }
    }
}

impl From<&Uitkomstjaar> for Jaarrij {
    fn from(jaar: &Uitkomstjaar) -> Self {
        let geld =
            |bedrag: Option<Geld>| bedrag.map_or_else(|| "nog niet bekend".to_owned(), geld_nl);
        Self {
            jaar: jaar.jaar,
            netto: geld_nl(jaar.netto),
            belasting: geld(jaar.belasting),
            totaal: geld(jaar.totaal()),
        }
    }
}

impl From<&Uitkomstmaand> for Maandrij {
    fn from(maand: &Uitkomstmaand) -> Self {
        let (toon, woord) = match maand.voorstel {
            Voorstelsoort::Geen => (Toon::Neutraal, "niets"),
            Voorstelsoort::Nabetaling => (Toon::Goed, "nabetalen"),
            Voorstelsoort::Verrekening => (Toon::Aandacht, "verrekenen"),
            Voorstelsoort::Terugvordering => (Toon::Aandacht, "terugvorderen"),
            Voorstelsoort::Onbepaald => (Toon::Fout, "niet te bepalen"),
        };
        let geld = |bedrag: Option<Geld>| bedrag.map(geld_nl).unwrap_or_default();
        Self {
            maand: maand_lang(maand.maand),
            oud: geld(maand.oud),
            nieuw: geld(maand.nieuw),
            verschil: geld(maand.verschil),
            voorstel: Status::new(toon, woord),
            bedrag: geld(maand.bedrag),
            is_anders: maand.is_anders(),
            stappen: maand.stappen.clone(),
        }
    }
}
