//! The forms of the JSON of rounds of zienswijzen.

use application::beleid::zienswijze::Rondebeeld;
use domain::beleid::zienswijze::{
    AntwoordInvoer, EindeInvoer, IndieningInvoer, Ingediend, Punt, PuntInvoer, Reactie,
    ReactieregelInvoer, RondeInvoer, Termijn, ZienswijzeInvoer,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Rondes van zienswijzen, de laatst verzonden eerst.
#[derive(Serialize, ToSchema)]
pub(crate) struct Zienswijzerondelijst {
    /// De rondes.
    pub(super) zienswijzerondes: Vec<Zienswijzeronde>,
}

/// Een ronde: stukken van de organisatie waarop elke raad een zienswijze kan geven.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Zienswijzeronde {
    /// Kenmerk.
    pub(super) id: String,
    /// kadernota, ontwerpbegroting, begrotingswijziging, regelingswijziging of nota.
    pub(super) soort: &'static str,
    /// Naam van het stuk.
    pub(super) titel: String,
    /// Jaar waar het over gaat.
    pub(super) jaar: i16,
    /// lopend, afgerond of ingetrokken.
    pub(super) stand: &'static str,
    /// Dag waarop de stukken naar de raden gaan.
    #[schema(format = Date)]
    pub(super) verzonden_op: String,
    /// Laatste dag voor de raden. Wat later komt, is te laat en telt mee.
    #[schema(format = Date)]
    pub(super) uiterlijk: String,
    /// De termijn van de wet voor de raden; leeg als de wet er geen noemt.
    pub(super) wettelijke_termijn: Option<WettelijkeTermijn>,
    /// Dag waarop het algemeen bestuur beslist.
    #[schema(format = Date)]
    pub(super) bestuur_op: String,
    /// De besluitenlijst, of de reden van intrekking.
    pub(super) einde: Option<String>,
    /// Wat elke raad indiende en wat het bestuur antwoordde.
    pub(super) zienswijzen: Vec<Zienswijze>,
}

/// Een dag die de wet noemt.
#[derive(Serialize, ToSchema)]
pub(crate) struct WettelijkeTermijn {
    /// De dag.
    #[schema(format = Date)]
    pub(super) dag: String,
    /// Het artikel.
    pub(super) artikel: &'static str,
    /// Waar wij dat lazen.
    pub(super) bron: &'static str,
}

/// De zienswijze van een raad, vanaf het moment van indienen.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Zienswijze {
    /// CBS-code.
    pub(super) gemeente: String,
    /// punten, instemming of geen-zienswijze.
    pub(super) strekking: &'static str,
    /// Nummer van het raadsbesluit.
    pub(super) besluitnummer: Option<String>,
    /// Dag van het raadsbesluit.
    #[schema(format = Date)]
    pub(super) besluitdatum: Option<String>,
    /// Wanneer zij is ingediend.
    #[schema(format = DateTime)]
    pub(super) ingediend_op: String,
    /// Of dat na de laatste dag was.
    pub(super) is_te_laat: bool,
    /// De punten, met het antwoord van het bestuur.
    pub(super) punten: Vec<Zienswijzepunt>,
    /// Wanneer het bestuur zijn antwoord vaststelde.
    #[schema(format = DateTime)]
    pub(super) beantwoord_op: Option<String>,
}

/// Een punt van een zienswijze.
#[derive(Serialize, ToSchema)]
pub(crate) struct Zienswijzepunt {
    /// Volgnummer, vanaf 1.
    pub(super) nummer: usize,
    /// Waar het over gaat.
    pub(super) onderwerp: Option<String>,
    /// Wat de raad zegt.
    pub(super) tekst: String,
    /// Wat het bestuur ermee doet: overgenomen, deels-overgenomen of niet-overgenomen.
    pub(super) oordeel: Option<&'static str>,
    /// Waarom.
    pub(super) toelichting: Option<String>,
}

/// Een tekst die iemand bewaarde en die een ander nog bevestigt.
#[derive(Serialize, ToSchema)]
pub(crate) struct Zienswijzeconcept {
    /// Hoe vaak de tekst is geschreven; noem dit getal bij de volgende stap.
    pub(super) versie: u32,
}

/// Een ronde om te openen.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NieuweZienswijzeronde {
    /// kadernota, ontwerpbegroting, begrotingswijziging, regelingswijziging of nota.
    #[schema(example = "ontwerpbegroting")]
    soort: String,
    /// Naam van het stuk.
    titel: String,
    /// Jaar waar het over gaat.
    #[schema(example = 2027)]
    jaar: i16,
    /// Wat de raden wordt gevraagd.
    #[serde(default)]
    toelichting: String,
    /// Waar de stukken te vinden zijn.
    #[serde(default)]
    verwijzing: String,
    /// Dag waarop de stukken naar de raden gaan.
    #[schema(format = Date)]
    verzonden_op: String,
    /// Laatste dag voor de raden; zonder deze dag geldt de termijn van de wet.
    #[serde(default)]
    #[schema(format = Date)]
    uiterlijk: String,
    /// Dag waarop het algemeen bestuur beslist.
    #[schema(format = Date)]
    bestuur_op: String,
}

/// De besluitenlijst, of de reden van intrekking.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NieuwEinde {
    /// De tekst.
    tekst: String,
}

/// Wat een raad naar voren brengt.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NieuweZienswijze {
    /// De versie die u las; 0 als er nog geen tekst was.
    pub(super) versie: u32,
    /// punten, instemming of geen-zienswijze.
    #[schema(example = "punten")]
    strekking: String,
    /// De punten, in volgorde.
    #[serde(default)]
    punten: Vec<NieuwPunt>,
}

/// Een punt.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NieuwPunt {
    /// Waar het over gaat.
    #[serde(default)]
    onderwerp: String,
    /// Wat de raad zegt.
    tekst: String,
}

/// Het besluit waarmee de raad de zienswijze vaststelde.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NieuweZienswijzeindiening {
    /// De versie die u las.
    pub(super) versie: u32,
    /// Nummer van het raadsbesluit.
    #[serde(default)]
    nummer: String,
    /// Dag van de vergadering.
    #[serde(default)]
    #[schema(format = Date)]
    datum: String,
}

/// Wat het bestuur op elk punt antwoordt.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NieuwAntwoord {
    /// De versie die u las; 0 als er nog geen antwoord was.
    pub(super) versie: u32,
    /// Een antwoord per punt, in volgorde; een leeg antwoord volgt later.
    reacties: Vec<NieuwePuntreactie>,
}

/// Het antwoord op een punt.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NieuwePuntreactie {
    /// overgenomen, deels-overgenomen of niet-overgenomen; leeg als het antwoord later volgt.
    #[serde(default)]
    oordeel: String,
    /// Waarom.
    #[serde(default)]
    toelichting: String,
}

/// De versie die u las.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NieuweVaststelling {
    /// De versie van het antwoord.
    pub(super) versie: u32,
}

impl From<&Rondebeeld> for Zienswijzeronde {
    fn from(beeld: &Rondebeeld) -> Self {
        let (ronde, kop) = (&beeld.ronde, &beeld.ronde.kop);
        Self {
            id: kop.id.to_string(),
            soort: kop.soort.code(),
            titel: kop.titel.clone(),
            jaar: kop.jaar,
            stand: ronde.stand.code(),
            verzonden_op: kop.verzonden_op.to_string(),
            uiterlijk: kop.uiterlijk.to_string(),
            wettelijke_termijn: kop.termijnen().laatste_dag_raden.map(Into::into),
            bestuur_op: kop.bestuur_op.to_string(),
            einde: ronde.stand.einde().map(|einde| einde.tekst.clone()),
            zienswijzen: beeld
                .ingediend
                .iter()
                .map(|ingediend| zienswijze_of(beeld, ingediend))
                .collect(),
        }
    }
}

fn zienswijze_of(beeld: &Rondebeeld, ingediend: &Ingediend) -> Zienswijze {
    let antwoord = beeld.find_antwoord(ingediend.gemeente);
    let punt = |(plek, punt): (usize, &Punt)| {
        let reactie: Option<&Reactie> = antwoord.and_then(|a| a.reacties.get(plek));
        Zienswijzepunt {
            nummer: plek + 1,
            onderwerp: punt.onderwerp.clone(),
            tekst: punt.tekst.clone(),
            oordeel: reactie.map(|reactie| reactie.oordeel.code()),
            toelichting: reactie.map(|reactie| reactie.toelichting.clone()),
        }
    };
    let besluit = ingediend.besluit.as_ref();
    Zienswijze {
        gemeente: ingediend.gemeente.to_string(),
        strekking: ingediend.tekst.strekking.code(),
        besluitnummer: besluit.map(|besluit| besluit.nummer.clone()),
        besluitdatum: besluit.map(|besluit| besluit.datum.to_string()),
        ingediend_op: ingediend.op.to_string(),
        is_te_laat: beeld.ronde.kop.is_te_laat(ingediend.op),
        punten: ingediend
            .tekst
            .punten
            .iter()
            .enumerate()
            .map(punt)
            .collect(),
        beantwoord_op: antwoord.map(|antwoord| antwoord.op.to_string()),
    }
}

impl From<Termijn> for WettelijkeTermijn {
    fn from(termijn: Termijn) -> Self {
        Self {
            dag: termijn.dag.to_string(),
            artikel: termijn.artikel,
            bron: termijn.bron,
        }
    }
}

impl From<NieuweZienswijzeronde> for RondeInvoer {
    fn from(nieuw: NieuweZienswijzeronde) -> Self {
        Self {
            soort: nieuw.soort,
            titel: nieuw.titel,
            jaar: nieuw.jaar.to_string(),
            toelichting: nieuw.toelichting,
            verwijzing: nieuw.verwijzing,
            verzonden_op: nieuw.verzonden_op,
            uiterlijk: nieuw.uiterlijk,
            bestuur_op: nieuw.bestuur_op,
        }
    }
}

impl From<NieuwEinde> for EindeInvoer {
    fn from(nieuw: NieuwEinde) -> Self {
        Self { tekst: nieuw.tekst }
    }
}

impl From<NieuweZienswijze> for ZienswijzeInvoer {
    fn from(nieuw: NieuweZienswijze) -> Self {
        let punt = |punt: NieuwPunt| PuntInvoer {
            onderwerp: punt.onderwerp,
            tekst: punt.tekst,
        };
        Self {
            strekking: nieuw.strekking,
            punten: nieuw.punten.into_iter().map(punt).collect(),
        }
    }
}

impl From<NieuweZienswijzeindiening> for IndieningInvoer {
    fn from(nieuw: NieuweZienswijzeindiening) -> Self {
        Self {
            nummer: nieuw.nummer,
            datum: nieuw.datum,
        }
    }
}

impl From<NieuwAntwoord> for AntwoordInvoer {
    fn from(nieuw: NieuwAntwoord) -> Self {
        let regel = |reactie: NieuwePuntreactie| ReactieregelInvoer {
            oordeel: reactie.oordeel,
            toelichting: reactie.toelichting,
        };
        Self {
            reacties: nieuw.reacties.into_iter().map(regel).collect(),
        }
    }
}
