//! Running the platform: municipalities and the work queue.

mod beheer;

use actix_web::web::ServiceConfig;
use http_base::Pad;

/// Registers the pages of this subject.
pub fn configure(cfg: &mut ServiceConfig) {
    cfg.service(Pad::new("/beheer").get(beheer::show))
        .service(Pad::new("/beheer/jobs/{job}/opnieuw").post(beheer::retry));
}
