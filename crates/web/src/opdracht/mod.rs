//! What the municipality asks of the organisation, what it answers, and how the items stand by quarter.

mod blok;
mod lezen;
mod opstellen;
mod plan;
mod standen;
mod taken;
mod toon;
mod velden;
mod versie;
mod verstrekken;

use actix_web::web::ServiceConfig;
use http_base::Pad;

pub(crate) use blok::Opdrachtblok;
pub(crate) use taken::list_taken;

/// Registers the pages of this subject.
pub(crate) fn configure(cfg: &mut ServiceConfig) {
    const OPDRACHT: &str = "/{gemeente:GM[0-9]{4}}/opdracht";
    let onder = |deel: &str| Pad::new(&format!("{OPDRACHT}/{{jaar:[0-9]{{4}}}}{deel}"));
    cfg.service(Pad::new(OPDRACHT).get(toon::show_dit_jaar))
        .service(onder("").get(toon::show))
        .service(onder("/versies/{versie}").get(versie::show))
        .service(
            onder("/opstellen")
                .get(opstellen::show)
                .post(opstellen::record),
        )
        .service(
            onder("/verstrekken")
                .get(verstrekken::show)
                .post(verstrekken::record),
        )
        .service(onder("/plan").get(plan::show).post(plan::record))
        .service(
            onder("/standen/{kwartaal}")
                .get(standen::show)
                .post(standen::record),
        );
}
