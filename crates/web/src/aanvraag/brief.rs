//! `/{gemeente}/inwoners/{dossier}/aanvragen/{aanvraag}/brief.pdf`: the letter, a draft until it is made known.

use actix_web::web::{self, Data};
use application::aanvraag::load_brief;
use domain::aanvraag::Brief;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Fout, InGemeente};
use primitives::Moment;
use reports::brief::render_brief;

use super::adres::{Aanvraagpad, ids_of, sender};
use crate::pagina::{Antwoord, render_bestand};
use crate::sturing::kleur_of;

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Aanvraagpad) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let wat = ids_of(&pad.1, &pad.2)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let afzender = sender(&state, &wie);
    let brief = state
        .db
        .in_tenant("load_brief", wie.code(), DbRol::Uitvoering, async |tx| {
            load_brief(tx, actor, now, wat, &afzender).await
        });
    render_briefbestand(&wie, &format!("brief-{}.pdf", wat.1), brief.await?).await
}

/// A letter of the moment of its last act, as a file.
pub(crate) async fn render_briefbestand(
    wie: &InGemeente,
    naam: &str,
    (brief, gemaakt_op): (Brief, Moment),
) -> Antwoord {
    let kleur = kleur_of(&wie.gemeente);
    // Setting the PDF takes tens of milliseconds: not on a thread that serves others.
    let bytes = web::block(move || render_brief(&brief, kleur, gemaakt_op))
        .await
        .map_err(Fout::storing)?;
    let bytes = bytes.map_err(Fout::storing)?;
    Ok(render_bestand("application/pdf", naam, bytes))
}
