//! `/v1/gemeenten/{gemeente}/inwoners/{dossier}/aanvragen`: the applications of a resident, and recording a receipt.

mod lezen;
mod ontvangst;
mod vorm;

use actix_web::web::ServiceConfig;
use http_base::Pad;
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    paths(lezen::list, lezen::show, ontvangst::record),
    components(schemas(
        vorm::Aanvragenlijst,
        vorm::Aanvraag,
        vorm::Aanvraaghandeling,
        vorm::Aanvraagbesluit,
        vorm::NieuweAanvraag
    ))
)]
pub(crate) struct AanvraagApi;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    let pad = |onder: &str| {
        Pad::new(&format!(
            "/v1/gemeenten/{{gemeente}}/inwoners/{{dossier}}/aanvragen{onder}"
        ))
    };
    cfg.service(pad("").get(lezen::list).post(ontvangst::record))
        .service(pad("/{aanvraag}").get(lezen::show));
}
