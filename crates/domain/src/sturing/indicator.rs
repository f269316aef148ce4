//! The indicators that the commissioners steer by, and what a definition says.

use super::catalogus;
use super::eenheid::{Eenheid, Richting};
use super::klasse::Dimensie;
use super::kwaliteit::Kwaliteitsregel;

/// A figure that is calculated every quarter. Its meaning is its [`Definitie`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the printed definition says it better")]
pub enum Indicator {
    BestandUitkeringen,
    BestandPersonen,
    Volumeontwikkeling,
    VolumeontwikkelingJaar,
    Instroom,
    Uitstroom,
    UitstroomNaarWerk,
    Terugkeer,
    Invoertermijn,
    Uitkeringsduur,
    InkomenUitWerk,
    GemiddeldInkomenUitWerk,
    Ontheffing,
    Loonkostensubsidie,
    Loonwaarde,
    BanenafspraakZonderUitkering,
    InBeeld,
    TredeVerdeling,
    TredeBeweging,
    TredeStap,
    Metingsdekking,
    CaseloadPerFte,
}

/// Who thought of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Herkomst {
    /// Statistics Netherlands publishes it.
    Cbs,
    /// The Divosa Benchmark publishes it.
    Divosa,
    /// A document of a municipality asks for it.
    Gemeente,
    /// Our own.
    Eigen,
}

/// What is measured and how: printed next to every figure, so that two readers read the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Definitie {
    /// The number in the table of indicators (domein/instrumenten-en-indicatoren.md B.5).
    pub nummer: u8,
    /// The name for machines.
    pub sleutel: &'static str,
    /// The name for people.
    pub naam: &'static str,
    /// The formula in words.
    pub formule: &'static str,
    /// What is counted and what is not, and where this differs from others.
    pub toelichting: &'static str,
    /// The unit.
    pub eenheid: Eenheid,
    /// Which way is better.
    pub richting: Richting,
    /// Raised with every change of formula; a stored figure names the version it was made by.
    pub versie: u16,
    /// Who thought of it.
    pub herkomst: Herkomst,
    /// How it is split.
    pub dimensies: &'static [Dimensie],
    /// What makes it doubtful.
    pub kwaliteitsregels: &'static [Kwaliteitsregel],
}

impl Indicator {
    /// Every indicator, in the order in which they are shown.
    pub const ALL: [Self; 22] = [
        Self::BestandUitkeringen,
        Self::BestandPersonen,
        Self::Volumeontwikkeling,
        Self::VolumeontwikkelingJaar,
        Self::Instroom,
        Self::Uitstroom,
        Self::UitstroomNaarWerk,
        Self::Terugkeer,
        Self::Invoertermijn,
        Self::Uitkeringsduur,
        Self::InkomenUitWerk,
        Self::GemiddeldInkomenUitWerk,
        Self::Ontheffing,
        Self::Loonkostensubsidie,
        Self::Loonwaarde,
        Self::BanenafspraakZonderUitkering,
        Self::InBeeld,
        Self::TredeVerdeling,
        Self::TredeBeweging,
        Self::TredeStap,
        Self::Metingsdekking,
        Self::CaseloadPerFte,
    ];

    /// What is measured and how.
    pub const fn definitie(self) -> &'static Definitie {
        catalogus::definitie(self)
    }

    /// The indicator of a name for machines.
    pub fn from_sleutel(sleutel: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|indicator| indicator.definitie().sleutel == sleutel)
    }

    /// Whether the figures of municipalities of different size can be compared as they are.
    pub const fn is_vergelijkbaar(self) -> bool {
        !matches!(self.definitie().eenheid, Eenheid::Aantal)
    }

    /// Whether the indicator has one figure for the whole, besides those of its classes.
    pub const fn has_totaal(self) -> bool {
        !matches!(self, Self::TredeVerdeling | Self::TredeBeweging)
    }
}

impl Herkomst {
    /// The words for people.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Cbs => "CBS",
            Self::Divosa => "Divosa Benchmark Werk en Inkomen",
            Self::Gemeente => "raadsstuk van een gemeente",
            Self::Eigen => "eigen definitie",
        }
    }
}
