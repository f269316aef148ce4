//! `/{gemeente}/opdracht/{jaar}/verstrekken`: a second person reads the draft and gives it to the organisation.

use actix_web::web::{Data, Path};
use application::opdracht::{OpdrachtError, record_verstrekking};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::opdracht::{OpdrachtGeweigerd, Opdrachtbeeld};
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente, TenantTx};

use super::lezen::{Vraag, beeld_of, pad_of, read_jaar, schil_onder, vraag_of};
use super::velden::Velden;
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "opdracht/verstrekken.html")]
struct VerstrekkenPagina {
    schil: Schil,
    jaar: i16,
    versie: u32,
    door: String,
    gezien: u32,
    vragen: Vec<Vraag>,
    annuleren: String,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    let (jaar, beeld) = load(&state, &wie, &pad.1).await?;
    let concept = beeld.opdracht.concept();
    let concept = concept.ok_or(OpdrachtGeweigerd::GeenConcept)?;
    render(&VerstrekkenPagina {
        schil: schil_onder(&state, &wie, jaar, "Nalezen en verstrekken"),
        jaar,
        versie: concept.versie,
        door: concept.door.naam.clone(),
        gezien: concept.nummer,
        vragen: concept
            .onderdelen
            .iter()
            .map(|onderdeel| vraag_of(&beeld, onderdeel, &wie))
            .collect(),
        annuleren: pad_of(&wie, jaar),
    })
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    velden: Formulier<Vec<(String, String)>>,
) -> Antwoord {
    wie.require(Permission::OpdrachtVerstrekken)?;
    let jaar = read_jaar(&pad.1)?;
    let gezien = Velden::new(velden.0).number("gezien");
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst: Result<_, OpdrachtError> = state
        .db
        .in_tenant(
            "record_verstrekking",
            wie.code(),
            DbRol::College,
            async |tx: &mut TenantTx| record_verstrekking(tx, actor, now, jaar, gezien).await,
        )
        .await;
    uitkomst?;
    let melding = "De opdracht is verstrekt. De directie ziet haar op de werklijst en antwoordt per onderdeel.";
    wie.redirect(&state, &format!("/opdracht/{jaar}"), melding)
        .await
}

/// The assignment, if this person may give its draft.
async fn load(
    state: &AppState,
    wie: &InGemeente,
    jaar: &str,
) -> Result<(i16, Opdrachtbeeld), Fout> {
    wie.require(Permission::OpdrachtVerstrekken)?;
    let jaar = read_jaar(jaar)?;
    let beeld = beeld_of(state, wie, jaar).await?;
    beeld.opdracht.check_verstrekken(&wie.actor().sub)?;
    Ok((jaar, beeld))
}
