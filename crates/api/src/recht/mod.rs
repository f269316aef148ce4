//! `/v1/berekeningen`: the right of a household that is described in the question (contract 2.1).

mod bereken;
mod vorm;

use actix_web::web::ServiceConfig;
use http_base::Pad;
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    paths(bereken::create),
    components(schemas(
        vorm::Berekeningsvraag,
        vorm::Huishouden,
        vorm::Aanvrager,
        vorm::Partner,
        vorm::Kind,
        vorm::Medebewoner,
        vorm::Inkomst,
        vorm::Vermogen,
        vorm::Beginvermogen,
        vorm::Maatregel,
        vorm::Toeslag,
        vorm::Berekening,
        vorm::Stap
    ))
)]
pub(crate) struct RechtApi;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    cfg.service(Pad::new("/v1/berekeningen").post(bereken::create));
}
