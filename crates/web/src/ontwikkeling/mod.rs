//! The ladder of a resident: its history, and measuring.

mod grafiek;
mod ladder;
mod meten;

use actix_web::web::ServiceConfig;
use http_base::Pad;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    let pad = |onder: &str| {
        Pad::new(&format!(
            "/{{gemeente:GM[0-9]{{4}}}}/inwoners/{{dossier}}/ontwikkeling{onder}"
        ))
    };
    cfg.service(pad("").get(ladder::show))
        .service(pad("/meten").get(meten::show).post(meten::record));
}
