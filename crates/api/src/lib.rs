//! The JSON API under `/v1`, after the NL API Design Rules. A subject adds one line in `configure` and one in
//! `openapi::document`.

mod aanvraag;
mod beleid;
mod doorrekening;
mod dossier;
mod gemeente;
mod herziening;
mod inhoud;
mod ontwikkeling;
mod opdracht;
mod openapi;
mod recht;
mod sturing;
mod werkinstructie;

use actix_web::web::ServiceConfig;
use http_base::Pad;

pub use openapi::document;

/// Registers every route of the API.
pub fn configure(cfg: &mut ServiceConfig) {
    cfg.service(Pad::new("/v1/openapi.json").get(openapi::show));
    gemeente::configure(cfg);
    dossier::configure(cfg);
    aanvraag::configure(cfg);
    herziening::configure(cfg);
    ontwikkeling::configure(cfg);
    recht::configure(cfg);
    beleid::configure(cfg);
    doorrekening::configure(cfg);
    opdracht::configure(cfg);
    sturing::configure(cfg);
    werkinstructie::configure(cfg);
}
