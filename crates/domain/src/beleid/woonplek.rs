//! Where in the municipality somebody lives, as far as that decides which rules hold for him.

use primitives::{Datum, GemeenteCode, Moment};

use super::Beleid;
use super::catalogus::{Gebruik, catalogus};

/// The part of the municipality in which somebody lives. Wet algemene regels herindeling art. 28.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Woonplek {
    /// Not recorded.
    Onbekend,
    /// In no area of a former municipality.
    Overig,
    /// In the area of this former municipality.
    Gebied(GemeenteCode),
}

/// Rules differ within the municipality and it is not known where the resident lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("de regels verschillen per deel van de gemeente, en waar de inwoner woont is niet bekend")]
pub struct WoonplekOnbekend;

impl Beleid {
    /// The policy as it holds where somebody lives, for one use. Where an area has values of its own on the day, a
    /// resident of whom it is not known where he lives is refused: the value of the whole municipality is no guess
    /// to pay by.
    pub fn at_woonplek(
        self,
        plek: Woonplek,
        gebruik: Gebruik,
        (dag, bekend_op): (Datum, Moment),
    ) -> Result<Self, WoonplekOnbekend> {
        match plek {
            Woonplek::Gebied(code) => Ok(self.in_gebied(Some(code))),
            Woonplek::Overig => Ok(self.in_gebied(None)),
            Woonplek::Onbekend if self.is_per_gebied(gebruik, dag, bekend_op) => {
                Err(WoonplekOnbekend)
            }
            Woonplek::Onbekend => Ok(self.in_gebied(None)),
        }
    }

    /// Whether an area has a value of its own on a day, for this use.
    fn is_per_gebied(&self, gebruik: Gebruik, dag: Datum, bekend_op: Moment) -> bool {
        let gebieden = self.list_gebieden();
        let parameters = catalogus().parameters().iter();
        let mut gebruikt = parameters.filter(|parameter| parameter.gebruik.contains(&gebruik));
        gebruikt.any(|parameter| {
            gebieden.iter().any(|gebied| {
                let daar = self.clone().in_gebied(Some(*gebied));
                let vastgesteld = daar.stand_on(parameter, dag, bekend_op);
                let vastgesteld = vastgesteld.vastgesteld();
                vastgesteld.is_some_and(|v| v.gebied.is_some())
            })
        })
    }

    /// The former municipalities for which something was ever decided, each once.
    pub fn list_gebieden(&self) -> Vec<GemeenteCode> {
        let mut gebieden: Vec<_> = self.waarden().iter().filter_map(|v| v.gebied).collect();
        gebieden.sort_unstable();
        gebieden.dedup();
        gebieden
    }
}
