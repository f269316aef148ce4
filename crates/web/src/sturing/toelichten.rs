//! Commenting on a quarter or a figure.

use actix_web::web::{Data, Path};
use application::sturing::{KwartaalError, Toelichtingopdracht, record_toelichting};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Formulier, InGemeente};
use serde::Deserialize;

use super::kwartaal::{Toelichtinginvoer, page};
use super::weergave::read_kwartaal;
use crate::pagina::{Antwoord, render_invalid};

/// The form.
#[derive(Default, Deserialize)]
pub(super) struct Velden {
    #[serde(default)]
    indicator: String,
    #[serde(default)]
    tekst: String,
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    form: Formulier<Velden>,
) -> Antwoord {
    wie.require(Permission::OverlegVoorbereiden)?;
    let kwartaal = read_kwartaal(&pad.1)?;
    let Velden { indicator, tekst } = form.0;
    let opdracht = Toelichtingopdracht {
        kwartaal,
        indicator,
        tekst,
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_toelichting",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx| record_toelichting(tx, actor, now, &*state.ids, &opdracht).await,
        )
        .await;
    match uitkomst {
        Ok(_) => {
            let terug = format!("/kwartalen/{kwartaal}#toelichtingen");
            wie.redirect(&state, &terug, "De toelichting is vastgelegd.")
                .await
        }
        Err(KwartaalError::Invoer(fouten)) => {
            let invoer = Toelichtinginvoer {
                indicator: opdracht.indicator,
                tekst: opdracht.tekst,
            };
            render_invalid(&page(&state, &wie, kwartaal, invoer, fouten.into()).await?)
        }
        Err(fout) => Err(fout.into()),
    }
}
