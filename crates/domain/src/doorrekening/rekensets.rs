//! The values to calculate with, in the whole municipality and where an area has others.

use primitives::{Datum, GemeenteCode, Moment};

use super::{NietTeBerekenen, Rekenparameter, Rekenset, Wijziging};
use crate::beleid::{Beleid, Waarde, Woonplek};

/// The values of the whole municipality, and of each area of a former one in which they are not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rekensets {
    heel: Rekenset,
    gebieden: Vec<(GemeenteCode, Rekenset)>,
}

impl Rekensets {
    /// What holds on a day, as known on a moment.
    pub fn in_force(beleid: &Beleid, dag: Datum, bekend_op: Moment) -> Self {
        let in_gebied =
            |gebied| Rekenset::in_force(&beleid.clone().in_gebied(gebied), dag, bekend_op);
        let heel = in_gebied(None);
        let gebieden = beleid.list_gebieden().into_iter();
        let gebieden = gebieden.map(|code| (code, in_gebied(Some(code))));
        Self {
            gebieden: gebieden.filter(|(_, set)| *set != heel).collect(),
            heel,
        }
    }

    /// The values of the whole municipality.
    pub const fn heel(&self) -> &Rekenset {
        &self.heel
    }

    /// The values in an area; none is the whole municipality.
    pub fn in_gebied(&self, gebied: Option<GemeenteCode>) -> &Rekenset {
        let van = |code| self.gebieden.iter().find(|(eigen, _)| *eigen == code);
        gebied.and_then(van).map_or(&self.heel, |(_, set)| set)
    }

    /// Whether a parameter has this value everywhere.
    pub(super) fn has_everywhere(&self, parameter: Rekenparameter, waarde: &Waarde) -> bool {
        let sets = self.gebieden.iter().map(|(_, set)| set).chain([&self.heel]);
        sets.into_iter()
            .all(|set| set.waarde(parameter).as_ref() == Some(waarde))
    }

    /// The same with other values in the place of some: a decision for the whole municipality that is taken later
    /// goes before the own values of an area.
    pub(super) fn with(&self, wijzigingen: &[Wijziging]) -> Self {
        let gebieden = self.gebieden.iter();
        Self {
            heel: self.heel.with(wijzigingen),
            gebieden: gebieden
                .map(|(code, set)| (*code, set.with(wijzigingen)))
                .collect(),
        }
    }

    /// The area by whose values somebody is calculated: none where they are those of the whole municipality, now
    /// and in the other set.
    pub fn place(
        &self,
        ander: &Self,
        plek: Woonplek,
    ) -> Result<Option<GemeenteCode>, NietTeBerekenen> {
        let is_anders = |code| {
            let eigen = |sets: &Self| sets.gebieden.iter().any(|(eigen, _)| *eigen == code);
            eigen(self) || eigen(ander)
        };
        match plek {
            Woonplek::Gebied(code) => Ok(Some(code).filter(|code| is_anders(*code))),
            Woonplek::Overig => Ok(None),
            Woonplek::Onbekend if self.gebieden.is_empty() && ander.gebieden.is_empty() => Ok(None),
            Woonplek::Onbekend => Err(NietTeBerekenen::Woonplek),
        }
    }
}

/// The same values in the whole municipality.
impl From<Rekenset> for Rekensets {
    fn from(heel: Rekenset) -> Self {
        Self {
            heel,
            gebieden: Vec::new(),
        }
    }
}
