//! The written form of the catalogue, and its way into the types.

use primitives::{Datum, Periode, PeriodeError};
use serde::Deserialize;

use super::catalogus::{Gebruik, Grens, Parameter, Regime, ZonderBesluit};
use super::{Orgaan, Sleutel, Soort, Waarde, WaardeError};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ParameterVorm {
    sleutel: Sleutel,
    thema: String,
    naam: String,
    uitleg: String,
    soort: Soort,
    eenheid: Option<String>,
    gebruik: Vec<Gebruik>,
    perioden: Vec<RegimeVorm>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RegimeVorm {
    van: Datum,
    tot: Option<Datum>,
    orgaan: Orgaan,
    artikel: String,
    verplicht: bool,
    #[serde(default)]
    grenzen: Vec<Grens>,
    zonder_besluit: ZonderBesluitVorm,
    toelichting: Option<String>,
    gesloten: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ZonderBesluitVorm {
    waarde: Option<String>,
    tekst: String,
}

/// Why the written form of a parameter does not fit the types.
#[derive(Debug, thiserror::Error)]
pub(super) enum VormError {
    #[error("{0}: {1}")]
    Periode(Sleutel, PeriodeError),
    #[error("{0}: {1}")]
    Waarde(Sleutel, WaardeError),
}

impl TryFrom<ParameterVorm> for Parameter {
    type Error = VormError;

    fn try_from(vorm: ParameterVorm) -> Result<Self, VormError> {
        let regimes = vorm
            .perioden
            .into_iter()
            .map(|regime| regime.into_regime(vorm.soort, &vorm.sleutel))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            sleutel: vorm.sleutel,
            thema: vorm.thema,
            naam: vorm.naam,
            uitleg: vorm.uitleg,
            soort: vorm.soort,
            eenheid: vorm.eenheid,
            gebruik: vorm.gebruik,
            regimes,
        })
    }
}

impl RegimeVorm {
    fn into_regime(self, soort: Soort, sleutel: &Sleutel) -> Result<Regime, VormError> {
        let periode = Periode::try_new(self.van, self.tot)
            .map_err(|fout| VormError::Periode(sleutel.clone(), fout))?;
        let standaard = self
            .zonder_besluit
            .waarde
            .map(|tekst| Waarde::parse(soort, &tekst));
        let waarde = standaard
            .transpose()
            .map_err(|fout| VormError::Waarde(sleutel.clone(), fout))?;
        Ok(Regime {
            periode,
            orgaan: self.orgaan,
            artikel: self.artikel,
            is_verplicht: self.verplicht,
            grenzen: self.grenzen,
            zonder_besluit: ZonderBesluit {
                waarde,
                tekst: self.zonder_besluit.tekst,
            },
            toelichting: self.toelichting,
            gesloten: self.gesloten,
        })
    }
}
