//! The roles of design section 2, as the identity provider names them.

use serde::{Deserialize, Serialize};

/// A role that the identity provider gives to a person, for one or more municipalities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rol {
    /// Clerk of the council: records decisions of the council.
    Griffie,
    /// Records decisions of the college of mayor and aldermen.
    College,
    /// Commissioner of a municipality: figures, benchmark, meeting. No personal data.
    Opdrachtgever,
    /// First contact, conversation, plan.
    SociaalTeam,
    /// Case worker of the execution organisation.
    Consulent,
    /// Employer contacts of the execution organisation.
    Accountmanager,
    /// Leads case workers.
    Teamleider,
    /// Prepares payments.
    Financien,
    /// Releases payments.
    Fiatteur,
    /// Samples and signals afterwards.
    Kwaliteit,
    /// Data protection officer: reads who looked at what.
    Fg,
    /// Management of the execution organisation: closes the quarter.
    Directie,
    /// Board of the joint scheme.
    Bestuur,
    /// Runs the platform; no personal data at all.
    Beheerder,
}

impl Rol {
    /// Every role, in the order of design section 2.
    pub const ALL: [Self; 14] = [
        Self::Griffie,
        Self::College,
        Self::Opdrachtgever,
        Self::SociaalTeam,
        Self::Consulent,
        Self::Accountmanager,
        Self::Teamleider,
        Self::Financien,
        Self::Fiatteur,
        Self::Kwaliteit,
        Self::Fg,
        Self::Directie,
        Self::Bestuur,
        Self::Beheerder,
    ];

    /// The name in a claim: `sociaal_team`.
    pub const fn claim(self) -> &'static str {
        match self {
            Self::Griffie => "griffie",
            Self::College => "college",
            Self::Opdrachtgever => "opdrachtgever",
            Self::SociaalTeam => "sociaal_team",
            Self::Consulent => "consulent",
            Self::Accountmanager => "accountmanager",
            Self::Teamleider => "teamleider",
            Self::Financien => "financien",
            Self::Fiatteur => "fiatteur",
            Self::Kwaliteit => "kwaliteit",
            Self::Fg => "fg",
            Self::Directie => "directie",
            Self::Bestuur => "bestuur",
            Self::Beheerder => "beheerder",
        }
    }

    /// The name on a page: `sociaal team`.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::SociaalTeam => "sociaal team",
            Self::Financien => "financiën",
            Self::Fg => "functionaris gegevensbescherming",
            anders => anders.claim(),
        }
    }

    /// The role of a claim, if it is one of ours.
    pub fn from_claim(claim: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rol| rol.claim() == claim)
    }
}
