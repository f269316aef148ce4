//! `/v1/gemeenten/{gemeente}/inwoners`: finding a resident, and one dossier.

mod toon;
mod vorm;
mod zoek;

use actix_web::web::ServiceConfig;
use http_base::{Fout, Pad};
use primitives::DossierId;
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    paths(zoek::search, toon::show),
    components(schemas(
        zoek::Zoekvraag,
        zoek::Zoekbladwijzer,
        zoek::Gevonden,
        vorm::Inwoner,
        vorm::Inwonerregel,
        vorm::Trede,
        vorm::Casusregisseur,
        vorm::Huishoudbeeld,
        vorm::Huisgenoot,
        vorm::Uitkering,
        vorm::Voorziening
    ))
)]
pub(crate) struct DossierApi;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    let pad = |onder: &str| Pad::new(&format!("/v1/gemeenten/{{gemeente}}/inwoners{onder}"));
    cfg.service(pad("/_zoek").post(zoek::search))
        .service(pad("/{dossier}").get(toon::show));
}

/// The dossier of an address; anything else than an id is an address that does not exist.
pub(crate) fn parse_dossier(tekst: &str) -> Result<DossierId, Fout> {
    DossierId::parse(tekst).map_err(|_| Fout::niet_gevonden())
}
