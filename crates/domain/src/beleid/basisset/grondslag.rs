//! On which base a proposal or decision rests, and why it deviates where it does.

use primitives::{BasissetId, BesluitId, Datum, Veldfouten};
use serde::Deserialize;

use super::Basisversie;
use crate::beleid::catalogus::Parameter;
use crate::beleid::invoer::{Omgeving, WaardeInvoer};
use crate::beleid::lezer::Lezer;
use crate::beleid::{Orgaan, Sleutel, VoorstelInvoer, Waarde};

/// A reason is a few sentences.
const REDEN_MAX: usize = 1000;

/// The version of a base on which a proposal or decision rests, with a reason for each deviation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grondslag {
    /// The set.
    pub basisset: BasissetId,
    /// The name of the set.
    pub naam: String,
    /// The version.
    pub versie: u16,
    /// Where it deviates and why, in the order of the base.
    pub afwijkingen: Vec<Afwijking>,
}

/// A deviation from the base with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Afwijking {
    /// The parameter.
    pub sleutel: Sleutel,
    /// Why the municipality wants something else.
    pub reden: String,
}

/// A decision that rests on a base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Besluitgrondslag {
    /// The decision.
    pub besluit: BesluitId,
    /// The base.
    pub grondslag: Grondslag,
}

/// The base of a proposal as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct GrondslagInvoer {
    /// The id of the set.
    pub basisset: String,
    /// The version.
    pub versie: String,
    /// Why the proposal deviates, for each parameter for which it does.
    pub afwijkingen: Vec<RedenVanAfwijking>,
}

/// The reason of a deviation as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct RedenVanAfwijking {
    /// The key of the parameter.
    pub sleutel: String,
    /// Why.
    pub reden: String,
}

impl Grondslag {
    /// The reason for a deviation, if one was given.
    pub fn find_reden(&self, sleutel: &Sleutel) -> Option<&str> {
        let afwijking = self.afwijkingen.iter().find(|a| a.sleutel == *sleutel)?;
        Some(&afwijking.reden)
    }

    /// As somebody would type it.
    pub fn to_invoer(&self) -> GrondslagInvoer {
        let reden = |afwijking: &Afwijking| RedenVanAfwijking {
            sleutel: afwijking.sleutel.to_string(),
            reden: afwijking.reden.clone(),
        };
        GrondslagInvoer {
            basisset: self.basisset.to_string(),
            versie: self.versie.to_string(),
            afwijkingen: self.afwijkingen.iter().map(reden).collect(),
        }
    }
}

impl GrondslagInvoer {
    /// Which version of which set is meant; none where the texts name none.
    pub fn parse_verwijzing(&self) -> Option<(BasissetId, u16)> {
        let basisset = BasissetId::parse(self.basisset.trim()).ok()?;
        Some((basisset, self.versie.trim().parse().ok()?))
    }

    /// Reads the base of a proposal to `orgaan`. Where something else than the base would hold after it, a reason is
    /// due; every fault at once, each at `grondslag.<sleutel>`.
    pub fn parse(
        &self,
        basis: &Basisversie,
        orgaan: Orgaan,
        voorstel: &VoorstelInvoer,
        omgeving: Omgeving<'_>,
    ) -> Result<Grondslag, Veldfouten> {
        let mut lezer = Lezer::new(omgeving.notatie);
        // A day that is none is refused with the text of the proposal itself.
        let dag = omgeving.notatie.parse_datum(&voorstel.inwerkingtreding);
        let dag = dag.unwrap_or(basis.tekst.vanaf);
        let mut afwijkingen = Vec::new();
        for (parameter, eigen) in basis.tekst.waarden_of(orgaan, dag) {
            let straks = Straks::of(voorstel, parameter, dag, omgeving);
            if straks.is(&eigen.waarde) {
                continue;
            }
            let veld = format!("grondslag.{}", parameter.sleutel);
            let reden = self.find_reden(&parameter.sleutel);
            if reden.is_empty() {
                let basiswaarde = parameter.render(&eigen.waarde);
                let melding = format!(
                    "dit wijkt af van de basis ({basiswaarde}): schrijf op waarom uw gemeente afwijkt"
                );
                lezer.controle.refuse(veld, melding);
            } else if let Some(reden) = lezer.parse_regel(&veld, reden, REDEN_MAX) {
                let sleutel = parameter.sleutel.clone();
                afwijkingen.push(Afwijking { sleutel, reden });
            }
        }
        lezer.controle.finish()?;
        Ok(Grondslag {
            basisset: basis.basisset,
            naam: basis.naam.clone(),
            versie: basis.versie,
            afwijkingen,
        })
    }

    fn find_reden(&self, sleutel: &Sleutel) -> &str {
        let reden = self
            .afwijkingen
            .iter()
            .find(|r| r.sleutel.trim() == sleutel.as_str());
        reden.map_or("", |r| r.reden.trim())
    }
}

/// What would hold for a parameter in the whole municipality after a proposal.
enum Straks<'a> {
    Voorgesteld(Waarde),
    Blijft(Option<&'a Waarde>),
    /// The proposed text is no value; that is told at its own field.
    Onleesbaar,
}

impl<'a> Straks<'a> {
    fn of(
        voorstel: &VoorstelInvoer,
        parameter: &'a Parameter,
        dag: Datum,
        omgeving: Omgeving<'a>,
    ) -> Self {
        let is_dit = |sleutel: &str| sleutel.trim() == parameter.sleutel.as_str();
        let voorgesteld = |w: &&WaardeInvoer| is_dit(&w.sleutel) && w.gebied.trim().is_empty();
        if let Some(nieuw) = voorstel.waarden.iter().find(voorgesteld) {
            let waarde = omgeving
                .notatie
                .parse_waarde(parameter.soort, &nieuw.waarde);
            return waarde.map_or(Self::Onleesbaar, Self::Voorgesteld);
        }
        if voorstel.intrekkingen.iter().any(|i| is_dit(&i.sleutel)) {
            return Self::Blijft(None);
        }
        let stand = omgeving
            .beleid
            .stand_on(parameter, dag, primitives::Moment::MAX);
        Self::Blijft(stand.vastgesteld().and_then(|v| v.waarde.as_ref()))
    }

    fn is(&self, basis: &Waarde) -> bool {
        match self {
            Self::Voorgesteld(waarde) => waarde == basis,
            Self::Blijft(waarde) => *waarde == Some(basis),
            Self::Onleesbaar => true,
        }
    }
}
