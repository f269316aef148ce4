//! Former municipalities, whose rules live on in their area for a while.

use jiff::Span;
use primitives::{Datum, GemeenteCode};

/// How long the rules of a former municipality keep force in its area, in years. Wet algemene regels
/// herindeling art. 28.
const EIGEN_REGELS_JAREN: i32 = 2;

/// The area of a former municipality, and the one into which it merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gebied {
    /// The code that the municipality had.
    pub code: GemeenteCode,
    /// The name that it had.
    pub naam: String,
    /// The municipality into which it merged.
    pub opgegaan_in: GemeenteCode,
    /// The first day of that one.
    pub opgegaan_op: Datum,
}

impl Gebied {
    /// The first day on which the rules of the former municipality have no force any more.
    /// Wet algemene regels herindeling art. 28.
    pub fn eigen_regels_tot(&self) -> Datum {
        self.opgegaan_op
            .saturating_add(Span::new().years(EIGEN_REGELS_JAREN))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use primitives::parse_datum;

    #[test]
    fn own_rules_last_two_years() {
        let dag = |tekst| parse_datum(tekst).unwrap();
        let eemsmond = Gebied {
            code: GemeenteCode::parse("GM1651").unwrap(),
            naam: "Eemsmond".into(),
            opgegaan_in: GemeenteCode::parse("GM1966").unwrap(),
            opgegaan_op: dag("2019-01-01"),
        };
        assert_eq!(eemsmond.eigen_regels_tot(), dag("2021-01-01"));
    }
}
