//! The caseload in and out: taking over files of BUS and SRG.

mod bestand;
mod foutlijst;
mod leveringen;
mod neem_over;
mod taken;

use actix_web::web::ServiceConfig;
use http_base::Pad;

pub(crate) use taken::list_taken;

/// Registers the pages of this subject.
pub fn configure(cfg: &mut ServiceConfig) {
    cfg.service(
        Pad::new("/{gemeente:GM[0-9]{4}}/bestand")
            .get(bestand::show)
            .post(neem_over::record),
    );
    cfg.service(
        Pad::new("/{gemeente:GM[0-9]{4}}/bestand/leveringen.{formaat}").get(leveringen::download),
    );
}
