//! `POST /v1/berekeningen`.

use actix_web::web::{Data, Json, Payload};
use actix_web::{Error, FromRequest, HttpRequest};
use domain::recht::bericht::RuweVraag;
use http_base::{AppState, Drager, Fout};

use super::bron::Bron;
use super::vorm::{Berekening, Berekeningsvraag};
use crate::openapi::Probleem;

/// Berekent het recht van een huishouden in een kalendermaand, met uitleg.
///
/// Er wordt niets bewaard. Ontbreekt een feit, dan is de uitkomst `onbepaald`, met de reden.
#[utoipa::path(
    post, path = "/v1/berekeningen", tag = "berekeningen", operation_id = "createBerekening",
    request_body = Berekeningsvraag,
    responses(
        (status = 200, description = "De uitkomst, ook als er geen recht is of het niet te bepalen is.", body = Berekening),
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
) -> Result<Json<Berekening>, Error> {
    // Read here and not by an extractor beside `Drager`: who has no token learns nothing about the body.
    let ruw = Json::<RuweVraag>::from_request(&req, &mut payload.into_inner()).await?;
    let mut vraag = ruw.parse().map_err(Fout::from)?;
    let bron = Bron {
        gemeente: vraag.gemeente,
        gebied: vraag.gebied,
        needs_beleid: vraag.needs_beleid(),
    };
    if let Some(beleid) = bron.load(&state, &drager.0).await? {
        vraag = vraag.with_geldend_beleid(&beleid, state.clock.now());
    }
    Ok(Json(Berekening::from(vraag.calculate())))
}
