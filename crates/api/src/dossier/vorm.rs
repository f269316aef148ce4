//! A resident as the API shows one.

use application::dossier::{self, Dossieroverzicht, Woonstand};
use domain::beleid::Woonplek;
use domain::dossier::{
    self as kern, Afloop, Casusregie, Openstaand, Uitkeringsperiode, Voorzieningsperiode,
};
use domain::statistiek::{Code, Loonwaarde};
use serde::Serialize;
use utoipa::ToSchema;

/// Een inwoner zoals die in een lijst staat.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(rename_all = "camelCase")]
pub(super) struct Inwonerregel {
    /// Kenmerk van het dossier.
    dossier: String,
    /// Naam, als die is vastgelegd.
    naam: Option<String>,
    /// Geboortedatum.
    #[schema(format = Date)]
    geboortedatum: String,
    /// Of de inwoner in de laatste levering staat.
    in_bestand: bool,
    /// De laatste meting op de Participatieladder.
    trede: Option<Trede>,
    /// Dag van het laatste contact.
    #[schema(format = Date)]
    laatste_contact: Option<String>,
    /// Naam van de casusregisseur.
    casusregisseur: Option<String>,
}

/// Een inwoner.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(rename_all = "camelCase")]
pub(super) struct Inwoner {
    /// Kenmerk van het dossier.
    dossier: String,
    /// Naam, als die is vastgelegd.
    naam: Option<String>,
    /// Geboortedatum.
    #[schema(format = Date)]
    geboortedatum: String,
    /// Of de inwoner in de laatste levering staat.
    in_bestand: bool,
    /// De laatste meting op de Participatieladder.
    trede: Option<Trede>,
    /// Dag van het laatste contact.
    #[schema(format = Date)]
    laatste_contact: Option<String>,
    /// De casusregisseur; null als er nog geen is.
    casusregisseur: Option<Casusregisseur>,
    /// Het huishouden, zoals het is geleverd.
    huishouden: Option<Huishoudbeeld>,
    /// Waar de inwoner woont; null als dat niet is vastgelegd, of als in de hele gemeente dezelfde regels gelden.
    woongebied: Option<Woongebied>,
    /// Uitkeringen, de nieuwste eerst.
    uitkeringen: Vec<Uitkering>,
    /// Voorzieningen, de nieuwste eerst.
    voorzieningen: Vec<Voorziening>,
    /// Wat er moet gebeuren: casusregisseur, contact of meting.
    openstaand: Vec<&'static str>,
}

/// Het deel van de gemeente waarin een inwoner woont.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(rename_all = "camelCase")]
pub(super) struct Woongebied {
    /// CBS-code van de vroegere gemeente; null voor elders in de gemeente.
    #[schema(examples("GM1651"))]
    code: Option<String>,
    /// Naam van de vroegere gemeente.
    naam: Option<String>,
}

/// Een trede van de Participatieladder.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(rename_all = "camelCase")]
pub(super) struct Trede {
    /// 1 tot en met 6.
    nummer: u8,
    /// Naam van de trede.
    naam: &'static str,
    /// Dag van de meting.
    #[schema(format = Date)]
    gemeten_op: String,
}

/// De vaste contactpersoon.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(rename_all = "camelCase")]
pub(super) struct Casusregisseur {
    /// Naam.
    naam: String,
    /// Sinds welk moment.
    #[schema(format = DateTime)]
    sinds: String,
}

/// Een huishouden in de levering van een maand.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(rename_all = "camelCase")]
pub(super) struct Huishoudbeeld {
    /// De maand.
    #[schema(example = "2026-10")]
    maand: String,
    /// Soort huishouden.
    leefvorm: Option<&'static str>,
    /// Hoe de inwoner woont.
    huisvesting: Option<&'static str>,
    /// Met hoeveel anderen de kosten worden gedeeld (Participatiewet art. 22a).
    andere_kostendelers: u8,
    /// Wie dezelfde uitkering hebben.
    huisgenoten: Vec<Huisgenoot>,
}

/// Iemand met dezelfde uitkering.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(rename_all = "camelCase")]
pub(super) struct Huisgenoot {
    /// Kenmerk van het dossier.
    dossier: String,
    /// Naam, als die is vastgelegd.
    naam: Option<String>,
    /// Geboortedatum.
    #[schema(format = Date)]
    geboortedatum: String,
}

/// Een uitkering van de eerste tot de laatste dag.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(rename_all = "camelCase")]
pub(super) struct Uitkering {
    /// Soort uitkering.
    soort: &'static str,
    /// Nummer in de administratie die levert.
    registratienummer: String,
    /// Eerste dag.
    #[schema(format = Date)]
    van: String,
    /// Laatste dag; null als de uitkering loopt.
    #[schema(format = Date)]
    tot_en_met: Option<String>,
    /// loopt, gestopt of niet-meer-geleverd.
    stand: &'static str,
    /// Waarom de uitkering stopte.
    reden_einde: Option<&'static str>,
}

/// Een voorziening bij werk.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(rename_all = "camelCase")]
pub(super) struct Voorziening {
    /// Soort voorziening.
    soort: &'static str,
    /// Nummer in de administratie die levert.
    registratienummer: String,
    /// Eerste dag.
    #[schema(format = Date)]
    van: String,
    /// Laatste dag.
    #[schema(format = Date)]
    tot_en_met: Option<String>,
    /// Waarom de voorziening stopte.
    reden_einde: Option<&'static str>,
    /// Loonwaarde in hele procenten.
    loonwaarde: Option<u8>,
}

fn step(regel: &dossier::Inwonerregel) -> Option<Trede> {
    regel.meting.map(|(trede, dag)| Trede {
        nummer: trede.nummer(),
        naam: trede.naam(),
        gemeten_op: dag.to_string(),
    })
}

impl From<&dossier::Inwonerregel> for Inwonerregel {
    fn from(regel: &dossier::Inwonerregel) -> Self {
        Self {
            dossier: regel.dossier.to_string(),
            naam: regel.naam.clone(),
            geboortedatum: regel.geboortedatum.to_string(),
            in_bestand: regel.is_actief,
            trede: step(regel),
            laatste_contact: regel.contact_op.map(|dag| dag.to_string()),
            casusregisseur: regel.casusregisseur.clone(),
        }
    }
}

impl Woongebied {
    fn of(stand: &Woonstand) -> Option<Self> {
        let code = match stand.plek {
            Woonplek::Onbekend => return None,
            Woonplek::Overig => None,
            Woonplek::Gebied(code) => Some(code.to_string()),
        };
        Some(Self {
            code,
            naam: stand.naam.clone(),
        })
    }
}

impl From<&Dossieroverzicht> for Inwoner {
    fn from(overzicht: &Dossieroverzicht) -> Self {
        let regel = &overzicht.hoofd.kop.inwoner;
        let casusregisseur = match &overzicht.hoofd.kop.casusregie {
            Casusregie::Geen => None,
            Casusregie::Bij(nu) => Some(Casusregisseur {
                naam: nu.medewerker.naam.clone(),
                sinds: nu.sinds.to_string(),
            }),
        };
        Self {
            dossier: regel.dossier.to_string(),
            naam: regel.naam.clone(),
            geboortedatum: regel.geboortedatum.to_string(),
            in_bestand: regel.is_actief,
            trede: step(regel),
            laatste_contact: regel.contact_op.map(|dag| dag.to_string()),
            casusregisseur,
            huishouden: overzicht.hoofd.huishouden.as_ref().map(Huishoudbeeld::from),
            woongebied: overzicht.woongebied.as_ref().and_then(Woongebied::of),
            uitkeringen: overzicht.uitkeringen.iter().map(Uitkering::from).collect(),
            voorzieningen: overzicht
                .voorzieningen
                .iter()
                .map(Voorziening::from)
                .collect(),
            openstaand: overzicht
                .openstaand
                .iter()
                .copied()
                .map(what_waits)
                .collect(),
        }
    }
}

const fn what_waits(openstaand: Openstaand) -> &'static str {
    match openstaand {
        Openstaand::CasusregisseurOntbreekt => "casusregisseur",
        Openstaand::ContactNodig(_) => "contact",
        Openstaand::MetingNodig(_) => "meting",
    }
}

impl From<&kern::Huishoudbeeld> for Huishoudbeeld {
    fn from(beeld: &kern::Huishoudbeeld) -> Self {
        let huisgenoten = beeld.huisgenoten.iter().map(|huisgenoot| Huisgenoot {
            dossier: huisgenoot.dossier.to_string(),
            naam: huisgenoot.naam.clone(),
            geboortedatum: huisgenoot.geboortedatum.to_string(),
        });
        Self {
            maand: beeld.maand.to_string(),
            leefvorm: beeld.leefvorm.map(Code::naam),
            huisvesting: beeld.huisvesting.map(Code::naam),
            andere_kostendelers: beeld.andere_kostendelers(),
            huisgenoten: huisgenoten.collect(),
        }
    }
}

impl From<&Uitkeringsperiode> for Uitkering {
    fn from(periode: &Uitkeringsperiode) -> Self {
        let (tot_en_met, stand, reden_einde) = match periode.afloop {
            Afloop::Loopt => (None, "loopt", None),
            Afloop::Beeindigd(einde) => (Some(einde.datum), "gestopt", Some(einde.reden.naam())),
            Afloop::Verdwenen(maand) => (Some(maand.last_day()), "niet-meer-geleverd", None),
        };
        Self {
            soort: periode.soort.naam(),
            registratienummer: periode.registratienummer.as_str().to_owned(),
            van: periode.van.to_string(),
            tot_en_met: tot_en_met.map(|dag| dag.to_string()),
            stand,
            reden_einde,
        }
    }
}

impl From<&Voorzieningsperiode> for Voorziening {
    fn from(periode: &Voorzieningsperiode) -> Self {
        Self {
            soort: periode.soort.naam(),
            registratienummer: periode.registratienummer.as_str().to_owned(),
            van: periode.van.to_string(),
            tot_en_met: periode.einde.map(|einde| einde.datum.to_string()),
            reden_einde: periode.einde.map(|einde| einde.reden.naam()),
            loonwaarde: periode.loonwaarde.map(Loonwaarde::procent),
        }
    }
}
