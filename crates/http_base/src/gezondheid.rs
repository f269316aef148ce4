//! `/healthz`: the process lives.

use actix_web::{HttpResponse, web};

/// Registers the addresses for whoever watches over the process.
pub fn configure_health(cfg: &mut web::ServiceConfig) {
    cfg.route("/healthz", web::get().to(healthz));
}

async fn healthz() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body("ok\n")
}
