//! The decision on an objection.

use primitives::Datum;
use serde::{Deserialize, Serialize};

use crate::aanvraag::{Namens, keuze};
use crate::bevoegdheid::Rol;

/// What comes of an objection. Awb art. 7:11.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bezwaaruitkomst {
    /// Who objects is right: the decision is withdrawn, and another one takes its place where that is needed.
    Gegrond,
    /// The decision stays.
    Ongegrond,
    /// The objection is not judged: too late, or something is missing in it.
    NietOntvankelijk,
}

keuze!(Bezwaaruitkomst {
    Gegrond => "gegrond", "Gegrond: de indiener krijgt gelijk";
    Ongegrond => "ongegrond", "Ongegrond: het besluit blijft";
    NietOntvankelijk => "niet-ontvankelijk", "Niet-ontvankelijk: het bezwaar wordt niet beoordeeld";
});

/// A decision on an objection as it was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Bezwaarbesluit {
    /// On which day.
    pub besloten_op: Datum,
    /// What.
    pub uitkomst: Bezwaaruitkomst,
    /// Why, for who objected. Awb art. 7:12 lid 1.
    pub motivering: String,
    /// What takes the place of the first decision, in words; only where the objection is gegrond. Awb art. 7:11 lid 2.
    pub in_plaats_daarvan: Option<String>,
    /// The number of the act with the new calculation that takes the place of the first decision; only where the objection is
    /// gegrond.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heroverweging: Option<u32>,
    /// Why being late is excusable; only where it was late and is judged all the same. Awb art. 6:11.
    pub verschoonbaar: Option<String>,
    /// On whose behalf.
    pub namens: Namens,
    /// The role by which the mandate was given.
    pub rol: Rol,
    /// Whether somebody else than who made the new calculation had to decide.
    #[serde(default)]
    pub vier_ogen: bool,
}
