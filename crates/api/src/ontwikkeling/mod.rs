//! `/v1/gemeenten/{gemeente}/inwoners/{dossier}/metingen`: measuring the ladder.

mod meting;

use actix_web::web::ServiceConfig;
use http_base::Pad;
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    paths(meting::create),
    components(schemas(meting::Metingvraag, meting::Antwoord, meting::Meting))
)]
pub(crate) struct OntwikkelingApi;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    cfg.service(
        Pad::new("/v1/gemeenten/{gemeente}/inwoners/{dossier}/metingen").post(meting::create),
    );
}
