//! Shared bases: the list, one base beside what holds in each municipality, drafting, publishing, and the proposal from it.

mod formulier;
mod grondslag;
mod lezen;
mod lijst;
mod nieuw;
mod publiceren;
mod toon;
mod vergelijking;
mod wijzigen;

use actix_web::web::ServiceConfig;
use http_base::Pad;

pub(super) use grondslag::{Grondslagblok, list_grondslagfeiten, prefill_from_basis};
pub(super) use lezen::{basisversies_van, list_basisfeiten, versies_of};

pub(super) fn configure(cfg: &mut ServiceConfig) {
    const LIJST: &str = "/{gemeente:GM[0-9]{4}}/beleid/basis";
    const SET: &str = "/{gemeente:GM[0-9]{4}}/beleid/basis/{basisset}";
    let onder = |deel: &str| Pad::new(&format!("{SET}/{deel}"));
    cfg.service(Pad::new(LIJST).get(lijst::show))
        .service(
            Pad::new(&format!("{LIJST}/nieuw"))
                .get(nieuw::show)
                .post(nieuw::record),
        )
        .service(Pad::new(SET).get(toon::show))
        .service(onder("wijzigen").get(wijzigen::show).post(wijzigen::record))
        .service(
            onder("publiceren")
                .get(publiceren::show)
                .post(publiceren::record),
        );
}
