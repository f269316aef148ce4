//! Closed quarters and their figures.

mod cijfers;
mod kwartalen;
mod vorm;

use actix_web::web::ServiceConfig;
use http_base::Pad;
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    paths(kwartalen::list, cijfers::list),
    components(schemas(
        vorm::Kwartalen,
        vorm::Sluiting,
        vorm::Kwartaalcijfers,
        vorm::Cijfer,
        vorm::Getal,
        vorm::Kwaliteit,
        vorm::Toelichting
    ))
)]
pub(crate) struct SturingApi;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    const GEMEENTE: &str = "/v1/gemeenten/{gemeente}";
    cfg.service(Pad::new(&format!("{GEMEENTE}/kwartalen")).get(kwartalen::list))
        .service(
            Pad::new(&format!("{GEMEENTE}/kwartalen/{{kwartaal}}/cijfers")).get(cijfers::list),
        );
}
