//! The mandate register: who may decide what, on whose behalf, and when two people are needed. Awb arts 10:3, 10:10, 10:11.

use primitives::{Datum, Geld};
use serde::{Deserialize, Serialize};

use super::handeling::keuze;
use super::{Besluitsoort, Besluitvoorstel};
use crate::bevoegdheid::Rol;
use crate::gemeente::Uitvoeringsvorm;
use crate::recht::Regeling;

/// On whose behalf a decision is taken. Participatiewet arts 7 lid 4 and 8c; Awb arts 10:10 and 10:13.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Namens {
    /// The board of the joint organisation decides itself (delegated).
    DagelijksBestuur,
    /// In the name of the college (mandated).
    College,
    /// The college decides itself; this is advice.
    AdviesAanCollege,
}

keuze!(Namens {
    DagelijksBestuur => "dagelijks-bestuur", "het dagelijks bestuur";
    College => "college", "burgemeester en wethouders";
    AdviesAanCollege => "advies-aan-college", "advies aan burgemeester en wethouders";
});

/// When a second person must decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VierOgen {
    /// Always.
    Altijd,
    /// Where something was weighed.
    BijAfweging,
    /// Never, whatever was weighed.
    Nooit,
}

keuze!(VierOgen {
    Altijd => "altijd", "altijd";
    BijAfweging => "bij-afweging", "als er iets is afgewogen";
    Nooit => "nooit", "nooit";
});

/// One row of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mandaat {
    /// About which benefit.
    pub regeling: Regeling,
    /// About which decision.
    pub besluit: Besluitsoort,
    /// Who may decide.
    pub rol: Rol,
    /// When a second person is needed.
    pub vier_ogen: VierOgen,
    /// And always from this amount on.
    pub vier_ogen_vanaf: Option<Geld>,
    /// The first day.
    pub van: Datum,
    /// The first day on which it holds no more.
    pub tot: Option<Datum>,
    /// The mandate decision, or that it is an example.
    pub bron: String,
}

/// The register of a municipality.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mandaatregister(Vec<Mandaat>);

/// Nobody with this role may take this decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("het mandaatregister geeft uw rol dit besluit niet")]
pub struct MandaatOntbreekt;

impl Namens {
    /// The organ that goes with how the municipality has the law executed.
    pub const fn of(vorm: Uitvoeringsvorm) -> Self {
        match vorm {
            Uitvoeringsvorm::Gedelegeerd => Self::DagelijksBestuur,
            Uitvoeringsvorm::Gemandateerd => Self::College,
            Uitvoeringsvorm::Advies => Self::AdviesAanCollege,
        }
    }
}

impl Mandaat {
    /// Whether a second person must take this decision.
    pub fn needs_vier_ogen(&self, voorstel: &Besluitvoorstel) -> bool {
        self.needs_tweede_persoon(voorstel.bedrag, !voorstel.afwegingen.is_empty())
    }

    /// Whether a second person must take a decision about this amount, in which something was weighed or not.
    pub fn needs_tweede_persoon(&self, bedrag: Option<Geld>, is_afgewogen: bool) -> bool {
        let is_hoog = self
            .vier_ogen_vanaf
            .zip(bedrag)
            .is_some_and(|(vanaf, bedrag)| bedrag >= vanaf);
        is_hoog
            || match self.vier_ogen {
                VierOgen::Altijd => true,
                VierOgen::BijAfweging => is_afgewogen,
                VierOgen::Nooit => false,
            }
    }
}

impl Mandaatregister {
    /// The rows as they were recorded.
    pub const fn new(mandaten: Vec<Mandaat>) -> Self {
        Self(mandaten)
    }

    /// The rows.
    pub fn list(&self) -> &[Mandaat] {
        &self.0
    }

    /// The row by which one of these roles may take this decision on a day.
    pub fn find(
        &self,
        regeling: Regeling,
        besluit: Besluitsoort,
        dag: Datum,
        rollen: &[Rol],
    ) -> Result<&Mandaat, MandaatOntbreekt> {
        let last_for = |rol: &Rol| {
            let past = |mandaat: &&Mandaat| {
                mandaat.regeling == regeling
                    && mandaat.besluit == besluit
                    && mandaat.rol == *rol
                    && mandaat.van <= dag
            };
            let rijen = self.0.iter().filter(past);
            // A later row takes the place of an earlier one, also where it has ended.
            rijen
                .max_by_key(|mandaat| mandaat.van)
                .filter(|mandaat| mandaat.tot.is_none_or(|tot| dag < tot))
        };
        rollen.iter().find_map(last_for).ok_or(MandaatOntbreekt)
    }
}
