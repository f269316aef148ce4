//! The acts in a review.

use primitives::{Datum, Maand, Moment};
use serde::{Deserialize, Serialize};

use super::{Feitwijziging, Herzieningsvoorstel, Oordeel};
use crate::aanvraag::{Bekendmaakwijze, Besluit};
use crate::beleid::Persoon;

/// An act with who did it when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Herzieningsakte {
    /// What was done.
    pub handeling: Herzieningshandeling,
    /// By whom.
    pub door: Persoon,
    /// When it was recorded.
    pub op: Moment,
}

/// Something that happens in a review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "soort",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Herzieningshandeling {
    /// Somebody begins to look at earlier months.
    Begonnen {
        /// The first month.
        van: Maand,
        /// The last month.
        tot_en_met: Maand,
        /// What gave cause to it.
        aanleiding: String,
    },
    /// A fact is different.
    FeitVastgelegd {
        /// Which.
        feit: Feitwijziging,
    },
    /// A fact that was recorded is no longer counted.
    FeitVervallen {
        /// The number of the act that recorded it, from 1.
        nummer: u32,
    },
    /// What the college found: why it was too high, and what it leaves.
    Beoordeeld {
        /// What.
        oordeel: Oordeel,
    },
    /// A caseworker proposes a decision.
    Voorgesteld(Box<Herzieningsvoorstel>),
    /// Who may decide gives it back.
    Teruggegeven {
        /// Why.
        reden: String,
    },
    /// The decision.
    Besloten(Besluit),
    /// The decision was sent or handed over. Awb art. 3:41.
    Bekendgemaakt {
        /// On which day.
        bekendgemaakt_op: Datum,
        /// How.
        wijze: Bekendmaakwijze,
    },
    /// It goes no further: the earlier decision stays.
    Gestaakt {
        /// Why.
        reden: String,
    },
}

impl Herzieningshandeling {
    /// The name in data.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Begonnen { .. } => "begonnen",
            Self::FeitVastgelegd { .. } => "feit-vastgelegd",
            Self::FeitVervallen { .. } => "feit-vervallen",
            Self::Beoordeeld { .. } => "beoordeeld",
            Self::Voorgesteld(_) => "voorgesteld",
            Self::Teruggegeven { .. } => "teruggegeven",
            Self::Besloten(_) => "besloten",
            Self::Bekendgemaakt { .. } => "bekendgemaakt",
            Self::Gestaakt { .. } => "gestaakt",
        }
    }
}
