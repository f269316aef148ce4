//! Execution policy of the organisation: work rules, beside what the municipality decided.

mod handelen;
mod lezen;
mod vorm;

use actix_web::web::ServiceConfig;
use http_base::Pad;
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    paths(lezen::list, handelen::create, handelen::change),
    components(schemas(
        vorm::Werkinstructielijst,
        vorm::Werkinstructie,
        vorm::Werkgegeven,
        vorm::NieuweWerkinstructie,
        vorm::NieuweWerkinstructieversie,
        vorm::NieuweWerkwaarde
    ))
)]
pub(crate) struct WerkinstructieApi;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    const LIJST: &str = "/v1/gemeenten/{gemeente}/werkinstructies";
    cfg.service(Pad::new(LIJST).get(lezen::list).post(handelen::create))
        .service(Pad::new(&format!("{LIJST}/{{werkinstructie}}/versies")).post(handelen::change));
}
