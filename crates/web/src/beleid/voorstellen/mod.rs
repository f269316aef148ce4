//! Proposals: writing, advice, submitting by a second person, treating, withdrawing, files.

mod advies;
mod behandeling;
mod bijlagen;
mod doorrekeningen;
mod indienen;
mod intrekken;
mod lezen;
mod lijst;
mod opstellen;
mod taken;
mod tijdlijn;
mod toon;
mod wijzigen;

use actix_web::web::ServiceConfig;
use http_base::Pad;

pub(super) use bijlagen::{Bijlagelink, list_van_besluit};
pub(crate) use doorrekeningen::list_organen;
pub(super) use taken::list_voorsteltaken;

pub(super) fn configure(cfg: &mut ServiceConfig) {
    const LIJST: &str = "/{gemeente:GM[0-9]{4}}/voorstellen";
    const VOORSTEL: &str = "/{gemeente:GM[0-9]{4}}/voorstellen/{voorstel}";
    const BESLUIT: &str = "/{gemeente:GM[0-9]{4}}/besluiten/{besluit}";
    let onder = |deel: &str| Pad::new(&format!("{VOORSTEL}/{deel}"));
    cfg.service(Pad::new(LIJST).get(lijst::show))
        .service(
            Pad::new(&format!("{LIJST}/nieuw"))
                .get(opstellen::show)
                .post(opstellen::record),
        )
        .service(Pad::new(VOORSTEL).get(toon::show))
        .service(onder("wijzigen").get(wijzigen::show).post(wijzigen::record))
        .service(onder("advies").get(advies::show).post(advies::record))
        .service(
            onder("advies/{nummer}/reactie")
                .get(advies::show_reactie)
                .post(advies::record_antwoord),
        )
        .service(onder("indienen").get(indienen::show).post(indienen::record))
        .service(
            onder("behandeling")
                .get(behandeling::show)
                .post(behandeling::record),
        )
        .service(
            onder("intrekken")
                .get(intrekken::show)
                .post(intrekken::record),
        )
        .service(
            onder("bijlagen")
                .get(bijlagen::show_voorstel)
                .post(bijlagen::record_voorstel),
        )
        .service(onder("bijlagen/{bijlage}").get(bijlagen::download_voorstel))
        .service(
            Pad::new(&format!("{BESLUIT}/bijlagen"))
                .get(bijlagen::show_besluit)
                .post(bijlagen::record_besluit),
        )
        .service(
            Pad::new(&format!("{BESLUIT}/bijlagen/{{bijlage}}")).get(bijlagen::download_besluit),
        );
}
