//! Policy: what holds, and the decisions that say so.

mod bekendmaking;
mod besluiten;
mod lezen;
mod omzetting;
mod parameters;
mod vorm;

use actix_web::web::ServiceConfig;
use http_base::Pad;
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    paths(
        parameters::list,
        parameters::show,
        besluiten::list,
        besluiten::create,
        besluiten::show,
        bekendmaking::create
    ),
    components(schemas(
        vorm::Parameterlijst,
        vorm::Parameter,
        vorm::Standvorm,
        vorm::Parameterverloop,
        vorm::Tijdvak,
        vorm::Grens,
        vorm::Besluitverwijzing,
        vorm::Besluitenlijst,
        vorm::Besluit,
        vorm::Uitkomst,
        vorm::Waarde,
        vorm::Intrekking,
        vorm::Correctie,
        vorm::Bekendmaking,
        vorm::NieuwBesluit,
        vorm::NieuweUitkomst,
        vorm::NieuweWaarde,
        vorm::NieuweIntrekking,
        vorm::NieuweBekendmaking
    ))
)]
pub(crate) struct BeleidApi;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    const GEMEENTE: &str = "/v1/gemeenten/{gemeente}";
    cfg.service(Pad::new(&format!("{GEMEENTE}/parameters")).get(parameters::list))
        .service(Pad::new(&format!("{GEMEENTE}/parameters/{{sleutel}}")).get(parameters::show))
        .service(
            Pad::new(&format!("{GEMEENTE}/besluiten"))
                .get(besluiten::list)
                .post(besluiten::create),
        )
        .service(Pad::new(&format!("{GEMEENTE}/besluiten/{{besluit}}")).get(besluiten::show))
        .service(
            Pad::new(&format!("{GEMEENTE}/besluiten/{{besluit}}/bekendmaking"))
                .post(bekendmaking::create),
        );
}
