//! `/{gemeente}/inwoners/{dossier}/aanvragen/{aanvraag}/besluit`: deciding as proposed.

use actix_web::web::Data;
use application::aanvraag::{AanvraagError, record_besluit};
use askama::Template;
use domain::aanvraag::Namens;
use domain::bevoegdheid::{Permission, Rol};
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente};
use primitives::{AanvraagId, DossierId, datum_in_nederland};
use serde::Deserialize;

use super::adres::{Aanvraagpad, href, ids_of, load, sender, shell, under};
use super::voorstelblok::Voorstelblok;
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "aanvraag/besluit.html")]
struct BesluitPagina {
    schil: Schil,
    /// Why this person cannot decide now.
    belet: Option<String>,
    voorstel: Option<Voorstelblok>,
    is_advies: bool,
    gezien: usize,
    terug: String,
}

#[derive(Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    gezien: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Aanvraagpad) -> Antwoord {
    wie.require(Permission::BeschikkingNemen)?;
    render(&page(&state, &wie, ids_of(&pad.1, &pad.2)?).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Aanvraagpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    wie.require(Permission::BeschikkingNemen)?;
    let wat = ids_of(&pad.1, &pad.2)?;
    let gezien = invoer
        .gezien
        .parse()
        .map_err(|_| Fout::from(AanvraagError::Verouderd))?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let afzender = sender(&state, &wie);
    state
        .db
        .in_tenant(
            "record_besluit",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| record_besluit(tx, actor, now, wat, gezien, &afzender).await,
        )
        .await?;
    let onder = under(wat.0, wat.1);
    wie.redirect(&state, &onder, "Het besluit is genomen.")
        .await
}

async fn page(
    state: &AppState,
    wie: &InGemeente,
    wat: (DossierId, AanvraagId),
) -> Result<BesluitPagina, Fout> {
    let beeld = load(state, wie, wat).await?;
    let aanvraag = &beeld.aanvraag;
    let rollen: Vec<Rol> = wie.actor().rollen_in(wie.code()).collect();
    let vandaag = datum_in_nederland(state.clock.now());
    let door = wie.actor().into();
    let belet = aanvraag
        .decide(beeld.namens, &beeld.register, &door, &rollen, vandaag)
        .err();
    Ok(BesluitPagina {
        schil: shell(state, wie, &beeld, "Beslissen"),
        belet: belet.map(|reden| format!("U kunt hier nu niet beslissen: {reden}.")),
        voorstel: Voorstelblok::of(&beeld),
        is_advies: beeld.namens == Namens::AdviesAanCollege,
        gezien: aanvraag.akten().len(),
        terug: href(wie, aanvraag),
    })
}
