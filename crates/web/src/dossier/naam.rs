//! `/{gemeente}/inwoners/{dossier}/naam`: the name, which the statutory records do not carry.

use actix_web::web::Data;
use application::dossier::{Naamopdracht, load_hoofd, record_naam};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::statistiek::Naam;
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente};
use primitives::{DossierId, Veldfouten};
use serde::Deserialize;

use super::hoofd::{address, task_shell};
use super::{Dossierpad, dossier_of};
use crate::formuliervelden::Fouten;
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "dossier/naam.html")]
struct NaamPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    terug: String,
}

#[derive(Default, Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    naam: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Dossierpad) -> Antwoord {
    wie.require(Permission::DossierBijwerken)?;
    render(&page(&state, &wie, dossier_of(&pad)?, None, Fouten::geen()).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    wie.require(Permission::DossierBijwerken)?;
    let dossier = dossier_of(&pad)?;
    let naam = match Naam::parse(invoer.naam.trim()) {
        Ok(naam) => naam,
        Err(voorschrift) => {
            let fouten = Veldfouten::single("naam", format!("vul een naam in: {voorschrift}"));
            let pagina = page(&state, &wie, dossier, Some(invoer), fouten.into()).await?;
            return render_invalid(&pagina);
        }
    };
    let opdracht = Naamopdracht { dossier, naam };
    let (actor, now) = (wie.actor(), state.clock.now());
    state
        .db
        .in_tenant("record_naam", wie.code(), DbRol::Uitvoering, async |tx| {
            record_naam(tx, actor, now, &opdracht).await
        })
        .await?;
    let onder = format!("/inwoners/{dossier}");
    wie.redirect(&state, &onder, "De naam is vastgelegd.").await
}

async fn page(
    state: &AppState,
    wie: &InGemeente,
    dossier: DossierId,
    invoer: Option<Invoer>,
    fouten: Fouten,
) -> Result<NaamPagina, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let hoofd = state
        .db
        .in_tenant("load_hoofd", wie.code(), DbRol::Uitvoering, async |tx| {
            load_hoofd(tx, actor, now, dossier, "naam").await
        })
        .await?;
    let bekend = || Invoer {
        naam: hoofd.kop.inwoner.naam.clone().unwrap_or_default(),
    };
    Ok(NaamPagina {
        schil: task_shell(state, wie, &hoofd, "Naam vastleggen"),
        fouten,
        invoer: invoer.unwrap_or_else(bekend),
        terug: address(wie, dossier),
    })
}
