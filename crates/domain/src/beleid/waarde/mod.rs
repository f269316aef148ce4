//! A value of a policy parameter, per kind.

mod lijst;
mod soort;
mod staffel;
mod tarieven;
mod tekst;

use std::fmt;

use primitives::{
    Datum, Geld, Percentage, datum_kort, geld_nl, getal_nl, parse_datum, parse_datum_nl,
    parse_getal_nl,
};
use rust_decimal::Decimal;
use serde::Serialize;

pub use lijst::Lijst;
pub use soort::Soort;
pub use staffel::{Staffel, Staffeltrede};
pub use tarieven::{Tarief, Tarieven};
pub use tekst::Tekst;

/// The longest duration that is accepted, in months: twenty years. Catches slips of the pen, not law.
const MAANDEN_MAX: u16 = 240;

/// The longest duration that is accepted, in weeks: ten years.
const WEKEN_MAX: u16 = 520;

/// The hours of a week.
const UREN_MAX: u16 = 168;

/// A value of the kind that its parameter takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waarde {
    /// An amount in euros, not below zero.
    Bedrag(Geld),
    /// A number of per cent.
    Percentage(Percentage),
    /// Whole months.
    Maanden(u16),
    /// Whole weeks.
    Weken(u16),
    /// Hours a week, from 0 to 168 with at most two decimals.
    Uren(Decimal),
    /// A number from 0 to 1000 with at most two decimals.
    Getal(Decimal),
    /// Yes or no.
    JaNee(bool),
    /// A day.
    Datum(Datum),
    /// At least one item in words.
    Lijst(Lijst),
    /// At least one category with its amount.
    Tarieven(Tarieven),
    /// At least one tier.
    Staffel(Staffel),
    /// A rule in words.
    Regel(Tekst),
    /// What a document is and where it can be read.
    Document(Tekst),
}

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
    /// No weeks.
    #[error("schrijf een aantal hele weken van 0 tot {WEKEN_MAX}, zoals 8")]
    Weken,
    /// No hours.
    #[error("schrijf een aantal uren per week van 0 tot {UREN_MAX}, zoals 12,5")]
    Uren,
    /// No number.
    #[error("schrijf een getal van 0 tot 1000 met hoogstens twee decimalen, zoals 20")]
    Getal,
    /// Neither yes nor no.
    #[error("schrijf ja of nee")]
    JaNee,
    /// No day.
    #[error("schrijf een datum die bestaat, zoals 1-7-2026")]
    Datum,
    /// No list.
    #[error(
        "schrijf 1 tot {max} regels, elk één keer en hoogstens {lang} tekens lang",
        max = lijst::LIJST_MAX,
        lang = lijst::ITEM_MAX
    )]
    Lijst,
    /// No amounts by category.
    #[error(
        "schrijf 1 tot {max} regels met een omschrijving, een dubbele punt en een bedrag, zoals ‘Uitvaart: 4300,00’; elke omschrijving één keer",
        max = lijst::LIJST_MAX
    )]
    Tarieven,
    /// No tiers.
    #[error(
        "schrijf 1 tot {max} regels van laag naar hoog, zoals ‘tot 110: 0’, en eindig met een regel zoals ‘daarboven: 100’",
        max = staffel::TREDEN_MAX
    )]
    Staffel,
    /// No rule or document in words.
    #[error("schrijf 1 tot {max} leesbare tekens", max = tekst::TEKST_MAX)]
    Tekst,
}

impl Waarde {
    /// Reads the form of database, API and demo data: `450.00`, `110`, `36`, `ja`, `2026-07-01`, or a line for
    /// each item, category or tier.
    pub fn parse(soort: Soort, tekst: &str) -> Result<Self, WaardeError> {
        let bedrag = |tekst: &str| Geld::parse(tekst).ok().filter(|geld| *geld >= Geld::NUL);
        match soort {
            Soort::Bedrag => bedrag(tekst).map(Self::Bedrag).ok_or(WaardeError::Bedrag),
            Soort::Percentage => Percentage::parse(tekst)
                .map(Self::Percentage)
                .map_err(|_| WaardeError::Percentage),
            Soort::Maanden => parse_geheel(tekst, MAANDEN_MAX)
                .map(Self::Maanden)
                .ok_or(WaardeError::Maanden),
            Soort::Weken => parse_geheel(tekst, WEKEN_MAX)
                .map(Self::Weken)
                .ok_or(WaardeError::Weken),
            Soort::Uren => parse_getal(tekst)
                .filter(|uren| *uren <= Decimal::from(UREN_MAX))
                .map(Self::Uren)
                .ok_or(WaardeError::Uren),
            Soort::Getal => parse_getal(tekst)
                .map(Self::Getal)
                .ok_or(WaardeError::Getal),
            Soort::JaNee => parse_ja_nee(tekst).ok_or(WaardeError::JaNee),
            Soort::Datum => parse_datum(tekst)
                .map(Self::Datum)
                .ok_or(WaardeError::Datum),
            Soort::Lijst => Lijst::parse(tekst).map(Self::Lijst),
            Soort::Tarieven => Tarieven::parse(tekst, bedrag).map(Self::Tarieven),
            Soort::Staffel => Staffel::parse(tekst, parse_decimaal).map(Self::Staffel),
            Soort::Regel => Tekst::parse(tekst).map(Self::Regel),
            Soort::Document => Tekst::parse(tekst).map(Self::Document),
        }
    }

    /// Reads what people type: besides the form of [`Waarde::parse`] also `1.234,50`, `€ 450`, `95%`, `Ja`,
    /// `1-7-2026`.
    pub fn parse_invoer(soort: Soort, tekst: &str) -> Result<Self, WaardeError> {
        let bedrag = |tekst: &str| {
            let kaal = parse_getal_nl(tekst)?.normalize().to_string();
            Geld::parse(&kaal).ok()
        };
        match soort {
            Soort::Lijst | Soort::Regel | Soort::Document => Self::parse(soort, tekst.trim()),
            Soort::JaNee => Self::parse(soort, &tekst.trim().to_lowercase()),
            Soort::Datum => parse_datum_nl(tekst.trim())
                .map(Self::Datum)
                .ok_or(WaardeError::Datum),
            Soort::Tarieven => Tarieven::parse(tekst, bedrag).map(Self::Tarieven),
            Soort::Staffel => {
                Staffel::parse(&tekst.to_lowercase(), parse_getal_nl).map(Self::Staffel)
            }
            _ => match parse_getal_nl(tekst) {
                Some(getal) => Self::parse(soort, &getal.normalize().to_string()),
                None => Self::parse(soort, tekst.trim()),
            },
        }
    }

    /// The kind.
    pub const fn soort(&self) -> Soort {
        match self {
            Self::Bedrag(_) => Soort::Bedrag,
            Self::Percentage(_) => Soort::Percentage,
            Self::Maanden(_) => Soort::Maanden,
            Self::Weken(_) => Soort::Weken,
            Self::Uren(_) => Soort::Uren,
            Self::Getal(_) => Soort::Getal,
            Self::JaNee(_) => Soort::JaNee,
            Self::Datum(_) => Soort::Datum,
            Self::Lijst(_) => Soort::Lijst,
            Self::Tarieven(_) => Soort::Tarieven,
            Self::Staffel(_) => Soort::Staffel,
            Self::Regel(_) => Soort::Regel,
            Self::Document(_) => Soort::Document,
        }
    }

    /// The value as one number; none for what is no single number.
    pub fn getal(&self) -> Option<Decimal> {
        match self {
            Self::Bedrag(geld) => Some(geld.decimal()),
            Self::Percentage(percentage) => Some(percentage.decimal()),
            Self::Maanden(aantal) | Self::Weken(aantal) => Some(Decimal::from(*aantal)),
            Self::Uren(getal) | Self::Getal(getal) => Some(*getal),
            Self::JaNee(_)
            | Self::Datum(_)
            | Self::Lijst(_)
            | Self::Tarieven(_)
            | Self::Staffel(_)
            | Self::Regel(_)
            | Self::Document(_) => None,
        }
    }

    /// Every number in the value, to hold against a bound: one, those of all categories or tiers, or none.
    pub fn getallen(&self) -> Vec<Decimal> {
        match self {
            Self::Tarieven(tarieven) => {
                let bedragen = tarieven.tarieven().iter();
                bedragen.map(|tarief| tarief.bedrag.decimal()).collect()
            }
            Self::Staffel(staffel) => staffel.treden().iter().map(|trede| trede.waarde).collect(),
            _ => self.getal().into_iter().collect(),
        }
    }

    /// The value in hundredths of its unit, to draw it without fractions; none for what is no single number.
    pub fn hundredths(&self) -> Option<i64> {
        let honderdsten = (self.getal()? * Decimal::ONE_HUNDRED).trunc();
        honderdsten.try_into().ok()
    }

    /// The value as people read it: `€ 450,00`, `110%`, `36 maanden`, `ja`.
    pub fn tekst_nl(&self) -> String {
        match self {
            Self::Bedrag(geld) => geld_nl(*geld),
            Self::Percentage(percentage) => format!("{}%", decimaal_nl(percentage.decimal())),
            Self::Maanden(1) => "1 maand".to_owned(),
            Self::Maanden(maanden) => format!("{maanden} maanden"),
            Self::Weken(1) => "1 week".to_owned(),
            Self::Weken(weken) => format!("{weken} weken"),
            Self::Uren(uren) => format!("{} uur per week", decimaal_nl(*uren)),
            Self::Getal(getal) => decimaal_nl(*getal),
            Self::JaNee(is_ja) => ja_nee(*is_ja).to_owned(),
            Self::Datum(datum) => datum_kort(*datum),
            Self::Lijst(lijst) => lijst.items().join("; "),
            Self::Tarieven(tarieven) => tarieven.tekst_nl(),
            Self::Staffel(staffel) => staffel.tekst_nl(),
            Self::Regel(tekst) | Self::Document(tekst) => tekst.as_str().to_owned(),
        }
    }

    /// The value as people type it into a field: `450,00`, `110`, `36`, or a line for each item.
    pub fn invoer_nl(&self) -> String {
        match self {
            Self::Bedrag(geld) => getal_nl(geld.decimal(), 2),
            Self::Percentage(percentage) => decimaal_nl(percentage.decimal()),
            Self::Maanden(aantal) | Self::Weken(aantal) => aantal.to_string(),
            Self::Uren(getal) | Self::Getal(getal) => decimaal_nl(*getal),
            Self::JaNee(is_ja) => ja_nee(*is_ja).to_owned(),
            Self::Datum(datum) => datum_kort(*datum),
            Self::Lijst(lijst) => lijst.items().join("\n"),
            Self::Tarieven(tarieven) => tarieven.invoer_nl(),
            Self::Staffel(staffel) => staffel.render(decimaal_nl, "\n"),
            Self::Regel(tekst) | Self::Document(tekst) => tekst.as_str().to_owned(),
        }
    }
}

/// The form that [`Waarde::parse`] reads.
impl fmt::Display for Waarde {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bedrag(geld) => geld.fmt(f),
            Self::Percentage(percentage) => percentage.fmt(f),
            Self::Maanden(aantal) | Self::Weken(aantal) => aantal.fmt(f),
            Self::Uren(getal) | Self::Getal(getal) => getal.fmt(f),
            Self::JaNee(is_ja) => f.write_str(ja_nee(*is_ja)),
            Self::Datum(datum) => datum.fmt(f),
            Self::Lijst(lijst) => f.write_str(&lijst.items().join("\n")),
            Self::Tarieven(tarieven) => f.write_str(&tarieven.regels()),
            Self::Staffel(staffel) => {
                let kaal = |getal: Decimal| getal.normalize().to_string();
                f.write_str(&staffel.render(kaal, "\n"))
            }
            Self::Regel(tekst) | Self::Document(tekst) => f.write_str(tekst.as_str()),
        }
    }
}

/// As the API writes it: an amount or day as text, other numbers as a number, several things as a list.
impl Serialize for Waarde {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Bedrag(geld) => geld.serialize(serializer),
            Self::Maanden(aantal) | Self::Weken(aantal) => serializer.serialize_u16(*aantal),
            Self::Percentage(percentage) => serialize_getal(&percentage.decimal(), serializer),
            Self::Uren(getal) | Self::Getal(getal) => serialize_getal(getal, serializer),
            Self::JaNee(is_ja) => serializer.serialize_bool(*is_ja),
            Self::Datum(datum) => datum.serialize(serializer),
            Self::Lijst(lijst) => serializer.collect_seq(lijst.items()),
            Self::Tarieven(tarieven) => serializer.collect_seq(tarieven.tarieven()),
            Self::Staffel(staffel) => serializer.collect_seq(staffel.treden()),
            Self::Regel(tekst) | Self::Document(tekst) => serializer.serialize_str(tekst.as_str()),
        }
    }
}

fn parse_geheel(tekst: &str, max: u16) -> Option<u16> {
    let is_getal = (1..=3).contains(&tekst.len()) && tekst.bytes().all(|b| b.is_ascii_digit());
    let aantal = tekst.parse().ok().filter(|aantal| *aantal <= max);
    aantal.filter(|_| is_getal)
}

/// A number from 0 to 1000 with at most two decimals.
fn parse_getal(tekst: &str) -> Option<Decimal> {
    Percentage::parse(tekst).ok().map(Percentage::decimal)
}

/// A number of digits and a point, of any size that a field holds.
fn parse_decimaal(tekst: &str) -> Option<Decimal> {
    let is_getal = (1..=12).contains(&tekst.len())
        && tekst.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && tekst.starts_with(|c: char| c.is_ascii_digit());
    tekst.parse().ok().filter(|_| is_getal)
}

fn parse_ja_nee(tekst: &str) -> Option<Waarde> {
    match tekst {
        "ja" => Some(Waarde::JaNee(true)),
        "nee" => Some(Waarde::JaNee(false)),
        _ => None,
    }
}

const fn ja_nee(is_ja: bool) -> &'static str {
    if is_ja { "ja" } else { "nee" }
}

/// A number without needless decimals: `110`, `12,5`.
pub(super) fn decimaal_nl(getal: Decimal) -> String {
    let kaal = getal.normalize();
    getal_nl(kaal, kaal.scale())
}

/// Writes a number as a JSON number without a float of our own: through the shortest text that names it.
fn serialize_getal<S: serde::Serializer>(
    getal: &Decimal,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let tekst = getal.normalize().to_string();
    match tekst.parse::<u64>() {
        Ok(geheel) => serializer.serialize_u64(geheel),
        Err(_) => serde_json::from_str::<serde_json::Number>(&tekst)
            .map_err(serde::ser::Error::custom)?
            .serialize(serializer),
    }
}

#[cfg(test)]
mod tests;
