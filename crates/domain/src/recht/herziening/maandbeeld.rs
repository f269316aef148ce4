//! The right in a month by a statutory record, to lay beside what it would be with another income.

use primitives::{Datum, Geld};

use super::Maandstand;
use crate::recht::{Bijstandsberekening, Maandbeeld, Reden};

impl Maandstand {
    /// What came out; none when it cannot be determined.
    pub const fn of(berekening: &Bijstandsberekening) -> Option<Self> {
        match &berekening.uitkomst {
            Ok(bedragen) => Some(Self {
                bedrag: bedragen.bedrag,
                vakantietoeslag: bedragen.vakantietoeslag,
                has_recht: true,
            }),
            Err(Reden::GeenRecht(_)) => Some(Self {
                bedrag: Geld::NUL,
                vakantietoeslag: Geld::NUL,
                has_recht: false,
            }),
            Err(Reden::Onbepaald(_)) => None,
        }
    }
}

impl Maandbeeld {
    /// The right in this month with another income that counts; none when it cannot be determined.
    pub fn stand_with(&self, peildatum: Datum, inkomsten: Geld) -> Option<Maandstand> {
        let anders = Self {
            inkomsten,
            ..self.clone()
        };
        Maandstand::of(&anders.calculate(peildatum).ok()?)
    }
}
