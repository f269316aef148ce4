//! The forms of the JSON about files of policy and shared bases.

use domain::beleid::{
    Basisversie, Basiswaarde, Orgaan, Proefrapport, Proefregel, Uitslag, VoorstelInvoer,
    WaardeInvoer,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Een bestand om te proberen.
#[derive(Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NieuweProef {
    /// yaml of xlsx.
    #[serde(default)]
    #[schema(example = "yaml")]
    pub(super) formaat: String,
    /// Het bestand in base64; ten hoogste 1 MB.
    #[serde(default)]
    #[schema(format = Byte)]
    pub(super) inhoud: String,
    /// De dag waarop het moet ingaan.
    #[serde(default)]
    #[schema(format = Date, example = "2027-01-01")]
    pub(super) inwerkingtreding: String,
}

/// Wat een bestand zou wijzigen.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Proef {
    nieuw: usize,
    gewijzigd: usize,
    ongewijzigd: usize,
    geweigerd: usize,
    /// Of alles klopt en er iets wijzigt.
    over_te_nemen: bool,
    /// Elke regel van het bestand, in zijn volgorde.
    regels: Vec<Proefuitslag>,
    /// Wat er mis is buiten de regels.
    fouten: Vec<Proeffout>,
    /// Per orgaan wat er als voorstel kan worden opgesteld.
    voorstellen: Vec<Proefvoorstel>,
}

/// Wat er van een regel wordt.
#[derive(Serialize, ToSchema)]
pub(crate) struct Proefuitslag {
    /// Plaats in het bestand: de regel van de tekst of de rij van het blad.
    regel: u64,
    /// Sleutel, zoals die er staat.
    sleutel: String,
    /// Gebied, zoals het er staat; leeg voor de hele gemeente.
    gebied: String,
    /// nieuw, gewijzigd, ongewijzigd of geweigerd.
    #[schema(example = "gewijzigd")]
    uitslag: &'static str,
    /// Wat nu geldt, als er iets anders geldt.
    was: Option<String>,
    /// Wat het bestand zegt.
    wordt: Option<String>,
    /// Elke fout van een geweigerde regel.
    fouten: Vec<Proeffout>,
}

/// Een veld met wat er mis mee is.
#[derive(Serialize, ToSchema)]
pub(crate) struct Proeffout {
    /// Naam van het veld.
    veld: String,
    /// Wat er mis is, met de regel.
    melding: String,
}

/// De waarden voor een voorstel aan een orgaan.
#[derive(Serialize, ToSchema)]
pub(crate) struct Proefvoorstel {
    /// raad of college.
    orgaan: &'static str,
    /// De waarden die wijzigen.
    waarden: Vec<Proefwaarde>,
}

/// Een waarde voor een voorstel.
#[derive(Serialize, ToSchema)]
pub(crate) struct Proefwaarde {
    sleutel: String,
    waarde: String,
    /// Leeg: vanaf de dag waarop het ingaat.
    van: String,
    /// Leeg: zonder einde.
    tot: String,
    /// Leeg: de hele gemeente.
    gebied: String,
}

impl From<&Proefrapport> for Proef {
    fn from(rapport: &Proefrapport) -> Self {
        Self {
            nieuw: rapport.nieuw(),
            gewijzigd: rapport.gewijzigd(),
            ongewijzigd: rapport.ongewijzigd(),
            geweigerd: rapport.geweigerd(),
            over_te_nemen: rapport.is_over_te_nemen(),
            regels: rapport.regels.iter().map(Proefuitslag::from).collect(),
            fouten: rapport
                .fouten
                .iter()
                .map(|fout| Proeffout::new(&fout.veld, &fout.melding))
                .collect(),
            voorstellen: rapport
                .voorstellen
                .iter()
                .map(Proefvoorstel::from)
                .collect(),
        }
    }
}

impl From<&Proefregel> for Proefuitslag {
    fn from(regel: &Proefregel) -> Self {
        let (was, wordt, fouten) = match &regel.uitslag {
            Uitslag::Nieuw { wordt } => (None, Some(wordt.to_string()), Vec::new()),
            Uitslag::Gewijzigd { was, wordt } => {
                let (was, wordt) = (was.0.to_string(), wordt.0.to_string());
                (Some(was), Some(wordt), Vec::new())
            }
            Uitslag::Ongewijzigd => (None, None, Vec::new()),
            Uitslag::Geweigerd(fouten) => {
                let fouten = fouten.iter();
                let fouten = fouten.map(|f| Proeffout::new(&f.veld, &f.melding));
                (None, None, fouten.collect())
            }
        };
        Self {
            regel: regel.plaats,
            sleutel: regel.sleutel.clone(),
            gebied: regel.gebied.clone(),
            uitslag: regel.uitslag.naam(),
            was,
            wordt,
            fouten,
        }
    }
}

impl Proeffout {
    fn new(veld: &str, melding: &str) -> Self {
        Self {
            veld: veld.to_owned(),
            melding: melding.to_owned(),
        }
    }
}

impl From<&(Orgaan, VoorstelInvoer)> for Proefvoorstel {
    fn from((orgaan, invoer): &(Orgaan, VoorstelInvoer)) -> Self {
        let waarde = |w: &WaardeInvoer| Proefwaarde {
            sleutel: w.sleutel.clone(),
            waarde: w.waarde.clone(),
            van: w.van.clone(),
            tot: w.tot.clone(),
            gebied: w.gebied.clone(),
        };
        Self {
            orgaan: orgaan.code(),
            waarden: invoer.waarden.iter().map(waarde).collect(),
        }
    }
}

/// De gezamenlijke basissets die zijn gepubliceerd.
#[derive(Serialize, ToSchema)]
pub(crate) struct Basissetlijst {
    /// Elke versie, op naam, de nieuwste van elke basisset eerst.
    pub(super) versies: Vec<Basissetversie>,
}

/// Een gepubliceerde versie van een basisset. Zij verandert niet en bindt niemand.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Basissetversie {
    /// Kenmerk van de basisset.
    basisset: String,
    /// Naam van de basisset.
    naam: String,
    /// Nummer van de versie, vanaf 1.
    versie: u16,
    /// Dag vanaf wanneer de gemeenten het willen laten gelden.
    #[schema(format = Date)]
    vanaf: String,
    /// CBS-codes van de gemeenten die meedoen.
    leden: Vec<String>,
    /// Waar het over gaat en waarom.
    toelichting: Option<String>,
    /// De waarden.
    waarden: Vec<Basissetwaarde>,
    /// Wanneer deze versie is gepubliceerd.
    #[schema(format = DateTime)]
    gepubliceerd_op: String,
}

/// Een waarde van een basisset.
#[derive(Serialize, ToSchema)]
pub(crate) struct Basissetwaarde {
    /// Sleutel van het gegeven.
    sleutel: String,
    /// De waarde als tekst, in dezelfde vorm als in een bestand.
    waarde: String,
    /// Waarom deze waarde.
    uitleg: Option<String>,
}

impl From<&Basiswaarde> for Basissetwaarde {
    fn from(basis: &Basiswaarde) -> Self {
        Self {
            sleutel: basis.sleutel.to_string(),
            waarde: basis.waarde.to_string(),
            uitleg: basis.uitleg.clone(),
        }
    }
}

impl From<&Basisversie> for Basissetversie {
    fn from(versie: &Basisversie) -> Self {
        let tekst = &versie.tekst;
        Self {
            basisset: versie.basisset.to_string(),
            naam: versie.naam.clone(),
            versie: versie.versie,
            vanaf: tekst.vanaf.to_string(),
            leden: tekst.leden.iter().map(ToString::to_string).collect(),
            toelichting: tekst.toelichting.clone(),
            waarden: tekst.waarden.iter().map(Basissetwaarde::from).collect(),
            gepubliceerd_op: versie.gepubliceerd_op.to_string(),
        }
    }
}
