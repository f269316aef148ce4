//! The first pages: my work list, and the home page of a municipality.

mod gemeente;
mod werklijst;

use actix_web::http::Method;
use actix_web::web::{ServiceConfig, to};
use http_base::Pad;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    cfg.service(Pad::new("/").on(Method::GET, to(werklijst::show)).build())
        .service(
            Pad::new("/{gemeente:GM[0-9]{4}}")
                .on(Method::GET, to(gemeente::show))
                .build(),
        );
}
