//! How far an application has come.

use primitives::Datum;

/// How far an application has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aanvraagstand {
    /// Must be decided on.
    InBehandeling,
    /// Waits for what the applicant adds.
    Herstel {
        /// The last day for it.
        uiterlijk: Datum,
    },
    /// The clock stands still.
    Opgeschort,
    /// Waits for who may decide.
    Voorgesteld,
    /// Decided, not yet made known.
    Besloten,
    /// The advice went to the college, which decides itself.
    Geadviseerd,
    /// The college decided, after advice.
    DoorCollegeBesloten,
    /// Decided and made known.
    Bekendgemaakt,
    /// Taken back by the applicant.
    Ingetrokken,
}

impl Aanvraagstand {
    /// Whether a decision was taken, or an advice was given.
    pub const fn is_besloten(self) -> bool {
        !self.is_open() && !matches!(self, Self::Ingetrokken)
    }

    /// Whether a decision must still be taken.
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            Self::InBehandeling | Self::Herstel { .. } | Self::Opgeschort | Self::Voorgesteld
        )
    }

    /// Whether it waits for somebody: for a decision, or for its making known.
    pub const fn is_wachtend(self) -> bool {
        self.is_open() || matches!(self, Self::Besloten | Self::Geadviseerd)
    }

    /// The name in data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::InBehandeling => "in-behandeling",
            Self::Herstel { .. } => "herstel",
            Self::Opgeschort => "opgeschort",
            Self::Voorgesteld => "voorgesteld",
            Self::Besloten => "besloten",
            Self::Geadviseerd => "geadviseerd",
            Self::DoorCollegeBesloten => "door-college-besloten",
            Self::Bekendgemaakt => "bekendgemaakt",
            Self::Ingetrokken => "ingetrokken",
        }
    }

    /// As a page names it.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::InBehandeling => "in behandeling",
            Self::Herstel { .. } => "nog niet compleet",
            Self::Opgeschort => "opgeschort",
            Self::Voorgesteld => "voorgesteld",
            Self::Besloten => "besloten",
            Self::Geadviseerd => "geadviseerd",
            Self::DoorCollegeBesloten => "door het college besloten",
            Self::Bekendgemaakt => "bekendgemaakt",
            Self::Ingetrokken => "ingetrokken",
        }
    }
}
