//! What other policy would mean for the own caseload.

mod doorrekeningen;
mod vorm;

use actix_web::web::ServiceConfig;
use http_base::Pad;
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    paths(doorrekeningen::list, doorrekeningen::create, doorrekeningen::show),
    components(schemas(
        vorm::NieuweDoorrekening,
        vorm::Doorrekening,
        vorm::Doorrekeningenlijst,
        vorm::Doorrekeningkop
    ))
)]
pub(crate) struct DoorrekeningApi;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    const PAD: &str = "/v1/gemeenten/{gemeente}/doorrekeningen";
    cfg.service(
        Pad::new(PAD)
            .get(doorrekeningen::list)
            .post(doorrekeningen::create),
    )
    .service(Pad::new(&format!("{PAD}/{{doorrekening}}")).get(doorrekeningen::show));
}
