//! `POST /{gemeente}/inwoners/_zoek`: finding a resident. What was typed never stands in an address.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Data;
use application::dossier::{Zoekbladwijzer, Zoekpagina, list_gevonden};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::dossier::Zoekopdracht;
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente, Soort};
use primitives::{DossierId, Veldfouten, datum_in_nederland};
use serde::Deserialize;

use super::hoofd::address;
use super::regels::Rij;
use crate::formuliervelden::Fouten;
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "dossier/zoeken.html")]
struct ZoekPagina {
    schil: Schil,
    fouten: Fouten,
    zoek: String,
    rijen: Vec<Rij>,
    volgende: Option<Zoekbladwijzer>,
}

#[derive(Default, Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    zoek: String,
    #[serde(default, rename = "naNaam")]
    na_naam: String,
    #[serde(default, rename = "naDossier")]
    na_dossier: String,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let na = bookmark(&invoer)?;
    let opdracht = match Zoekopdracht::parse(&invoer.zoek) {
        Ok(opdracht) => opdracht,
        Err(fout) => {
            let fouten = Veldfouten::single("zoek", fout.to_string());
            return render_invalid(&page(&state, &wie, invoer.zoek, None, fouten.into()));
        }
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let gevonden = state
        .db
        .in_tenant("list_gevonden", wie.code(), DbRol::Uitvoering, async |tx| {
            list_gevonden(tx, actor, now, &opdracht, na.as_ref()).await
        })
        .await?;
    // Who is found alone is who was looked for.
    if let ([enige], None) = (gevonden.regels.as_slice(), &na) {
        let pad = address(&wie, enige.dossier);
        return Ok(HttpResponse::SeeOther()
            .insert_header((header::LOCATION, pad))
            .finish());
    }
    render(&page(
        &state,
        &wie,
        invoer.zoek,
        Some(gevonden),
        Fouten::geen(),
    ))
}

fn bookmark(invoer: &Invoer) -> Result<Option<Zoekbladwijzer>, Fout> {
    if invoer.na_dossier.is_empty() {
        return Ok(None);
    }
    let dossier = DossierId::parse(&invoer.na_dossier).map_err(|_| {
        Fout::new(
            Soort::OngeldigeInvoer,
            "Dit formulier bevat een waarde die niet kan. Zoek opnieuw.",
        )
    })?;
    Ok(Some(Zoekbladwijzer {
        naam: invoer.na_naam.clone(),
        dossier,
    }))
}

fn page(
    state: &AppState,
    wie: &InGemeente,
    zoek: String,
    gevonden: Option<Zoekpagina>,
    fouten: Fouten,
) -> ZoekPagina {
    let vandaag = datum_in_nederland(state.clock.now());
    let (regels, volgende) = gevonden.map_or_else(Default::default, |g| (g.regels, g.volgende));
    ZoekPagina {
        schil: Schil::in_gemeente(state, wie, "/inwoners", "Inwoner zoeken")
            .kruimel("Inwoners", format!("/{}/inwoners", wie.code())),
        fouten,
        zoek,
        rijen: regels
            .iter()
            .map(|regel| Rij::new(wie, regel, vandaag))
            .collect(),
        volgende,
    }
}
