//! `/zienswijzen/nieuw`: opening a round.

use actix_web::web::Data;
use application::beleid::zienswijze::{ZienswijzeError, record_ronde};
use askama::Template;
use domain::beleid::Notatie;
use domain::beleid::zienswijze::{RondeInvoer, Rondesoort};
use domain::bevoegdheid::Permission;
use http_base::{Aangemeld, AppState, DbRol, Formulier, TenantTx};
use serde::Deserialize;

use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;
use crate::sturing::own_gemeente;

#[derive(Template)]
#[template(path = "beleid/zienswijze/openen.html")]
struct OpenenPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: RondeInvoer,
    soorten: Vec<Keuze>,
}

/// The fields as the browser sends them, with the hidden field that the extractor has checked.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Rondevelden {
    #[serde(default)]
    soort: String,
    #[serde(default)]
    titel: String,
    #[serde(default)]
    jaar: String,
    #[serde(default)]
    toelichting: String,
    #[serde(default)]
    verwijzing: String,
    #[serde(default)]
    verzonden_op: String,
    #[serde(default)]
    uiterlijk: String,
    #[serde(default)]
    bestuur_op: String,
}

pub(super) async fn show(state: Data<AppState>, wie: Aangemeld) -> Antwoord {
    own_gemeente(&wie, Permission::ZienswijzerondeVoorbereiden)?;
    let invoer = RondeInvoer {
        jaar: state.clock.today().year().saturating_add(1).to_string(),
        ..RondeInvoer::default()
    };
    render(&page(&state, &wie, invoer, Fouten::geen()))
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: Aangemeld,
    form: Formulier<Rondevelden>,
) -> Antwoord {
    let gemeente = own_gemeente(&wie, Permission::ZienswijzerondeVoorbereiden)?.code;
    let invoer = RondeInvoer::from(form.0);
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst: Result<_, ZienswijzeError> = state
        .db
        .in_tenant(
            "record_ronde",
            gemeente,
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| {
                record_ronde(tx, actor, now, &*state.ids, (&invoer, Notatie::Formulier)).await
            },
        )
        .await;
    match uitkomst {
        Ok(ronde) => {
            let pad = format!("/zienswijzen/{}", ronde.kop.id);
            let melding = "De ronde is geopend. Voeg nu de stukken toe. De raden krijgen bericht op de dag van verzending.";
            wie.redirect(&state, &pad, melding).await
        }
        Err(ZienswijzeError::Invoer(fouten)) => {
            render_invalid(&page(&state, &wie, invoer, fouten.into()))
        }
        Err(fout) => Err(fout.into()),
    }
}

fn page(state: &AppState, wie: &Aangemeld, invoer: RondeInvoer, fouten: Fouten) -> OpenenPagina {
    OpenenPagina {
        schil: Schil::platform(state, wie, "/zienswijzen", "Ronde openen")
            .kruimel("Zienswijzen", "/zienswijzen"),
        fouten,
        invoer,
        soorten: Rondesoort::ALL
            .map(|soort| Keuze::new(soort.code(), soort.naam()))
            .to_vec(),
    }
}

impl From<Rondevelden> for RondeInvoer {
    fn from(velden: Rondevelden) -> Self {
        Self {
            soort: velden.soort,
            titel: velden.titel,
            jaar: velden.jaar,
            toelichting: velden.toelichting,
            verwijzing: velden.verwijzing,
            verzonden_op: velden.verzonden_op,
            uiterlijk: velden.uiterlijk,
            bestuur_op: velden.bestuur_op,
        }
    }
}
