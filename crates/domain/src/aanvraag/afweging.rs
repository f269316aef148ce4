//! Discretion: where the law lets the organ choose, who chose what and why.

use primitives::Datum;
use serde::{Deserialize, Serialize};

use super::Beschikkingsstap;

/// A place where the law lets the organ choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Afweegpunt {
    /// Other bijstand than the norm, for the circumstances of a person. Participatiewet art. 18 lid 1.
    Individualisering,
    /// Bijstand to who has no right, for compelling reasons. Participatiewet art. 16 lid 1.
    DringendeRedenen,
    /// A lower norm for lower costs of living. Participatiewet art. 27.
    NormverlagingWonen,
    /// A lower norm for who left school. Participatiewet art. 28.
    NormverlagingSchoolverlater,
    /// A toeslag for who has no prospect of a better income. Participatiewet art. 36 lid 1 and 2.
    UitzichtOpVerbetering,
    /// From a day before the melding, at most three months. Participatiewet art. 44 lid 5.
    EerdereIngang,
    /// An exemption from the duty to work, for urgent reasons. Participatiewet art. 9 lid 2.
    Ontheffing,
}

/// A choice that somebody made, with why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Afweging {
    /// On what.
    pub punt: Afweegpunt,
    /// What was chosen.
    pub keuze: String,
    /// Why. The resident reads it.
    pub reden: String,
}

impl Afweegpunt {
    /// Every one.
    pub const ALL: [Self; 7] = [
        Self::Individualisering,
        Self::DringendeRedenen,
        Self::NormverlagingWonen,
        Self::NormverlagingSchoolverlater,
        Self::UitzichtOpVerbetering,
        Self::EerdereIngang,
        Self::Ontheffing,
    ];

    /// The name in data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Individualisering => "individualisering",
            Self::DringendeRedenen => "dringende-redenen",
            Self::NormverlagingWonen => "normverlaging-wonen",
            Self::NormverlagingSchoolverlater => "normverlaging-schoolverlater",
            Self::UitzichtOpVerbetering => "uitzicht-op-verbetering",
            Self::EerdereIngang => "eerdere-ingang",
            Self::Ontheffing => "ontheffing",
        }
    }

    /// The one of a name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|punt| punt.code() == code)
    }

    /// The article.
    pub const fn artikel(self) -> &'static str {
        match self {
            Self::Individualisering => "Participatiewet art. 18 lid 1",
            Self::DringendeRedenen => "Participatiewet art. 16 lid 1",
            Self::NormverlagingWonen => "Participatiewet art. 27",
            Self::NormverlagingSchoolverlater => "Participatiewet art. 28",
            Self::UitzichtOpVerbetering => "Participatiewet art. 36 lid 1",
            Self::EerdereIngang => "Participatiewet art. 44 lid 5",
            Self::Ontheffing => "Participatiewet art. 9 lid 2",
        }
    }

    /// What it is about, for a page and for the letter.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Individualisering => "Uw persoonlijke omstandigheden",
            Self::DringendeRedenen => "Zeer dringende redenen",
            Self::NormverlagingWonen => "Lagere woonkosten",
            Self::NormverlagingSchoolverlater => "Kort na een opleiding",
            Self::UitzichtOpVerbetering => "Uitzicht op een hoger inkomen",
            Self::EerdereIngang => "Een ingang vóór de melding",
            Self::Ontheffing => "Geen plicht om werk te zoeken",
        }
    }

    fn is_asked_by(self, stap: &Beschikkingsstap) -> bool {
        match self {
            Self::NormverlagingWonen | Self::NormverlagingSchoolverlater => {
                stap.grondslag == self.artikel()
            }
            // Another amount than the rules give: of no scheme does a step rest on this article otherwise.
            Self::Individualisering => stap.grondslag == self.artikel(),
            Self::UitzichtOpVerbetering => stap.grondslag.starts_with("Participatiewet art. 36 "),
            Self::DringendeRedenen | Self::EerdereIngang | Self::Ontheffing => false,
        }
    }
}

/// The choices that a calculation and its first day ask for. A day before the melding needs a reason: art. 44 lid 5.
pub fn list_afweegpunten(
    stappen: &[Beschikkingsstap],
    ingang: Option<Datum>,
    gemeld_op: Datum,
) -> Vec<Afweegpunt> {
    let gevraagd = |punt: &Afweegpunt| match punt {
        Afweegpunt::EerdereIngang => ingang.is_some_and(|dag| dag < gemeld_op),
        ander => stappen.iter().any(|stap| ander.is_asked_by(stap)),
    };
    Afweegpunt::ALL.into_iter().filter(gevraagd).collect()
}
