//! `/{gemeente}/inwoners/{dossier}/aanvragen/{aanvraag}/brief.pdf`: the letter, a draft until it is made known; and
//! `…/bezwaarbrief.pdf`: that of the decision on the objection.

use actix_web::web::{self, Data};
use application::aanvraag::{Briefopdracht, Briefsoort, load_brief};
use domain::aanvraag::Brief;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Fout, InGemeente};
use primitives::Moment;
use reports::brief::render_brief;

use super::adres::{Aanvraagpad, ids_of, sender};
use crate::pagina::{Antwoord, render_bestand};
use crate::sturing::kleur_of;

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Aanvraagpad) -> Antwoord {
    print(&state, &wie, &pad, Briefsoort::Beschikking).await
}

pub(super) async fn show_bezwaar(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Aanvraagpad,
) -> Antwoord {
    print(&state, &wie, &pad, Briefsoort::Bezwaar).await
}

async fn print(
    state: &AppState,
    wie: &InGemeente,
    pad: &Aanvraagpad,
    soort: Briefsoort,
) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let (dossier, aanvraag) = ids_of(&pad.1, &pad.2)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let opdracht = Briefopdracht {
        dossier,
        aanvraag,
        soort,
        afzender: sender(state, wie),
    };
    let (brief, gemaakt_op) = state
        .db
        .in_tenant("load_brief", wie.code(), DbRol::Uitvoering, async |tx| {
            load_brief(tx, actor, now, &opdracht).await
        })
        .await?;
    let naam = match soort {
        Briefsoort::Beschikking => format!("brief-{aanvraag}.pdf"),
        Briefsoort::Bezwaar => format!("bezwaarbrief-{aanvraag}.pdf"),
    };
    render_briefbestand(wie, &naam, (brief, gemaakt_op)).await
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
