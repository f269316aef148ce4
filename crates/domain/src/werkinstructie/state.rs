//! A work rule and its versions.

use primitives::{Datum, Moment, Periode, WerkinstructieId};

use crate::beleid::{Persoon, Sleutel, Waarde};

/// A work rule with every version that was recorded, oldest first; the last counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Werkinstructie {
    /// Its id.
    pub id: WerkinstructieId,
    /// The version that counts.
    pub laatste: Instructieversie,
    /// The versions before it, oldest first.
    pub eerdere: Vec<Instructieversie>,
}

/// A work rule as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instructieversie {
    /// The number of the version, from 1; a form carries it to tell what it was made for.
    pub nummer: u32,
    /// What it is called.
    pub titel: String,
    /// How the organisation works.
    pub tekst: String,
    /// Which parameters it elaborates; those of its values among them.
    pub sleutels: Vec<Sleutel>,
    /// What the organisation sets itself.
    pub waarden: Vec<Werkwaarde>,
    /// From when until when it is worked like this.
    pub periode: Periode,
    /// Who recorded it.
    pub door: Persoon,
    /// When.
    pub op: Moment,
}

/// A value that the organisation sets itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Werkwaarde {
    /// The parameter.
    pub sleutel: Sleutel,
    /// The value.
    pub waarde: Waarde,
}

impl Werkinstructie {
    /// Whether it is worked like this on a day.
    pub fn is_geldig_op(&self, dag: Datum) -> bool {
        self.laatste.periode.contains(dag)
    }

    /// Whether it elaborates a parameter.
    pub fn is_over(&self, sleutel: &Sleutel) -> bool {
        self.laatste.sleutels.contains(sleutel)
    }
}

impl Instructieversie {
    /// The value that it sets for a parameter.
    pub fn find_waarde(&self, sleutel: &Sleutel) -> Option<&Waarde> {
        let waarde = self.waarden.iter().find(|w| w.sleutel == *sleutel);
        waarde.map(|w| &w.waarde)
    }
}
