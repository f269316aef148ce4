//! `POST /v1/werkberekeningen`.

use actix_web::web::{Data, Json, Payload};
use actix_web::{Error, FromRequest, HttpRequest};
use domain::recht::bericht::{RuweWerkberekeningsvraag, Werkberekening};
use http_base::{AppState, Drager, Fout};

use super::bron::Bron;
use super::werkvorm::{Werkberekeningsvorm, Werkberekeningsvraagvorm};
use crate::openapi::Probleem;

/// Berekent wat meer werken een huishouden oplevert, en bij welk loon een regeling van de gemeente stopt.
///
/// Er wordt niets bewaard. De vraag en het antwoord staan met een voorbeeld in docs/armoedeval.md.
#[utoipa::path(
    post, path = "/v1/werkberekeningen", tag = "berekeningen", operation_id = "createWerkberekening",
    request_body = Werkberekeningsvraagvorm,
    responses(
        (status = 200, description = "De uitkomst, ook als het niet te bepalen is.", body = Werkberekeningsvorm),
        (status = 400, description = "Elk fout veld, met wat er wordt verwacht.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol mag geen recht berekenen.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn create(
    state: Data<AppState>,
    drager: Drager,
    req: HttpRequest,
    payload: Payload,
) -> Result<Json<Werkberekening>, Error> {
    // Read here and not by an extractor beside `Drager`: who has no token learns nothing about the body.
    let ruw =
        Json::<RuweWerkberekeningsvraag>::from_request(&req, &mut payload.into_inner()).await?;
    let vraag = ruw.parse().map_err(Fout::from)?;
    let bron = Bron {
        gemeente: vraag.gemeente,
        gebied: vraag.gebied,
        needs_beleid: true,
    };
    let beleid = bron.load(&state, &drager.0).await?.unwrap_or_default();
    Ok(Json(vraag.calculate(&beleid, state.clock.now())))
}
