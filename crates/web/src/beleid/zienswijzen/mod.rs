//! Rounds of zienswijzen: those of all members, the view of one council, the answer to it, and the calendar.

mod antwoord;
mod einde;
mod gemeente;
mod indienen;
mod lezen;
mod lijst;
mod openen;
mod opstellen;
mod planning;
mod ronde;
mod stukken;
mod taken;
mod vaststellen;
mod weergave;

use actix_web::web::ServiceConfig;
use http_base::Pad;

pub(crate) use taken::list_zienswijzetaken;

pub(super) fn configure(cfg: &mut ServiceConfig) {
    const RONDE: &str = "/zienswijzen/{ronde}";
    const EIGEN: &str = "/{gemeente:GM[0-9]{4}}/zienswijzen";
    cfg.service(
        Pad::new("/planning")
            .get(planning::show)
            .post(planning::record),
    )
    .service(Pad::new("/zienswijzen").get(lijst::show))
    .service(
        Pad::new("/zienswijzen/nieuw")
            .get(openen::show)
            .post(openen::record),
    )
    .service(Pad::new(RONDE).get(ronde::show))
    .service(
        Pad::new(&format!("{RONDE}/stukken"))
            .get(stukken::show)
            .post(stukken::record),
    )
    .service(Pad::new(&format!("{RONDE}/stukken/{{stuk}}")).get(stukken::download))
    .service(
        Pad::new(&format!("{RONDE}/afronden"))
            .get(einde::show_afronden)
            .post(einde::record_afronden),
    )
    .service(
        Pad::new(&format!("{RONDE}/intrekken"))
            .get(einde::show_intrekken)
            .post(einde::record_intrekken),
    );
    let eigen = |deel: &str| Pad::new(&format!("{EIGEN}/{{ronde}}{deel}"));
    cfg.service(Pad::new(EIGEN).get(lijst::show_gemeente))
        .service(eigen("").get(gemeente::show))
        .service(
            eigen("/opstellen")
                .get(opstellen::show)
                .post(opstellen::record),
        )
        .service(
            eigen("/indienen")
                .get(indienen::show)
                .post(indienen::record),
        )
        .service(
            eigen("/antwoord")
                .get(antwoord::show)
                .post(antwoord::record),
        )
        .service(
            eigen("/antwoord/vaststellen")
                .get(vaststellen::show)
                .post(vaststellen::record),
        );
}
