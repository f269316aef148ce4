//! Policy: what holds and why, decisions, their publication and corrections.

mod basisset;
mod bekendmaking;
mod beleidsbestand;
mod besluiten;
mod besluitvelden;
mod correctie;
mod grafiek;
mod huishoudblok;
mod jaarbeeldgrafiek;
mod lezen;
mod nieuw_besluit;
mod taken;
mod toon_beleid;
mod toon_besluit;
mod toon_parameter;
mod vergelijken;
mod vergelijken_lijst;
mod voorstellen;
mod waardeblok;
mod zienswijzen;

use actix_web::web::ServiceConfig;
use http_base::Pad;

pub(crate) use lezen::{Besluitbron, link_to, render_stand};
pub(crate) use taken::list_taken;
pub(crate) use voorstellen::list_organen;
pub(crate) use zienswijzen::list_zienswijzetaken;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    const BESLUIT: &str = "/{gemeente:GM[0-9]{4}}/besluiten/{besluit}";
    voorstellen::configure(cfg);
    basisset::configure(cfg);
    beleidsbestand::configure(cfg);
    zienswijzen::configure(cfg);
    cfg.service(Pad::new("/{gemeente:GM[0-9]{4}}/beleid").get(toon_beleid::show))
        .service(Pad::new("/{gemeente:GM[0-9]{4}}/beleid/vergelijken").get(vergelijken::show))
        .service(
            Pad::new("/{gemeente:GM[0-9]{4}}/beleid/vergelijken/lijst.{formaat}")
                .get(vergelijken_lijst::download),
        )
        .service(Pad::new("/{gemeente:GM[0-9]{4}}/beleid/{sleutel}").get(toon_parameter::show))
        .service(Pad::new("/{gemeente:GM[0-9]{4}}/besluiten").get(besluiten::show))
        .service(
            Pad::new("/{gemeente:GM[0-9]{4}}/besluiten/nieuw")
                .get(nieuw_besluit::show)
                .post(nieuw_besluit::record),
        )
        .service(Pad::new(BESLUIT).get(toon_besluit::show))
        .service(
            Pad::new(&format!("{BESLUIT}/bekendmaking"))
                .get(bekendmaking::show)
                .post(bekendmaking::record),
        )
        .service(
            Pad::new(&format!("{BESLUIT}/waarden/{{waarde}}/correctie"))
                .get(correctie::show)
                .post(correctie::record),
        );
}
