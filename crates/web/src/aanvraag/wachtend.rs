//! `/{gemeente}/aanvragen`: the applications that wait, whose term ends soonest first.

use actix_web::web::Data;
use application::aanvraag::{Wachtend, list_wachtend};
use askama::Template;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, InGemeente};
use primitives::{datum_in_nederland, datum_kort};

use super::adres::{href, name};
use super::akten::{status, term_status};
use crate::dossier::hoofd;
use crate::onderdelen::{Link, Status};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "aanvraag/wachtend.html")]
struct WachtendPagina {
    schil: Schil,
    aanvragen: Vec<Regel>,
}

struct Regel {
    link: Link,
    regeling: String,
    uiterlijk: String,
    termijn: Option<Status>,
    status: Status,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let wachtend = state
        .db
        .in_tenant("list_wachtend", wie.code(), DbRol::Uitvoering, async |tx| {
            list_wachtend(tx, actor, now).await
        })
        .await?;
    let vandaag = datum_in_nederland(now);
    let regel = |een: &Wachtend| {
        let termijn = een.aanvraag.beslistermijn(vandaag);
        Regel {
            link: Link::new(hoofd::name(een.naam.as_deref()), href(&wie, &een.aanvraag)),
            regeling: name(&een.aanvraag),
            uiterlijk: datum_kort(termijn.uiterlijk),
            termijn: een
                .aanvraag
                .stand()
                .is_open()
                .then(|| term_status(&termijn)),
            status: status(&een.aanvraag),
        }
    };
    render(&WachtendPagina {
        schil: Schil::in_gemeente(&state, &wie, "/inwoners", "Aanvragen die wachten")
            .kruimel("Inwoners", format!("/{}/inwoners", wie.code())),
        aanvragen: wachtend.iter().map(regel).collect(),
    })
}
