//! `/{gemeente}/herzieningen`: the reviews that wait for a decision, the oldest first.

use actix_web::web::Data;
use application::herziening::{Wachtende, list_voorgesteld};
use askama::Template;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, InGemeente};
use primitives::geld_nl;

use super::adres::{href, name};
use crate::dossier::hoofd;
use crate::onderdelen::Link;
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "herziening/wachtend.html")]
struct WachtendPagina {
    schil: Schil,
    zaken: Vec<Regel>,
}

struct Regel {
    link: Link,
    maanden: String,
    voorsteller: String,
    bedrag: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let wachtend = state.db.in_tenant(
        "list_voorgesteld",
        wie.code(),
        DbRol::Uitvoering,
        async |tx| list_voorgesteld(tx, actor, now).await,
    );
    let regel = |een: &Wachtende| Regel {
        link: Link::new(hoofd::name(een.naam.as_deref()), href(&wie, &een.zaak)),
        maanden: name(&een.zaak),
        voorsteller: een
            .zaak
            .find_voorsteller()
            .map(|(_, door)| door.naam.clone())
            .unwrap_or_default(),
        bedrag: een
            .zaak
            .find_voorstel()
            .map(|voorstel| geld_nl(voorstel.bedrag))
            .unwrap_or_default(),
    };
    render(&WachtendPagina {
        zaken: wachtend.await?.iter().map(regel).collect(),
        schil: Schil::in_gemeente(&state, &wie, "/inwoners", "Herzieningen die wachten")
            .kruimel("Inwoners", format!("/{}/inwoners", wie.code())),
    })
}
