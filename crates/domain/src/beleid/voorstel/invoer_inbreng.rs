//! Advice, the answer to it, and a reason, as typed.

use primitives::{Datum, Veldfouten};
use serde::Deserialize;

use super::{Inbreng, Inbrengsoort, Reactie, Strekking};
use crate::beleid::Notatie;
use crate::beleid::lezer::Lezer;

/// Advice or a view as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct InbrengInvoer {
    /// Code of the [`Inbrengsoort`].
    pub soort: String,
    /// Who gave it.
    pub van: String,
    /// On which day.
    pub datum: String,
    /// Code of the [`Strekking`].
    pub strekking: String,
    /// What it comes down to.
    pub tekst: String,
}

/// The answer of the college as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct ReactieInvoer {
    /// On which day.
    pub datum: String,
    /// What the college says.
    pub tekst: String,
}

/// A reason as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct RedenInvoer {
    /// Why.
    pub reden: String,
}

impl InbrengInvoer {
    /// Reads advice that was given by `vandaag`; every fault at once.
    pub fn parse(&self, notatie: Notatie, vandaag: Datum) -> Result<Inbreng, Veldfouten> {
        let mut lezer = Lezer::new(notatie);
        let soort = Inbrengsoort::from_code(self.soort.trim());
        if soort.is_none() {
            lezer
                .controle
                .refuse("soort", "kies of dit een advies of een zienswijze is");
        }
        let van = lezer.parse_regel("van", &self.van, 120);
        let datum = parse_gegeven_op(&mut lezer, &self.datum, vandaag);
        let strekking = Strekking::from_code(self.strekking.trim());
        if strekking.is_none() {
            lezer
                .controle
                .refuse("strekking", "kies waar het op neerkomt");
        }
        let tekst = lezer.parse_tekst("tekst", &self.tekst);
        lezer.controle.finish()?;
        match (soort, van, datum, strekking, tekst) {
            (Some(soort), Some(van), Some(datum), Some(strekking), Some(tekst)) => Ok(Inbreng {
                soort,
                van,
                datum,
                strekking,
                tekst,
            }),
            _ => Err(Veldfouten::single("", "dit is niet volledig")),
        }
    }
}

impl ReactieInvoer {
    /// Reads the answer to act `op_handeling`, given by `vandaag`; every fault at once.
    pub fn parse(
        &self,
        op_handeling: u32,
        notatie: Notatie,
        vandaag: Datum,
    ) -> Result<Reactie, Veldfouten> {
        let mut lezer = Lezer::new(notatie);
        let datum = parse_gegeven_op(&mut lezer, &self.datum, vandaag);
        let tekst = lezer.parse_tekst("tekst", &self.tekst);
        lezer.controle.finish()?;
        match (datum, tekst) {
            (Some(datum), Some(tekst)) => Ok(Reactie {
                op_handeling,
                datum,
                tekst,
            }),
            _ => Err(Veldfouten::single("", "de reactie is niet volledig")),
        }
    }
}

impl RedenInvoer {
    /// Reads the reason.
    pub fn parse(&self) -> Result<String, Veldfouten> {
        let mut lezer = Lezer::new(Notatie::Formulier);
        let reden = lezer.parse_regel("reden", &self.reden, 400);
        lezer.controle.finish()?;
        reden.ok_or_else(|| Veldfouten::single("reden", "vul dit in"))
    }
}

/// A day that is not in the future.
fn parse_gegeven_op(lezer: &mut Lezer, tekst: &str, vandaag: Datum) -> Option<Datum> {
    let datum = lezer.parse_datum("datum", tekst);
    if datum.is_some_and(|datum| datum > vandaag) {
        let melding = "deze dag ligt in de toekomst: leg het vast als het er is";
        lezer.controle.refuse("datum", melding);
    }
    datum
}
