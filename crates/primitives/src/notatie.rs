//! Dutch notation for people. Machines get the `Display` of the types.

use std::fmt;

use jiff::tz::TimeZone;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::{Datum, Geld, Maand, Moment};

const MAANDEN: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// `€ 1.234,56`, with a space that does not break.
pub fn geld_nl(geld: Geld) -> String {
    GeldNl(geld).to_string()
}

/// An amount that writes itself as [`geld_nl`] does, for use inside a longer text without a copy.
#[derive(Clone, Copy, Debug)]
pub struct GeldNl(pub Geld);

impl fmt::Display for GeldNl {
    /// From the last digit on, in a buffer that holds every amount, so that an explanation is not written digit by digit.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cents = self.0.cents();
        f.write_str(if cents < 0 { "€\u{a0}-" } else { "€\u{a0}" })?;
        let mut buffer = [b'0'; 32];
        let mut plekken = buffer.iter_mut().rev();
        let mut lengte = 0;
        let mut put = |teken: u8| {
            if let Some(plek) = plekken.next() {
                *plek = teken;
                lengte += 1;
            }
        };
        let mut rest = cents.unsigned_abs();
        let mut geschreven = 0;
        // Two decimals, and never without a digit before the comma.
        while geschreven < 3 || rest > 0 {
            match geschreven {
                2 => put(b','),
                5 | 8 | 11 | 14 | 17 => put(b'.'),
                _ => {}
            }
            put(b'0' + u8::try_from(rest % 10).unwrap_or_default());
            rest /= 10;
            geschreven += 1;
        }
        let cijfers = buffer.len().checked_sub(lengte);
        let cijfers = cijfers.and_then(|begin| buffer.get(begin..));
        f.write_str(
            cijfers
                .and_then(|c| str::from_utf8(c).ok())
                .ok_or(fmt::Error)?,
        )
    }
}

/// `1.234,5`: points between thousands, a comma before `decimalen` decimals, rounded half up.
pub fn getal_nl(getal: Decimal, decimalen: u32) -> String {
    let afgerond = getal.round_dp_with_strategy(decimalen, RoundingStrategy::MidpointAwayFromZero);
    let tekst = format!("{:.*}", decimalen as usize, afgerond.abs());
    let (geheel, breuk) = tekst.split_once('.').unwrap_or((&tekst, ""));
    let mut uit = String::with_capacity(tekst.len() + 4);
    if afgerond.is_sign_negative() && !afgerond.is_zero() {
        uit.push('-');
    }
    for (plek, cijfer) in geheel.chars().enumerate() {
        if plek > 0 && (geheel.len() - plek).is_multiple_of(3) {
            uit.push('.');
        }
        uit.push(cijfer);
    }
    if !breuk.is_empty() {
        uit.push(',');
        uit.push_str(breuk);
    }
    uit
}

/// A number with its noun: `1 gemeente`, `12.000 gemeenten`.
pub fn aantal_nl(aantal: impl Into<Decimal>, enkelvoud: &str, meervoud: &str) -> String {
    let aantal = aantal.into();
    let woord = if aantal == Decimal::ONE {
        enkelvoud
    } else {
        meervoud
    };
    format!("{} {woord}", getal_nl(aantal, 0))
}

/// `21 november 2026`, for running text.
pub fn datum_lang(datum: Datum) -> String {
    let maand = Maand::of(datum);
    format!("{} {} {}", datum.day(), month_name(maand), datum.year())
}

/// `november 2026`, for running text.
pub fn maand_lang(maand: Maand) -> String {
    format!("{} {}", month_name(maand), maand.first_day().year())
}

fn month_name(maand: Maand) -> &'static str {
    usize::try_from(maand.first_day().month() - 1)
        .ok()
        .and_then(|nummer| MAANDEN.get(nummer))
        .unwrap_or(&"")
}

/// `21-11-2026`, for tables.
pub fn datum_kort(datum: Datum) -> String {
    format!("{:02}-{:02}-{}", datum.day(), datum.month(), datum.year())
}

/// `21-11-2026 14:05` in Dutch time.
pub fn moment_nl(moment: Moment) -> String {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    moment.to_zoned(zone).strftime("%d-%m-%Y %H:%M").to_string()
}

/// Reads a number as people type it: `1.234,56`, `1234,5`, `450.00`, `€ 450` or `95%`.
///
/// Points are thousands where groups of three digits stand behind each of them, and a decimal point where
/// one point has one or two digits behind it, so that both notations that people use are understood.
pub fn parse_getal_nl(tekst: &str) -> Option<Decimal> {
    let kaal = tekst.trim();
    let kaal = kaal.strip_prefix('€').unwrap_or(kaal);
    let kaal = kaal.strip_suffix('%').unwrap_or(kaal).trim();
    let (minteken, cijfers) = match kaal.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", kaal),
    };
    if cijfers.len() > 20 {
        return None;
    }
    let (geheel, breuk) = match cijfers.split_once(',') {
        Some((geheel, breuk)) => (without_duizendpunten(geheel)?, breuk),
        None => match cijfers.split_once('.') {
            Some((geheel, breuk)) if (1..=2).contains(&breuk.len()) => (geheel.to_owned(), breuk),
            Some(_) => (without_duizendpunten(cijfers)?, "0"),
            None => (cijfers.to_owned(), "0"),
        },
    };
    let digits = |deel: &str| !deel.is_empty() && deel.bytes().all(|b| b.is_ascii_digit());
    if !digits(&geheel) || !digits(breuk) {
        return None;
    }
    // Twenty digits always fit in a decimal, so a failure here means the same as a wrong form.
    format!("{minteken}{geheel}.{breuk}").parse().ok()
}

/// Reads `21-11-2026`, `1-3-2026` or `2026-11-21`.
pub fn parse_datum_nl(tekst: &str) -> Option<Datum> {
    let tekst = tekst.trim();
    if let Some(datum) = crate::parse_datum(tekst) {
        return Some(datum);
    }
    let mut delen = tekst.split('-');
    let (dag, maand, jaar) = (delen.next()?, delen.next()?, delen.next()?);
    let is_vorm = delen.next().is_none()
        && (1..=2).contains(&dag.len())
        && (1..=2).contains(&maand.len())
        && jaar.len() == 4;
    if is_vorm {
        crate::parse_datum(&format!("{jaar}-{maand:0>2}-{dag:0>2}"))
    } else {
        None
    }
}

/// The digits of `1.234.567` without points; none where a group has not three digits.
fn without_duizendpunten(tekst: &str) -> Option<String> {
    let (eerste, rest) = tekst.split_once('.').unwrap_or((tekst, ""));
    if rest.is_empty() {
        return (!tekst.contains('.')).then(|| tekst.to_owned());
    }
    let is_vorm = (1..=3).contains(&eerste.len()) && rest.split('.').all(|groep| groep.len() == 3);
    is_vorm.then(|| tekst.replace('.', ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_number_has_the_noun_that_fits() {
        let gemeenten = |aantal: u32| aantal_nl(aantal, "gemeente", "gemeenten");
        assert_eq!(
            [0, 1, 12_000].map(gemeenten),
            ["0 gemeenten", "1 gemeente", "12.000 gemeenten"]
        );
    }

    #[test]
    fn writes_amounts_the_dutch_way() {
        assert_eq!(
            geld_nl(Geld::parse("1234567.8").unwrap()),
            "€\u{a0}1.234.567,80"
        );
        assert_eq!(geld_nl(Geld::parse("-0.05").unwrap()), "€\u{a0}-0,05");
        assert_eq!(geld_nl(Geld::NUL), "€\u{a0}0,00");
        for (bedrag, tekst) in [
            ("0.07", "0,07"),
            ("0.70", "0,70"),
            ("9.99", "9,99"),
            ("999.99", "999,99"),
            ("1000.00", "1.000,00"),
            ("-999999.01", "-999.999,01"),
        ] {
            let geld = Geld::parse(bedrag).unwrap();
            assert_eq!(geld_nl(geld), format!("€\u{a0}{tekst}"));
        }
        let meeste = Geld::round_half_up(Decimal::MAX);
        assert_eq!(geld_nl(meeste), "€\u{a0}92.233.720.368.547.758,07");
        assert_eq!(
            geld_nl(Geld::parse("1000000").unwrap()),
            "€\u{a0}1.000.000,00"
        );
        assert_eq!(getal_nl("999.95".parse().unwrap(), 1), "1.000,0");
        assert_eq!(getal_nl("-0.04".parse().unwrap(), 1), "0,0");
        assert_eq!(getal_nl("631".parse().unwrap(), 0), "631");
    }

    #[test]
    fn reads_numbers_as_people_type_them() {
        for (tekst, getal) in [
            ("1.234,56", "1234.56"),
            ("1234,5", "1234.5"),
            ("450.00", "450"),
            (" € 450 ", "450"),
            ("95%", "95"),
            ("12,5 %", "12.5"),
            ("1.234", "1234"),
            ("1.234.567", "1234567"),
            ("-3", "-3"),
            ("1,234", "1.234"),
        ] {
            let verwacht: Decimal = getal.parse().unwrap();
            assert_eq!(parse_getal_nl(tekst), Some(verwacht), "{tekst}");
        }
        for tekst in [
            "",
            "-",
            "€",
            "abc",
            "1,2,3",
            "1.23.456",
            "12345.678",
            "1e3",
            "1 000",
            ",5",
            "5,",
            "1.",
            "+1",
            "99999999999999999999999",
        ] {
            assert_eq!(parse_getal_nl(tekst), None, "{tekst}");
        }
    }

    #[test]
    fn reads_dates_as_people_type_them() {
        for tekst in ["21-11-2026", "2026-11-21", " 21-11-2026 "] {
            assert_eq!(parse_datum_nl(tekst), Some(date(2026, 11, 21)), "{tekst}");
        }
        assert_eq!(parse_datum_nl("1-3-2026"), Some(date(2026, 3, 1)));
        for tekst in [
            "",
            "31-02-2026",
            "21/11/2026",
            "21-11-26",
            "1-3-2026-4",
            "a-b-2026",
            "+1-3-2026",
        ] {
            assert_eq!(parse_datum_nl(tekst), None, "{tekst}");
        }
    }

    #[test]
    fn writes_dates_the_dutch_way() {
        assert_eq!(datum_lang(date(2026, 11, 21)), "21 november 2026");
        assert_eq!(maand_lang(Maand::of(date(2026, 1, 31))), "januari 2026");
        assert_eq!(datum_kort(date(2026, 3, 1)), "01-03-2026");
        assert_eq!(
            moment_nl("2026-07-01T22:30:00Z".parse().unwrap()),
            "02-07-2026 00:30"
        );
    }
}
