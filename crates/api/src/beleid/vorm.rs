//! The forms of the JSON.

use domain::beleid::Orgaan;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// Wat in een gemeente geldt, op een dag en zoals bekend op een moment.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Parameterlijst {
    /// CBS-code.
    #[schema(example = "GM0294")]
    pub(super) gemeente: String,
    /// De dag waarvoor dit geldt.
    #[schema(format = Date, example = "2026-03-01")]
    pub(super) peildatum: String,
    /// Het moment waarop dit zo bekend was.
    #[schema(format = DateTime)]
    pub(super) bekend_op: String,
    /// De gegevens, per onderwerp.
    pub(super) parameters: Vec<Parameter>,
}

/// Een gegeven dat raad of college vaststelt, met wat er geldt.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Parameter {
    /// Sleutel.
    #[schema(example = "iit.bedrag.alleenstaande")]
    pub(super) sleutel: String,
    /// Naam.
    pub(super) naam: String,
    /// Onderwerp.
    #[schema(example = "iit")]
    pub(super) thema: String,
    /// Nummer in de lijst van 58 beleidsparameters; leeg als het daar niet in staat.
    pub(super) nummer: Option<u8>,
    /// Soort waarde: bedrag, percentage, maanden, weken, uren, getal, ja-nee, datum, lijst, tarieven, staffel, regel of document.
    pub(super) soort: &'static str,
    /// Wat achter de waarde hoort.
    #[schema(example = "per jaar")]
    pub(super) eenheid: Option<String>,
    /// Welke kant gunstig is voor inwoners: hoger of lager; leeg als dat niet te zeggen is.
    pub(super) gunstig: Option<&'static str>,
    /// Sleutel van de tabel waar het een rij van is.
    #[schema(example = "iit.bedrag")]
    pub(super) tabel: Option<String>,
    /// Naam van de rij in die tabel.
    #[schema(example = "alleenstaande")]
    pub(super) rij: Option<String>,
    /// Wie op deze dag beslist: rijk, raad, college of uitvoering.
    pub(super) orgaan: Option<&'static str>,
    /// Het artikel dat de bevoegdheid geeft.
    pub(super) artikel: Option<String>,
    /// Grenzen van de wet op deze dag.
    pub(super) grenzen: Vec<Grens>,
    /// Wat er geldt.
    #[serde(flatten)]
    pub(super) stand: Standvorm,
}

/// Wat er geldt, en waarom.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Standvorm {
    /// besloten, zonder-besluit, in-strijd-met-de-wet of bestaat-niet.
    #[schema(example = "besloten")]
    pub(super) stand: &'static str,
    /// De waarde om mee te rekenen: een bedrag of datum als tekst, een percentage, duur of getal als getal, ja of
    /// nee als waar of onwaar, een regel of document als tekst. Een lijst is een lijst van teksten, tarieven zijn
    /// een lijst van naam en bedrag, een staffel is een lijst van tot en waarde. Leeg als er niets geldt.
    pub(super) waarde: Option<Value>,
    /// Het besluit, als dat er is.
    pub(super) besluit: Option<Besluitverwijzing>,
    /// Sinds wanneer de waarde bekend is.
    #[schema(format = DateTime)]
    pub(super) bekend_op: Option<String>,
    /// Uitleg, als er geen besluit is of de wet de waarde niet toelaat.
    pub(super) toelichting: Option<String>,
}

/// Een grens van de wet.
#[derive(Serialize, ToSchema)]
pub(crate) struct Grens {
    /// minimum, maximum, meer-dan, minder-dan of samen-hoogstens.
    pub(super) regel: &'static str,
    /// Het getal, bij minimum, maximum en samen-hoogstens.
    #[schema(example = "176.00")]
    pub(super) waarde: Option<String>,
    /// De andere parameter, bij meer-dan en minder-dan.
    pub(super) sleutel: Option<String>,
    /// Wat samen telt, bij samen-hoogstens.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) delen: Vec<Deel>,
    /// Het artikel.
    pub(super) artikel: String,
    /// Waar het getal vandaan komt, als dat niet de wettekst zelf is.
    pub(super) bron: Option<String>,
}

/// Wat meetelt in een som.
#[derive(Serialize, ToSchema)]
pub(crate) struct Deel {
    /// Sleutel van het gegeven; van een staffel telt de hoogste trede.
    pub(super) sleutel: String,
    /// Hoe vaak per jaar.
    pub(super) maal: u8,
}

/// Een verwijzing naar een besluit.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Besluitverwijzing {
    /// Kenmerk.
    pub(super) id: String,
    /// Zoals men het aanhaalt.
    #[schema(example = "Raadsbesluit 2025-118 (GM0294)")]
    pub(super) aanhaling: String,
    /// Titel.
    pub(super) titel: String,
    /// Dag van de vergadering.
    #[schema(format = Date)]
    pub(super) vergaderdatum: String,
}

/// Een gegeven met zijn verloop.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Parameterverloop {
    /// Wat er geldt op de peildatum.
    #[serde(flatten)]
    pub(super) parameter: Parameter,
    /// Wat wanneer gold, geldt en gaat gelden, zonder gaten.
    pub(super) verloop: Vec<Tijdvak>,
}

/// Een tijd waarin hetzelfde geldt.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Tijdvak {
    /// Eerste dag.
    #[schema(format = Date)]
    pub(super) van: String,
    /// Eerste dag erna.
    #[schema(format = Date)]
    pub(super) tot: Option<String>,
    /// Wat er geldt.
    #[serde(flatten)]
    pub(super) stand: Standvorm,
}

/// Besluiten, de laatste vergadering eerst.
#[derive(Serialize, ToSchema)]
pub(crate) struct Besluitenlijst {
    /// De besluiten.
    pub(super) besluiten: Vec<Besluit>,
    /// Waarde voor `na` om verder te lezen; leeg op de laatste bladzijde.
    pub(super) volgende: Option<String>,
}

/// Een besluit van raad of college.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Besluit {
    /// Kenmerk.
    pub(super) id: String,
    /// raad of college.
    pub(super) orgaan: &'static str,
    /// Nummer.
    #[schema(example = "2025-118")]
    pub(super) nummer: String,
    /// Titel.
    pub(super) titel: String,
    /// Dag van de vergadering.
    #[schema(format = Date)]
    pub(super) vergaderdatum: String,
    /// Waar het over gaat.
    pub(super) toelichting: Option<String>,
    /// Kaders in woorden, elk een zin.
    pub(super) kaders: Vec<String>,
    /// Wat de vergadering besliste.
    pub(super) uitkomst: Uitkomst,
    /// Dag waarop het volgens het besluit ingaat.
    #[schema(format = Date)]
    pub(super) inwerkingtreding: String,
    /// Waarom het terugwerkt, als het dat doet.
    pub(super) terugwerkend: Option<String>,
    /// niet-aanvaard, aanvaard of bekendgemaakt.
    pub(super) stand: &'static str,
    /// De bekendmaking, als die er is.
    pub(super) bekendmaking: Option<Bekendmaking>,
    /// De waarden.
    pub(super) waarden: Vec<Waarde>,
    /// Wat het intrekt van eerdere besluiten.
    pub(super) intrekkingen: Vec<Intrekking>,
    /// Correcties, in volgorde.
    pub(super) correcties: Vec<Correctie>,
}

/// De uitkomst van de vergadering, zoals op het besluitformulier.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Uitkomst {
    /// conform-voorstel, aangenomen, aangenomen-met-amendement, aangehouden, verworpen of in-handen-van-benw.
    pub(super) beslissing: &'static str,
    /// Tekst van het amendement.
    pub(super) amendement: Option<String>,
    /// zonder-hoofdelijke-stemming, algemene-stemmen of geteld.
    pub(super) stemming: Option<&'static str>,
    /// Stemmen voor.
    pub(super) stemmen_voor: Option<u16>,
    /// Stemmen tegen.
    pub(super) stemmen_tegen: Option<u16>,
    /// Agendapunt waarbij het stuk is uitgereikt.
    pub(super) uitgereikt_bij: Option<String>,
    /// Opmerkingen en toezeggingen.
    pub(super) opmerkingen: Option<String>,
}

/// Een waarde in een besluit.
#[derive(Serialize, ToSchema)]
pub(crate) struct Waarde {
    /// Kenmerk.
    pub(super) id: String,
    /// Sleutel van het gegeven.
    pub(super) sleutel: String,
    /// De waarde.
    pub(super) waarde: Value,
    /// Eerste dag volgens het besluit.
    #[schema(format = Date)]
    pub(super) van: String,
    /// Eerste dag erna.
    #[schema(format = Date)]
    pub(super) tot: Option<String>,
    /// CBS-code van de vroegere gemeente voor wier gebied het geldt; leeg voor de hele gemeente.
    pub(super) gebied: Option<String>,
}

/// Intrekking: vanaf een dag is over dit gegeven niets meer besloten.
#[derive(Serialize, ToSchema)]
pub(crate) struct Intrekking {
    /// Kenmerk.
    pub(super) id: String,
    /// Sleutel van het gegeven.
    pub(super) sleutel: String,
    /// Eerste dag waarop niets meer is besloten.
    #[schema(format = Date)]
    pub(super) vanaf: String,
    /// CBS-code van de vroegere gemeente waarvan de eigen waarde ophoudt; leeg voor de hele gemeente.
    pub(super) gebied: Option<String>,
}

/// Herstel van een verkeerd vastgelegde waarde.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Correctie {
    /// Kenmerk.
    pub(super) id: String,
    /// Kenmerk van de waarde of correctie die verkeerd was.
    pub(super) corrigeert: String,
    /// Sleutel van het gegeven.
    pub(super) sleutel: String,
    /// Wat het besluit werkelijk zegt; leeg als het dit niet vaststelt.
    pub(super) waarde: Option<Value>,
    /// Eerste dag.
    #[schema(format = Date)]
    pub(super) van: String,
    /// Eerste dag erna.
    #[schema(format = Date)]
    pub(super) tot: Option<String>,
    /// Wat er misging.
    pub(super) reden: String,
    /// Sinds wanneer dit bekend is.
    #[schema(format = DateTime)]
    pub(super) bekend_op: String,
}

/// De bekendmaking van een besluit.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Bekendmaking {
    /// gemeenteblad, cvdr of anders.
    pub(super) plaats: &'static str,
    /// Nummer of omschrijving.
    #[schema(example = "CVDR741634")]
    pub(super) nummer: String,
    /// Dag van bekendmaking.
    #[schema(format = Date)]
    pub(super) datum: String,
    /// Dag waarop het besluit ingaat.
    #[schema(format = Date)]
    pub(super) inwerkingtreding: String,
    /// Sinds wanneer dit bekend is.
    #[schema(format = DateTime)]
    pub(super) bekend_op: String,
}

/// Een besluit om vast te leggen.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NieuwBesluit {
    /// raad of college.
    #[schema(value_type = String, example = "raad")]
    pub(super) orgaan: Orgaan,
    /// Nummer, nog niet gebruikt door dit orgaan.
    #[serde(default)]
    #[schema(example = "2025-118")]
    pub(super) nummer: String,
    /// Titel.
    #[serde(default)]
    pub(super) titel: String,
    /// Dag van de vergadering.
    #[serde(default)]
    #[schema(format = Date, example = "2025-12-11")]
    pub(super) vergaderdatum: String,
    /// Waar het over gaat.
    #[serde(default)]
    pub(super) toelichting: Option<String>,
    /// Kaders in woorden, elk een zin.
    #[serde(default)]
    pub(super) kaders: Vec<String>,
    /// Wat de vergadering besliste.
    #[serde(default)]
    pub(super) uitkomst: NieuweUitkomst,
    /// Dag waarop het volgens het besluit ingaat.
    #[serde(default)]
    #[schema(format = Date, example = "2026-01-01")]
    pub(super) inwerkingtreding: String,
    /// Waarom het terugwerkt; dat mag alleen als elke waarde inwoners bevoordeelt.
    #[serde(default)]
    pub(super) terugwerkend: Option<String>,
    /// De waarden.
    #[serde(default)]
    pub(super) waarden: Vec<NieuweWaarde>,
    /// Wat het intrekt van eerdere besluiten van hetzelfde orgaan.
    #[serde(default)]
    pub(super) intrekkingen: Vec<NieuweIntrekking>,
}

/// De uitkomst van de vergadering, om vast te leggen.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NieuweUitkomst {
    /// conform-voorstel, aangenomen, aangenomen-met-amendement, aangehouden, verworpen of in-handen-van-benw.
    #[schema(example = "conform-voorstel")]
    pub(super) beslissing: String,
    /// Tekst van het amendement.
    pub(super) amendement: Option<String>,
    /// zonder-hoofdelijke-stemming, algemene-stemmen of geteld.
    pub(super) stemming: Option<String>,
    /// Stemmen voor.
    pub(super) stemmen_voor: Option<u16>,
    /// Stemmen tegen.
    pub(super) stemmen_tegen: Option<u16>,
    /// Agendapunt waarbij het stuk is uitgereikt.
    pub(super) uitgereikt_bij: Option<String>,
    /// Opmerkingen en toezeggingen.
    pub(super) opmerkingen: Option<String>,
}

/// Een waarde om vast te leggen.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NieuweWaarde {
    /// Sleutel van het gegeven.
    #[schema(example = "iit.bedrag.alleenstaande")]
    pub(super) sleutel: String,
    /// In de vorm waarin `waarde` bij de parameters staat; een getal mag ook als tekst.
    pub(super) waarde: Value,
    /// Eerste dag; leeg is de dag waarop het besluit ingaat.
    #[serde(default)]
    #[schema(format = Date)]
    pub(super) van: Option<String>,
    /// Eerste dag erna.
    #[serde(default)]
    #[schema(format = Date)]
    pub(super) tot: Option<String>,
    /// CBS-code van een vroegere gemeente, als het alleen voor haar gebied geldt; leeg is de hele gemeente.
    #[serde(default)]
    pub(super) gebied: Option<String>,
}

/// Een intrekking om vast te leggen.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NieuweIntrekking {
    /// Sleutel van het gegeven.
    #[schema(example = "iit.bedrag.alleenstaande")]
    pub(super) sleutel: String,
    /// Eerste dag waarop niets meer is besloten; leeg is de dag waarop het besluit ingaat.
    #[serde(default)]
    #[schema(format = Date)]
    pub(super) vanaf: Option<String>,
    /// CBS-code van een vroegere gemeente, als alleen haar eigen waarde ophoudt; daar geldt dan die van de hele gemeente.
    #[serde(default)]
    pub(super) gebied: Option<String>,
}

/// Een bekendmaking om vast te leggen.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NieuweBekendmaking {
    /// gemeenteblad, cvdr of anders.
    #[serde(default)]
    #[schema(example = "cvdr")]
    pub(super) plaats: String,
    /// Nummer of omschrijving.
    #[serde(default)]
    #[schema(example = "CVDR741634")]
    pub(super) nummer: String,
    /// Dag van bekendmaking.
    #[serde(default)]
    #[schema(format = Date)]
    pub(super) datum: String,
    /// Dag waarop het besluit ingaat; leeg is de dag in het besluit.
    #[serde(default)]
    #[schema(format = Date)]
    pub(super) inwerkingtreding: Option<String>,
}
