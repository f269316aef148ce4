//! `/{gemeente}/inwoners/{dossier}/tijdlijn`: everything that happened, the newest first.

use actix_web::web::Data;
use application::dossier::load_tijdlijn;
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::dossier::Gebeurtenis;
use http_base::{AppState, DbRol, InGemeente};
use primitives::datum_lang;

use super::hoofd::{Hoofd, Tab, shell};
use super::{Dossierpad, dossier_of};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "dossier/tijdlijn.html")]
struct TijdlijnPagina {
    schil: Schil,
    hoofd: Hoofd,
    jaren: Vec<Jaar>,
}

/// The events of one year.
struct Jaar {
    jaar: i16,
    gebeurtenissen: Vec<Regel>,
}

struct Regel {
    datum: String,
    machine: String,
    titel: String,
    toelichting: Option<String>,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Dossierpad) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let dossier = dossier_of(&pad)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let pagina = state
        .db
        .in_tenant("load_tijdlijn", wie.code(), DbRol::Uitvoering, async |tx| {
            load_tijdlijn(tx, actor, now, dossier).await
        })
        .await?;
    render(&TijdlijnPagina {
        schil: shell(&state, &wie, &pagina.hoofd),
        hoofd: Hoofd::new(&state, &wie, &pagina.hoofd, Tab::Tijdlijn),
        jaren: by_year(&pagina.gebeurtenissen),
    })
}

fn by_year(gebeurtenissen: &[Gebeurtenis]) -> Vec<Jaar> {
    gebeurtenissen
        .chunk_by(|een, twee| een.datum.year() == twee.datum.year())
        .filter_map(|deel| {
            Some(Jaar {
                jaar: deel.first()?.datum.year(),
                gebeurtenissen: deel.iter().map(Regel::from).collect(),
            })
        })
        .collect()
}

impl From<&Gebeurtenis> for Regel {
    fn from(gebeurtenis: &Gebeurtenis) -> Self {
        Self {
            datum: datum_lang(gebeurtenis.datum),
            machine: gebeurtenis.datum.to_string(),
            titel: gebeurtenis.soort.titel(),
            toelichting: gebeurtenis.soort.toelichting(),
        }
    }
}
