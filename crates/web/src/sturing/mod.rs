//! The quarter, the benchmark, the meeting and the staffing.

mod afspraken;
mod beeld;
mod benchmark;
mod benchmark_grafiek;
mod benchmark_lijst;
mod formatie;
mod kwartaal;
mod kwartalen;
mod ontvangers;
mod overleg;
mod overleggen;
mod rapport;
mod sluiten;
mod taken;
mod toelichten;
mod verslag;
mod versturen;
mod weergave;

use actix_web::web::ServiceConfig;
use http_base::Pad;

pub(crate) use beeld::{Kwartaalbeeld, load_beeld};
pub(crate) use taken::{list_cijfers, list_taken};
pub(crate) use weergave::{kleur_of, own_gemeente};

/// Registers the pages of this subject.
pub fn configure(cfg: &mut ServiceConfig) {
    let pad = |onder: &str| Pad::new(&format!("/{{gemeente:GM[0-9]{{4}}}}{onder}"));
    cfg.service(pad("/kwartalen").get(kwartalen::show))
        .service(
            pad("/kwartalen/ontvangers")
                .get(ontvangers::show)
                .post(ontvangers::record),
        )
        .service(pad("/kwartalen/ontvangers/{id}/einde").post(ontvangers::end))
        .service(pad("/kwartalen/{kwartaal}").get(kwartaal::show))
        .service(pad("/kwartalen/{kwartaal}/toelichtingen").post(toelichten::record))
        .service(
            pad("/kwartalen/{kwartaal}/sluiten")
                .get(sluiten::show)
                .post(sluiten::record),
        )
        .service(pad("/kwartalen/{kwartaal}/rapport.{formaat}").get(rapport::download))
        .service(pad("/benchmark").get(benchmark::show))
        .service(pad("/benchmark/lijst.{formaat}").get(benchmark_lijst::download));
    cfg.service(
        Pad::new("/overleg")
            .get(overleggen::show)
            .post(overleggen::record),
    )
    .service(Pad::new("/overleg/{datum}").get(overleg::show))
    .service(Pad::new("/overleg/{datum}/agendapunten").post(overleg::record_punt))
    .service(
        Pad::new("/overleg/{datum}/besluiten")
            .get(verslag::show)
            .post(verslag::record),
    )
    .service(
        Pad::new("/overleg/{datum}/versturen")
            .get(versturen::show)
            .post(versturen::record),
    )
    .service(Pad::new("/overleg/{datum}/afspraken").post(afspraken::record))
    .service(
        Pad::new("/overleg/{datum}/afspraken/{id}")
            .get(afspraken::show)
            .post(afspraken::end),
    )
    .service(
        Pad::new("/formatie")
            .get(formatie::show)
            .post(formatie::record),
    );
}
