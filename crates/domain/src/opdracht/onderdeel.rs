//! An item of the assignment.

use primitives::{BesluitId, Datum};

use super::Norm;
use crate::beleid::Orgaan;

/// An item: what must be reached, and from what it follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Onderdeel {
    /// Its number, by which plan and reports name it. It never goes to another item.
    pub nummer: u16,
    /// What must be reached.
    pub prestatie: String,
    /// From what it follows.
    pub grond: Grond,
    /// By which figure that is seen, where there is one.
    pub norm: Option<Norm>,
}

/// From what an item follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Grond {
    /// From these frames, at least one.
    Kaders(Vec<Kaderverwijzing>),
    /// From none, for this reason.
    ZonderKader(String),
}

/// A frame, by its decision and its number there, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kaderverwijzing {
    /// The decision.
    pub besluit: BesluitId,
    /// The number of the frame.
    pub kader: u16,
}

/// A frame of a decision that was taken, from which an item can follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kader {
    /// Where it stands.
    pub verwijzing: Kaderverwijzing,
    /// The frame itself.
    pub tekst: String,
    /// Who decided.
    pub orgaan: Orgaan,
    /// The number by which people cite the decision.
    pub besluitnummer: String,
    /// The day of the meeting.
    pub vergaderdatum: Datum,
}

impl Kaderverwijzing {
    /// Reads `id:nummer`, as a form or a system sends it.
    pub fn parse(tekst: &str) -> Option<Self> {
        let (besluit, kader) = tekst.trim().split_once(':')?;
        Some(Self {
            besluit: BesluitId::parse(besluit).ok()?,
            kader: kader.parse().ok()?,
        })
    }
}

/// As a form sends it: `id:nummer`.
impl std::fmt::Display for Kaderverwijzing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.besluit, self.kader)
    }
}

impl Kader {
    /// Where it stands, in words: `kader 1 van raadsbesluit 2018-077`.
    pub fn vindplaats(&self) -> String {
        format!(
            "kader {} van {} {}",
            self.verwijzing.kader,
            self.orgaan.besluitnaam().to_lowercase(),
            self.besluitnummer
        )
    }
}

impl Onderdeel {
    /// From what it follows, a sentence each; a frame that is not among `kaders` is named by its number.
    pub fn render_grond(&self, kaders: &[Kader]) -> Vec<String> {
        match &self.grond {
            Grond::ZonderKader(reden) => vec![format!("zonder kader: {reden}")],
            Grond::Kaders(verwijzingen) => verwijzingen
                .iter()
                .map(|verwijzing| {
                    kaders
                        .iter()
                        .find(|kader| kader.verwijzing == *verwijzing)
                        .map_or_else(
                            || format!("kader {}", verwijzing.kader),
                            |kader| format!("{} ({})", kader.tekst, kader.vindplaats()),
                        )
                })
                .collect(),
        }
    }
}
