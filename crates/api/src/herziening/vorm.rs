//! A review as the API shows it.

use domain::herziening::{
    Herzieningsakte, Herzieningshandeling as Handeling, Herzieningsuitkomst,
    Herzieningszaak as Kern, Uitkomstmaand,
};
use primitives::Geld;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

/// De herzieningen van een inwoner.
#[derive(Serialize, ToSchema)]
pub(super) struct Herzieningenlijst {
    /// De herzieningen, de nieuwste eerst.
    pub(super) herzieningen: Vec<Herzieningszaak>,
}

/// Een herziening.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(rename_all = "camelCase")]
pub(super) struct Herzieningszaak {
    /// Kenmerk van de herziening.
    id: String,
    /// Kenmerk van het dossier.
    dossier: String,
    /// Hoe zij staat, zoals voorgesteld.
    stand: &'static str,
    /// De eerste maand, zoals 2026-03.
    van: String,
    /// De laatste maand.
    tot_en_met: String,
    /// Per maand wat er anders is: zoals voorgesteld, of met wat nu bekend is. Leeg in een lijst zolang er geen voorstel is.
    maanden: Vec<Herzieningszaakmaand>,
    /// Wat er in totaal wordt nabetaald; null zonder uitkomst.
    nabetaling: Option<String>,
    /// Wat er in totaal wordt verrekend; null zonder uitkomst.
    verrekening: Option<String>,
    /// Wat er in totaal wordt teruggevorderd; null zonder uitkomst.
    terugvordering: Option<String>,
    /// Het besluit; null als er nog geen is.
    besluit: Option<Herzieningszaakbesluit>,
    /// Wat er gebeurde, in volgorde.
    handelingen: Vec<Herzieningszaakhandeling>,
}

/// Een maand in een herziening.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(rename_all = "camelCase")]
pub(super) struct Herzieningszaakmaand {
    /// De maand.
    maand: String,
    /// De bijstand van toen, met vakantietoeslag; null als die niet te bepalen is.
    oud: Option<String>,
    /// De bijstand met de andere feiten.
    nieuw: Option<String>,
    /// Hoeveel meer of minder.
    verschil: Option<String>,
    /// geen, nabetaling, verrekening, terugvordering of onbepaald.
    #[schema(value_type = String)]
    voorstel: Value,
    /// Hoeveel daarvan.
    bedrag: Option<String>,
}

/// Een besluit op een herziening.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(rename_all = "camelCase")]
pub(super) struct Herzieningszaakbesluit {
    /// herziening, intrekking, terugvordering, of meer ervan.
    besluiten: Vec<&'static str>,
    /// Namens welk orgaan.
    namens: &'static str,
    /// De dag van het besluit.
    #[schema(format = Date)]
    besloten_op: String,
    /// De laatste dag voor bezwaar; null zolang het besluit niet bekend is gemaakt.
    #[schema(format = Date)]
    bezwaar_uiterlijk: Option<String>,
}

/// Een handeling.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(rename_all = "camelCase")]
pub(super) struct Herzieningszaakhandeling {
    /// Nummer, vanaf 1.
    nummer: usize,
    /// Wat er gebeurde, zoals begonnen of besloten, met de gegevens van die soort.
    #[schema(value_type = Object)]
    inhoud: Value,
    /// Wie het vastlegde.
    door: String,
    /// Wanneer het is vastgelegd.
    #[schema(format = DateTime)]
    vastgelegd_op: String,
}

impl Herzieningszaak {
    /// The review with what comes out, where that is known.
    pub(super) fn new(kern: &Kern, uitkomst: Option<&Herzieningsuitkomst>) -> Self {
        let (van, tot_en_met) = kern.bereik();
        let som = |of: fn(&Herzieningsuitkomst) -> Geld| uitkomst.map(|u| of(u).to_string());
        let maanden = uitkomst.iter().flat_map(|u| &u.maanden);
        let handelingen = (1..).zip(kern.akten());
        Self {
            id: kern.kop().id.to_string(),
            dossier: kern.kop().dossier.to_string(),
            stand: kern.stand().code(),
            van: van.to_string(),
            tot_en_met: tot_en_met.to_string(),
            maanden: maanden.map(Herzieningszaakmaand::of).collect(),
            nabetaling: som(|u| u.nabetaling),
            verrekening: som(|u| u.verrekening),
            terugvordering: som(|u| u.terugvordering),
            besluit: Herzieningszaakbesluit::of(kern),
            handelingen: handelingen
                .map(|(nummer, akte)| Herzieningszaakhandeling::new(nummer, akte))
                .collect(),
        }
    }
}

impl Herzieningszaakmaand {
    fn of(maand: &Uitkomstmaand) -> Self {
        let euro = |bedrag: Option<Geld>| bedrag.map(|bedrag| bedrag.to_string());
        Self {
            maand: maand.maand.to_string(),
            oud: euro(maand.oud),
            nieuw: euro(maand.nieuw),
            verschil: euro(maand.verschil),
            // A name always becomes JSON: a test reads it back.
            voorstel: serde_json::to_value(maand.voorstel).unwrap_or_default(),
            bedrag: euro(maand.bedrag),
        }
    }
}

impl Herzieningszaakbesluit {
    fn of(kern: &Kern) -> Option<Self> {
        let voorstel = kern.find_voorstel()?;
        let besluit = kern.akten().iter().rev().find_map(|a| match &a.handeling {
            Handeling::Besloten(besluit) => Some(besluit),
            _ => None,
        })?;
        let soorten = voorstel.besluiten.iter();
        Some(Self {
            besluiten: soorten.map(|soort| soort.code()).collect(),
            namens: besluit.namens.code(),
            besloten_op: besluit.besloten_op.to_string(),
            bezwaar_uiterlijk: kern
                .bekendmaking()
                .map(|(_, bezwaar)| bezwaar.dag.to_string()),
        })
    }
}

impl Herzieningszaakhandeling {
    fn new(nummer: usize, akte: &Herzieningsakte) -> Self {
        Self {
            nummer,
            // An act of texts, days and amounts always becomes JSON: a test reads it back.
            inhoud: serde_json::to_value(&akte.handeling).unwrap_or_default(),
            door: akte.door.naam.clone(),
            vastgelegd_op: akte.op.to_string(),
        }
    }
}
