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
    /// An objection must be decided on.
    Bezwaar,
    /// The objection waits for what is missing in it.
    BezwaarHerstel {
        /// The last day for it.
        uiterlijk: Datum,
    },
    /// Decided on the objection, not yet made known.
    BezwaarBesloten,
    /// Decided on the objection, and made known.
    BezwaarAfgehandeld,
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

    /// Whether an objection must be decided on.
    pub const fn is_open_bezwaar(self) -> bool {
        matches!(self, Self::Bezwaar | Self::BezwaarHerstel { .. })
    }

    /// Whether it waits for somebody: for a decision, for its making known, or for an objection to be dealt with.
    pub const fn is_wachtend(self) -> bool {
        self.is_open()
            || self.is_open_bezwaar()
            || matches!(
                self,
                Self::Besloten | Self::Geadviseerd | Self::BezwaarBesloten
            )
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
            Self::Bezwaar => "bezwaar",
            Self::BezwaarHerstel { .. } => "bezwaar-herstel",
            Self::BezwaarBesloten => "bezwaar-besloten",
            Self::BezwaarAfgehandeld => "bezwaar-afgehandeld",
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
            Self::Bezwaar => "in bezwaar",
            Self::BezwaarHerstel { .. } => "bezwaar nog niet compleet",
            Self::BezwaarBesloten => "op bezwaar besloten",
            Self::BezwaarAfgehandeld => "bezwaar afgehandeld",
            Self::Ingetrokken => "ingetrokken",
        }
    }
}
