//! `/{gemeente}/voorstellen/{id}/intrekken`: who prepared a proposal takes it back, and says why.

use actix_web::web::{Data, Path};
use application::beleid::{VoorstelError, db_rol, record_intrekking};
use askama::Template;
use domain::beleid::{RedenInvoer, Voorstel};
use http_base::{AppState, Formulier, Fout, InGemeente, TenantTx};
use serde::Deserialize;

use super::lezen::{eigen_voorstel, pad_of, schil_onder};
use crate::formuliervelden::Fouten;
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/voorstel/intrekken.html")]
struct IntrekkenPagina {
    schil: Schil,
    fouten: Fouten,
    titel: String,
    reden: String,
    annuleren: String,
}

#[derive(Deserialize)]
pub(super) struct Redenvelden {
    #[serde(default)]
    reden: String,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    let voorstel = load(&state, &wie, &pad.1).await?;
    render(&page(
        &state,
        &wie,
        &voorstel,
        String::new(),
        Fouten::geen(),
    ))
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    velden: Formulier<Redenvelden>,
) -> Antwoord {
    let voorstel = load(&state, &wie, &pad.1).await?;
    let kop = voorstel.kop();
    let invoer = RedenInvoer {
        reden: velden.0.reden,
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst: Result<_, VoorstelError> = state
        .db
        .in_tenant(
            "record_intrekking",
            wie.code(),
            db_rol(kop.orgaan),
            async |tx: &mut TenantTx| record_intrekking(tx, actor, now, kop.id, &invoer).await,
        )
        .await;
    match uitkomst {
        Ok(_) => {
            let onder = format!("/voorstellen/{}", kop.id);
            wie.redirect(&state, &onder, "Het voorstel is ingetrokken.")
                .await
        }
        Err(VoorstelError::Invoer(fouten)) => {
            let reden = invoer.reden.clone();
            render_invalid(&page(&state, &wie, &voorstel, reden, fouten.into()))
        }
        Err(fout) => Err(fout.into()),
    }
}

/// The proposal, if this person may take it back.
async fn load(state: &AppState, wie: &InGemeente, kenmerk: &str) -> Result<Voorstel, Fout> {
    let voorstel = eigen_voorstel(state, wie, kenmerk).await?;
    let sub = &wie.actor().sub;
    voorstel.check_intrekken(sub).map_err(VoorstelError::from)?;
    Ok(voorstel)
}

fn page(
    state: &AppState,
    wie: &InGemeente,
    voorstel: &Voorstel,
    reden: String,
    fouten: Fouten,
) -> IntrekkenPagina {
    IntrekkenPagina {
        schil: schil_onder(state, wie, voorstel, "Voorstel intrekken"),
        fouten,
        titel: voorstel.tekst().titel.clone(),
        reden,
        annuleren: pad_of(voorstel),
    }
}
