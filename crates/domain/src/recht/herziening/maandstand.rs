//! The outcome of a calculation as one side of a review.

use primitives::Geld;

use super::Maandstand;
use crate::recht::{Bijstandsberekening, Reden};

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
