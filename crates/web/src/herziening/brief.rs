//! `/{gemeente}/inwoners/{dossier}/recht/herziening/{herziening}/brief.pdf`: the letter, a draft until it is made known.

use actix_web::web::Data;
use application::herziening::load_herzieningsbrief;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, InGemeente};

use super::adres::{Zaakpad, ids_of};
use crate::aanvraag::{render_briefbestand, sender};
use crate::pagina::Antwoord;

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Zaakpad) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let wat = ids_of(&pad.1, &pad.2)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let afzender = sender(&state, &wie);
    let brief = state.db.in_tenant(
        "load_herzieningsbrief",
        wie.code(),
        DbRol::Uitvoering,
        async |tx| load_herzieningsbrief(tx, actor, now, wat, &afzender).await,
    );
    render_briefbestand(&wie, &format!("brief-{}.pdf", wat.1), brief.await?).await
}
