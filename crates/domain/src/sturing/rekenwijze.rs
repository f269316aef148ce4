//! The values that a municipality chose and that decide how its figures are calculated.

use primitives::{Kwartaal, Moment};

use crate::beleid::{Beleid, Geldend};

/// What the college decided about the calculation of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rekenwijze {
    /// Parameter `inbeeld.termijn`: after how many months without contact or measurement a resident is no
    /// longer in view.
    pub inbeeld_termijn: Geldend<u32>,
}

impl Rekenwijze {
    /// The values where nothing was decided: those of the catalogue, labelled there as examples.
    pub const STANDAARD: Self = Self {
        inbeeld_termijn: Geldend::given(6),
    };

    /// The values that held on the last day of a quarter, as known on a moment.
    pub fn new(beleid: &Beleid, kwartaal: Kwartaal, bekend_op: Moment) -> Self {
        let termijn = beleid.find_maanden("inbeeld.termijn", kwartaal.last_day(), bekend_op);
        Self {
            inbeeld_termijn: termijn.unwrap_or(Self::STANDAARD.inbeeld_termijn),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_decision_the_catalogue_and_the_standard_agree() {
        let kwartaal = Kwartaal::parse("2026-K1").unwrap();
        let rekenwijze = Rekenwijze::new(&Beleid::default(), kwartaal, Moment::UNIX_EPOCH);
        assert_eq!(rekenwijze, Rekenwijze::STANDAARD);
    }
}
