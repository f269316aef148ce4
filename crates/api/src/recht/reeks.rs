//! `POST /v1/berekeningsreeksen`.

use actix_web::web::{Data, Json, Payload};
use actix_web::{Error, FromRequest, HttpRequest};
use domain::recht::bericht::{Reeksantwoord, RuweReeksvraag};
use http_base::{AppState, Drager, Fout};

use super::bron::Bron;
use super::reeksvorm::{Berekeningsreeks, Reeksvraagvorm};
use crate::openapi::Probleem;

/// Berekent het recht van een huishouden door de maanden heen, met uitleg per maand.
///
/// Er wordt niets bewaard. De vraag en het antwoord staan met voorbeelden in docs/berekeningsreeks.md.
#[utoipa::path(
    post, path = "/v1/berekeningsreeksen", tag = "berekeningen", operation_id = "createBerekeningsreeks",
    request_body = Reeksvraagvorm,
    responses(
        (status = 200, description = "De uitkomst per maand, ook als er geen recht is of het niet te bepalen is.", body = Berekeningsreeks),
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
) -> Result<Json<Reeksantwoord>, Error> {
    // Read here and not by an extractor beside `Drager`: who has no token learns nothing about the body.
    let ruw = Json::<RuweReeksvraag>::from_request(&req, &mut payload.into_inner()).await?;
    let mut vraag = ruw.parse().map_err(Fout::from)?;
    let bron = Bron {
        gemeente: vraag.gemeente,
        gebied: vraag.gebied,
        needs_beleid: vraag.needs_beleid(),
    };
    if let Some(beleid) = bron.load(&state, &drager.0).await? {
        vraag = vraag.with_beleid(beleid, state.clock.now());
    }
    Ok(Json(vraag.calculate()))
}
