//! Finding a resident: `POST /{gemeente}/inwoners/_zoek` takes what was typed, `GET /{gemeente}/inwoners/gevonden`
//! shows who fits. What was typed never stands in an address, so the session keeps it between the two.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Data, Query};
use application::dossier::{DossierError, Zoekpagina, find_bladwijzer, find_enige, list_gevonden};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::dossier::Zoekopdracht;
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente, TenantTx};
use primitives::{DossierId, Veldfouten, datum_in_nederland};
use serde::Deserialize;

use super::hoofd::address;
use super::regels::Rij;
use crate::formuliervelden::Fouten;
use crate::onderdelen::Bladeren;
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "dossier/zoeken.html")]
struct ZoekPagina {
    schil: Schil,
    fouten: Fouten,
    zoek: String,
    /// None while nothing was searched for.
    rijen: Option<Vec<Rij>>,
    bladeren: Bladeren,
}

#[derive(Default, Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    zoek: String,
}

/// After which resident the page begins. The id of a dossier says nothing about who it is.
#[derive(Default, Deserialize)]
pub(super) struct Vraag {
    #[serde(default)]
    na: String,
}

pub(super) async fn search(
    state: Data<AppState>,
    wie: InGemeente,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let opdracht = match Zoekopdracht::parse(&invoer.zoek) {
        Ok(opdracht) => opdracht,
        Err(fout) => {
            let fouten = Veldfouten::single("zoek", fout.to_string());
            return render_invalid(&page(&state, &wie, invoer.zoek, None, fouten.into()));
        }
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let enige = state
        .db
        .in_tenant("find_enige", wie.code(), DbRol::Uitvoering, async |tx| {
            find_enige(tx, actor, now, &opdracht).await
        })
        .await?;
    // Who is found alone is who was looked for.
    let pad = if let Some(dossier) = enige {
        wie.delete_zoekvraag(&state).await?;
        address(&wie, dossier)
    } else {
        wie.update_zoekvraag(&state, invoer.zoek.trim()).await?;
        found_address(&wie)
    };
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, pad))
        .finish())
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    Query(vraag): Query<Vraag>,
) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let na = match vraag.na.as_str() {
        "" => None,
        tekst => Some(DossierId::parse(tekst).map_err(|_| Fout::niet_gevonden())?),
    };
    let bewaard = wie.find_zoekvraag(&state).await?;
    let gelezen = bewaard.and_then(|zoek| {
        let opdracht = Zoekopdracht::parse(&zoek).ok()?;
        Some((zoek, opdracht))
    });
    let Some((zoek, opdracht)) = gelezen else {
        return render(&page(&state, &wie, String::new(), None, Fouten::geen()));
    };
    let gevonden = load(&state, &wie, &opdracht, na).await?;
    render(&page(&state, &wie, zoek, Some(&gevonden), Fouten::geen()))
}

async fn load(
    state: &AppState,
    wie: &InGemeente,
    opdracht: &Zoekopdracht,
    na: Option<DossierId>,
) -> Result<Zoekpagina, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let werk = async |tx: &mut TenantTx| -> Result<_, DossierError> {
        let Some(na) = na else {
            return list_gevonden(tx, actor, now, opdracht, None)
                .await
                .map(Some);
        };
        let Some(bladwijzer) = find_bladwijzer(tx, actor, na).await? else {
            return Ok(None);
        };
        list_gevonden(tx, actor, now, opdracht, Some(&bladwijzer))
            .await
            .map(Some)
    };
    state
        .db
        .in_tenant("list_gevonden", wie.code(), DbRol::Uitvoering, werk)
        .await?
        .ok_or_else(Fout::niet_gevonden)
}

fn found_address(wie: &InGemeente) -> String {
    format!("/{}/inwoners/gevonden", wie.code())
}

fn page(
    state: &AppState,
    wie: &InGemeente,
    zoek: String,
    gevonden: Option<&Zoekpagina>,
    fouten: Fouten,
) -> ZoekPagina {
    let vandaag = datum_in_nederland(state.clock.now());
    let volgende = gevonden.and_then(|gevonden| gevonden.volgende.as_ref());
    ZoekPagina {
        schil: Schil::in_gemeente(state, wie, "/inwoners", "Inwoner zoeken")
            .kruimel("Inwoners", format!("/{}/inwoners", wie.code())),
        fouten,
        zoek,
        rijen: gevonden.map(|gevonden| {
            let regels = gevonden.regels.iter();
            regels.map(|regel| Rij::new(wie, regel, vandaag)).collect()
        }),
        bladeren: Bladeren {
            vorige: None,
            volgende: volgende.map(|na| format!("{}?na={}", found_address(wie), na.dossier)),
        },
    }
}
