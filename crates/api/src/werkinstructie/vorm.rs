//! The JSON of work rules.

use domain::beleid::catalogus;
use domain::beleid::{Beleid, Sleutel};
use domain::werkinstructie::{
    self, Verhouding, WerkinstructieInvoer, WerkwaardeInvoer, compare_gemeente,
};
use http_base::Fout;
use primitives::{Datum, Moment};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// De werkinstructies van de organisatie.
#[derive(Serialize, ToSchema)]
pub(crate) struct Werkinstructielijst {
    /// De werkinstructies.
    pub(super) werkinstructies: Vec<Werkinstructie>,
}

/// Hoe de organisatie werkt, met wat deze gemeente besloot ernaast.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Werkinstructie {
    /// Kenmerk.
    id: String,
    /// Nummer van de versie die telt; noem het bij een nieuwe versie.
    versie: u32,
    /// Naam.
    titel: String,
    /// Hoe er gewerkt wordt.
    tekst: String,
    /// Eerste dag.
    #[schema(format = Date)]
    van: String,
    /// Eerste dag erna.
    #[schema(format = Date)]
    tot: Option<String>,
    /// Wanneer deze versie is vastgelegd.
    #[schema(format = DateTime)]
    op: String,
    /// Waarover het gaat.
    gegevens: Vec<Werkgegeven>,
}

/// Een gegeven van een werkinstructie.
#[derive(Serialize, ToSchema)]
pub(crate) struct Werkgegeven {
    /// Sleutel.
    #[schema(example = "betaling.inkomsten-doorgeven")]
    sleutel: String,
    /// De waarde die de organisatie zelf bepaalt, als zij dat doet.
    waarde: Option<Value>,
    /// eigen-keuze, wet, niets-besloten, binnen-besluit, gaat-niet-voor of bestaat-niet.
    #[schema(example = "binnen-besluit")]
    verhouding: &'static str,
    /// Het besluit van de gemeente dat voorgaat.
    besluit: Option<String>,
}

/// Een werkinstructie om vast te leggen.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NieuweWerkinstructie {
    /// Naam.
    #[serde(default)]
    titel: String,
    /// Hoe er gewerkt wordt.
    #[serde(default)]
    tekst: String,
    /// Sleutels van de gegevens waarover het gaat.
    #[serde(default)]
    sleutels: Vec<String>,
    /// Waarden die de organisatie zelf bepaalt.
    #[serde(default)]
    waarden: Vec<NieuweWerkwaarde>,
    /// Eerste dag.
    #[serde(default)]
    #[schema(format = Date)]
    van: String,
    /// Eerste dag erna.
    #[serde(default)]
    #[schema(format = Date)]
    tot: String,
}

/// Een volgende versie van een werkinstructie.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NieuweWerkinstructieversie {
    /// De versie die u zag.
    pub(super) versie: u32,
    /// Hoe het wordt.
    pub(super) werkinstructie: NieuweWerkinstructie,
}

/// Een waarde die de organisatie zelf bepaalt.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NieuweWerkwaarde {
    /// Sleutel.
    sleutel: String,
    /// De waarde.
    waarde: String,
}

impl Werkinstructie {
    /// The version that counts, beside the policy of a municipality.
    pub(super) fn new(
        instructie: &werkinstructie::Werkinstructie,
        beleid: &Beleid,
        wanneer: (Datum, Moment),
    ) -> Result<Self, Fout> {
        let versie = &instructie.laatste;
        let gegevens = versie.sleutels.iter();
        Ok(Self {
            id: instructie.id.to_string(),
            versie: versie.nummer,
            titel: versie.titel.clone(),
            tekst: versie.tekst.clone(),
            van: versie.periode.van().to_string(),
            tot: versie.periode.tot().map(|dag| dag.to_string()),
            op: versie.op.to_string(),
            gegevens: gegevens
                .map(|sleutel| Werkgegeven::new(versie, sleutel, beleid, wanneer))
                .collect::<Result<_, Fout>>()?,
        })
    }
}

impl Werkgegeven {
    fn new(
        versie: &werkinstructie::Instructieversie,
        sleutel: &Sleutel,
        beleid: &Beleid,
        wanneer: (Datum, Moment),
    ) -> Result<Self, Fout> {
        let parameter = catalogus().find(sleutel.as_str());
        let verhouding = parameter.map_or(Verhouding::BestaatNiet, |parameter| {
            compare_gemeente(versie, parameter, beleid, wanneer)
        });
        let waarde = versie.find_waarde(sleutel).map(serde_json::to_value);
        Ok(Self {
            sleutel: sleutel.to_string(),
            waarde: waarde.transpose().map_err(Fout::storing)?,
            verhouding: match verhouding {
                Verhouding::EigenKeuze => "eigen-keuze",
                Verhouding::Wet => "wet",
                Verhouding::NietsBesloten(_) => "niets-besloten",
                Verhouding::Binnen(_) => "binnen-besluit",
                Verhouding::GaatNietVoor(_) => "gaat-niet-voor",
                Verhouding::BestaatNiet => "bestaat-niet",
            },
            besluit: match verhouding {
                Verhouding::Binnen(v) | Verhouding::GaatNietVoor(v) => Some(v.besluit.to_string()),
                _ => None,
            },
        })
    }
}

impl From<NieuweWerkinstructie> for WerkinstructieInvoer {
    fn from(nieuw: NieuweWerkinstructie) -> Self {
        let waarde = |waarde: NieuweWerkwaarde| WerkwaardeInvoer {
            sleutel: waarde.sleutel,
            waarde: waarde.waarde,
        };
        Self {
            titel: nieuw.titel,
            tekst: nieuw.tekst,
            sleutels: nieuw.sleutels,
            waarden: nieuw.waarden.into_iter().map(waarde).collect(),
            van: nieuw.van,
            tot: nieuw.tot,
        }
    }
}
