//! `/{gemeente}/mandaten`: who may decide what on applications, on whose behalf, from when till when.

use actix_web::web::Data;
use application::aanvraag::load_mandaten;
use askama::Template;
use domain::aanvraag::{Mandaat, Mandaatgeldigheid, Mandaatregister, Namens};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, InGemeente};
use primitives::{Datum, datum_in_nederland, datum_kort, geld_nl};

use crate::onderdelen::{Status, Toon};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "aanvraag/mandaten.html")]
struct MandatenPagina {
    schil: Schil,
    gemeente: String,
    namens: &'static str,
    groepen: Vec<Groep>,
    aanvragen: Option<String>,
}

/// The rows of one benefit.
struct Groep {
    code: &'static str,
    titel: String,
    regels: Vec<Regel>,
}

struct Regel {
    besluit: &'static str,
    rol: &'static str,
    tweede: String,
    van: String,
    tot: String,
    status: Status,
    bron: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente) -> Antwoord {
    wie.require(Permission::MandaatLezen)?;
    let actor = wie.actor();
    let (namens, register) = state
        .db
        .in_tenant(
            "load_mandaten",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx| load_mandaten(tx, actor).await,
        )
        .await?;
    let may_treat = wie.may(Permission::AanvraagBehandelen);
    let aanvragen = may_treat.then(|| format!("/{}/aanvragen", wie.code()));
    let mut schil = Schil::in_gemeente(&state, &wie, "/mandaten", "Wie beslist op aanvragen?");
    if let Some(href) = &aanvragen {
        schil = schil.kruimel("Aanvragen die wachten", href.clone());
    }
    render(&MandatenPagina {
        schil,
        gemeente: wie.gemeente.naam.clone(),
        namens: on_behalf(namens),
        groepen: list_groepen(&register, datum_in_nederland(state.clock.now())),
        aanvragen,
    })
}

/// What the way of executing means for a decision, as a sentence.
const fn on_behalf(namens: Namens) -> &'static str {
    match namens {
        Namens::DagelijksBestuur => {
            "Het dagelijks bestuur van de organisatie beslist zelf: de gemeente droeg dat over (delegatie). Wie hieronder staat, beslist en tekent namens het dagelijks bestuur."
        }
        Namens::College => {
            "Burgemeester en wethouders gaven mandaat. Wie hieronder staat, beslist en tekent namens hen."
        }
        Namens::AdviesAanCollege => {
            "Burgemeester en wethouders beslissen zelf. Wie hieronder staat, stelt het advies aan hen vast."
        }
    }
}

fn list_groepen(register: &Mandaatregister, vandaag: Datum) -> Vec<Groep> {
    let mut groepen: Vec<Groep> = Vec::new();
    for mandaat in register.list() {
        let code = mandaat.regeling.naam();
        let regel = Regel::of(mandaat, register.geldigheid(mandaat, vandaag));
        match groepen.last_mut().filter(|groep| groep.code == code) {
            Some(groep) => groep.regels.push(regel),
            None => groepen.push(Groep {
                code,
                titel: mandaat.regeling.omschrijving().to_owned(),
                regels: vec![regel],
            }),
        }
    }
    groepen
}

impl Regel {
    fn of(mandaat: &Mandaat, geldigheid: Mandaatgeldigheid) -> Self {
        let tweede = match mandaat.vier_ogen_vanaf {
            Some(bedrag) => format!(
                "{}, en altijd vanaf {}",
                mandaat.vier_ogen.naam(),
                geld_nl(bedrag)
            ),
            None => mandaat.vier_ogen.naam().to_owned(),
        };
        Self {
            besluit: mandaat.besluit.naam(),
            rol: mandaat.rol.naam(),
            tweede,
            van: datum_kort(mandaat.van),
            tot: mandaat.tot.map(datum_kort).unwrap_or_default(),
            status: match geldigheid {
                Mandaatgeldigheid::Geldt => Status::new(Toon::Goed, "geldt"),
                Mandaatgeldigheid::Komt => Status::new(Toon::Aandacht, "begint later"),
                Mandaatgeldigheid::Voorbij => Status::new(Toon::Neutraal, "geldt niet meer"),
            },
            bron: mandaat.bron.clone(),
        }
    }
}
