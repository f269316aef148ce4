//! `/v1/gemeenten/{gemeente}/inwoners/{dossier}/herzieningen`: the reviews of a resident that were begun, with what came of them.

mod lezen;
mod vorm;

use actix_web::web::ServiceConfig;
use http_base::Pad;
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    paths(lezen::list, lezen::show),
    components(schemas(
        vorm::Herzieningenlijst,
        vorm::Herzieningszaak,
        vorm::Herzieningszaakhandeling,
        vorm::Herzieningszaakmaand,
        vorm::Herzieningszaakbesluit
    ))
)]
pub(crate) struct HerzieningApi;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    let pad = |onder: &str| {
        Pad::new(&format!(
            "/v1/gemeenten/{{gemeente}}/inwoners/{{dossier}}/herzieningen{onder}"
        ))
    };
    cfg.service(pad("").get(lezen::list))
        .service(pad("/{herziening}").get(lezen::show));
}
