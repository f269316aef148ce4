//! What goes with a claim: who else may be asked to pay, and the taxes over it. Participatiewet arts 58 lid 5 and 59.

use primitives::{Datum, Geld};

use super::{Herziening, Oorzaak, Voorstel};

/// Who else is liable, for the whole of it (art. 59 lid 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aansprakelijk {
    /// The bijstand was of a family: all its members. Art. 59 lid 1.
    Gezinsleden,
    /// It should have been of a couple, but that was not told: the other of them. Art. 59 lid 2.
    Verzwegen,
    /// It was rightly of a couple, and something else was not told: who has means that should have counted. Art. 59 lid 3.
    Middelen,
}

/// What was claimed in a calendar year, with the payroll tax and premiums over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Jaarvordering {
    /// The calendar year.
    pub jaar: i16,
    /// The net amount.
    pub netto: Geld,
    /// Taxes and premiums that cannot be set off any more; none where nobody told them. Art. 58 lid 5.
    pub belasting: Option<Geld>,
}

impl Aansprakelijk {
    /// The article.
    pub const fn grondslag(self) -> &'static str {
        match self {
            Self::Gezinsleden => "Participatiewet art. 59 lid 1",
            Self::Verzwegen => "Participatiewet art. 59 lid 2",
            Self::Middelen => "Participatiewet art. 59 lid 3",
        }
    }

    /// Who else is liable for a claim over a month, by each part of the article; `oud` and `nieuw` tell whether two people
    /// had, or have, a right in it.
    pub fn list(oud: bool, nieuw: bool, voorstel: &Voorstel) -> Vec<Self> {
        let is_verzwegen = matches!(
            voorstel,
            Voorstel::Terugvordering(_, Oorzaak::Inlichtingenplicht)
        );
        match (voorstel, oud, nieuw) {
            (Voorstel::Terugvordering(..), true, true) if is_verzwegen => {
                vec![Self::Gezinsleden, Self::Middelen]
            }
            (Voorstel::Terugvordering(..) | Voorstel::Verrekening(_), true, _) => {
                vec![Self::Gezinsleden]
            }
            (Voorstel::Terugvordering(..), false, true) if is_verzwegen => vec![Self::Verzwegen],
            _ => Vec::new(),
        }
    }
}

/// The claims by calendar year with their taxes, the oldest first. Those of the year of the decision can still be set off
/// with what the municipality pays itself, so nothing is added to them; over earlier years `opgave` tells what cannot.
/// Participatiewet art. 58 lid 5.
pub fn gross_up(herziening: &Herziening, dag: Datum, opgave: &[(i16, Geld)]) -> Vec<Jaarvordering> {
    let mut jaren: Vec<Jaarvordering> = Vec::new();
    for maand in &herziening.maanden {
        let Voorstel::Terugvordering(bedrag, _) = maand.voorstel else {
            continue;
        };
        let jaar = maand.paar.maand.first_day().year();
        match jaren.iter_mut().find(|eerder| eerder.jaar == jaar) {
            Some(eerder) => eerder.netto = eerder.netto + bedrag,
            None => jaren.push(Jaarvordering {
                jaar,
                netto: bedrag,
                belasting: if jaar >= dag.year() {
                    Some(Geld::NUL)
                } else {
                    opgave
                        .iter()
                        .find(|(van, _)| *van == jaar)
                        .map(|(_, geld)| *geld)
                },
            }),
        }
    }
    jaren.sort_by_key(|een| een.jaar);
    jaren
}

impl Jaarvordering {
    /// Net amount and taxes; none where nobody told them.
    pub fn totaal(&self) -> Option<Geld> {
        self.belasting.map(|belasting| self.netto + belasting)
    }
}
