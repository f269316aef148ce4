//! Calendar months and quarters.

use std::fmt;

use jiff::civil;
use serde::{Deserialize, Serialize};

use crate::Datum;
use crate::tijd::plus_maanden;

/// A calendar month, written `2026-03`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Maand(Datum);

/// Why a text is no month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("geen maand: schrijf jaar en maand als 2026-03")]
pub struct MaandError;

impl Maand {
    /// The month in which `dag` lies.
    pub fn of(dag: Datum) -> Self {
        Self(dag.first_of_month())
    }

    /// Reads `2026-03`.
    pub fn parse(tekst: &str) -> Result<Self, MaandError> {
        if tekst.len() != 7 {
            return Err(MaandError);
        }
        crate::parse_datum(&format!("{tekst}-01"))
            .map(Self)
            .ok_or(MaandError)
    }

    /// The month of a year; `maand` from 1 to 12, year from 1900 to 2200.
    pub fn try_new(jaar: i16, maand: i8) -> Result<Self, MaandError> {
        if !(1900..=2200).contains(&jaar) {
            return Err(MaandError);
        }
        civil::Date::new(jaar, maand, 1)
            .map(Self)
            .map_err(|_| MaandError)
    }

    /// The first day.
    pub const fn first_day(self) -> Datum {
        self.0
    }

    /// The last day.
    pub fn last_day(self) -> Datum {
        self.0.last_of_month()
    }

    /// The month that comes `aantal` months later, or earlier when negative.
    pub fn plus(self, aantal: i32) -> Self {
        Self(plus_maanden(self.0, aantal))
    }

    /// The quarter that holds this month.
    pub fn kwartaal(self) -> Kwartaal {
        Kwartaal::of(self.0)
    }
}

impl fmt::Display for Maand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

impl fmt::Debug for Maand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl TryFrom<String> for Maand {
    type Error = MaandError;

    fn try_from(tekst: String) -> Result<Self, MaandError> {
        Self::parse(&tekst)
    }
}

impl From<Maand> for String {
    fn from(maand: Maand) -> Self {
        maand.to_string()
    }
}

/// A calendar quarter, written `2026-K1`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Kwartaal {
    jaar: i16,
    nummer: i8,
}

/// Why a text is no quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("geen kwartaal: schrijf jaar en kwartaal als 2026-K1")]
pub struct KwartaalError;

impl Kwartaal {
    /// The quarter in which `dag` lies.
    pub fn of(dag: Datum) -> Self {
        Self {
            jaar: dag.year(),
            nummer: (dag.month() - 1) / 3 + 1,
        }
    }

    /// Reads `2026-K1`.
    pub fn parse(tekst: &str) -> Result<Self, KwartaalError> {
        let (jaar, nummer) = tekst.split_once("-K").ok_or(KwartaalError)?;
        let is_jaar = jaar.len() == 4 && jaar.bytes().all(|b| b.is_ascii_digit());
        let jaar = if is_jaar {
            jaar.parse().map_err(|_| KwartaalError)?
        } else {
            return Err(KwartaalError);
        };
        let nummer = match nummer {
            "1" => 1,
            "2" => 2,
            "3" => 3,
            "4" => 4,
            _ => return Err(KwartaalError),
        };
        if (1900..=2200).contains(&jaar) {
            Ok(Self { jaar, nummer })
        } else {
            Err(KwartaalError)
        }
    }

    /// The year.
    pub const fn jaar(self) -> i16 {
        self.jaar
    }

    /// The number in the year, 1 to 4.
    pub const fn nummer(self) -> i8 {
        self.nummer
    }

    /// The first day.
    pub fn first_day(self) -> Datum {
        civil::date(self.jaar, (self.nummer - 1) * 3 + 1, 1)
    }

    /// The last day.
    pub fn last_day(self) -> Datum {
        self.last_month().last_day()
    }

    /// The last of its three months.
    pub fn last_month(self) -> Maand {
        Maand::of(self.first_day()).plus(2)
    }

    /// Its three months in order.
    pub fn months(self) -> [Maand; 3] {
        let eerste = Maand::of(self.first_day());
        [eerste, eerste.plus(1), eerste.plus(2)]
    }

    /// The quarter that comes `aantal` later, or earlier when negative.
    pub fn plus(self, aantal: i32) -> Self {
        Self::of(plus_maanden(self.first_day(), aantal.saturating_mul(3)))
    }
}

impl fmt::Display for Kwartaal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-K{}", self.jaar, self.nummer)
    }
}

impl fmt::Debug for Kwartaal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl TryFrom<String> for Kwartaal {
    type Error = KwartaalError;

    fn try_from(tekst: String) -> Result<Self, KwartaalError> {
        Self::parse(&tekst)
    }
}

impl From<Kwartaal> for String {
    fn from(kwartaal: Kwartaal) -> Self {
        kwartaal.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_quarter_knows_its_days_and_neighbours() {
        let kwartaal = Kwartaal::parse("2026-K1").unwrap();
        assert_eq!(kwartaal.first_day(), date(2026, 1, 1));
        assert_eq!(kwartaal.last_day(), date(2026, 3, 31));
        assert_eq!(kwartaal.plus(-1).to_string(), "2025-K4");
        assert_eq!(kwartaal.plus(4).to_string(), "2027-K1");
        assert_eq!(Kwartaal::of(date(2026, 12, 31)).to_string(), "2026-K4");
    }

    #[test]
    fn a_month_knows_its_days() {
        let maand = Maand::parse("2024-02").unwrap();
        assert_eq!(maand.last_day(), date(2024, 2, 29));
        assert_eq!(maand.plus(-2).to_string(), "2023-12");
        assert_eq!(maand.kwartaal().to_string(), "2024-K1");
    }

    #[test]
    fn refuses_other_forms() {
        for tekst in [
            "", "2026", "2026-K5", "2026-K0", "2026K1", "26-K1", "2026-k1", "+026-K1", "9999-K1",
        ] {
            assert_eq!(Kwartaal::parse(tekst), Err(KwartaalError), "{tekst}");
        }
        for tekst in ["", "2026-13", "2026-3", "2026-00", "2026/03", "202603"] {
            assert_eq!(Maand::parse(tekst), Err(MaandError), "{tekst}");
        }
    }
}
