//! How far an objection has come.

use primitives::Datum;

/// How far an objection has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bezwaarstand {
    /// Must be decided on.
    InBehandeling,
    /// Waits for what is missing in it.
    Herstel {
        /// The last day for it.
        uiterlijk: Datum,
    },
    /// Decided on, not yet made known.
    Besloten,
    /// Decided on, and made known.
    Afgehandeld,
    /// Taken back by who objected.
    Ingetrokken,
}

impl Bezwaarstand {
    /// Whether a decision must still be taken.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::InBehandeling | Self::Herstel { .. })
    }

    /// Whether it waits for somebody: for a decision, or for its making known.
    pub const fn is_wachtend(self) -> bool {
        self.is_open() || matches!(self, Self::Besloten)
    }

    /// The name in data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::InBehandeling => "in-behandeling",
            Self::Herstel { .. } => "herstel",
            Self::Besloten => "besloten",
            Self::Afgehandeld => "afgehandeld",
            Self::Ingetrokken => "ingetrokken",
        }
    }

    /// As a page names it.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::InBehandeling => "in behandeling",
            Self::Herstel { .. } => "nog niet compleet",
            Self::Besloten => "besloten",
            Self::Afgehandeld => "afgehandeld",
            Self::Ingetrokken => "ingetrokken",
        }
    }
}
