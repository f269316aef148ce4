//! The assignment of a year, and what may happen to it.

use std::ops::RangeInclusive;

use primitives::Moment;

use super::Onderdeel;
use crate::beleid::Persoon;

/// The years for which there can be an assignment: the Participatiewet begins in 2015.
pub const JAREN: RangeInclusive<i16> = 2015..=2200;

/// The assignment of one year with everything that happened to it, as far as the reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opdracht {
    jaar: i16,
    akten: Vec<Opdrachtakte>,
}

/// An act with who did it when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opdrachtakte {
    /// The number of the act, from 1.
    pub nummer: u32,
    /// What was done.
    pub handeling: Opdrachthandeling,
    /// Which version of the assignment, from 1.
    pub versie: u32,
    /// Every item, in order.
    pub onderdelen: Vec<Onderdeel>,
    /// By whom.
    pub door: Persoon,
    /// When it was recorded.
    pub op: Moment,
}

/// What happens to an assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opdrachthandeling {
    /// A draft was written, or written anew.
    Opgesteld,
    /// The last draft was given to the organisation.
    Verstrekt,
}

/// Why something may not happen to an assignment, its plan or its items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpdrachtGeweigerd {
    /// There is no draft to give.
    #[error("er is geen concept om te verstrekken: stel eerst een nieuwe versie op")]
    GeenConcept,
    /// Who wrote on it wants to give it.
    #[error(
        "u schreef zelf mee aan deze versie: een collega van het college verstrekt haar, want twee mensen kijken ernaar"
    )]
    EigenConcept,
    /// Nothing was given yet.
    #[error(
        "voor dit jaar is nog geen opdracht verstrekt: er is niets te beantwoorden of te volgen"
    )]
    NietVerstrekt,
    /// The acts of the store contradict each other.
    #[error("de akten van deze opdracht volgen niet op elkaar")]
    Volgorde,
}

impl Opdracht {
    /// The assignment to which these acts happened, in order. A reader who sees no drafts has the giving acts only.
    pub fn restore(jaar: i16, akten: Vec<Opdrachtakte>) -> Result<Self, OpdrachtGeweigerd> {
        let past = |paar: &[Opdrachtakte]| match paar {
            [eerst, dan] => eerst.nummer < dan.nummer && eerst.versie <= dan.versie,
            _ => true,
        };
        if akten.windows(2).all(past) {
            Ok(Self { jaar, akten })
        } else {
            Err(OpdrachtGeweigerd::Volgorde)
        }
    }

    /// The assignment after a draft with these items: of the version that is being written, or of the next.
    #[must_use]
    pub fn draft(mut self, onderdelen: Vec<Onderdeel>, door: Persoon, op: Moment) -> Self {
        let versie = match self.akten.last() {
            None => 1,
            Some(akte) if akte.handeling == Opdrachthandeling::Verstrekt => akte.versie + 1,
            Some(akte) => akte.versie,
        };
        self.akten.push(Opdrachtakte {
            nummer: self.laatste_nummer() + 1,
            handeling: Opdrachthandeling::Opgesteld,
            versie,
            onderdelen,
            door,
            op,
        });
        self
    }

    /// The assignment after its last draft was given, by somebody who wrote none of that version.
    pub fn give(mut self, door: Persoon, op: Moment) -> Result<Self, OpdrachtGeweigerd> {
        self.check_verstrekken(&door.sub)?;
        let concept = self.concept().ok_or(OpdrachtGeweigerd::GeenConcept)?;
        self.akten.push(Opdrachtakte {
            nummer: concept.nummer + 1,
            handeling: Opdrachthandeling::Verstrekt,
            door,
            op,
            ..concept.clone()
        });
        Ok(self)
    }

    /// Refuses unless `sub` may give the last draft.
    pub fn check_verstrekken(&self, sub: &str) -> Result<(), OpdrachtGeweigerd> {
        let concept = self.concept().ok_or(OpdrachtGeweigerd::GeenConcept)?;
        let is_schrijver = self
            .akten
            .iter()
            .any(|akte| akte.versie == concept.versie && akte.door.sub == sub);
        if is_schrijver {
            Err(OpdrachtGeweigerd::EigenConcept)
        } else {
            Ok(())
        }
    }

    /// The draft that waits to be given.
    pub fn concept(&self) -> Option<&Opdrachtakte> {
        self.akten
            .last()
            .filter(|akte| akte.handeling == Opdrachthandeling::Opgesteld)
    }

    /// What the organisation was asked: the last that was given.
    pub fn verstrekt(&self) -> Option<&Opdrachtakte> {
        self.list_verstrekt().next_back()
    }

    /// Every version that was given, in order.
    pub fn list_verstrekt(&self) -> impl DoubleEndedIterator<Item = &Opdrachtakte> {
        self.akten
            .iter()
            .filter(|akte| akte.handeling == Opdrachthandeling::Verstrekt)
    }

    /// A version as it was given.
    pub fn find_versie(&self, versie: u32) -> Option<&Opdrachtakte> {
        self.list_verstrekt().find(|akte| akte.versie == versie)
    }

    /// The number for an item that is new: none that was ever used.
    pub fn next_onderdeel(&self) -> u16 {
        let nummers = self
            .akten
            .iter()
            .flat_map(|akte| &akte.onderdelen)
            .map(|onderdeel| onderdeel.nummer);
        nummers.max().unwrap_or(0).saturating_add(1)
    }

    /// Whether an item of this number was ever written.
    pub fn has_onderdeel(&self, nummer: u16) -> bool {
        (1..self.next_onderdeel()).contains(&nummer)
    }

    /// The year.
    pub const fn jaar(&self) -> i16 {
        self.jaar
    }

    /// Everything that happened, in order.
    pub fn akten(&self) -> &[Opdrachtakte] {
        &self.akten
    }

    /// The number of the last act, which a form carries to tell what it was made for; 0 when there is none.
    pub fn laatste_nummer(&self) -> u32 {
        self.akten.last().map_or(0, |akte| akte.nummer)
    }
}

impl Opdrachtakte {
    /// An item of this version.
    pub fn find(&self, nummer: u16) -> Option<&Onderdeel> {
        self.onderdelen
            .iter()
            .find(|onderdeel| onderdeel.nummer == nummer)
    }
}

impl Opdrachthandeling {
    /// The name in data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Opgesteld => "opgesteld",
            Self::Verstrekt => "verstrekt",
        }
    }

    /// The act of a name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Opgesteld, Self::Verstrekt]
            .into_iter()
            .find(|handeling| handeling.code() == code)
    }
}
