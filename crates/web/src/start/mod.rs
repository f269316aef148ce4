//! The first pages: my work list, and the home page of a municipality.

mod gemeente;
mod werklijst;

use actix_web::web::ServiceConfig;
use http_base::Pad;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    cfg.service(Pad::new("/").get(werklijst::show))
        .service(Pad::new("/{gemeente:GM[0-9]{4}}").get(gemeente::show));
}
