//! `/{gemeente}/inwoners/{dossier}/aanvragen/{aanvraag}`: how an application stands and what must be done.

use actix_web::web::Data;
use application::aanvraag::Aanvraagbeeld;
use askama::Template;
use domain::aanvraag::{Aanvraagstand, Bezwaarstand};
use domain::bevoegdheid::Permission;
use http_base::{AppState, InGemeente};
use primitives::{datum_in_nederland, datum_lang};

use super::adres::{Aanvraagpad, href, ids_of, load, name};
use super::akten::{Akteregel, list_mogelijk, status, term_status};
use crate::dossier::hoofd::{address, task_shell};
use crate::onderdelen::{Link, Status};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "aanvraag/toon.html")]
struct AanvraagPagina {
    schil: Schil,
    status: Status,
    termijn: Option<Termijnblok>,
    voorschot: Option<String>,
    bezwaar: Option<String>,
    bezwaarstand: Option<&'static str>,
    voorstel: Option<Voorstelblok>,
    eerste: Option<Link>,
    anders: Vec<Link>,
    brief: Option<String>,
    akten: Vec<Akteregel>,
}

struct Termijnblok {
    dag: String,
    status: Status,
    uitleg: Vec<String>,
}

struct Voorstelblok {
    besluit: &'static str,
    door: String,
    motivering: String,
    namens: &'static str,
    afwegingen: Vec<String>,
    stappen: Vec<String>,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Aanvraagpad) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let beeld = load(&state, &wie, ids_of(&pad.1, &pad.2)?).await?;
    render(&context(&state, &wie, &beeld))
}

fn context(state: &AppState, wie: &InGemeente, beeld: &Aanvraagbeeld) -> AanvraagPagina {
    let aanvraag = &beeld.aanvraag;
    let vandaag = datum_in_nederland(state.clock.now());
    let basis = href(wie, aanvraag);
    let may = |pad: &str| {
        wie.may(match pad {
            "besluit" | "handelingen/teruggegeven" => Permission::BeschikkingNemen,
            _ => Permission::AanvraagBehandelen,
        })
    };
    let mogelijk = list_mogelijk(aanvraag, vandaag).into_iter();
    let mut mogelijk = mogelijk
        .filter(|(pad, _)| may(pad))
        .map(|(pad, tekst)| Link::new(tekst, format!("{basis}/{pad}")));
    let terug = format!("{}/beschikkingen", address(wie, aanvraag.kop().dossier));
    AanvraagPagina {
        schil: task_shell(
            state,
            wie,
            &beeld.hoofd,
            &format!("Aanvraag: {}", name(aanvraag).to_lowercase()),
        )
        .kruimel("Beschikkingen", terug),
        status: status(aanvraag),
        termijn: aanvraag.stand().is_open().then(|| {
            let termijn = aanvraag.beslistermijn(vandaag);
            Termijnblok {
                dag: datum_lang(termijn.uiterlijk),
                status: term_status(&termijn),
                uitleg: termijn.uitleg,
            }
        }),
        voorschot: aanvraag.voorschot_uiterlijk().map(|t| datum_lang(t.dag)),
        bezwaar: aanvraag.bezwaar_uiterlijk().map(|t| datum_lang(t.dag)),
        bezwaarstand: aanvraag.bezwaarstand().map(Bezwaarstand::naam),
        voorstel: Voorstelblok::of(beeld),
        eerste: mogelijk.next(),
        anders: mogelijk.collect(),
        brief: has_letter(aanvraag.stand()).then(|| format!("{basis}/brief.pdf")),
        akten: aanvraag.akten().iter().rev().map(Akteregel::from).collect(),
    }
}

const fn has_letter(stand: Aanvraagstand) -> bool {
    matches!(
        stand,
        Aanvraagstand::Voorgesteld
            | Aanvraagstand::Besloten
            | Aanvraagstand::Geadviseerd
            | Aanvraagstand::Bekendgemaakt
    )
}

impl Voorstelblok {
    fn of(beeld: &Aanvraagbeeld) -> Option<Self> {
        let voorstel = beeld.aanvraag.find_voorstel()?;
        let door = beeld.aanvraag.voorsteller()?.naam.clone();
        let afweging = |een: &domain::aanvraag::Afweging| {
            format!(
                "{} ({}): {} Waarom: {} Afgewogen door {door}.",
                een.punt.naam(),
                een.punt.artikel(),
                een.keuze,
                een.reden
            )
        };
        Some(Self {
            besluit: voorstel.besluit.naam(),
            motivering: voorstel.motivering.clone(),
            namens: beeld.namens.naam(),
            afwegingen: voorstel.afwegingen.iter().map(afweging).collect(),
            stappen: voorstel
                .stappen
                .iter()
                .map(|stap| format!("{} ({})", stap.tekst, stap.grondslag))
                .collect(),
            door,
        })
    }
}
