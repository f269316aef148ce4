//! One id type for each kind of thing, so that they cannot be mixed up.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A text is no id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("geen geldig kenmerk")]
pub struct IdError;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps an id that a generator made or the database gave back.
            pub const fn new(id: Uuid) -> Self {
                Self(id)
            }

            /// Reads the hyphenated form, as in an address.
            pub fn parse(tekst: &str) -> Result<Self, IdError> {
                if tekst.len() != 36 {
                    return Err(IdError);
                }
                Uuid::try_parse(tekst).map(Self).map_err(|_| IdError)
            }

            /// The bare value, for the database.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids! {
    /// A dossier: one resident in one municipality.
    DossierId,
    /// A benefit, held by one or two residents.
    UitkeringId,
    /// A decision of council or college.
    BesluitId,
    /// A proposal for a decision.
    VoorstelId,
    /// A file that belongs to a proposal, a decision or a round of zienswijzen.
    BijlageId,
    /// One value of a policy parameter.
    WaardeId,
    /// A set of values that several municipalities work out together.
    BasissetId,
    /// One delivered file of statutory records.
    LeveringId,
    /// A note in a dossier.
    NotitieId,
    /// An application.
    AanvraagId,
    /// A review of earlier decisions.
    HerzieningId,
    /// An objection to a decision.
    BezwaarId,
    /// The closing of a quarter for one municipality.
    SluitingId,
    /// A calculation of other policy that was kept.
    DoorrekeningId,
    /// A calculation of the right of every household on two days.
    PopulatierunId,
    /// A work rule of the execution organisation.
    WerkinstructieId,
    /// A strategic meeting.
    OverlegId,
    /// An agreement made in a meeting.
    AfspraakId,
    /// A round in which councils give their view on documents of the organisation.
    ZienswijzerondeId,
    /// Somebody who is told by e-mail that a quarter is closed.
    OntvangerId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_hyphenated_form_only() {
        let tekst = "01890a5d-ac96-774b-bcce-b302099a8057";
        assert_eq!(DossierId::parse(tekst).unwrap().to_string(), tekst);
        for tekst in [
            "",
            "1",
            "01890a5dac96774bbcceb302099a8057",
            "01890a5d-ac96-774b-bcce-b302099a805'",
        ] {
            assert_eq!(DossierId::parse(tekst), Err(IdError), "{tekst}");
        }
    }
}
