//! `POST /v1/herzieningen`.

use actix_web::web::{Data, Json, Payload};
use actix_web::{Error, FromRequest, HttpRequest};
use domain::recht::bericht::{Herzieningsantwoord, RuweHerzieningsvraag};
use http_base::{AppState, Drager, Fout};

use super::bron::Bron;
use super::herzieningvorm::{Herziening, Herzieningsvraagvorm};
use crate::openapi::Probleem;

/// Legt een eerder besluit naast wat nu bekend is: per maand het verschil en wat het college ermee kan doen.
///
/// Er wordt niets bewaard en het eerdere besluit verandert niet. De vraag en het antwoord staan met voorbeelden in
/// docs/herziening.md.
#[utoipa::path(
    post, path = "/v1/herzieningen", tag = "berekeningen", operation_id = "createHerziening",
    request_body = Herzieningsvraagvorm,
    responses(
        (status = 200, description = "Het verschil en het voorstel per maand, ook als het niet te bepalen is.", body = Herziening),
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
) -> Result<Json<Herzieningsantwoord>, Error> {
    // Read here and not by an extractor beside `Drager`: who has no token learns nothing about the body.
    let ruw = Json::<RuweHerzieningsvraag>::from_request(&req, &mut payload.into_inner()).await?;
    let mut vraag = ruw.parse().map_err(Fout::from)?;
    let bron = Bron {
        gemeente: vraag.gemeente(),
        gebied: vraag.gebied(),
        needs_beleid: vraag.needs_beleid(),
    };
    if let Some(beleid) = bron.load(&state, &drager.0).await? {
        vraag = vraag.with_beleid(&beleid, state.clock.now());
    }
    Ok(Json(vraag.calculate()))
}
