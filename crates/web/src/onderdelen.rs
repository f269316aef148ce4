//! Small parts of pages that several templates show in the same way.

use std::fmt;

/// Something that happened, as a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Akteregel {
    /// What.
    pub titel: String,
    /// When, for people.
    pub dag: String,
    /// When, for machines.
    pub machine: String,
    /// What it says; may be empty.
    pub tekst: String,
    /// By whom.
    pub door: String,
}

/// How something stands. The word says it; shape and colour repeat it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// The word.
    pub woord: String,
    /// How it looks.
    pub toon: Toon,
}

/// How serious a status is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toon {
    /// As it should be.
    Goed,
    /// Asks for attention.
    Aandacht,
    /// Wrong, or too late.
    Fout,
    /// Neither.
    Neutraal,
}

impl Status {
    /// A status.
    pub fn new(toon: Toon, woord: impl Into<String>) -> Self {
        Self {
            woord: woord.into(),
            toon,
        }
    }
}

/// As a class of the design system.
impl fmt::Display for Toon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Goed => "safe",
            Self::Aandacht => "warning",
            Self::Fout => "danger",
            Self::Neutraal => "neutral",
        })
    }
}

/// A card on a home page: one figure or fact, and where it leads.
#[derive(Clone, Debug)]
pub struct Kaart {
    /// What it is about.
    pub titel: String,
    /// The figure in Dutch notation, if there is one.
    pub cijfer: Option<String>,
    /// One or two sentences.
    pub tekst: String,
    /// How it stands.
    pub status: Option<Status>,
    /// Where it leads.
    pub link: Link,
    /// Main colour of the municipality that it is about, on pages over municipalities: `#0b5e54`.
    pub kleur: Option<String>,
}

impl Kaart {
    /// A card with a title, a sentence and a link; figure, status and colour are added where there are any.
    pub fn new(titel: impl Into<String>, tekst: impl Into<String>, link: Link) -> Self {
        Self {
            titel: titel.into(),
            cijfer: None,
            tekst: tekst.into(),
            status: None,
            link,
            kleur: None,
        }
    }
}

/// A link with its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What the reader sees.
    pub tekst: String,
    /// Where it leads.
    pub href: String,
}

impl Link {
    /// A link.
    pub fn new(tekst: impl Into<String>, href: impl Into<String>) -> Self {
        Self {
            tekst: tekst.into(),
            href: href.into(),
        }
    }
}

/// Something that waits for this person: one line of the work list.
#[derive(Clone, Debug)]
pub struct Taak {
    /// What to do, beginning with a verb.
    pub titel: String,
    /// Why, since when, before when.
    pub waarom: String,
    /// For which municipality, if it is one.
    pub gemeente: Option<String>,
    /// How urgent.
    pub status: Option<Status>,
    /// Where it is done.
    pub link: Link,
}

/// Addresses of the neighbouring pages of a list (keyset paging).
#[derive(Clone, Debug, Default)]
pub struct Bladeren {
    /// The page before this one.
    pub vorige: Option<String>,
    /// The page after this one.
    pub volgende: Option<String>,
}

/// Addresses of the same list as a file.
#[derive(Clone, Debug)]
pub struct Downloads {
    /// The address of the list with its filter, without extension: `/GM0294/inwoners/lijst`.
    pub basis: String,
    /// The query with the filter, with its question mark, or nothing.
    pub vraag: String,
}
