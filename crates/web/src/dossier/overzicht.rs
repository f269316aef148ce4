//! `/{gemeente}/inwoners/{dossier}`: how a dossier stands.

use actix_web::web::Data;
use application::dossier::{Dossieroverzicht, Woonstand, load_dossier};
use askama::Template;
use domain::beleid::Woonplek;
use domain::bevoegdheid::Permission;
use domain::dossier::{
    Afloop, Beeldstand, Huisgenoot, Huishoudbeeld, Openstaand, Uitkeringsperiode,
    Voorzieningsperiode,
};
use domain::ontwikkeling::Meetstand;
use domain::statistiek::Code;
use http_base::{AppState, DbRol, InGemeente};
use primitives::{Datum, datum_in_nederland, datum_kort, datum_lang, maand_lang};

use super::hoofd::{Hoofd, Tab, address, age, name, shell};
use super::{Dossierpad, dossier_of};
use crate::onderdelen::{Link, Status, Taak, Toon};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "dossier/overzicht.html")]
struct OverzichtPagina {
    schil: Schil,
    hoofd: Hoofd,
    openstaand: Vec<Taak>,
    huishouden: Option<Huishouden>,
    woongebied: Option<Woongebied>,
    uitkeringen: Vec<Regel>,
    voorzieningen: Vec<Regel>,
}

/// The household as facts.
struct Huishouden {
    maand: String,
    leefvorm: &'static str,
    huisvesting: &'static str,
    anderen: u8,
    personen: Vec<(String, String, String)>,
}

/// Where the resident lives, and what the link to record it says.
struct Woongebied {
    waar: String,
    knop: &'static str,
}

/// A benefit or a provision in a table.
struct Regel {
    soort: &'static str,
    nummer: String,
    van: String,
    tot_en_met: String,
    status: Status,
    reden: &'static str,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Dossierpad) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let dossier = dossier_of(&pad)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let overzicht = state
        .db
        .in_tenant("load_dossier", wie.code(), DbRol::Uitvoering, async |tx| {
            load_dossier(tx, actor, now, dossier).await
        })
        .await?;
    render(&page(&state, &wie, &overzicht))
}

fn page(state: &AppState, wie: &InGemeente, overzicht: &Dossieroverzicht) -> OverzichtPagina {
    let vandaag = datum_in_nederland(state.clock.now());
    let hoofd = Hoofd::new(state, wie, &overzicht.hoofd, Tab::Overzicht);
    let mag_bijwerken = wie.may(Permission::DossierBijwerken);
    let openstaand = overzicht.openstaand.iter().filter(|_| mag_bijwerken);
    let huishouden = overzicht.hoofd.huishouden.as_ref();
    OverzichtPagina {
        schil: shell(state, wie, &overzicht.hoofd),
        openstaand: openstaand.map(|o| task(*o, &hoofd.basis)).collect(),
        huishouden: huishouden.map(|beeld| Huishouden::new(wie, beeld, vandaag)),
        woongebied: overzicht.woongebied.as_ref().map(Woongebied::from),
        uitkeringen: overzicht.uitkeringen.iter().map(uitkering).collect(),
        voorzieningen: overzicht
            .voorzieningen
            .iter()
            .map(|periode| voorziening(periode, vandaag))
            .collect(),
        hoofd,
    }
}

/// What waits, as a line with where it is done.
fn task(openstaand: Openstaand, basis: &str) -> Taak {
    let (titel, waarom, knop, onder) = match openstaand {
        Openstaand::CasusregisseurOntbreekt => (
            "Wijs een casusregisseur aan",
            "Deze inwoner heeft nog geen vaste contactpersoon.".to_owned(),
            "Aanwijzen",
            "/overdracht",
        ),
        Openstaand::ContactNodig(stand) => (
            "Neem contact op",
            match stand {
                Beeldstand::InBeeld(dag) | Beeldstand::UitBeeld(dag) => {
                    format!(
                        "Het laatste contact of de laatste meting was op {}.",
                        datum_lang(dag)
                    )
                }
                Beeldstand::NooitGezien => "Er is nog nooit contact vastgelegd.".to_owned(),
            },
            "Contact vastleggen",
            "/notities",
        ),
        Openstaand::MetingNodig(stand) => (
            "Meet de trede",
            match stand {
                Meetstand::Nooit => "De trede is nog niet gemeten.".to_owned(),
                Meetstand::Eerder(dag) | Meetstand::DitKwartaal(dag) => {
                    format!(
                        "De laatste meting was op {}. Meten gebeurt elk kwartaal.",
                        datum_lang(dag)
                    )
                }
            },
            "Meten",
            "/ontwikkeling/meten",
        ),
    };
    Taak {
        titel: titel.to_owned(),
        waarom,
        gemeente: None,
        status: None,
        link: Link::new(knop, format!("{basis}{onder}")),
    }
}

impl Huishouden {
    fn new(wie: &InGemeente, beeld: &Huishoudbeeld, vandaag: Datum) -> Self {
        let persoon = |h: &Huisgenoot| {
            (
                name(h.naam.as_deref()),
                address(wie, h.dossier),
                age(h.geboortedatum, vandaag),
            )
        };
        Self {
            maand: maand_lang(beeld.maand),
            leefvorm: beeld.leefvorm.map_or("niet bekend", Code::naam),
            huisvesting: beeld.huisvesting.map_or("niet bekend", Code::naam),
            anderen: beeld.andere_kostendelers(),
            personen: beeld.huisgenoten.iter().map(persoon).collect(),
        }
    }
}

impl From<&Woonstand> for Woongebied {
    fn from(stand: &Woonstand) -> Self {
        let (waar, knop) = match (stand.plek, &stand.naam) {
            (Woonplek::Onbekend, _) => {
                ("niet bekend".to_owned(), "Leg vast waar deze inwoner woont")
            }
            (Woonplek::Overig, _) => (
                "ergens anders in de gemeente".to_owned(),
                "Woont nu ergens anders",
            ),
            (Woonplek::Gebied(_), Some(naam)) => (naam.clone(), "Woont nu ergens anders"),
            (Woonplek::Gebied(code), None) => (code.to_string(), "Woont nu ergens anders"),
        };
        Self { waar, knop }
    }
}

fn uitkering(periode: &Uitkeringsperiode) -> Regel {
    let (tot_en_met, status, reden) = match periode.afloop {
        Afloop::Loopt => (String::new(), Status::new(Toon::Goed, "loopt"), ""),
        Afloop::Beeindigd(einde) => (
            datum_kort(einde.datum),
            Status::new(Toon::Neutraal, "gestopt"),
            einde.reden.naam(),
        ),
        Afloop::Verdwenen(maand) => (
            datum_kort(maand.last_day()),
            Status::new(Toon::Aandacht, "niet meer geleverd"),
            "geen reden doorgegeven",
        ),
    };
    Regel {
        soort: periode.soort.naam(),
        nummer: periode.registratienummer.as_str().to_owned(),
        van: datum_kort(periode.van),
        tot_en_met,
        status,
        reden,
    }
}

fn voorziening(periode: &Voorzieningsperiode, vandaag: Datum) -> Regel {
    let status = match periode.einde {
        Some(einde) if einde.datum < vandaag => Status::new(Toon::Neutraal, "gestopt"),
        _ => Status::new(Toon::Goed, "loopt"),
    };
    Regel {
        soort: periode.soort.naam(),
        nummer: periode.registratienummer.as_str().to_owned(),
        van: datum_kort(periode.van),
        tot_en_met: periode
            .einde
            .map(|einde| datum_kort(einde.datum))
            .unwrap_or_default(),
        status,
        reden: periode.einde.map_or("", |einde| einde.reden.naam()),
    }
}
