//! What the college leaves of a claim for urgent reasons, all of it or a part. Participatiewet art. 58 lid 8.

use primitives::{Geld, Percentage};
use serde::{Deserialize, Serialize};

use super::Oorzaakperiode;

/// How much of a claim the college leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Afzien {
    /// All of it.
    Geheel,
    /// This percentage of every month.
    Percentage(Percentage),
    /// This amount over all months of the cause together, the oldest first.
    Bedrag(Geld),
}

/// What is still to be left by cause, while the months go by.
pub(super) struct Afziening(Vec<Geld>);

impl Afziening {
    /// Nothing is left yet.
    pub(super) fn new(oorzaken: &[Oorzaakperiode]) -> Self {
        let bedrag = |periode: &Oorzaakperiode| match periode.afzien {
            Some(Afzien::Bedrag(bedrag)) => bedrag,
            _ => Geld::NUL,
        };
        Self(oorzaken.iter().map(bedrag).collect())
    }

    /// What is left of a month with this cause, of which `plek` is its place; never more than there is.
    pub(super) fn leave(&mut self, plek: usize, afzien: Option<Afzien>, te_veel: Geld) -> Geld {
        match afzien {
            None => Geld::NUL,
            Some(Afzien::Geheel) => te_veel,
            Some(Afzien::Percentage(deel)) => te_veel.part(deel).min(te_veel),
            Some(Afzien::Bedrag(_)) => {
                let Some(over) = self.0.get_mut(plek) else {
                    return Geld::NUL;
                };
                let gelaten = te_veel.min(*over);
                *over = *over - gelaten;
                gelaten
            }
        }
    }
}
