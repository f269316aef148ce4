//! Full-time posts.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A number of full-time posts with at most two decimals, above 0 and up to 1000: `1.67`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Decimal", into = "Decimal")]
pub struct Fte(Decimal);

/// Why a text or number is no number of full-time posts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FteError {
    /// Not a number with at most two decimals.
    #[error("geen aantal fte: schrijf een getal met hoogstens twee decimalen, zoals 1.67 of 1,67")]
    Vorm,
    /// Zero, negative or above 1000.
    #[error("het aantal fte is meer dan 0 en hoogstens 1000")]
    Bereik,
}

impl Fte {
    /// Accepts more than 0 and at most 1000, with at most two decimals.
    pub fn try_new(aantal: Decimal) -> Result<Self, FteError> {
        let aantal = aantal.normalize();
        if aantal.scale() > 2 {
            return Err(FteError::Vorm);
        }
        if aantal <= Decimal::ZERO || aantal > Decimal::ONE_THOUSAND {
            return Err(FteError::Bereik);
        }
        Ok(Self(aantal))
    }

    /// Reads digits with a point, or the comma that people type, and at most two decimals.
    pub fn parse(tekst: &str) -> Result<Self, FteError> {
        let met_punt = tekst.trim().replacen(',', ".", 1);
        let is_getal = (1..=7).contains(&met_punt.len())
            && met_punt.bytes().all(|b| b.is_ascii_digit() || b == b'.')
            && met_punt.starts_with(|c: char| c.is_ascii_digit());
        if !is_getal {
            return Err(FteError::Vorm);
        }
        Self::try_new(met_punt.parse().map_err(|_| FteError::Vorm)?)
    }

    /// The number.
    pub const fn decimal(self) -> Decimal {
        self.0
    }
}

impl fmt::Display for Fte {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Debug for Fte {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self} fte")
    }
}

impl TryFrom<Decimal> for Fte {
    type Error = FteError;

    fn try_from(aantal: Decimal) -> Result<Self, FteError> {
        Self::try_new(aantal)
    }
}

impl From<Fte> for Decimal {
    fn from(fte: Fte) -> Self {
        fte.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_type() {
        for (tekst, uit) in [
            ("1,67", "1.67"),
            ("4.90", "4.9"),
            (" 1 ", "1"),
            ("1000", "1000"),
        ] {
            assert_eq!(Fte::parse(tekst).unwrap().to_string(), uit);
        }
    }

    #[test]
    fn refuses_what_is_no_staffing() {
        for tekst in ["", "-1", "1.234", "een", "1,2,3", "1e3", ".5", "٣"] {
            assert_eq!(Fte::parse(tekst), Err(FteError::Vorm), "{tekst}");
        }
        for tekst in ["0", "0,00", "1000.01"] {
            assert_eq!(Fte::parse(tekst), Err(FteError::Bereik), "{tekst}");
        }
    }
}
