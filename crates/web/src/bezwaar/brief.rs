//! `/{gemeente}/inwoners/{dossier}/bezwaren/{bezwaar}/brief.pdf`: the letter of the decision.

use actix_web::web::Data;
use application::bezwaar::load_bezwaarbrief;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, InGemeente};

use super::adres::{Bezwaarpad, ids_of};
use crate::aanvraag::render_briefbestand;
use crate::pagina::Antwoord;

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Bezwaarpad) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let wat = ids_of(&pad.1, &pad.2)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let brief = state.db.in_tenant(
        "load_bezwaarbrief",
        wie.code(),
        DbRol::Uitvoering,
        async |tx| load_bezwaarbrief(tx, actor, now, wat).await,
    );
    render_briefbestand(&wie, &format!("bezwaarbrief-{}.pdf", wat.1), brief.await?).await
}
