//! Whether a resident is in beeld: seen recently enough.

use jiff::Span;
use primitives::{Datum, Moment};

use crate::beleid::Beleid;

/// Longer than anybody lives.
const MAANDEN_MAX: u32 = 1_800;

/// After how many months without contact or measurement a resident is no longer in beeld; the college decides
/// (parameter `inbeeld.termijn`), six months without a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inbeeldtermijn {
    maanden: u32,
}

/// How a resident stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beeldstand {
    /// Contact or measurement within the term; the day of the last one.
    InBeeld(Datum),
    /// Too long ago; the day of the last one.
    UitBeeld(Datum),
    /// Never any.
    NooitGezien,
}

impl Inbeeldtermijn {
    /// The term where the college decided nothing: the ladder is to be measured at least twice a year
    /// (vsbfonds.nl, domein/instrumenten-en-indicatoren.md B.1).
    pub const STANDAARD: Self = Self { maanden: 6 };

    /// The term that the college decided, as it holds on a day.
    pub fn in_force(beleid: &Beleid, peildatum: Datum, bekend_op: Moment) -> Self {
        beleid
            .find_maanden("inbeeld.termijn", peildatum, bekend_op)
            .map_or(Self::STANDAARD, |geldend| Self::new(geldend.waarde))
    }

    /// A term in months.
    pub const fn new(maanden: u32) -> Self {
        Self { maanden }
    }

    /// The number of months.
    pub const fn maanden(self) -> u32 {
        self.maanden
    }

    /// The first day whose contact still counts on `vandaag`.
    pub fn grens(self, vandaag: Datum) -> Datum {
        // A term beyond the calendar reaches back to its beginning.
        let maanden = i64::from(self.maanden.min(MAANDEN_MAX));
        vandaag.saturating_sub(Span::new().months(maanden))
    }

    /// How a resident who was last seen on `laatst` stands on `vandaag`. Contact and measurement both count.
    pub fn stand(self, laatst: Option<Datum>, vandaag: Datum) -> Beeldstand {
        match laatst {
            None => Beeldstand::NooitGezien,
            Some(dag) if dag < self.grens(vandaag) => Beeldstand::UitBeeld(dag),
            Some(dag) => Beeldstand::InBeeld(dag),
        }
    }
}

impl Beeldstand {
    /// Whether it is time for a contact.
    pub const fn is_contact_nodig(self) -> bool {
        !matches!(self, Self::InBeeld(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn without_a_decision_the_term_is_that_of_the_catalogue() {
        let termijn =
            Inbeeldtermijn::in_force(&Beleid::default(), date(2026, 11, 21), Moment::UNIX_EPOCH);
        assert_eq!(termijn, Inbeeldtermijn::STANDAARD);
    }

    #[test]
    fn the_term_counts_back_in_months() {
        let (termijn, vandaag) = (Inbeeldtermijn::STANDAARD, date(2026, 11, 21));
        for (laatst, stand) in [
            (None, Beeldstand::NooitGezien),
            (
                Some(date(2026, 5, 20)),
                Beeldstand::UitBeeld(date(2026, 5, 20)),
            ),
            (
                Some(date(2026, 5, 21)),
                Beeldstand::InBeeld(date(2026, 5, 21)),
            ),
        ] {
            assert_eq!(termijn.stand(laatst, vandaag), stand);
            assert_eq!(
                stand.is_contact_nodig(),
                !matches!(stand, Beeldstand::InBeeld(_))
            );
        }
        assert_eq!(
            Inbeeldtermijn::new(3).grens(date(2026, 5, 31)),
            date(2026, 2, 28)
        );
    }
}
