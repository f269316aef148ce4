//! The acts in the life of an application.

use primitives::{Datum, Moment};
use serde::{Deserialize, Serialize};

use super::{Besluitvoorstel, Namens, Voorschot, Voorschotgrond};
use crate::beleid::Persoon;
use crate::bevoegdheid::Rol;

/// An act with who did it when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aanvraagakte {
    /// What was done.
    pub handeling: Aanvraaghandeling,
    /// By whom.
    pub door: Persoon,
    /// When it was recorded.
    pub op: Moment,
}

/// Something that happens to an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "soort",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Aanvraaghandeling {
    /// It came in. Participatiewet art. 41.
    Ontvangen {
        /// On which day.
        ontvangen_op: Datum,
        /// The day on which the applicant reported to ask for bijstand. Participatiewet art. 44 lid 2.
        gemeld_op: Datum,
        /// How.
        kanaal: Kanaal,
    },
    /// Something is missing, and the applicant may add it. Awb art. 4:5 lid 1.
    HerstelGevraagd {
        /// The day of the invitation.
        gevraagd_op: Datum,
        /// The last day on which it may be added.
        uiterlijk: Datum,
        /// What is missing.
        wat: String,
    },
    /// The applicant added something.
    Aangevuld {
        /// On which day.
        aangevuld_op: Datum,
        /// Whether all that was asked for is there.
        volledig: bool,
    },
    /// The clock stops. Awb art. 4:15.
    Opgeschort {
        /// The first day on which it stands still.
        vanaf: Datum,
        /// On which ground.
        grond: Opschortgrond,
        /// What the applicant was told.
        toelichting: String,
    },
    /// The clock goes on.
    Hervat {
        /// The first day on which it runs again.
        hervat_op: Datum,
    },
    /// The applicant was told that the decision comes later. Awb art. 4:14 lid 3.
    Verdaagd {
        /// The day of the message.
        meegedeeld_op: Datum,
        /// The new last day.
        uiterlijk: Datum,
        /// Why.
        reden: String,
    },
    /// A caseworker proposes a decision.
    Voorgesteld(Box<Besluitvoorstel>),
    /// Who may decide gives it back.
    Teruggegeven {
        /// Why.
        reden: String,
    },
    /// The decision.
    Besloten(Besluit),
    /// An advance as long as the right is not determined. Participatiewet art. 52.
    VoorschotVerleend(Voorschot),
    /// No advance. Participatiewet art. 52 lid 1, second sentence.
    VoorschotGeweigerd {
        /// On which day.
        geweigerd_op: Datum,
        /// On which ground.
        grond: Voorschotgrond,
        /// Why.
        reden: String,
    },
    /// The college decided itself, after the advice that was given.
    BeslotenDoorCollege {
        /// On which day.
        besloten_op: Datum,
        /// Whether it decided as was advised.
        volgt_advies: bool,
        /// The number of its decision, and what it changed.
        toelichting: String,
    },
    /// The decision was sent or handed over. Awb art. 3:41.
    Bekendgemaakt {
        /// On which day.
        bekendgemaakt_op: Datum,
        /// How.
        wijze: Bekendmaakwijze,
    },
    /// The applicant takes it back.
    Ingetrokken {
        /// On which day.
        ingetrokken_op: Datum,
        /// What the applicant said.
        reden: String,
    },
}

/// A decision as it was taken: on whose behalf, by which role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Besluit {
    /// On which day.
    pub besloten_op: Datum,
    /// On whose behalf.
    pub namens: Namens,
    /// The role by which the register lets this person decide.
    pub rol: Rol,
    /// Whether two people were needed.
    pub vier_ogen: bool,
}

/// How an application came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kanaal {
    /// On the web.
    Digitaal,
    /// On paper.
    Post,
    /// At the desk.
    Balie,
}

/// Why the clock stops. Awb art. 4:15; asking for what is missing (lid 1 onder a) is an act of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Opschortgrond {
    /// Information from abroad is needed. Lid 1 onder b.
    Buitenland,
    /// The applicant agreed in writing. Lid 2 onder a.
    Instemming,
    /// The applicant caused the delay. Lid 2 onder b.
    Aanvrager,
    /// Force majeure. Lid 2 onder c.
    Overmacht,
}

/// How a decision was made known. Awb art. 3:41.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bekendmaakwijze {
    /// By post.
    Post,
    /// Handed over.
    Uitgereikt,
    /// In the digital mailbox, where the applicant said to be reachable there. Awb art. 2:14.
    Digitaal,
}

impl Aanvraaghandeling {
    /// The name in data.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Ontvangen { .. } => "ontvangen",
            Self::HerstelGevraagd { .. } => "herstel-gevraagd",
            Self::Aangevuld { .. } => "aangevuld",
            Self::Opgeschort { .. } => "opgeschort",
            Self::Hervat { .. } => "hervat",
            Self::Verdaagd { .. } => "verdaagd",
            Self::Voorgesteld(_) => "voorgesteld",
            Self::Teruggegeven { .. } => "teruggegeven",
            Self::Besloten(_) => "besloten",
            Self::Bekendgemaakt { .. } => "bekendgemaakt",
            Self::VoorschotVerleend(_) => "voorschot-verleend",
            Self::VoorschotGeweigerd { .. } => "voorschot-geweigerd",
            Self::BeslotenDoorCollege { .. } => "besloten-door-college",
            Self::Ingetrokken { .. } => "ingetrokken",
        }
    }

    /// The day on which it happened; none for what happens when it is recorded.
    pub(super) const fn dag(&self) -> Option<Datum> {
        match self {
            Self::Ontvangen { ontvangen_op, .. } => Some(*ontvangen_op),
            Self::HerstelGevraagd { gevraagd_op, .. } => Some(*gevraagd_op),
            Self::Aangevuld { aangevuld_op, .. } => Some(*aangevuld_op),
            Self::Opgeschort { vanaf, .. } => Some(*vanaf),
            Self::Hervat { hervat_op } => Some(*hervat_op),
            Self::Verdaagd { meegedeeld_op, .. } => Some(*meegedeeld_op),
            Self::Besloten(besluit) => Some(besluit.besloten_op),
            Self::VoorschotVerleend(voorschot) => Some(voorschot.verleend_op),
            Self::VoorschotGeweigerd { geweigerd_op, .. } => Some(*geweigerd_op),
            Self::BeslotenDoorCollege { besloten_op, .. } => Some(*besloten_op),
            Self::Bekendgemaakt {
                bekendgemaakt_op, ..
            } => Some(*bekendgemaakt_op),
            Self::Ingetrokken { ingetrokken_op, .. } => Some(*ingetrokken_op),
            Self::Voorgesteld(_) | Self::Teruggegeven { .. } => None,
        }
    }
}

macro_rules! keuze {
    ($naam:ident { $($variant:ident => $code:literal, $tekst:literal);+ $(;)? }) => {
        impl $naam {
            /// Every one, in the order of a form.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in data.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The one of a name in data.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|een| een.code() == code)
            }

            /// As people read it.
            pub const fn naam(self) -> &'static str {
                match self { $(Self::$variant => $tekst),+ }
            }
        }
    };
}
pub(crate) use keuze;

keuze!(Kanaal {
    Digitaal => "digitaal", "Digitaal";
    Post => "post", "Per post";
    Balie => "balie", "Aan de balie";
});
keuze!(Opschortgrond {
    Buitenland => "buitenland", "Informatie uit het buitenland is nodig (Awb art. 4:15 lid 1 onder b)";
    Instemming => "instemming", "De aanvrager stemt er schriftelijk mee in (Awb art. 4:15 lid 2 onder a)";
    Aanvrager => "aanvrager", "De vertraging komt door de aanvrager (Awb art. 4:15 lid 2 onder b)";
    Overmacht => "overmacht", "Overmacht (Awb art. 4:15 lid 2 onder c)";
});
keuze!(Bekendmaakwijze {
    Post => "post", "Verstuurd per post";
    Uitgereikt => "uitgereikt", "Uitgereikt";
    Digitaal => "digitaal", "Digitaal verstuurd";
});

impl Opschortgrond {
    /// The article alone.
    pub(super) const fn artikel(self) -> &'static str {
        match self {
            Self::Buitenland => "Awb art. 4:15 lid 1 onder b",
            Self::Instemming => "Awb art. 4:15 lid 2 onder a",
            Self::Aanvrager => "Awb art. 4:15 lid 2 onder b",
            Self::Overmacht => "Awb art. 4:15 lid 2 onder c",
        }
    }
}
