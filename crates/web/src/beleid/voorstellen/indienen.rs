//! `/{gemeente}/voorstellen/{id}/indienen`: a second person reads the proposal and confirms that it goes to the organ.

use actix_web::web::{Data, Path};
use application::beleid::{VoorstelError, db_rol, record_indiening};
use askama::Template;
use domain::beleid::{Orgaan, Voorstel};
use http_base::{AppState, Formulier, Fout, InGemeente, TenantTx};
use primitives::datum_lang;
use serde::Deserialize;

use super::lezen::{Wijzigregel, eigen_voorstel, list_wijzigingen, pad_of, schil_onder};
use super::tijdlijn::{Inbrengblok, list_inbreng};
use crate::beleid::lezen::beleid_of;
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/voorstel/indienen.html")]
struct IndienenPagina {
    schil: Schil,
    aan: &'static str,
    titel: String,
    ingang: String,
    toelichting: Option<String>,
    kaders: Vec<String>,
    wijzigingen: Vec<Wijzigregel>,
    inbreng: Vec<Inbrengblok>,
    versie: u32,
    annuleren: String,
}

#[derive(Deserialize)]
pub(super) struct Indienvelden {
    #[serde(default)]
    versie: String,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    let voorstel = load(&state, &wie, &pad.1).await?;
    let tekst = voorstel.tekst();
    let beleid = beleid_of(&state, &wie).await?;
    let beleid_pad = format!("/{}/beleid", wie.code());
    render(&IndienenPagina {
        schil: schil_onder(&state, &wie, &voorstel, "Nalezen en indienen"),
        aan: match voorstel.kop().orgaan {
            Orgaan::Raad => "de raad",
            Orgaan::College => "het college",
        },
        titel: tekst.titel.clone(),
        ingang: datum_lang(tekst.inwerkingtreding),
        toelichting: tekst.toelichting.clone(),
        kaders: tekst.kaders.clone(),
        wijzigingen: list_wijzigingen(tekst, &beleid, &beleid_pad, state.clock.now()),
        inbreng: list_inbreng(&voorstel, None),
        versie: voorstel.versie(),
        annuleren: pad_of(&voorstel),
    })
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    velden: Formulier<Indienvelden>,
) -> Antwoord {
    let voorstel = load(&state, &wie, &pad.1).await?;
    let kop = voorstel.kop();
    // A version that is no number was never shown: it counts as overtaken.
    let versie = velden.0.versie.parse().unwrap_or(0);
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst: Result<_, VoorstelError> = state
        .db
        .in_tenant(
            "record_indiening",
            wie.code(),
            db_rol(kop.orgaan),
            async |tx: &mut TenantTx| record_indiening(tx, actor, now, kop.id, versie).await,
        )
        .await;
    uitkomst?;
    let onder = format!("/voorstellen/{}", kop.id);
    let melding = "Het voorstel is ingediend. Leg na de vergadering de behandeling vast.";
    wie.redirect(&state, &onder, melding).await
}

/// The proposal, if this person may submit it.
async fn load(state: &AppState, wie: &InGemeente, kenmerk: &str) -> Result<Voorstel, Fout> {
    let voorstel = eigen_voorstel(state, wie, kenmerk).await?;
    let sub = &wie.actor().sub;
    voorstel.check_indienen(sub).map_err(VoorstelError::from)?;
    Ok(voorstel)
}
