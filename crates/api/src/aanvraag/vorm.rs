//! An application as the API shows and takes one.

use domain::aanvraag::{Aanvraag as Kern, Aanvraagakte};
use domain::bezwaar::{Besluitinhoud, Bestredenbesluit, Bezwaar, find_geldend};
use primitives::Datum;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// De aanvragen van een inwoner.
#[derive(Serialize, ToSchema)]
pub(super) struct Aanvragenlijst {
    /// De aanvragen, de nieuwste eerst.
    pub(super) aanvragen: Vec<Aanvraag>,
}

/// Een aanvraag.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(rename_all = "camelCase")]
pub(super) struct Aanvraag {
    /// Kenmerk van de aanvraag.
    id: String,
    /// Kenmerk van het dossier.
    dossier: String,
    /// Wat er is aangevraagd, zoals algemene-bijstand.
    regeling: &'static str,
    /// Hoe zij staat, zoals in-behandeling.
    stand: &'static str,
    /// Dag van ontvangst.
    #[schema(format = Date)]
    ontvangen_op: String,
    /// Dag van de melding.
    #[schema(format = Date)]
    gemeld_op: String,
    /// De laatste dag om te beslissen.
    #[schema(format = Date)]
    beslissen_uiterlijk: String,
    /// Hoe die dag is geteld, in zinnen.
    termijnuitleg: Vec<String>,
    /// Het besluit zoals het is genomen; null als er nog geen is.
    besluit: Option<Aanvraagbesluit>,
    /// Wat na een bezwaar in de plaats van het besluit is gekomen; null als dat er niet is.
    vervanging: Option<Aanvraagvervanging>,
    /// Wat er gebeurde, in volgorde.
    handelingen: Vec<Aanvraaghandeling>,
}

/// Een besluit op een aanvraag.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(rename_all = "camelCase")]
pub(super) struct Aanvraagbesluit {
    /// toekenning, gedeeltelijk, afwijzing of buiten-behandeling.
    besluit: &'static str,
    /// Namens welk orgaan.
    namens: &'static str,
    /// Het bedrag, met vakantietoeslag; null als er niets is toegekend.
    bedrag: Option<String>,
    /// De dag van het besluit.
    #[schema(format = Date)]
    besloten_op: String,
    /// De laatste dag voor bezwaar; null zolang het besluit niet bekend is gemaakt.
    #[schema(format = Date)]
    bezwaar_uiterlijk: Option<String>,
}

/// Het besluit dat na een bezwaar in de plaats van het eerste besluit is gekomen.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(rename_all = "camelCase")]
pub(super) struct Aanvraagvervanging {
    /// Kenmerk van het bezwaar.
    bezwaar: String,
    /// toekenning, gedeeltelijk of afwijzing.
    besluit: &'static str,
    /// Vanaf welke dag; null als er niets is toegekend.
    #[schema(format = Date)]
    ingang: Option<String>,
    /// Het bedrag, met vakantietoeslag; null als er niets is toegekend.
    bedrag: Option<String>,
}

/// Een handeling.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(rename_all = "camelCase")]
pub(super) struct Aanvraaghandeling {
    /// Nummer, vanaf 1.
    nummer: usize,
    /// Wat er gebeurde, zoals ontvangen of besloten, met de gegevens van die soort.
    #[schema(value_type = Object)]
    inhoud: Value,
    /// Wie het vastlegde.
    door: String,
    /// Wanneer het is vastgelegd.
    #[schema(format = DateTime)]
    vastgelegd_op: String,
}

/// Een aanvraag die binnenkwam.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(rename_all = "camelCase")]
pub(super) struct NieuweAanvraag {
    /// Wat er is aangevraagd, zoals algemene-bijstand.
    pub(super) regeling: String,
    /// Dag van ontvangst.
    #[schema(format = Date)]
    pub(super) ontvangen_op: String,
    /// Dag van de melding; weglaten is de dag van ontvangst.
    #[schema(format = Date)]
    pub(super) gemeld_op: Option<String>,
    /// digitaal, post of balie.
    pub(super) kanaal: String,
}

impl Aanvraag {
    /// The application as it stands on a day, with the objections to decisions about the resident.
    pub(super) fn on(kern: &Kern, bezwaren: &[Bezwaar], vandaag: Datum) -> Self {
        let kop = kern.kop();
        let termijn = kern.beslistermijn(vandaag);
        let handelingen = (1..).zip(kern.akten());
        Self {
            id: kop.id.to_string(),
            dossier: kop.dossier.to_string(),
            regeling: kop.regeling.naam(),
            stand: kern.stand().code(),
            ontvangen_op: kern.ontvangen_op().to_string(),
            gemeld_op: kern.gemeld_op().to_string(),
            beslissen_uiterlijk: termijn.uiterlijk.to_string(),
            termijnuitleg: termijn.uitleg,
            besluit: Aanvraagbesluit::of(kern),
            vervanging: Aanvraagvervanging::of(kern, bezwaren),
            handelingen: handelingen
                .map(|(nummer, akte)| Aanvraaghandeling::new(nummer, akte))
                .collect(),
        }
    }
}

impl Aanvraagbesluit {
    fn of(kern: &Kern) -> Option<Self> {
        let (besluit, voorstel) = kern.find_besluit().zip(kern.find_voorstel())?;
        Some(Self {
            besluit: voorstel.besluit.code(),
            namens: besluit.namens.code(),
            bedrag: voorstel.bedrag.map(|bedrag| bedrag.to_string()),
            besloten_op: besluit.besloten_op.to_string(),
            bezwaar_uiterlijk: kern.bezwaar_uiterlijk().map(|t| t.dag.to_string()),
        })
    }
}

impl Aanvraagvervanging {
    fn of(kern: &Kern, bezwaren: &[Bezwaar]) -> Option<Self> {
        let tegen = Bestredenbesluit::Aanvraag(kern.kop().id);
        let (bezwaar, geldend) = find_geldend(tegen, bezwaren)?;
        let Besluitinhoud::Aanvraag(voorstel) = geldend else {
            return None;
        };
        Some(Self {
            bezwaar: bezwaar.kop().id.to_string(),
            besluit: voorstel.besluit.code(),
            ingang: voorstel.ingang.map(|dag| dag.to_string()),
            bedrag: voorstel.bedrag.map(|bedrag| bedrag.to_string()),
        })
    }
}

impl Aanvraaghandeling {
    fn new(nummer: usize, akte: &Aanvraagakte) -> Self {
        Self {
            nummer,
            // An act of texts, days and amounts always becomes JSON: a test reads every kind back.
            inhoud: serde_json::to_value(&akte.handeling).unwrap_or_default(),
            door: akte.door.naam.clone(),
            vastgelegd_op: akte.op.to_string(),
        }
    }
}
