//! The values that a municipality chose and that decide how its figures are calculated.

use crate::beleid::Geldend;

/// What the college decided about the calculation of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rekenwijze {
    /// Parameter `inbeeld.termijn`: after how many months without contact or measurement a resident is no
    /// longer in view.
    pub inbeeld_termijn: Geldend<u8>,
}

impl Rekenwijze {
    /// The value where the college decided nothing: six months, because the ladder is to be measured at
    /// least twice a year (vsbfonds.nl, domein/instrumenten-en-indicatoren.md B.1).
    pub const STANDAARD: Self = Self {
        inbeeld_termijn: Geldend::given(6),
    };
}
