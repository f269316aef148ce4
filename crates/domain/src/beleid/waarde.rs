//! A value of a policy parameter, per kind.

use std::fmt;

use primitives::{Geld, Percentage, geld_nl, getal_nl, parse_getal_nl};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The longest duration that is accepted, in months: twenty years. Catches slips of the pen, not law.
const MAANDEN_MAX: u16 = 240;

/// The most items of a list, and the most characters of one.
const LIJST_MAX: usize = 50;
const ITEM_MAX: usize = 200;

/// What kind of value a parameter takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Soort {
    /// An amount in euros.
    Bedrag,
    /// A number of per cent.
    Percentage,
    /// A duration in whole months.
    Maanden,
    /// A number in the unit of the parameter, such as hours a week.
    Getal,
    /// A list of groups or things, in words.
    Lijst,
}

/// A value of the kind that its parameter takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waarde {
    /// An amount in euros, not below zero.
    Bedrag(Geld),
    /// A number of per cent.
    Percentage(Percentage),
    /// Whole months.
    Maanden(u16),
    /// A number from 0 to 1000 with at most two decimals.
    Getal(Decimal),
    /// At least one item in words.
    Lijst(Lijst),
}

/// One to fifty items in words, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lijst(Vec<String>);

/// Why a text is no value of its kind; says what is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WaardeError {
    /// No amount.
    #[error(
        "schrijf een bedrag in euro's van 0 of meer, met hoogstens twee decimalen, zoals 450,00"
    )]
    Bedrag,
    /// No percentage.
    #[error("schrijf een percentage van 0 tot 1000 met hoogstens twee decimalen, zoals 110")]
    Percentage,
    /// No months.
    #[error("schrijf een aantal hele maanden van 0 tot {MAANDEN_MAX}, zoals 36")]
    Maanden,
    /// No number.
    #[error("schrijf een getal van 0 tot 1000 met hoogstens twee decimalen, zoals 20")]
    Getal,
    /// No list.
    #[error("schrijf 1 tot {LIJST_MAX} regels, elk één keer en hoogstens {ITEM_MAX} tekens lang")]
    Lijst,
}

impl Soort {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Bedrag,
        Self::Percentage,
        Self::Maanden,
        Self::Getal,
        Self::Lijst,
    ];

    /// The name in data: `bedrag`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Bedrag => "bedrag",
            Self::Percentage => "percentage",
            Self::Maanden => "maanden",
            Self::Getal => "getal",
            Self::Lijst => "lijst",
        }
    }

    /// How to write a value of this kind, for the help text at the field.
    pub const fn schrijfwijze(self) -> &'static str {
        match self {
            Self::Bedrag => "Een bedrag in euro's, zoals 450,00.",
            Self::Percentage => "Een percentage, zoals 110.",
            Self::Maanden => "Een aantal hele maanden, zoals 36.",
            Self::Getal => "Een getal, zoals 20.",
            Self::Lijst => "Elke groep op een eigen regel.",
        }
    }
}

impl Waarde {
    /// Reads the form of database, API and demo data: `450.00`, `110`, `36`, or a line for each item.
    pub fn parse(soort: Soort, tekst: &str) -> Result<Self, WaardeError> {
        match soort {
            Soort::Bedrag => Geld::parse(tekst)
                .ok()
                .filter(|geld| *geld >= Geld::NUL)
                .map(Self::Bedrag)
                .ok_or(WaardeError::Bedrag),
            Soort::Percentage => Percentage::parse(tekst)
                .map(Self::Percentage)
                .map_err(|_| WaardeError::Percentage),
            Soort::Maanden => parse_maanden(tekst).ok_or(WaardeError::Maanden),
            Soort::Getal => Percentage::parse(tekst)
                .map(|getal| Self::Getal(getal.decimal()))
                .map_err(|_| WaardeError::Getal),
            Soort::Lijst => Lijst::parse(tekst).map(Self::Lijst),
        }
    }

    /// Reads what people type: besides the form of [`Waarde::parse`] also `1.234,50`, `€ 450`, `95%`.
    pub fn parse_invoer(soort: Soort, tekst: &str) -> Result<Self, WaardeError> {
        let getal = parse_getal_nl(tekst).map(|getal| getal.normalize().to_string());
        match (soort, getal) {
            (Soort::Lijst, _) | (_, None) => Self::parse(soort, tekst.trim()),
            (_, Some(getal)) => Self::parse(soort, &getal),
        }
    }

    /// The kind.
    pub const fn soort(&self) -> Soort {
        match self {
            Self::Bedrag(_) => Soort::Bedrag,
            Self::Percentage(_) => Soort::Percentage,
            Self::Maanden(_) => Soort::Maanden,
            Self::Getal(_) => Soort::Getal,
            Self::Lijst(_) => Soort::Lijst,
        }
    }

    /// The value as a number, to hold against a bound; none for a list.
    pub fn getal(&self) -> Option<Decimal> {
        match self {
            Self::Bedrag(geld) => Some(geld.decimal()),
            Self::Percentage(percentage) => Some(percentage.decimal()),
            Self::Maanden(maanden) => Some(Decimal::from(*maanden)),
            Self::Getal(getal) => Some(*getal),
            Self::Lijst(_) => None,
        }
    }

    /// The value in hundredths of its unit, to draw it without fractions; none for a list.
    pub fn hundredths(&self) -> Option<i64> {
        let honderdsten = (self.getal()? * Decimal::ONE_HUNDRED).trunc();
        honderdsten.try_into().ok()
    }

    /// The value as people read it: `€ 450,00`, `110%`, `36 maanden`.
    pub fn tekst_nl(&self) -> String {
        match self {
            Self::Bedrag(geld) => geld_nl(*geld),
            Self::Percentage(percentage) => format!("{}%", decimaal_nl(percentage.decimal())),
            Self::Maanden(1) => "1 maand".to_owned(),
            Self::Maanden(maanden) => format!("{maanden} maanden"),
            Self::Getal(getal) => decimaal_nl(*getal),
            Self::Lijst(lijst) => lijst.items().join("; "),
        }
    }

    /// The value as people type it into a field: `450,00`, `110`, `36`, or a line for each item.
    pub fn invoer_nl(&self) -> String {
        match self {
            Self::Bedrag(geld) => getal_nl(geld.decimal(), 2),
            Self::Percentage(percentage) => decimaal_nl(percentage.decimal()),
            Self::Maanden(maanden) => maanden.to_string(),
            Self::Getal(getal) => decimaal_nl(*getal),
            Self::Lijst(lijst) => lijst.items().join("\n"),
        }
    }
}

/// The form that [`Waarde::parse`] reads.
impl fmt::Display for Waarde {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bedrag(geld) => geld.fmt(f),
            Self::Percentage(percentage) => percentage.fmt(f),
            Self::Maanden(maanden) => maanden.fmt(f),
            Self::Getal(getal) => getal.fmt(f),
            Self::Lijst(lijst) => f.write_str(&lijst.items().join("\n")),
        }
    }
}

/// As the API writes it: an amount as text, other numbers as a number, a list as a list.
impl Serialize for Waarde {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Bedrag(geld) => geld.serialize(serializer),
            Self::Maanden(maanden) => serializer.serialize_u16(*maanden),
            Self::Percentage(percentage) => serialize_getal(percentage.decimal(), serializer),
            Self::Getal(getal) => serialize_getal(*getal, serializer),
            Self::Lijst(lijst) => serializer.collect_seq(lijst.items()),
        }
    }
}

impl Lijst {
    /// Reads a line for each item; blank lines and spaces around an item fall away.
    pub fn parse(tekst: &str) -> Result<Self, WaardeError> {
        Self::try_new(
            tekst
                .lines()
                .map(str::trim)
                .filter(|regel| !regel.is_empty())
                .map(str::to_owned)
                .collect(),
        )
    }

    /// Accepts one to fifty items of at most two hundred characters, each once and without control characters.
    pub fn try_new(items: Vec<String>) -> Result<Self, WaardeError> {
        let is_item = |item: &String| {
            !item.trim().is_empty()
                && item.chars().count() <= ITEM_MAX
                && !item.chars().any(char::is_control)
        };
        let is_dubbel = items
            .iter()
            .enumerate()
            .any(|(plek, item)| items.iter().take(plek).any(|eerder| eerder == item));
        if items.is_empty() || items.len() > LIJST_MAX || is_dubbel || !items.iter().all(is_item) {
            return Err(WaardeError::Lijst);
        }
        Ok(Self(items))
    }

    /// The items in the order of the decision.
    pub fn items(&self) -> &[String] {
        &self.0
    }
}

fn parse_maanden(tekst: &str) -> Option<Waarde> {
    let is_getal = (1..=3).contains(&tekst.len()) && tekst.bytes().all(|b| b.is_ascii_digit());
    let maanden = tekst.parse().ok().filter(|maanden| *maanden <= MAANDEN_MAX);
    maanden.filter(|_| is_getal).map(Waarde::Maanden)
}

/// A number without needless decimals: `110`, `12,5`.
pub(super) fn decimaal_nl(getal: Decimal) -> String {
    let kaal = getal.normalize();
    getal_nl(kaal, kaal.scale())
}

/// Writes a number as a JSON number without a float of our own: through the shortest text that names it.
fn serialize_getal<S: serde::Serializer>(getal: Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    let tekst = getal.normalize().to_string();
    match tekst.parse::<u64>() {
        Ok(geheel) => serializer.serialize_u64(geheel),
        Err(_) => serde_json::from_str::<serde_json::Number>(&tekst)
            .map_err(serde::ser::Error::custom)?
            .serialize(serializer),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_reads_what_it_writes() {
        for (soort, tekst) in [
            (Soort::Bedrag, "450.00"),
            (Soort::Percentage, "12.5"),
            (Soort::Maanden, "36"),
            (Soort::Getal, "20"),
            (Soort::Lijst, "mantelzorgers\nstatushouders"),
        ] {
            let waarde = Waarde::parse(soort, tekst).unwrap();
            assert_eq!(waarde.to_string(), tekst);
            assert_eq!(waarde.soort(), soort);
            assert_eq!(
                Waarde::parse_invoer(soort, &waarde.invoer_nl()).as_ref(),
                Ok(&waarde)
            );
        }
    }

    #[test]
    fn every_kind_refuses_what_it_is_not() {
        for (soort, fout, teksten) in [
            (
                Soort::Bedrag,
                WaardeError::Bedrag,
                ["", "abc", "-1", "1,234", "9999999999999"],
            ),
            (
                Soort::Percentage,
                WaardeError::Percentage,
                ["", "x", "-5", "1001", "1,234"],
            ),
            (
                Soort::Maanden,
                WaardeError::Maanden,
                ["", "1,5", "-1", "241", "één"],
            ),
            (
                Soort::Getal,
                WaardeError::Getal,
                ["", "veel", "-1", "1001", "0,001"],
            ),
            (
                Soort::Lijst,
                WaardeError::Lijst,
                ["", " \n ", "a\na", "nul\0", "tab\tin"],
            ),
        ] {
            for tekst in teksten {
                assert_eq!(Waarde::parse_invoer(soort, tekst), Err(fout), "{tekst:?}");
            }
        }
    }

    #[test]
    fn people_read_and_type_the_dutch_notation() {
        let bedrag = Waarde::parse_invoer(Soort::Bedrag, "€ 1.234,5").unwrap();
        assert_eq!(bedrag.to_string(), "1234.50");
        assert_eq!(bedrag.tekst_nl(), "€\u{a0}1.234,50");
        let procent = Waarde::parse_invoer(Soort::Percentage, "12,5 %").unwrap();
        assert_eq!(procent.tekst_nl(), "12,5%");
        assert_eq!(
            Waarde::parse(Soort::Maanden, "1").unwrap().tekst_nl(),
            "1 maand"
        );
    }

    #[test]
    fn the_api_writes_amounts_as_text_and_other_numbers_as_numbers() {
        let json =
            |soort, tekst| serde_json::to_string(&Waarde::parse(soort, tekst).unwrap()).unwrap();
        assert_eq!(json(Soort::Bedrag, "450.00"), "\"450.00\"");
        assert_eq!(json(Soort::Percentage, "110"), "110");
        assert_eq!(json(Soort::Percentage, "12.5"), "12.5");
        assert_eq!(json(Soort::Maanden, "36"), "36");
        assert_eq!(json(Soort::Lijst, "a\nb"), "[\"a\",\"b\"]");
    }
}
