//! The JSON of a base that is being worked out.

use domain::beleid::{self, BasisInvoer, Basissetstand, BasiswaardeInvoer};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::bestandvorm::Basissetwaarde;

/// Een basisset met de tekst waaraan de leden werken.
#[derive(Serialize, ToSchema)]
pub(crate) struct Basisset {
    /// Kenmerk.
    pub(super) id: String,
    /// Naam.
    naam: String,
    /// concept of gepubliceerd.
    stand: &'static str,
    /// Nummer van de versie waaraan gewerkt wordt, of die het laatst is gepubliceerd.
    versie: u16,
    /// Hoe vaak er iets mee gebeurde; noem dit getal bij een wijziging en bij de publicatie.
    bewerking: u32,
    /// Waar het over gaat en waarom.
    toelichting: Option<String>,
    /// Dag vanaf wanneer de gemeenten het willen laten gelden.
    #[schema(format = Date)]
    vanaf: String,
    /// CBS-codes van de gemeenten die meedoen.
    leden: Vec<String>,
    /// De waarden.
    waarden: Vec<Basissetwaarde>,
}

/// Een basisset om op te stellen.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NieuweBasisset {
    /// Naam; zij blijft dezelfde.
    #[serde(default)]
    naam: String,
    /// De tekst.
    #[serde(flatten)]
    tekst: NieuweBasistekst,
}

/// Wat een basisset zegt.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NieuweBasistekst {
    /// Waar het over gaat en waarom.
    #[serde(default)]
    toelichting: String,
    /// Dag vanaf wanneer de gemeenten het willen laten gelden.
    #[serde(default)]
    #[schema(format = Date)]
    vanaf: String,
    /// CBS-codes van de gemeenten die meedoen.
    #[serde(default)]
    leden: Vec<String>,
    /// De waarden.
    #[serde(default)]
    waarden: Vec<NieuweBasiswaarde>,
}

/// Een waarde om in een basisset te zetten.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NieuweBasiswaarde {
    /// Sleutel van het gegeven.
    #[serde(default)]
    sleutel: String,
    /// De waarde als tekst.
    #[serde(default)]
    waarde: String,
    /// Waarom deze waarde.
    #[serde(default)]
    uitleg: String,
}

/// Een nieuwe tekst in plaats van de vorige; na een publicatie begint daarmee de volgende versie.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NieuweBasiswijziging {
    /// De bewerking die u zag.
    pub(super) bewerking: u32,
    /// De tekst.
    pub(super) tekst: NieuweBasistekst,
}

/// De publicatie van een basisset door iemand die er niet aan schreef.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NieuweBasispublicatie {
    /// De bewerking die u zag.
    pub(super) bewerking: u32,
}

impl From<&beleid::Basisset> for Basisset {
    fn from(set: &beleid::Basisset) -> Self {
        let tekst = set.tekst();
        Self {
            id: set.kop().id.to_string(),
            naam: set.kop().naam.clone(),
            stand: match set.stand() {
                Basissetstand::Concept => "concept",
                Basissetstand::Gepubliceerd => "gepubliceerd",
            },
            versie: set.versie(),
            bewerking: set.bewerking(),
            toelichting: tekst.toelichting.clone(),
            vanaf: tekst.vanaf.to_string(),
            leden: tekst.leden.iter().map(ToString::to_string).collect(),
            waarden: tekst.waarden.iter().map(Basissetwaarde::from).collect(),
        }
    }
}

impl From<NieuweBasistekst> for BasisInvoer {
    /// Without a name: that of a base stays the same.
    fn from(nieuw: NieuweBasistekst) -> Self {
        let waarde = |waarde: NieuweBasiswaarde| BasiswaardeInvoer {
            sleutel: waarde.sleutel,
            waarde: waarde.waarde,
            uitleg: waarde.uitleg,
        };
        Self {
            naam: String::new(),
            toelichting: nieuw.toelichting,
            vanaf: nieuw.vanaf,
            leden: nieuw.leden,
            waarden: nieuw.waarden.into_iter().map(waarde).collect(),
        }
    }
}

impl From<NieuweBasisset> for BasisInvoer {
    fn from(nieuw: NieuweBasisset) -> Self {
        Self {
            naam: nieuw.naam,
            ..Self::from(nieuw.tekst)
        }
    }
}
