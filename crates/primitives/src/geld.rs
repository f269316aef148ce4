//! Money in whole cents.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use crate::Percentage;

/// The largest amount that is accepted from outside, in cents: a thousand million euros. Far above any
/// municipal budget, and so far below the range of `i64` that adding amounts does not reach its end.
const GRENS: i64 = 100_000_000_000;

/// An amount in euros, always with exactly two decimals. May be negative.
///
/// Written outside as a string with a point and two decimals: `"1401.50"`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Geld(i64);

/// Why a text or number is no amount.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GeldError {
    /// Not of the form `1401.50`.
    #[error("geen bedrag: schrijf het als 1401.50, met een punt en twee decimalen")]
    Vorm,
    /// More than two decimals: cents are the smallest unit.
    #[error("te veel decimalen: een bedrag heeft er twee")]
    Decimalen,
    /// Beyond a thousand million euros.
    #[error("het bedrag is te groot")]
    TeGroot,
}

impl Geld {
    /// No euro at all.
    pub const NUL: Self = Self(0);

    /// An amount from whole cents.
    pub const fn from_cents(cents: i32) -> Self {
        Self(cents as i64)
    }

    /// Accepts a number with at most two decimals.
    pub fn try_new(waarde: Decimal) -> Result<Self, GeldError> {
        let waarde = waarde.normalize();
        if waarde.scale() > 2 {
            return Err(GeldError::Decimalen);
        }
        match cents(waarde) {
            Some(cents) if cents.abs() <= GRENS => Ok(Self(cents)),
            _ => Err(GeldError::TeGroot),
        }
    }

    /// Rounds half up (away from zero) to the cent. Called where the law or the contract names an amount,
    /// never in between. Saturates beyond ninety thousand billion euros, which no amount comes near.
    pub fn round_half_up(waarde: Decimal) -> Self {
        let afgerond = waarde.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        Self(cents(afgerond).unwrap_or(if waarde.is_sign_negative() {
            -i64::MAX
        } else {
            i64::MAX
        }))
    }

    /// Reads the outside form: optional minus, digits, and optionally a point with one or two decimals.
    pub fn parse(tekst: &str) -> Result<Self, GeldError> {
        let ongetekend = tekst.strip_prefix('-').unwrap_or(tekst);
        let (geheel, decimalen) = ongetekend.split_once('.').unwrap_or((ongetekend, "00"));
        let digits = |deel: &str| !deel.is_empty() && deel.bytes().all(|b| b.is_ascii_digit());
        if !digits(geheel) || !digits(decimalen) {
            return Err(GeldError::Vorm);
        }
        if decimalen.len() > 2 {
            return Err(GeldError::Decimalen);
        }
        if geheel.len() > 12 {
            return Err(GeldError::TeGroot);
        }
        Self::try_new(tekst.parse().map_err(|_| GeldError::Vorm)?)
    }

    /// The amount in euros, with scale 2.
    pub fn decimal(self) -> Decimal {
        Decimal::new(self.0, 2)
    }

    /// The amount in whole cents.
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// `percentage` of this amount, rounded half up to the cent.
    pub fn part(self, percentage: Percentage) -> Self {
        self.fraction(i64::from(percentage.hundredths()), 10_000)
    }

    /// `teller`/`noemer` of this amount, rounded half up (away from zero) to the cent. A `noemer` below 1
    /// counts as 1.
    pub fn fraction(self, teller: i64, noemer: i64) -> Self {
        let noemer = i128::from(noemer.max(1));
        let dubbel = 2 * i128::from(self.0) * i128::from(teller);
        let afgerond = (dubbel + noemer * dubbel.signum()) / (2 * noemer);
        Self(i64::try_from(afgerond).unwrap_or(if afgerond < 0 { -i64::MAX } else { i64::MAX }))
    }

    /// This amount, or zero where it is below zero.
    pub fn not_below_zero(self) -> Self {
        self.max(Self::NUL)
    }

    /// Whether this is exactly zero.
    pub fn is_nul(self) -> bool {
        self.0 == 0
    }
}

impl fmt::Display for Geld {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let teken = if self.0 < 0 { "-" } else { "" };
        let cents = self.0.unsigned_abs();
        write!(f, "{teken}{}.{:02}", cents / 100, cents % 100)
    }
}

impl fmt::Debug for Geld {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "€ {self}")
    }
}

impl TryFrom<String> for Geld {
    type Error = GeldError;

    fn try_from(tekst: String) -> Result<Self, GeldError> {
        Self::parse(&tekst)
    }
}

impl From<Geld> for String {
    fn from(geld: Geld) -> Self {
        geld.to_string()
    }
}

impl Add for Geld {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Geld {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Geld {
    type Output = Self;

    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Sum for Geld {
    fn sum<I: Iterator<Item = Self>>(bedragen: I) -> Self {
        bedragen.fold(Self::NUL, Add::add)
    }
}

/// Whole cents of a number of euros with at most two decimals; none beyond the range.
fn cents(waarde: Decimal) -> Option<i64> {
    waarde.checked_mul(Decimal::ONE_HUNDRED)?.to_i64()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_and_writes_the_outside_form() {
        for (tekst, uit) in [
            ("1401.50", "1401.50"),
            ("0.5", "0.50"),
            ("-12", "-12.00"),
            ("0", "0.00"),
        ] {
            assert_eq!(Geld::parse(tekst).unwrap().to_string(), uit);
        }
    }

    #[test]
    fn refuses_anything_else_with_its_reason() {
        for tekst in [
            "", "-", ".50", "1.", "1,50", "1e3", "+1", " 1", "€ 1", "1.-5", "1_000",
        ] {
            assert_eq!(Geld::parse(tekst), Err(GeldError::Vorm), "{tekst}");
        }
        assert_eq!(Geld::parse("1.005"), Err(GeldError::Decimalen));
        assert_eq!(Geld::parse("1000000000.01"), Err(GeldError::TeGroot));
        assert_eq!(Geld::parse(&"9".repeat(40)), Err(GeldError::TeGroot));
    }

    #[test]
    fn rounds_half_up_away_from_zero() {
        let half: Decimal = "70.105".parse().unwrap();
        assert_eq!(Geld::round_half_up(half).to_string(), "70.11");
        assert_eq!(Geld::round_half_up(-half).to_string(), "-70.11");
    }

    #[test]
    fn a_fraction_is_rounded_half_up() {
        let gehuwden = Geld::parse("2002.13").unwrap();
        assert_eq!(gehuwden.fraction(50, 100).to_string(), "1001.07");
        assert_eq!((-gehuwden).fraction(50, 100).to_string(), "-1001.07");
        assert_eq!(gehuwden.fraction(130, 300).to_string(), "867.59");
        let deel = Geld::from_cents(140_213).part(Percentage::from_whole(5));
        assert_eq!(deel.to_string(), "70.11");
    }

    #[test]
    fn beyond_the_range_it_saturates() {
        let veel = Geld::round_half_up(Decimal::MAX);
        assert_eq!(veel + veel, veel);
        assert_eq!(Geld::round_half_up(Decimal::MIN), -veel);
    }

    proptest! {
        #[test]
        fn a_fraction_equals_decimal_arithmetic(cents in any::<i32>(), teller in 0i64..1000, noemer in 1i64..1000) {
            let exact = Geld::from_cents(cents).decimal() * Decimal::from(teller) / Decimal::from(noemer);
            let verschil = (Geld::from_cents(cents).fraction(teller, noemer).decimal() - exact).abs();
            prop_assert!(verschil <= Decimal::new(5, 3));
        }

        #[test]
        fn what_is_written_is_read_back(cents in any::<i32>()) {
            let geld = Geld::from_cents(cents);
            prop_assert_eq!(Geld::parse(&geld.to_string()).unwrap(), geld);
        }

        #[test]
        fn a_part_and_the_rest_add_up(cents in 0i32..100_000_000, procent in 0u32..=100) {
            let geld = Geld::from_cents(cents);
            let deel = geld.part(Percentage::from_whole(procent));
            prop_assert_eq!(deel + (geld - deel), geld);
            prop_assert!(deel <= geld);
        }
    }
}
