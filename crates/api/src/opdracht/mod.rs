//! What a municipality asks of the organisation, what it answers, and how the items stand.

mod handelen;
mod lezen;
mod vorm;

use actix_web::web::ServiceConfig;
use http_base::Pad;
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    paths(
        lezen::show,
        handelen::draft,
        handelen::give,
        handelen::answer,
        handelen::report
    ),
    components(schemas(
        vorm::Opdracht,
        vorm::Opdrachtversie,
        vorm::Onderdeel,
        vorm::Kader,
        vorm::Norm,
        vorm::Uitvoeringsplan,
        vorm::Antwoord,
        vorm::Stand,
        vorm::NieuwConcept,
        vorm::NieuwOnderdeel,
        vorm::NieuweKaderverwijzing,
        vorm::NieuweNorm,
        vorm::NieuweVerstrekking,
        vorm::NieuwPlan,
        vorm::NieuwAntwoord,
        vorm::NieuweStanden,
        vorm::NieuweStand
    ))
)]
pub(crate) struct OpdrachtApi;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    let pad = |deel: &str| {
        Pad::new(&format!(
            "/v1/gemeenten/{{gemeente}}/opdrachten/{{jaar}}{deel}"
        ))
    };
    cfg.service(pad("").get(lezen::show))
        .service(pad("/concepten").post(handelen::draft))
        .service(pad("/verstrekking").post(handelen::give))
        .service(pad("/plannen").post(handelen::answer))
        .service(pad("/standen").post(handelen::report));
}
