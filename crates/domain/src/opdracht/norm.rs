//! What a figure of the catalogue must at least or at most be.

use rust_decimal::Decimal;

use crate::sturing::{Indicator, Uitkomst};

/// What the figure of an indicator must be at the end of every quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Norm {
    /// Which figure; one that has a figure for the whole.
    pub indicator: Indicator,
    /// Which side of the number is good.
    pub kant: Normkant,
    /// The number, in the unit of the indicator.
    pub waarde: Decimal,
    /// How far beside it is still within tolerance; zero or more.
    pub marge: Decimal,
}

/// Which side of the number is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Normkant {
    /// The number or more.
    Minstens,
    /// The number or less.
    Hoogstens,
}

/// Whether a published figure meets a norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Normoordeel {
    /// It does.
    Gehaald,
    /// It does not, by no more than the tolerance.
    BinnenMarge,
    /// It does not.
    NietGehaald,
    /// There is no figure, or it may not be shown.
    NietVastTeStellen,
}

impl Norm {
    /// Whether a published figure meets it; none is a figure that is not there.
    pub fn judge(self, cijfer: Option<Uitkomst>) -> Normoordeel {
        let Some(waarde) = cijfer.and_then(Uitkomst::waarde) else {
            return Normoordeel::NietVastTeStellen;
        };
        let tekort = match self.kant {
            Normkant::Minstens => self.waarde - waarde,
            Normkant::Hoogstens => waarde - self.waarde,
        };
        if tekort <= Decimal::ZERO {
            Normoordeel::Gehaald
        } else if tekort <= self.marge {
            Normoordeel::BinnenMarge
        } else {
            Normoordeel::NietGehaald
        }
    }
}

impl Normkant {
    /// Both sides.
    pub const ALL: [Self; 2] = [Self::Minstens, Self::Hoogstens];

    /// The name in data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Minstens => "minstens",
            Self::Hoogstens => "hoogstens",
        }
    }

    /// The side of a name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kant| kant.code() == code)
    }
}

impl Normoordeel {
    /// Every outcome.
    pub const ALL: [Self; 4] = [
        Self::Gehaald,
        Self::BinnenMarge,
        Self::NietGehaald,
        Self::NietVastTeStellen,
    ];

    /// The name in data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Gehaald => "gehaald",
            Self::BinnenMarge => "binnen-marge",
            Self::NietGehaald => "niet-gehaald",
            Self::NietVastTeStellen => "niet-vast-te-stellen",
        }
    }

    /// The words for people.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Gehaald => "norm gehaald",
            Self::BinnenMarge => "binnen de marge",
            Self::NietGehaald => "norm niet gehaald",
            Self::NietVastTeStellen => "niet vast te stellen",
        }
    }

    /// The outcome of a name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|oordeel| oordeel.code() == code)
    }
}
