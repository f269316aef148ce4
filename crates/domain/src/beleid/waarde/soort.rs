//! The kinds of values that parameters take.

use serde::{Deserialize, Serialize};

/// What kind of value a parameter takes.
///
/// A table by household type, age or category is several parameters that stand in one
/// [`Tabel`](super::super::Tabel), so that each row has a key, a value and a decision of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Soort {
    /// An amount in euros.
    Bedrag,
    /// A number of per cent.
    Percentage,
    /// A duration in whole months.
    Maanden,
    /// A duration in whole weeks.
    Weken,
    /// Hours a week.
    Uren,
    /// A number in the unit of the parameter, such as places.
    Getal,
    /// Yes or no.
    JaNee,
    /// A day.
    Datum,
    /// A list of groups or things, in words.
    Lijst,
    /// Amounts by category, each category in words.
    Tarieven,
    /// Numbers by tier: up to a limit this, above it that.
    Staffel,
    /// A rule in words.
    Regel,
    /// A document, such as a plan or an ordinance, with the place where it can be read.
    Document,
}

impl Soort {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::Bedrag,
        Self::Percentage,
        Self::Maanden,
        Self::Weken,
        Self::Uren,
        Self::Getal,
        Self::JaNee,
        Self::Datum,
        Self::Lijst,
        Self::Tarieven,
        Self::Staffel,
        Self::Regel,
        Self::Document,
    ];

    /// The name in data: `bedrag`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Bedrag => "bedrag",
            Self::Percentage => "percentage",
            Self::Maanden => "maanden",
            Self::Weken => "weken",
            Self::Uren => "uren",
            Self::Getal => "getal",
            Self::JaNee => "ja-nee",
            Self::Datum => "datum",
            Self::Lijst => "lijst",
            Self::Tarieven => "tarieven",
            Self::Staffel => "staffel",
            Self::Regel => "regel",
            Self::Document => "document",
        }
    }

    /// How to write a value of this kind, for the help text at the field.
    pub const fn schrijfwijze(self) -> &'static str {
        match self {
            Self::Bedrag => "Een bedrag in euro's, zoals 450,00.",
            Self::Percentage => "Een percentage, zoals 110.",
            Self::Maanden => "Een aantal hele maanden, zoals 36.",
            Self::Weken => "Een aantal hele weken, zoals 8.",
            Self::Uren => "Een aantal uren per week, zoals 12,5.",
            Self::Getal => "Een getal, zoals 20.",
            Self::JaNee => "Ja of nee.",
            Self::Datum => "Een datum, zoals 1-7-2026.",
            Self::Lijst => "Elke groep op een eigen regel.",
            Self::Tarieven => "Elk bedrag op een eigen regel, zoals ‘Uitvaart: 4.300,00’.",
            Self::Staffel => {
                "Elke trede op een eigen regel, zoals ‘tot 110: 0’. De laatste regel begint met ‘daarboven’, zoals ‘daarboven: 100’."
            }
            Self::Regel => "De regel in woorden.",
            Self::Document => "De titel, en waar het stuk te lezen is.",
        }
    }

    /// Whether people write it in more than one line.
    pub const fn is_meer_regels(self) -> bool {
        matches!(
            self,
            Self::Lijst | Self::Tarieven | Self::Staffel | Self::Regel | Self::Document
        )
    }

    /// Whether the law can hold a least or a most against it.
    pub const fn is_te_begrenzen(self) -> bool {
        !matches!(
            self,
            Self::JaNee | Self::Datum | Self::Lijst | Self::Regel | Self::Document
        )
    }
}
