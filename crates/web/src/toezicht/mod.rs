//! Supervision: who looked at whose file.

mod download;
mod inzagelog;
mod taken;

use actix_web::web::ServiceConfig;
use http_base::Pad;

pub(crate) use taken::list_taken;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    let pad = |onder: &str| Pad::new(&format!("/{{gemeente:GM[0-9]{{4}}}}/inzagelog{onder}"));
    cfg.service(pad("").get(inzagelog::show))
        .service(pad("/lijst.{formaat}").get(download::show));
}
