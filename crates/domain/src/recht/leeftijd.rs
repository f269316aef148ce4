//! How old somebody is, as far as the law asks.

use primitives::{Datum, leeftijd_op};

use super::Normentabel;

/// Below this age nobody has a right to bijstand. Participatiewet art. 13 lid 1 onder f, art. 4 lid 1 onder e.
const MEERDERJARIG: u8 = 18;
/// From this age the norms for young people no longer hold. Participatiewet art. 20, 21.
const VOLLEDIGE_NORM: u8 = 21;
/// From this age somebody shares in the costs (art. 19a) and exemptions n and r exist (art. 31 lid 5).
const ZEVENENTWINTIG: u8 = 27;

/// The age of a person on the reference date.
///
/// A month is calculated with the facts of one day, the reference date: whoever turns 21 later in the month
/// is 20 in this calculation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leeftijd {
    jaren: u8,
    is_pensioengerechtigd: bool,
}

impl Leeftijd {
    /// The age of who was born on `geboortedatum`; none when that day has not come.
    pub fn op(geboortedatum: Datum, peildatum: Datum) -> Option<Self> {
        let jaren = leeftijd_op(geboortedatum, peildatum)?;
        Some(Self {
            jaren,
            is_pensioengerechtigd: jaren >= 60
                && Normentabel::wettelijk().is_pensioengerechtigd(geboortedatum, peildatum),
        })
    }

    /// Whole years.
    pub const fn jaren(self) -> u8 {
        self.jaren
    }

    /// Younger than 18.
    pub const fn is_minderjarig(self) -> bool {
        self.jaren < MEERDERJARIG
    }

    /// 18, 19 or 20 years old.
    pub const fn is_jongere(self) -> bool {
        self.jaren >= MEERDERJARIG && self.jaren < VOLLEDIGE_NORM
    }

    /// 21 or older, of pension age included.
    pub const fn is_vanaf_21(self) -> bool {
        self.jaren >= VOLLEDIGE_NORM
    }

    /// Younger than 27.
    pub const fn is_jonger_dan_27(self) -> bool {
        self.jaren < ZEVENENTWINTIG
    }

    /// Has reached the pension age of AOW art. 7a.
    pub const fn is_pensioengerechtigd(self) -> bool {
        self.is_pensioengerechtigd
    }
}
