//! Dutch notation for people. Machines get the `Display` of the types.

use std::fmt;

use jiff::tz::TimeZone;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::{Datum, Geld, Moment};

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
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cents = self.0.cents();
        f.write_str(if cents < 0 { "€\u{a0}-" } else { "€\u{a0}" })?;
        let cents = cents.unsigned_abs();
        write_thousands(f, cents / 100)?;
        write!(f, ",{:02}", cents % 100)
    }
}

fn write_thousands(f: &mut fmt::Formatter<'_>, getal: u64) -> fmt::Result {
    if getal < 1000 {
        return write!(f, "{getal}");
    }
    write_thousands(f, getal / 1000)?;
    write!(f, ".{:03}", getal % 1000)
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

/// `21 november 2026`, for running text.
pub fn datum_lang(datum: Datum) -> String {
    let maand = usize::try_from(datum.month() - 1)
        .ok()
        .and_then(|nummer| MAANDEN.get(nummer))
        .unwrap_or(&"");
    format!("{} {maand} {}", datum.day(), datum.year())
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

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn writes_amounts_the_dutch_way() {
        assert_eq!(
            geld_nl(Geld::parse("1234567.8").unwrap()),
            "€\u{a0}1.234.567,80"
        );
        assert_eq!(geld_nl(Geld::parse("-0.05").unwrap()), "€\u{a0}-0,05");
        assert_eq!(geld_nl(Geld::NUL), "€\u{a0}0,00");
        assert_eq!(
            geld_nl(Geld::parse("1000000").unwrap()),
            "€\u{a0}1.000.000,00"
        );
        assert_eq!(getal_nl("999.95".parse().unwrap(), 1), "1.000,0");
        assert_eq!(getal_nl("-0.04".parse().unwrap(), 1), "0,0");
        assert_eq!(getal_nl("631".parse().unwrap(), 0), "631");
    }

    #[test]
    fn writes_dates_the_dutch_way() {
        assert_eq!(datum_lang(date(2026, 11, 21)), "21 november 2026");
        assert_eq!(datum_kort(date(2026, 3, 1)), "01-03-2026");
        assert_eq!(
            moment_nl("2026-07-01T22:30:00Z".parse().unwrap()),
            "02-07-2026 00:30"
        );
    }
}
