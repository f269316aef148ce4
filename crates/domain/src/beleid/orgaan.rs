//! Who sets policy: the organs of a municipality, and the two layers above and below them.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::bevoegdheid::Permission;

/// An organ that sets parameters by decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Orgaan {
    /// The municipal council, by ordinance. Participatiewet arts. 8, 8a, 8b, 10b.
    Raad,
    /// The college of mayor and aldermen, by policy rule.
    College,
}

impl Orgaan {
    /// Both organs.
    pub const ALL: [Self; 2] = [Self::Raad, Self::College];

    /// The name in data: `raad`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Raad => "raad",
            Self::College => "college",
        }
    }

    /// The organ of a name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|orgaan| orgaan.code() == code)
    }

    /// How a decision of this organ is called: `Raadsbesluit`.
    pub const fn besluitnaam(self) -> &'static str {
        match self {
            Self::Raad => "Raadsbesluit",
            Self::College => "Collegebesluit",
        }
    }

    /// As people name it inside a sentence.
    pub const fn in_een_zin(self) -> &'static str {
        match self {
            Self::Raad => "de raad",
            Self::College => "het college",
        }
    }

    /// What somebody needs to record a decision of this organ.
    pub const fn permission(self) -> Permission {
        match self {
            Self::Raad => Permission::RaadsbesluitVastleggen,
            Self::College => Permission::CollegebesluitVastleggen,
        }
    }
}

/// The name in a sentence: `de raad`, `het college`.
impl fmt::Display for Orgaan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Raad => "de raad",
            Self::College => "het college",
        })
    }
}

/// Who decides about a parameter in a period: the four layers of policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Bevoegd {
    /// The law itself: no municipality can decide otherwise.
    Rijk,
    /// The municipal council.
    Raad,
    /// The college of mayor and aldermen.
    College,
    /// The execution organisation, in its own execution policy.
    Uitvoering,
}

impl Bevoegd {
    /// Every layer, the highest first.
    pub const ALL: [Self; 4] = [Self::Rijk, Self::Raad, Self::College, Self::Uitvoering];

    /// The organ of the municipality that decides, if one does.
    pub const fn orgaan(self) -> Option<Orgaan> {
        match self {
            Self::Raad => Some(Orgaan::Raad),
            Self::College => Some(Orgaan::College),
            Self::Rijk | Self::Uitvoering => None,
        }
    }

    /// Whether `orgaan` decides.
    pub fn is(self, orgaan: Orgaan) -> bool {
        self.orgaan() == Some(orgaan)
    }

    /// The name in data: `raad`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Rijk => "rijk",
            Self::Raad => "raad",
            Self::College => "college",
            Self::Uitvoering => "uitvoering",
        }
    }
}

impl From<Orgaan> for Bevoegd {
    fn from(orgaan: Orgaan) -> Self {
        match orgaan {
            Orgaan::Raad => Self::Raad,
            Orgaan::College => Self::College,
        }
    }
}

/// The name in a sentence: `de wet zelf`, `de raad`.
impl fmt::Display for Bevoegd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rijk => "de wet zelf",
            Self::Raad => "de raad",
            Self::College => "het college",
            Self::Uitvoering => "de uitvoeringsorganisatie",
        })
    }
}
