//! What holds on a day, or what a base says, as lines of a file.

use primitives::{Datum, GemeenteCode, Moment};

use crate::beleid::catalogus::{Parameter, catalogus};
use crate::beleid::gelding::Vastgesteld;
use crate::beleid::{Basisversie, Beleid, Orgaan, Waarde};
use crate::gemeente::Gebied;

/// A file of policy.
#[derive(Clone, Debug, PartialEq)]
pub struct Beleidsbestand {
    /// Whose policy it is.
    pub bron: Bestandsbron,
    /// The day on which it holds, or from which a base is meant to hold.
    pub peildatum: Datum,
    /// A line for each value, in the order of the catalogue.
    pub regels: Vec<Beleidsregel>,
}

/// Whose policy a file has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bestandsbron {
    /// What a municipality decided.
    Gemeente(GemeenteCode),
    /// A version of a shared base.
    Basisset {
        /// The name of the set.
        naam: String,
        /// The version.
        versie: u16,
    },
}

/// One value in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Beleidsregel {
    /// The parameter.
    pub parameter: &'static Parameter,
    /// The former municipality for whose area it holds; none for the whole municipality.
    pub gebied: Option<GemeenteCode>,
    /// The value.
    pub waarde: Waarde,
    /// The first day.
    pub van: Datum,
    /// The first day after it.
    pub tot: Option<Datum>,
    /// Who decides.
    pub orgaan: Option<Orgaan>,
    /// The decision as people cite it; none in a base.
    pub besluit: Option<String>,
    /// Why this value; in a base only.
    pub uitleg: Option<String>,
}

impl Beleidsbestand {
    /// What was decided and holds in a municipality and its areas on a day, as known on a moment.
    pub fn of_beleid(
        gemeente: GemeenteCode,
        beleid: &Beleid,
        gebieden: &[Gebied],
        (peildatum, bekend_op): (Datum, Moment),
    ) -> Self {
        let plekken = [None].into_iter();
        let plekken: Vec<_> = plekken
            .chain(gebieden.iter().map(|g| Some(g.code)))
            .collect();
        let plaatsen: Vec<(Option<GemeenteCode>, Beleid)> = plekken
            .into_iter()
            .map(|plek| (plek, beleid.clone().in_gebied(plek)))
            .collect();
        let regels = catalogus().parameters().iter().flat_map(|parameter| {
            plaatsen.iter().filter_map(move |(gebied, beleid)| {
                let stand = beleid.stand_on(parameter, peildatum, bekend_op);
                // In an area only what was decided for that area; the rest has a line of its own.
                let eigen = stand.vastgesteld().filter(|v| v.gebied == *gebied)?;
                Beleidsregel::of_vastgesteld(parameter, eigen)
            })
        });
        Self {
            bron: Bestandsbron::Gemeente(gemeente),
            peildatum,
            regels: regels.collect(),
        }
    }

    /// What a version of a base says.
    pub fn of_basis(basis: &Basisversie) -> Self {
        let vanaf = basis.tekst.vanaf;
        let regel = |parameter: &'static Parameter| {
            let eigen = basis.tekst.find(&parameter.sleutel)?;
            Some(Beleidsregel {
                parameter,
                gebied: None,
                waarde: eigen.waarde.clone(),
                van: vanaf,
                tot: None,
                orgaan: parameter.regime_on(vanaf).and_then(|r| r.bevoegd.orgaan()),
                besluit: None,
                uitleg: eigen.uitleg.clone(),
            })
        };
        Self {
            bron: Bestandsbron::Basisset {
                naam: basis.naam.clone(),
                versie: basis.versie,
            },
            peildatum: vanaf,
            regels: catalogus().parameters().iter().filter_map(regel).collect(),
        }
    }
}

impl Beleidsregel {
    fn of_vastgesteld(parameter: &'static Parameter, vastgesteld: &Vastgesteld) -> Option<Self> {
        let besluit = &vastgesteld.besluit;
        Some(Self {
            parameter,
            gebied: vastgesteld.gebied,
            waarde: vastgesteld.waarde.clone()?,
            van: vastgesteld.periode.van(),
            tot: vastgesteld.periode.tot(),
            orgaan: Some(besluit.orgaan),
            besluit: Some(format!(
                "{} {}",
                besluit.orgaan.besluitnaam(),
                besluit.nummer
            )),
            uitleg: None,
        })
    }

    /// The row of a table in an ordinance, such as a household type; empty for a parameter of its own.
    pub fn rij(&self) -> &'static str {
        let plek = self.parameter.tabel.as_ref();
        plek.map_or("", |plek| plek.rij.as_str())
    }
}
