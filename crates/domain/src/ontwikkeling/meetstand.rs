//! Whether the ladder must be measured again.

use primitives::{Datum, Kwartaal};

/// How the last measurement stands on a day. The ladder is measured every quarter (seed 004, Nijkerk 2018).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meetstand {
    /// Never measured.
    Nooit,
    /// Measured, but not in this quarter.
    Eerder(Datum),
    /// Measured in this quarter.
    DitKwartaal(Datum),
}

impl Meetstand {
    /// How the last measurement stands on `vandaag`.
    pub fn on(laatste: Option<Datum>, vandaag: Datum) -> Self {
        match laatste {
            None => Self::Nooit,
            Some(dag) if dag < Self::grens(vandaag) => Self::Eerder(dag),
            Some(dag) => Self::DitKwartaal(dag),
        }
    }

    /// The first day whose measurement still counts on `vandaag`.
    pub fn grens(vandaag: Datum) -> Datum {
        Kwartaal::of(vandaag).first_day()
    }

    /// Whether a measurement is needed.
    pub const fn is_meting_nodig(self) -> bool {
        !matches!(self, Self::DitKwartaal(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_measurement_counts_in_its_own_quarter() {
        let vandaag = date(2026, 11, 21);
        for (laatste, stand, is_nodig) in [
            (None, Meetstand::Nooit, true),
            (
                Some(date(2026, 9, 30)),
                Meetstand::Eerder(date(2026, 9, 30)),
                true,
            ),
            (
                Some(date(2026, 10, 1)),
                Meetstand::DitKwartaal(date(2026, 10, 1)),
                false,
            ),
            (Some(vandaag), Meetstand::DitKwartaal(vandaag), false),
        ] {
            assert_eq!(Meetstand::on(laatste, vandaag), stand);
            assert_eq!(stand.is_meting_nodig(), is_nodig);
        }
    }
}
