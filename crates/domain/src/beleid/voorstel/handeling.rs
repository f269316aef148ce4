//! The acts in the life of a proposal.

use primitives::{BesluitId, Datum, Moment};
use serde::{Deserialize, Serialize};

use super::Voorsteltekst;
use crate::beleid::Uitkomst;
use crate::bevoegdheid::Actor;

/// Somebody who acted: the lasting id by which two people are told apart, and the name for readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Persoon {
    /// The id that the identity provider gives.
    pub sub: String,
    /// The name.
    pub naam: String,
}

/// An act with who did it when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voorstelakte {
    /// What was done.
    pub handeling: Voorstelhandeling,
    /// By whom.
    pub door: Persoon,
    /// When it was recorded.
    pub op: Moment,
}

/// Something that happens to a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Voorstelhandeling {
    /// The first text.
    Opgesteld(Voorsteltekst),
    /// A new text in place of the last.
    Gewijzigd(Voorsteltekst),
    /// Advice of the participation council, or a view on the proposal.
    Inbreng(Inbreng),
    /// The answer of the college to it.
    Reactie(Reactie),
    /// A second person confirmed that it goes to the organ.
    Ingediend,
    /// The organ treated it in a meeting.
    Behandeld(Behandeling),
    /// Who prepared it took it back.
    Ingetrokken {
        /// Why.
        reden: String,
    },
}

/// What others say of a proposal before it is decided on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inbreng {
    /// As what.
    pub soort: Inbrengsoort,
    /// Who: the name of the council or body.
    pub van: String,
    /// On which day.
    pub datum: Datum,
    /// In one word.
    pub strekking: Strekking,
    /// What it comes down to, or the whole text.
    pub tekst: String,
}

/// The kinds of [`Inbreng`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Inbrengsoort {
    /// Advice of residents or those who speak for them. Participatiewet art. 47 onder a.
    Advies,
    /// A view that the council or another body was asked for (seed 003).
    Zienswijze,
}

/// Which way an [`Inbreng`] points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strekking {
    /// For.
    Positief,
    /// For, with remarks or conditions.
    PositiefMetOpmerkingen,
    /// Against.
    Negatief,
    /// Neither.
    Neutraal,
}

/// The answer of the college to an [`Inbreng`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reactie {
    /// The number of the act that it answers, from 1.
    pub op_handeling: u32,
    /// On which day.
    pub datum: Datum,
    /// What the college says.
    pub tekst: String,
}

/// The treatment of a proposal in a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behandeling {
    /// The day of the meeting.
    pub vergaderdatum: Datum,
    /// What the meeting decided.
    pub uitkomst: Uitkomst,
    /// The decision that arose, where the organ took it.
    pub besluit: Option<BesluitId>,
}

impl From<&Actor> for Persoon {
    fn from(actor: &Actor) -> Self {
        Self {
            sub: actor.sub.clone(),
            naam: actor.naam.clone(),
        }
    }
}

impl Voorstelhandeling {
    /// The name in data: `gewijzigd`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Opgesteld(_) => "opgesteld",
            Self::Gewijzigd(_) => "gewijzigd",
            Self::Inbreng(_) => "inbreng",
            Self::Reactie(_) => "reactie",
            Self::Ingediend => "ingediend",
            Self::Behandeld(_) => "behandeld",
            Self::Ingetrokken { .. } => "ingetrokken",
        }
    }
}

impl Inbrengsoort {
    /// Both kinds, in the order of the form.
    pub const ALL: [Self; 2] = [Self::Advies, Self::Zienswijze];

    /// The name in data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Advies => "advies",
            Self::Zienswijze => "zienswijze",
        }
    }

    /// The name on the form.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Advies => "Advies van de participatieraad of adviesraad",
            Self::Zienswijze => "Zienswijze van de raad of een ander orgaan",
        }
    }

    /// The kind of a name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|soort| soort.code() == code)
    }
}

impl Strekking {
    /// Every way, in the order of the form.
    pub const ALL: [Self; 4] = [
        Self::Positief,
        Self::PositiefMetOpmerkingen,
        Self::Negatief,
        Self::Neutraal,
    ];

    /// The name in data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Positief => "positief",
            Self::PositiefMetOpmerkingen => "positief-met-opmerkingen",
            Self::Negatief => "negatief",
            Self::Neutraal => "neutraal",
        }
    }

    /// The name on the form.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Positief => "Positief",
            Self::PositiefMetOpmerkingen => "Positief, met opmerkingen of voorwaarden",
            Self::Negatief => "Negatief",
            Self::Neutraal => "Geen oordeel",
        }
    }

    /// The way of a name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|strekking| strekking.code() == code)
    }
}
