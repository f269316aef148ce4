//! How an assignment looks in JSON.

use domain::opdracht::{
    self, AntwoordInvoer, Antwoordstand, Grond, Kaderverwijzing, OnderdeelInvoer, OpdrachtInvoer,
    Opdrachtakte, Opdrachtbeeld, PlanInvoer, StandInvoer,
};
use primitives::BesluitId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// De opdracht van een gemeente aan de uitvoeringsorganisatie in een jaar.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Opdracht {
    /// Het jaar.
    jaar: i16,
    /// Het nummer van de laatste handeling; `gezien` bij een volgende.
    laatste_nummer: u32,
    /// De versie die geldt; leeg zolang er niets is verstrekt.
    verstrekt: Option<Opdrachtversie>,
    /// Het concept dat wacht op verstrekking; alleen voor opdrachtgever en college.
    concept: Option<Opdrachtversie>,
    /// Wat de organisatie antwoordt; leeg zolang er geen plan is.
    plan: Option<Uitvoeringsplan>,
    /// De laatste stand per kwartaal en onderdeel.
    standen: Vec<Stand>,
}

/// Een versie van de opdracht.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Opdrachtversie {
    /// De hoeveelste versie.
    versie: u32,
    /// Wie haar verstrekte of opstelde.
    door: String,
    /// Wanneer dat is vastgelegd.
    #[schema(format = "date-time")]
    op: String,
    /// De onderdelen, op volgorde.
    onderdelen: Vec<Onderdeel>,
}

/// Een onderdeel van de opdracht.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Onderdeel {
    /// Het nummer, dat nooit naar een ander onderdeel gaat.
    nummer: u16,
    /// Wat er bereikt moet worden.
    prestatie: String,
    /// De kaders waaruit het volgt.
    kaders: Vec<Kader>,
    /// Waarom er geen kader voor is; leeg als er een kader is.
    zonder_kader: Option<String>,
    /// Aan welk cijfer dat te zien is.
    norm: Option<Norm>,
}

/// Een kader van een genomen besluit.
#[derive(Serialize, ToSchema)]
pub(super) struct Kader {
    /// Kenmerk van het besluit.
    #[schema(format = "uuid")]
    besluit: String,
    /// Het nummer van het kader in dat besluit.
    kader: u16,
    /// Het kader zelf.
    tekst: Option<String>,
}

/// Wat een cijfer minstens of hoogstens moet zijn.
#[derive(Serialize, ToSchema)]
pub(super) struct Norm {
    /// Sleutel van de indicator.
    #[schema(example = "in-beeld")]
    indicator: String,
    /// `minstens` of `hoogstens`.
    kant: String,
    /// Het getal, in de eenheid van de indicator.
    #[schema(example = "95")]
    waarde: String,
    /// Hoe ver ernaast nog mag.
    #[schema(example = "0.5")]
    marge: String,
}

/// Wat de organisatie antwoordt.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Uitvoeringsplan {
    /// De hoeveelste versie van het plan; `gezien` bij een volgende.
    nummer: u32,
    /// De versie van de opdracht waarop het antwoordt.
    opdrachtversie: u32,
    /// Wie het vastlegde.
    door: String,
    /// Wanneer.
    #[schema(format = "date-time")]
    op: String,
    /// Een antwoord per onderdeel van de opdracht die geldt.
    antwoorden: Vec<Antwoord>,
}

/// Het antwoord op een onderdeel.
#[derive(Serialize, ToSchema)]
pub(super) struct Antwoord {
    /// Het nummer van het onderdeel.
    onderdeel: u16,
    /// `onbeantwoord`, `onvolledig`, `herzien` (het onderdeel is na het antwoord gewijzigd) of `beantwoord`.
    stand: String,
    /// Wat er gebeurt.
    aanpak: Option<String>,
    /// Wie het doet.
    trekker: Option<String>,
    /// Wanneer het klaar is.
    #[schema(format = "date")]
    gereed: Option<String>,
}

/// Hoe een onderdeel er in een kwartaal voor staat.
#[derive(Serialize, ToSchema)]
pub(super) struct Stand {
    /// Het kwartaal.
    #[schema(example = "2026-K1")]
    kwartaal: String,
    /// Het nummer van het onderdeel.
    onderdeel: u16,
    /// De hoeveelste stand van dit onderdeel en kwartaal; `gezien` bij een volgende.
    nummer: u32,
    /// `op-koers`, `aandacht`, `niet-op-koers` of `afgerond`.
    stand: String,
    /// Waarom.
    toelichting: String,
    /// Wie het vastlegde.
    door: String,
    /// Wanneer.
    #[schema(format = "date-time")]
    op: String,
}

/// Een concept van de opdracht.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NieuwConcept {
    /// Het laatste nummer dat u zag; 0 als er nog niets was.
    pub(super) gezien: u32,
    /// Alle onderdelen.
    onderdelen: Vec<NieuwOnderdeel>,
}

/// Een onderdeel van een concept: met kaders, of met een reden waarom er geen kader voor is.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct NieuwOnderdeel {
    /// Het nummer van een onderdeel dat er al was; leeg voor een nieuw onderdeel.
    nummer: Option<u16>,
    /// Wat er bereikt moet worden.
    prestatie: String,
    /// De kaders waaruit het volgt.
    #[serde(default)]
    kaders: Vec<NieuweKaderverwijzing>,
    /// Waarom er geen kader voor is.
    zonder_kader: Option<String>,
    /// Aan welk cijfer het te zien is.
    norm: Option<NieuweNorm>,
}

/// Een kader van een genomen besluit.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NieuweKaderverwijzing {
    /// Kenmerk van het besluit.
    #[schema(value_type = String, format = "uuid")]
    besluit: BesluitId,
    /// Het nummer van het kader in dat besluit.
    kader: u16,
}

/// Wat een cijfer minstens of hoogstens moet zijn.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NieuweNorm {
    /// Sleutel van de indicator.
    #[schema(example = "in-beeld")]
    indicator: String,
    /// `minstens` of `hoogstens`.
    kant: String,
    /// Het getal, in de eenheid van de indicator.
    #[schema(example = "95")]
    waarde: String,
    /// Hoe ver ernaast nog mag; leeg is niets.
    marge: Option<String>,
}

/// Welk concept wordt verstrekt.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NieuweVerstrekking {
    /// Het laatste nummer dat u zag.
    pub(super) gezien: u32,
}

/// Een uitvoeringsplan.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NieuwPlan {
    /// Het nummer van het plan dat u zag; 0 als er nog geen was.
    pub(super) gezien: u32,
    /// De versie van de opdracht waarop u antwoordt.
    pub(super) opdrachtversie: u32,
    /// De antwoorden.
    antwoorden: Vec<NieuwAntwoord>,
}

/// Het antwoord op een onderdeel. Wat nog niet bekend is, blijft weg.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NieuwAntwoord {
    /// Het nummer van het onderdeel.
    onderdeel: u16,
    /// Wat er gebeurt.
    aanpak: Option<String>,
    /// Wie het doet.
    trekker: Option<String>,
    /// Wanneer het klaar is.
    #[schema(format = "date")]
    gereed: Option<String>,
}

/// Hoe onderdelen er in een kwartaal voor staan.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NieuweStanden {
    /// Het kwartaal, van dit jaar.
    #[schema(example = "2026-K1")]
    pub(super) kwartaal: String,
    /// Een regel per onderdeel.
    pub(super) standen: Vec<NieuweStand>,
}

/// Hoe een onderdeel ervoor staat.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NieuweStand {
    /// Het nummer van het onderdeel.
    onderdeel: u16,
    /// Het nummer van de stand die u zag; 0 als er nog geen was.
    gezien: u32,
    /// `op-koers`, `aandacht`, `niet-op-koers` of `afgerond`.
    stand: String,
    /// Waarom.
    toelichting: String,
}

impl From<&Opdrachtbeeld> for Opdracht {
    fn from(beeld: &Opdrachtbeeld) -> Self {
        let opdracht = &beeld.opdracht;
        let versie = |akte: &Opdrachtakte| Opdrachtversie {
            versie: akte.versie,
            door: akte.door.naam.clone(),
            op: akte.op.to_string(),
            onderdelen: akte
                .onderdelen
                .iter()
                .map(|onderdeel| Onderdeel::new(beeld, onderdeel))
                .collect(),
        };
        Self {
            jaar: opdracht.jaar(),
            laatste_nummer: opdracht.laatste_nummer(),
            verstrekt: opdracht.verstrekt().map(versie),
            concept: opdracht.concept().map(versie),
            plan: beeld
                .plan
                .as_ref()
                .map(|plan| Uitvoeringsplan::new(beeld, plan)),
            standen: beeld.standen.iter().map(Into::into).collect(),
        }
    }
}

impl Onderdeel {
    fn new(beeld: &Opdrachtbeeld, onderdeel: &opdracht::Onderdeel) -> Self {
        let (kaders, zonder_kader) = match &onderdeel.grond {
            Grond::ZonderKader(reden) => (Vec::new(), Some(reden.clone())),
            Grond::Kaders(verwijzingen) => {
                let kaders = verwijzingen.iter().map(|v| Kader::new(beeld, *v));
                (kaders.collect(), None)
            }
        };
        Self {
            nummer: onderdeel.nummer,
            prestatie: onderdeel.prestatie.clone(),
            kaders,
            zonder_kader,
            norm: onderdeel.norm.map(|norm| Norm {
                indicator: norm.indicator.definitie().sleutel.to_owned(),
                kant: norm.kant.code().to_owned(),
                waarde: norm.waarde.to_string(),
                marge: norm.marge.to_string(),
            }),
        }
    }
}

impl Kader {
    fn new(beeld: &Opdrachtbeeld, verwijzing: Kaderverwijzing) -> Self {
        let kader = beeld.kaders.iter().find(|k| k.verwijzing == verwijzing);
        Self {
            besluit: verwijzing.besluit.to_string(),
            kader: verwijzing.kader,
            tekst: kader.map(|kader| kader.tekst.clone()),
        }
    }
}

impl Uitvoeringsplan {
    fn new(beeld: &Opdrachtbeeld, plan: &opdracht::Uitvoeringsplan) -> Self {
        let antwoorden = beeld.list_onderdelen().into_iter().map(|onderdeel| {
            let antwoord = onderdeel.antwoord;
            Antwoord {
                onderdeel: onderdeel.onderdeel.nummer,
                stand: match onderdeel.antwoordstand {
                    Antwoordstand::Onbeantwoord => "onbeantwoord",
                    Antwoordstand::Onvolledig(_) => "onvolledig",
                    Antwoordstand::Herzien => "herzien",
                    Antwoordstand::Beantwoord => "beantwoord",
                }
                .to_owned(),
                aanpak: antwoord.and_then(|a| a.aanpak.clone()),
                trekker: antwoord.and_then(|a| a.trekker.clone()),
                gereed: antwoord.and_then(|a| a.gereed).map(|dag| dag.to_string()),
            }
        });
        Self {
            nummer: plan.nummer,
            opdrachtversie: plan.opdrachtversie,
            door: plan.door.naam.clone(),
            op: plan.op.to_string(),
            antwoorden: antwoorden.collect(),
        }
    }
}

impl From<&opdracht::Standmelding> for Stand {
    fn from(melding: &opdracht::Standmelding) -> Self {
        Self {
            kwartaal: melding.kwartaal.to_string(),
            onderdeel: melding.onderdeel,
            nummer: melding.nummer,
            stand: melding.stand.code().to_owned(),
            toelichting: melding.toelichting.clone(),
            door: melding.door.naam.clone(),
            op: melding.op.to_string(),
        }
    }
}

impl From<NieuwConcept> for OpdrachtInvoer {
    fn from(nieuw: NieuwConcept) -> Self {
        Self {
            onderdelen: nieuw.onderdelen.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<NieuwOnderdeel> for OnderdeelInvoer {
    fn from(nieuw: NieuwOnderdeel) -> Self {
        let kaders = nieuw.kaders.into_iter().map(|verwijzing| {
            let NieuweKaderverwijzing { besluit, kader } = verwijzing;
            Kaderverwijzing { besluit, kader }.to_string()
        });
        let norm = nieuw.norm.unwrap_or_default();
        Self {
            nummer: nieuw.nummer.map(|n| n.to_string()).unwrap_or_default(),
            prestatie: nieuw.prestatie,
            kaders: kaders.collect(),
            zonder_kader: nieuw.zonder_kader.unwrap_or_default(),
            indicator: norm.indicator,
            kant: norm.kant,
            norm: norm.waarde,
            marge: norm.marge.unwrap_or_default(),
        }
    }
}

impl From<NieuwPlan> for PlanInvoer {
    fn from(nieuw: NieuwPlan) -> Self {
        Self {
            antwoorden: nieuw.antwoorden.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<NieuwAntwoord> for AntwoordInvoer {
    fn from(nieuw: NieuwAntwoord) -> Self {
        Self {
            onderdeel: nieuw.onderdeel.to_string(),
            aanpak: nieuw.aanpak.unwrap_or_default(),
            trekker: nieuw.trekker.unwrap_or_default(),
            gereed: nieuw.gereed.unwrap_or_default(),
        }
    }
}

impl From<NieuweStand> for StandInvoer {
    fn from(nieuw: NieuweStand) -> Self {
        Self {
            onderdeel: nieuw.onderdeel.to_string(),
            gezien: nieuw.gezien.to_string(),
            stand: nieuw.stand,
            toelichting: nieuw.toelichting,
        }
    }
}
