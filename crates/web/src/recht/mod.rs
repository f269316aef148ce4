//! The amounts of the law, and the right of many households: population runs over all municipalities and what they found
//! in one.

mod bedragen;
mod handelen;
mod lijst;
mod resultaat;
mod run;
mod uitzonderingenlijst;
mod woorden;

use actix_web::web::ServiceConfig;
use http_base::Pad;

/// Registers the pages of this subject.
pub(crate) fn configure(cfg: &mut ServiceConfig) {
    let pad = |onder: &str| Pad::new(&format!("/{{gemeente:GM[0-9]{{4}}}}/populatieruns{onder}"));
    cfg.service(Pad::new(bedragen::PAD).get(bedragen::show))
        .service(Pad::new(woorden::LIJST).get(lijst::show))
        .service(
            Pad::new("/populatieruns/nieuw")
                .get(handelen::show_nieuw)
                .post(handelen::start),
        )
        .service(Pad::new("/populatieruns/{run}").get(run::show))
        .service(Pad::new("/populatieruns/{run}/onderbreking").post(handelen::interrupt))
        .service(Pad::new("/populatieruns/{run}/hervatting").post(handelen::resume))
        .service(pad("").get(lijst::show_gemeente))
        .service(pad("/{run}").get(resultaat::show))
        .service(pad("/{run}/lijst.{formaat}").get(uitzonderingenlijst::show));
}
