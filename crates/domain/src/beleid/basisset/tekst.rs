//! What a base says, and a version of it that was published.

use primitives::{BasissetId, Datum, GemeenteCode, Moment, datum_kort};

use super::invoer::{BasisInvoer, BasiswaardeInvoer};
use crate::beleid::catalogus::{Parameter, catalogus};
use crate::beleid::{Notatie, Orgaan, Sleutel, Waarde};

/// The text of a base: for whom, from when, which values and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basistekst {
    /// What it is about and why.
    pub toelichting: Option<String>,
    /// The day from which the members mean to let it hold.
    pub vanaf: Datum,
    /// The municipalities that work it out together, in order of code; at least two.
    pub leden: Vec<GemeenteCode>,
    /// The values, each parameter once. They hold for a whole municipality, never for an area.
    pub waarden: Vec<Basiswaarde>,
}

/// One value of a base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basiswaarde {
    /// The parameter.
    pub sleutel: Sleutel,
    /// The value.
    pub waarde: Waarde,
    /// Why this value.
    pub uitleg: Option<String>,
}

/// A version of a base as it was published. It never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basisversie {
    /// The set.
    pub basisset: BasissetId,
    /// The name of the set.
    pub naam: String,
    /// The number of the version, from 1.
    pub versie: u16,
    /// What it says.
    pub tekst: Basistekst,
    /// When it was published.
    pub gepubliceerd_op: Moment,
    /// Name of who published it.
    pub gepubliceerd_door: String,
}

impl Basistekst {
    /// The value for a parameter, if the base has one.
    pub fn find(&self, sleutel: &Sleutel) -> Option<&Basiswaarde> {
        self.waarden.iter().find(|w| w.sleutel == *sleutel)
    }

    /// The values about which `orgaan` decides on a day, each with its parameter.
    pub fn waarden_of(
        &self,
        orgaan: Orgaan,
        op: Datum,
    ) -> impl Iterator<Item = (&'static Parameter, &Basiswaarde)> {
        self.waarden.iter().filter_map(move |waarde| {
            let parameter = catalogus().find(waarde.sleutel.as_str())?;
            let regime = parameter.regime_on(op)?;
            regime.bevoegd.is(orgaan).then_some((parameter, waarde))
        })
    }

    /// Whether a municipality works it out too.
    pub fn has_lid(&self, gemeente: GemeenteCode) -> bool {
        self.leden.contains(&gemeente)
    }

    /// The text as somebody would type it.
    pub fn to_invoer(&self, naam: &str, notatie: Notatie) -> BasisInvoer {
        let waarde = |basis: &Basiswaarde| BasiswaardeInvoer {
            sleutel: basis.sleutel.to_string(),
            waarde: match notatie {
                Notatie::Formulier => basis.waarde.invoer_nl(),
                Notatie::Uitwisseling => basis.waarde.to_string(),
            },
            uitleg: basis.uitleg.clone().unwrap_or_default(),
        };
        BasisInvoer {
            naam: naam.to_owned(),
            toelichting: self.toelichting.clone().unwrap_or_default(),
            vanaf: match notatie {
                Notatie::Formulier => datum_kort(self.vanaf),
                Notatie::Uitwisseling => self.vanaf.to_string(),
            },
            leden: self.leden.iter().map(ToString::to_string).collect(),
            waarden: self.waarden.iter().map(waarde).collect(),
        }
    }
}
