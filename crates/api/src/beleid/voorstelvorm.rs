//! The forms of the JSON of proposals.

use domain::beleid::Orgaan;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::vorm::{Intrekking, NieuweIntrekking, NieuweUitkomst, NieuweWaarde, Uitkomst, Waarde};

/// Voorstellen, het nieuwste eerst.
#[derive(Serialize, ToSchema)]
pub(crate) struct Voorstellenlijst {
    /// De voorstellen.
    pub(super) voorstellen: Vec<Voorstel>,
    /// Waarde voor `na` om verder te lezen; leeg op de laatste bladzijde.
    pub(super) volgende: Option<String>,
}

/// Een voorstel aan raad of college, met alles wat ermee gebeurde.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Voorstel {
    /// Kenmerk.
    pub(super) id: String,
    /// raad of college.
    pub(super) orgaan: &'static str,
    /// concept, teruggegeven, ingediend, aangehouden, aangenomen, verworpen of ingetrokken.
    #[schema(example = "ingediend")]
    pub(super) stand: &'static str,
    /// Hoe vaak de tekst is geschreven; noem dit getal bij een wijziging en bij de indiening.
    pub(super) versie: u32,
    /// Kenmerk van het besluit dat eruit ontstond.
    pub(super) besluit: Option<String>,
    /// Wat het voorstel zegt.
    pub(super) tekst: Voorsteltekst,
    /// Wat ermee gebeurde, in volgorde.
    pub(super) handelingen: Vec<Handeling>,
}

/// Wat een voorstel zegt.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Voorsteltekst {
    /// Onderwerp.
    pub(super) titel: String,
    /// Waar het over gaat en waarom.
    pub(super) toelichting: Option<String>,
    /// Kaders in woorden, elk een zin.
    pub(super) kaders: Vec<String>,
    /// Dag waarop het moet ingaan.
    #[schema(format = Date)]
    pub(super) inwerkingtreding: String,
    /// Waarom het terugwerkt, als het dat doet.
    pub(super) terugwerkend: Option<String>,
    /// De waarden.
    pub(super) waarden: Vec<Waarde>,
    /// Wat het intrekt van eerdere besluiten.
    pub(super) intrekkingen: Vec<Intrekking>,
    /// Kenmerken van de bewaarde doorrekeningen die het effect laten zien.
    pub(super) doorrekeningen: Vec<String>,
    /// De gezamenlijke basisset waarop het steunt, met de reden van elke afwijking.
    pub(super) grondslag: Option<Grondslag>,
}

/// De gezamenlijke basisset waarop een voorstel steunt.
#[derive(Serialize, ToSchema)]
pub(crate) struct Grondslag {
    /// Kenmerk van de basisset.
    pub(super) basisset: String,
    /// Naam van de basisset.
    pub(super) naam: String,
    /// Versie van de basisset.
    pub(super) versie: u16,
    /// Waar het voorstel van de basis afwijkt, en waarom.
    pub(super) afwijkingen: Vec<Afwijking>,
}

/// Een afwijking van de basisset met haar reden.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Afwijking {
    /// Sleutel van het gegeven.
    #[schema(example = "iit.referteperiode")]
    pub(super) sleutel: String,
    /// Waarom de gemeente afwijkt.
    pub(super) reden: String,
}

/// Iets wat met een voorstel gebeurde.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Handeling {
    /// Volgnummer, vanaf 1.
    pub(super) nummer: u32,
    /// opgesteld, gewijzigd, inbreng, reactie, ingediend, behandeld of ingetrokken.
    pub(super) soort: &'static str,
    /// Wanneer dit is vastgelegd.
    #[schema(format = DateTime)]
    pub(super) op: String,
    /// Het advies of de zienswijze, bij inbreng.
    pub(super) inbreng: Option<Inbreng>,
    /// De reactie van het college, bij reactie.
    pub(super) reactie: Option<Reactie>,
    /// De behandeling, bij behandeld.
    pub(super) behandeling: Option<Behandeling>,
    /// De reden, bij ingetrokken.
    pub(super) reden: Option<String>,
}

/// Een advies of zienswijze.
#[derive(Serialize, ToSchema)]
pub(crate) struct Inbreng {
    /// advies of zienswijze.
    pub(super) soort: &'static str,
    /// Welke raad of welk orgaan.
    pub(super) van: String,
    /// Dag.
    #[schema(format = Date)]
    pub(super) datum: String,
    /// positief, positief-met-opmerkingen, negatief of neutraal.
    pub(super) strekking: &'static str,
    /// Tekst of samenvatting.
    pub(super) tekst: String,
}

/// De reactie van het college op een advies of zienswijze.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Reactie {
    /// Volgnummer van het advies of de zienswijze.
    pub(super) op_handeling: u32,
    /// Dag.
    #[schema(format = Date)]
    pub(super) datum: String,
    /// Tekst.
    pub(super) tekst: String,
}

/// De behandeling in een vergadering.
#[derive(Serialize, ToSchema)]
pub(crate) struct Behandeling {
    /// Dag van de vergadering.
    #[schema(format = Date)]
    pub(super) vergaderdatum: String,
    /// Wat de vergadering besliste.
    pub(super) uitkomst: Uitkomst,
}

/// Een voorstel om op te stellen.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NieuwVoorstel {
    /// raad of college.
    #[schema(value_type = String, example = "raad")]
    pub(super) orgaan: Orgaan,
    /// De tekst.
    #[serde(default)]
    pub(super) tekst: NieuweTekst,
}

/// De tekst van een voorstel om te bewaren.
#[derive(Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NieuweTekst {
    #[serde(default)]
    /// Onderwerp.
    pub(super) titel: String,
    #[serde(default)]
    /// Waar het over gaat en waarom.
    pub(super) toelichting: Option<String>,
    #[serde(default)]
    /// Kaders in woorden, elk een zin.
    pub(super) kaders: Vec<String>,
    #[serde(default)]
    /// Dag waarop het moet ingaan.
    #[schema(format = Date, example = "2027-01-01")]
    pub(super) inwerkingtreding: String,
    #[serde(default)]
    /// Waarom het terugwerkt; dat mag alleen als elke waarde inwoners bevoordeelt.
    pub(super) terugwerkend: Option<String>,
    #[serde(default)]
    /// De waarden.
    pub(super) waarden: Vec<NieuweWaarde>,
    #[serde(default)]
    /// Wat het intrekt van eerdere besluiten van hetzelfde orgaan.
    pub(super) intrekkingen: Vec<NieuweIntrekking>,
    #[serde(default)]
    /// Kenmerken van bewaarde doorrekeningen, ten hoogste tien.
    pub(super) doorrekeningen: Vec<String>,
    /// De gezamenlijke basisset waarop het steunt; waar het afwijkt, is een reden nodig.
    pub(super) grondslag: Option<NieuweGrondslag>,
}

/// De gezamenlijke basisset waarop een voorstel gaat steunen.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NieuweGrondslag {
    /// Kenmerk van de basisset.
    pub(super) basisset: String,
    /// Versie die is gepubliceerd.
    pub(super) versie: u16,
    #[serde(default)]
    /// Waar het voorstel van de basis afwijkt, en waarom.
    pub(super) afwijkingen: Vec<Afwijking>,
}

/// Een nieuwe tekst in plaats van de vorige.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NieuweWijziging {
    /// De versie die u las; is er intussen een nieuwere, dan wordt de wijziging geweigerd.
    #[serde(default)]
    pub(super) versie: u32,
    /// De tekst.
    #[serde(default)]
    pub(super) tekst: NieuweTekst,
}

/// Een advies of zienswijze om vast te leggen.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NieuweInbreng {
    #[serde(default)]
    /// advies of zienswijze.
    #[schema(example = "advies")]
    pub(super) soort: String,
    #[serde(default)]
    /// Welke raad of welk orgaan; geen namen van personen.
    pub(super) van: String,
    #[serde(default)]
    /// Dag.
    #[schema(format = Date)]
    pub(super) datum: String,
    #[serde(default)]
    /// positief, positief-met-opmerkingen, negatief of neutraal.
    #[schema(example = "positief")]
    pub(super) strekking: String,
    #[serde(default)]
    /// Tekst of samenvatting.
    pub(super) tekst: String,
}

/// Een reactie van het college om vast te leggen.
#[derive(Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NieuweReactie {
    #[serde(default)]
    /// Volgnummer van het advies of de zienswijze.
    pub(super) op_handeling: u32,
    #[serde(default)]
    /// Dag.
    #[schema(format = Date)]
    pub(super) datum: String,
    #[serde(default)]
    /// Tekst.
    pub(super) tekst: String,
}

/// De bevestiging door een tweede persoon.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct NieuweIndiening {
    /// De versie die u las en bevestigt.
    pub(super) versie: u32,
}

/// De behandeling in een vergadering om vast te leggen.
#[derive(Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NieuweBehandeling {
    #[serde(default)]
    /// Dag van de vergadering.
    #[schema(format = Date)]
    pub(super) vergaderdatum: String,
    #[serde(default)]
    /// Wat de vergadering besliste.
    pub(super) uitkomst: NieuweUitkomst,
    #[serde(default)]
    /// Nummer van het besluit, als het voorstel is aangenomen.
    #[schema(example = "2026-140")]
    pub(super) nummer: String,
    #[serde(default)]
    /// Dag waarop het besluit ingaat; leeg is de dag in het voorstel.
    #[schema(format = Date)]
    pub(super) inwerkingtreding: Option<String>,
    #[serde(default)]
    /// Waarom het terugwerkt; leeg is de reden in het voorstel.
    pub(super) terugwerkend: Option<String>,
    #[serde(default)]
    /// Alle kaders na een amendement; leeg zijn die van het voorstel.
    pub(super) kaders: Option<Vec<String>>,
    #[serde(default)]
    /// Alle waarden na een amendement; leeg zijn die van het voorstel.
    pub(super) waarden: Option<Vec<NieuweWaarde>>,
    #[serde(default)]
    /// Alle intrekkingen na een amendement; leeg zijn die van het voorstel.
    pub(super) intrekkingen: Option<Vec<NieuweIntrekking>>,
}

/// De intrekking van een voorstel door wie het opstelde.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct NieuweReden {
    /// Waarom.
    pub(super) reden: String,
}
