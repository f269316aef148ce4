//! `/v1/gemeenten`: where the holder of the token has a role.

use actix_web::web::{Data, Json, ServiceConfig};
use http_base::{AppState, Drager, DragerInGemeente, Fout, Gemeentenaam, Pad};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

#[derive(OpenApi)]
#[openapi(paths(list, show), components(schemas(Gemeente, Gemeenten)))]
pub(crate) struct GemeenteApi;

/// Een gemeente die aan de samenwerking deelneemt.
#[derive(Serialize, ToSchema)]
struct Gemeente {
    /// CBS-code.
    #[schema(example = "GM0294")]
    code: String,
    /// Naam zonder het woord gemeente.
    #[schema(example = "Winterswijk")]
    naam: String,
}

/// Een lijst van gemeenten.
#[derive(Serialize, ToSchema)]
struct Gemeenten {
    /// De gemeenten, op naam.
    gemeenten: Vec<Gemeente>,
}

impl From<&Gemeentenaam> for Gemeente {
    fn from(gemeente: &Gemeentenaam) -> Self {
        Self {
            code: gemeente.code.to_string(),
            naam: gemeente.naam.clone(),
        }
    }
}

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    cfg.service(Pad::new("/v1/gemeenten").get(list));
    cfg.service(Pad::new("/v1/gemeenten/{gemeente}").get(show));
}

/// Toont de gemeenten waar u een rol heeft.
///
/// Welke dat zijn, volgt uit uw toegangsbewijs.
#[utoipa::path(
    get, path = "/v1/gemeenten", tag = "gemeenten", operation_id = "listGemeenten",
    responses(
        (status = 200, description = "De gemeenten.", body = Gemeenten),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = crate::openapi::Probleem, content_type = "application/problem+json"),
    )
)]
async fn list(state: Data<AppState>, drager: Drager) -> Result<Json<Gemeenten>, Fout> {
    let alle = state.gemeenten.load(&state.db, state.clock.now()).await?;
    let eigen = alle
        .iter()
        .filter(|gemeente| drager.0.rollen_in(gemeente.code).next().is_some());
    Ok(Json(Gemeenten {
        gemeenten: eigen.map(Gemeente::from).collect(),
    }))
}

/// Toont een gemeente.
///
/// Een gemeente waar u geen rol heeft, bestaat voor u niet.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}", tag = "gemeenten", operation_id = "showGemeente",
    params(("gemeente" = String, Path, description = "CBS-code, zoals GM0294.", example = "GM0294")),
    responses(
        (status = 200, description = "De gemeente.", body = Gemeente),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = crate::openapi::Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, of u heeft er geen rol.", body = crate::openapi::Probleem, content_type = "application/problem+json"),
    )
)]
async fn show(wie: DragerInGemeente) -> Json<Gemeente> {
    Json(Gemeente::from(&wie.gemeente))
}
