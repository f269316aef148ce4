//! The acts in the life of an objection.

use primitives::{Datum, Moment};
use serde::{Deserialize, Serialize};

use super::{Bezwaarbesluit, Gehoord, Heroverweging, Hoorgrond};
use crate::aanvraag::{Bekendmaakwijze, keuze};
use crate::beleid::Persoon;

/// An act with who did it when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bezwaarakte {
    /// What was done.
    pub handeling: Bezwaarhandeling,
    /// By whom.
    pub door: Persoon,
    /// When it was recorded.
    pub op: Moment,
}

/// Who objects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Indiener {
    /// In which quality.
    pub wie: Indienersoort,
    /// The name to which the letter goes; none for the resident, whose name is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub naam: Option<String>,
}

/// In which quality somebody objects. Awb art. 1:2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Indienersoort {
    /// Whom the decision is about.
    Inwoner,
    /// The partner in the household.
    Partner,
    /// Somebody in the name of the resident. Awb art. 2:1.
    Gemachtigde,
    /// Somebody else whose interest is at stake.
    Ander,
}

keuze!(Indienersoort {
    Inwoner => "inwoner", "De inwoner";
    Partner => "partner", "De partner";
    Gemachtigde => "gemachtigde", "Iemand namens de inwoner, zoals een advocaat of bewindvoerder";
    Ander => "ander", "Iemand anders die er belang bij heeft";
});

/// On which ground a decision on an objection comes still later. Awb art. 7:10 lid 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Uitstelgrond {
    /// Everyone whose interest is at stake agrees. Under a.
    Allen,
    /// Who objects agrees, and nobody else is harmed by it. Under b.
    Indiener,
    /// It is needed to keep to rules of procedure. Under c.
    Voorschrift,
}

keuze!(Uitstelgrond {
    Allen => "allen", "Alle belanghebbenden stemmen ermee in (Awb art. 7:10 lid 4 onder a)";
    Indiener => "indiener", "De indiener stemt ermee in, en het schaadt niemand anders (Awb art. 7:10 lid 4 onder b)";
    Voorschrift => "voorschrift", "Het is nodig om een wettelijk voorschrift te volgen (Awb art. 7:10 lid 4 onder c)";
});

/// Something that happens to an objection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "soort",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Bezwaarhandeling {
    /// It came in. Awb art. 6:4.
    Ontvangen {
        /// On which day.
        ontvangen_op: Datum,
        /// The day on which it was posted, where the stamp tells.
        verzonden_op: Option<Datum>,
        /// Whether a committee advises on it, so that the term is longer. Awb arts 7:10 lid 1 and 7:13.
        met_commissie: bool,
        /// Why it is late, as who objects says. Awb art. 6:11.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reden_te_laat: Option<String>,
        /// Who objects.
        indiener: Indiener,
    },
    /// Something is missing in it, and may be added. Awb art. 6:6.
    HerstelGevraagd {
        /// The day of the request.
        gevraagd_op: Datum,
        /// The last day on which it may be added.
        uiterlijk: Datum,
        /// What is missing.
        wat: String,
    },
    /// What was missing came.
    Aangevuld {
        /// On which day.
        aangevuld_op: Datum,
    },
    /// Who objects was told that the decision comes later. Awb art. 7:10 lid 3.
    Verdaagd {
        /// The day of the message.
        meegedeeld_op: Datum,
        /// The new last day.
        uiterlijk: Datum,
        /// Why.
        reden: String,
    },
    /// The decision comes still later. Awb art. 7:10 lid 4.
    Uitgesteld {
        /// The day on which it was agreed or told.
        afgesproken_op: Datum,
        /// The new last day.
        uiterlijk: Datum,
        /// On which ground.
        grond: Uitstelgrond,
        /// Who agreed and how, or which rule asks for it.
        wie: String,
    },
    /// Who objects was heard. Awb art. 7:2.
    Gehoord(Gehoord),
    /// Nobody is heard. Awb art. 7:3.
    NietGehoord {
        /// The day on which that was decided.
        afgezien_op: Datum,
        /// On which ground.
        grond: Hoorgrond,
        /// Why that ground holds.
        reden: String,
    },
    /// The right was calculated again. Awb art. 7:11 lid 1.
    Heroverwogen(Box<Heroverweging>),
    /// The decision. Awb arts 7:11 and 7:12.
    Besloten(Box<Bezwaarbesluit>),
    /// The decision was sent or handed over. Awb art. 7:12 lid 2.
    Bekendgemaakt {
        /// On which day.
        bekendgemaakt_op: Datum,
        /// How.
        wijze: Bekendmaakwijze,
    },
    /// Who objected takes it back. Awb art. 6:21.
    Ingetrokken {
        /// On which day.
        ingetrokken_op: Datum,
        /// What was said.
        reden: String,
    },
}

impl Bezwaarhandeling {
    /// The name in data.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Ontvangen { .. } => "ontvangen",
            Self::HerstelGevraagd { .. } => "herstel-gevraagd",
            Self::Aangevuld { .. } => "aangevuld",
            Self::Verdaagd { .. } => "verdaagd",
            Self::Uitgesteld { .. } => "uitgesteld",
            Self::Gehoord(_) => "gehoord",
            Self::NietGehoord { .. } => "niet-gehoord",
            Self::Heroverwogen(_) => "heroverwogen",
            Self::Besloten(_) => "besloten",
            Self::Bekendgemaakt { .. } => "bekendgemaakt",
            Self::Ingetrokken { .. } => "ingetrokken",
        }
    }

    /// The day on which it happened.
    pub const fn dag(&self) -> Datum {
        match self {
            Self::Ontvangen { ontvangen_op, .. } => *ontvangen_op,
            Self::HerstelGevraagd { gevraagd_op, .. } => *gevraagd_op,
            Self::Aangevuld { aangevuld_op } => *aangevuld_op,
            Self::Verdaagd { meegedeeld_op, .. } => *meegedeeld_op,
            Self::Uitgesteld { afgesproken_op, .. } => *afgesproken_op,
            Self::Gehoord(gehoord) => gehoord.gehoord_op,
            Self::NietGehoord { afgezien_op, .. } => *afgezien_op,
            Self::Heroverwogen(heroverweging) => heroverweging.heroverwogen_op,
            Self::Besloten(besluit) => besluit.besloten_op,
            Self::Bekendgemaakt {
                bekendgemaakt_op, ..
            } => *bekendgemaakt_op,
            Self::Ingetrokken { ingetrokken_op, .. } => *ingetrokken_op,
        }
    }

    /// The new calculation, where that is what was done.
    pub(super) fn heroverweging(&self) -> Option<&Heroverweging> {
        match self {
            Self::Heroverwogen(heroverweging) => Some(heroverweging),
            _ => None,
        }
    }
}
