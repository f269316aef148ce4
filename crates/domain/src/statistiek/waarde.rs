//! Values of the statutory records that are no code: whole euros, numbers, dates as `jjjjmmdd`.

use std::borrow::Cow;
use std::fmt;

use jiff::civil;
use primitives::{Datum, Geld, Maand};

/// The rule that a value breaks, in Dutch.
pub type Voorschrift = Cow<'static, str>;

/// A whole number of euros of at most `CIJFERS` digits, with a sign when `GETEKEND`.
///
/// The law writes `[1234]` for four digits, `[a1234]` for a sign and four digits. Reading accepts fewer digits
/// and a missing sign, because spreadsheets drop both; writing gives the law's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bedrag<const CIJFERS: usize, const GETEKEND: bool>(i32);

/// `[1234]`: the norm.
pub type Normbedrag = Bedrag<4, false>;
/// `[a1234]`: income and reductions.
pub type Verrekenbedrag = Bedrag<4, true>;
/// `[123456]`: what was made payable.
pub type Betaalbedrag = Bedrag<6, false>;

impl<const CIJFERS: usize, const GETEKEND: bool> Bedrag<CIJFERS, GETEKEND> {
    /// Accepts an amount that fits the digits and the sign.
    pub fn try_new(euros: i32) -> Result<Self, Voorschrift> {
        let past = euros.unsigned_abs().to_string().len() <= CIJFERS;
        if past && (GETEKEND || euros >= 0) {
            Ok(Self(euros))
        } else {
            Err(Self::voorschrift())
        }
    }

    /// Reads digits, with a sign in front where the law has one.
    pub fn parse(tekst: &str) -> Result<Self, Voorschrift> {
        let ongetekend = if GETEKEND {
            tekst.strip_prefix(['+', '-']).unwrap_or(tekst)
        } else {
            tekst
        };
        if !is_cijfers(ongetekend, 1..=CIJFERS) {
            return Err(Self::voorschrift());
        }
        tekst
            .parse()
            .map_err(|_| Self::voorschrift())
            .and_then(Self::try_new)
    }

    /// The number of euros.
    pub const fn euros(self) -> i32 {
        self.0
    }

    /// The amount as money.
    pub fn geld(self) -> Geld {
        // Six digits of euros are at most eight of cents, which fits.
        Geld::from_cents(self.0.saturating_mul(100))
    }

    fn voorschrift() -> Voorschrift {
        let teken = if GETEKEND {
            ", met of zonder teken"
        } else {
            ""
        };
        format!(
            "een bedrag in hele euro's van hoogstens {CIJFERS} cijfers{teken}, zonder decimalen"
        )
        .into()
    }
}

impl<const CIJFERS: usize, const GETEKEND: bool> fmt::Display for Bedrag<CIJFERS, GETEKEND> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if GETEKEND {
            f.write_str(if self.0 < 0 { "-" } else { "+" })?;
        }
        write!(f, "{:0CIJFERS$}", self.0.unsigned_abs())
    }
}

/// The registration number of a benefit or provision: at most 15 letters, digits and `.`, `/`, `-`, `_`, space.
///
/// It starts with a letter or digit, so that no spreadsheet takes it for a formula.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Registratienummer(String);

impl Registratienummer {
    /// Reads a number as the source administration gave it.
    pub fn parse(tekst: &str) -> Result<Self, Voorschrift> {
        if is_kenmerk(tekst, 15) {
            Ok(Self(tekst.to_owned()))
        } else {
            Err(Cow::Borrowed(
                "1 tot 15 letters, cijfers of . / - _ en spaties, te beginnen met een letter of cijfer",
            ))
        }
    }

    /// The number as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The release of the software that made a delivery: at most 12 letters, digits and `.`, `/`, `-`, `_`, space.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Release(String);

impl Release {
    /// Reads a release.
    pub fn parse(tekst: &str) -> Result<Self, Voorschrift> {
        if is_kenmerk(tekst, 12) {
            Ok(Self(tekst.to_owned()))
        } else {
            Err(Cow::Borrowed(
                "hoogstens 12 letters, cijfers of . / - _ en spaties",
            ))
        }
    }

    /// The release as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The code of the party that delivers: four digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Berichtgevercode(u16);

impl Berichtgevercode {
    /// Reads four digits.
    pub fn parse(tekst: &str) -> Result<Self, Voorschrift> {
        let fout = || Cow::Borrowed("vier cijfers");
        if !is_cijfers(tekst, 4..=4) {
            return Err(fout());
        }
        tekst.parse().map(Self).map_err(|_| fout())
    }
}

impl fmt::Display for Berichtgevercode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

/// The measured productivity at work in per cent of the statutory minimum wage (art. 6 lid 1 onder g).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Loonwaarde(u8);

impl Loonwaarde {
    /// Accepts 0 to 100 per cent.
    pub fn try_new(procent: u8) -> Result<Self, Voorschrift> {
        if procent <= 100 {
            Ok(Self(procent))
        } else {
            Err(Self::voorschrift())
        }
    }

    /// Reads one to three digits.
    pub fn parse(tekst: &str) -> Result<Self, Voorschrift> {
        if !is_cijfers(tekst, 1..=3) {
            return Err(Self::voorschrift());
        }
        tekst
            .parse()
            .map_err(|_| Self::voorschrift())
            .and_then(Self::try_new)
    }

    /// The per cent.
    pub const fn procent(self) -> u8 {
        self.0
    }

    const fn voorschrift() -> Voorschrift {
        Cow::Borrowed("een percentage van 0 tot en met 100, in hele procenten")
    }
}

/// Reads exactly two digits, such as the number of people who share costs.
pub fn parse_aantal(tekst: &str) -> Result<u8, Voorschrift> {
    let fout = || Cow::Borrowed("twee cijfers");
    if !is_cijfers(tekst, 2..=2) {
        return Err(fout());
    }
    tekst.parse().map_err(|_| fout())
}

/// Reads exactly one digit.
pub fn parse_cijfer(tekst: &str) -> Result<u8, Voorschrift> {
    let fout = || Cow::Borrowed("één cijfer");
    if !is_cijfers(tekst, 1..=1) {
        return Err(fout());
    }
    tekst.parse().map_err(|_| fout())
}

/// Reads a day as `jjjjmmdd`; the day must exist, in the years 1900 to 2200.
pub fn parse_jjjjmmdd(tekst: &str) -> Result<Datum, Voorschrift> {
    if !is_cijfers(tekst, 8..=8) {
        return Err(Cow::Borrowed(
            "een datum van acht cijfers: jjjjmmdd, zoals 20260301",
        ));
    }
    let bestaat_niet = || Cow::Borrowed("deze datum bestaat niet");
    let getal: i32 = tekst.parse().map_err(|_| bestaat_niet())?;
    let (jaar, maand, dag) = (getal / 10_000, getal / 100 % 100, getal % 100);
    if !(1900..=2200).contains(&jaar) {
        return Err(Cow::Borrowed("het jaar ligt tussen 1900 en 2200"));
    }
    let deel = |getal: i32| i8::try_from(getal).map_err(|_| bestaat_niet());
    let jaar = i16::try_from(jaar).map_err(|_| bestaat_niet())?;
    civil::Date::new(jaar, deel(maand)?, deel(dag)?).map_err(|_| bestaat_niet())
}

/// Writes a day as `jjjjmmdd`.
pub fn jjjjmmdd(datum: Datum) -> String {
    format!("{:04}{:02}{:02}", datum.year(), datum.month(), datum.day())
}

/// Reads the year of the statistic: four digits, not before the Participatiewet.
pub(super) fn parse_jaar(tekst: &str) -> Result<i16, Voorschrift> {
    let fout = || Cow::Borrowed("een jaar van vier cijfers, vanaf 2015");
    if !is_cijfers(tekst, 4..=4) {
        return Err(fout());
    }
    let jaar = tekst.parse().map_err(|_| fout())?;
    if (2015..=2200).contains(&jaar) {
        Ok(jaar)
    } else {
        Err(fout())
    }
}

/// Reads the month of the statistic: two digits.
pub(super) fn parse_maandnummer(tekst: &str) -> Result<i8, Voorschrift> {
    match parse_aantal(tekst).map(i8::try_from) {
        Ok(Ok(maand)) if (1..=12).contains(&maand) => Ok(maand),
        _ => Err(Cow::Borrowed(
            "een maand van twee cijfers: 01 tot en met 12",
        )),
    }
}

/// The month of the statistic from its two fields.
pub(super) fn maand(jaar: Option<i16>, nummer: Option<i8>) -> Option<Maand> {
    // Both fields were checked one by one, so that a month comes out whenever both are there.
    Maand::try_new(jaar?, nummer?).ok()
}

fn is_cijfers(tekst: &str, lengte: std::ops::RangeInclusive<usize>) -> bool {
    lengte.contains(&tekst.len()) && tekst.bytes().all(|b| b.is_ascii_digit())
}

fn is_kenmerk(tekst: &str, lengte_max: usize) -> bool {
    tekst.len() <= lengte_max
        && tekst.starts_with(|c: char| c.is_ascii_alphanumeric())
        && tekst
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"./-_ ".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn amounts_are_whole_euros_in_the_width_of_the_law() {
        for (tekst, uit) in [
            ("1402", "1402"),
            ("0", "0000"),
            ("85", "0085"),
            ("0530", "0530"),
        ] {
            assert_eq!(Normbedrag::parse(tekst).unwrap().to_string(), uit);
        }
        for (tekst, uit) in [
            ("530", "+0530"),
            ("+0530", "+0530"),
            ("-12", "-0012"),
            ("-0", "+0000"),
        ] {
            assert_eq!(Verrekenbedrag::parse(tekst).unwrap().to_string(), uit);
        }
        assert_eq!(Betaalbedrag::parse("1332").unwrap().to_string(), "001332");
        assert_eq!(
            Betaalbedrag::parse("1332").unwrap().geld().to_string(),
            "1332.00"
        );
        for tekst in [
            "", "-1", "+1", "12345", "1.005", "1,50", "1e3", " 1", "１２",
        ] {
            assert!(Normbedrag::parse(tekst).is_err(), "{tekst}");
        }
        for tekst in ["", "-", "+-1", "--1", "12345", "530.000"] {
            assert!(Verrekenbedrag::parse(tekst).is_err(), "{tekst}");
        }
        assert!(Normbedrag::try_new(-1).is_err() && Verrekenbedrag::try_new(-9999).is_ok());
        assert!(Verrekenbedrag::try_new(i32::MIN).is_err());
    }

    #[test]
    fn days_are_eight_digits_and_exist() {
        assert_eq!(parse_jjjjmmdd("20240229"), Ok(date(2024, 2, 29)));
        assert_eq!(jjjjmmdd(date(2024, 2, 9)), "20240209");
        for tekst in [
            "20260229",
            "20261301",
            "20260100",
            "2026-3-1",
            "260301",
            "",
            "202603011",
            "00000000",
            "18991231",
            "99991231",
        ] {
            assert!(parse_jjjjmmdd(tekst).is_err(), "{tekst}");
        }
    }

    #[test]
    fn marks_cannot_be_taken_for_a_formula() {
        assert!(Registratienummer::parse("U-2024/000123.4").is_ok());
        for tekst in [
            "",
            "=1+1",
            "-12",
            "@x",
            "1234567890123456",
            "a;b",
            "a\nb",
            "é",
        ] {
            assert!(Registratienummer::parse(tekst).is_err(), "{tekst}");
        }
        assert!(Release::parse("2026.1").is_ok() && Release::parse("1234567890123").is_err());
    }

    #[test]
    fn numbers_keep_their_range() {
        assert_eq!(Loonwaarde::parse("051").unwrap().procent(), 51);
        assert!(Loonwaarde::parse("101").is_err() && Loonwaarde::parse("999").is_err());
        assert_eq!(parse_aantal("03"), Ok(3));
        assert!(parse_aantal("3").is_err() && parse_cijfer("12").is_err());
        assert!(parse_jaar("2014").is_err() && parse_jaar("2026") == Ok(2026));
        assert!(parse_maandnummer("13").is_err() && parse_maandnummer("00").is_err());
    }
}
