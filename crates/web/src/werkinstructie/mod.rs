//! Execution policy of the organisation, beside what each municipality decided.

mod blok;
mod lezen;
mod lijst;
mod schrijven;
mod toon;

use actix_web::web::ServiceConfig;
use http_base::Pad;

pub(crate) use blok::{Werkregel, list_werkregels};

/// Registers the pages of this subject.
pub(crate) fn configure(cfg: &mut ServiceConfig) {
    const LIJST: &str = "/uitvoeringsbeleid";
    cfg.service(Pad::new(LIJST).get(lijst::show))
        .service(
            Pad::new(&format!("{LIJST}/nieuw"))
                .get(schrijven::show_nieuw)
                .post(schrijven::record_nieuw),
        )
        .service(Pad::new(&format!("{LIJST}/{{werkinstructie}}")).get(toon::show))
        .service(
            Pad::new(&format!("{LIJST}/{{werkinstructie}}/wijzigen"))
                .get(schrijven::show_wijzigen)
                .post(schrijven::record_wijziging),
        );
}
