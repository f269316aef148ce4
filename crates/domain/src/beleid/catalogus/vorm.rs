//! The written form of the catalogue, and its way into the types.

use primitives::{Datum, Periode};
use serde::Deserialize;

use super::{
    CatalogusError, Gebruik, Grens, Parameter, Regime, Richting, Tabel, Tabelplek, Thema,
    ZonderBesluit,
};
use crate::beleid::{Bevoegd, Sleutel, Soort, Waarde};

/// The file of one theme.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ThemaVorm {
    pub(super) thema: Thema,
    pub(super) tabellen: Vec<Tabel>,
    pub(super) parameters: Vec<ParameterVorm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ParameterVorm {
    nummer: Option<u8>,
    sleutel: Sleutel,
    naam: String,
    uitleg: String,
    soort: Soort,
    eenheid: Option<String>,
    gunstig: Option<Richting>,
    tabel: Option<Sleutel>,
    rij: Option<String>,
    gebruik: Vec<Gebruik>,
    perioden: Vec<RegimeVorm>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RegimeVorm {
    van: Datum,
    tot: Option<Datum>,
    orgaan: Bevoegd,
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

impl ParameterVorm {
    pub(super) fn into_parameter(self, thema: &str) -> Result<Parameter, CatalogusError> {
        let regimes = self
            .perioden
            .into_iter()
            .map(|regime| regime.into_regime(self.soort, &self.sleutel))
            .collect::<Result<_, _>>()?;
        let plek = self.tabel.zip(self.rij);
        Ok(Parameter {
            nummer: self.nummer,
            sleutel: self.sleutel,
            thema: thema.to_owned(),
            naam: self.naam,
            uitleg: self.uitleg,
            soort: self.soort,
            eenheid: self.eenheid,
            gunstig: self.gunstig,
            tabel: plek.map(|(tabel, rij)| Tabelplek { tabel, rij }),
            gebruik: self.gebruik,
            regimes,
        })
    }
}

impl RegimeVorm {
    fn into_regime(self, soort: Soort, sleutel: &Sleutel) -> Result<Regime, CatalogusError> {
        let kapot = |melding: String| CatalogusError::Waarde {
            sleutel: sleutel.clone(),
            melding,
        };
        let periode =
            Periode::try_new(self.van, self.tot).map_err(|fout| kapot(fout.to_string()))?;
        let standaard = self
            .zonder_besluit
            .waarde
            .map(|tekst| Waarde::parse(soort, &tekst));
        let waarde = standaard
            .transpose()
            .map_err(|fout| kapot(fout.to_string()))?;
        Ok(Regime {
            periode,
            bevoegd: self.orgaan,
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
