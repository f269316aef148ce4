//! Percentages as numbers of per cent.

use std::fmt;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

/// A number of per cent with at most two decimals, from 0 to 1000: `110` is 110%.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Decimal", into = "Decimal")]
pub struct Percentage(Decimal);

/// Why a text or number is no percentage.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PercentageError {
    /// Not a number with at most two decimals.
    #[error("geen percentage: schrijf een getal met hoogstens twee decimalen, zoals 110 of 12.5")]
    Vorm,
    /// Below 0 or above 1000.
    #[error("een percentage ligt tussen 0 en 1000")]
    Bereik,
}

impl Percentage {
    /// Nothing.
    pub const NUL: Self = Self(Decimal::ZERO);
    /// The whole.
    pub const HONDERD: Self = Self(Decimal::ONE_HUNDRED);

    /// A percentage from a whole number; above 1000 it becomes 1000.
    pub fn from_whole(procent: u32) -> Self {
        Self(Decimal::from(procent.min(1000)))
    }

    /// Accepts 0 to 1000 with at most two decimals.
    pub fn try_new(procent: Decimal) -> Result<Self, PercentageError> {
        let procent = procent.normalize();
        if procent.scale() > 2 {
            return Err(PercentageError::Vorm);
        }
        if procent.is_sign_negative() && !procent.is_zero() || procent > Decimal::ONE_THOUSAND {
            return Err(PercentageError::Bereik);
        }
        Ok(Self(procent))
    }

    /// Reads digits with optionally a point and one or two decimals.
    pub fn parse(tekst: &str) -> Result<Self, PercentageError> {
        let is_getal = !tekst.is_empty()
            && tekst.len() <= 8
            && tekst.bytes().all(|b| b.is_ascii_digit() || b == b'.')
            && tekst.starts_with(|c: char| c.is_ascii_digit());
        if !is_getal {
            return Err(PercentageError::Vorm);
        }
        Self::try_new(tekst.parse().map_err(|_| PercentageError::Vorm)?)
    }

    /// The number of per cent.
    pub const fn decimal(self) -> Decimal {
        self.0
    }

    /// The number of per cent in hundredths: 12,5% is 1250. Exact, as there are at most two decimals.
    pub fn hundredths(self) -> u32 {
        (self.0 * Decimal::ONE_HUNDRED).to_u32().unwrap_or(u32::MAX)
    }

    /// The factor to multiply by: 5% is 0,05.
    pub fn fraction(self) -> Decimal {
        self.0 * Decimal::from_parts(1, 0, 0, false, 2)
    }
}

impl fmt::Display for Percentage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Debug for Percentage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}%")
    }
}

impl TryFrom<Decimal> for Percentage {
    type Error = PercentageError;

    fn try_from(procent: Decimal) -> Result<Self, PercentageError> {
        Self::try_new(procent)
    }
}

impl From<Percentage> for Decimal {
    fn from(percentage: Percentage) -> Self {
        percentage.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_of_per_cent() {
        assert_eq!(
            Percentage::parse("110").unwrap(),
            Percentage::from_whole(110)
        );
        assert_eq!(Percentage::parse("12.5").unwrap().to_string(), "12.5");
        assert_eq!(
            Percentage::parse("12.50").unwrap(),
            Percentage::parse("12.5").unwrap()
        );
        assert_eq!(Percentage::parse("12.5").unwrap().hundredths(), 1250);
        assert_eq!(
            Percentage::parse("5").unwrap().fraction().to_string(),
            "0.05"
        );
    }

    #[test]
    fn refuses_what_is_no_percentage() {
        for tekst in ["", "abc", "-1", "1,5", ".5", "1.234", "1.2.3", "1e2"] {
            assert_eq!(
                Percentage::parse(tekst),
                Err(PercentageError::Vorm),
                "{tekst}"
            );
        }
        assert_eq!(Percentage::parse("1000.01"), Err(PercentageError::Bereik));
    }
}
