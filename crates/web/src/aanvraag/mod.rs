//! Applications of a resident: receipt, what must be done now, the proposal, the decision and its letter.

mod adres;
mod akten;
mod besluit;
mod brief;
mod feitvelden;
mod handeling;
mod handelingsvelden;
mod lijst;
mod mandaten;
mod omschrijving;
mod ontvangst;
mod taken;
mod toon;
mod voorgevuld;
mod voorschot;
mod voorstel;
mod voorstelblok;
mod voorstelvelden;
mod wachtend;

use actix_web::web::ServiceConfig;
use http_base::Pad;

pub(crate) use adres::sender;
pub(crate) use akten::term_status;
pub(crate) use brief::render_briefbestand;
pub(crate) use taken::{first_term, list_taken};
pub(crate) use toon::Termijnblok;
pub(crate) use voorstel::VoorstelPagina;
pub(crate) use voorstelvelden::Invoer as Voorstelinvoer;

/// Registers the pages of this subject.
pub(crate) fn configure(cfg: &mut ServiceConfig) {
    let dossier = |onder: &str| {
        Pad::new(&format!(
            "/{{gemeente:GM[0-9]{{4}}}}/inwoners/{{dossier}}{onder}"
        ))
    };
    let aanvraag = |onder: &str| dossier(&format!("/aanvragen/{{aanvraag}}{onder}"));
    cfg.service(Pad::new("/{gemeente:GM[0-9]{4}}/aanvragen").get(wachtend::show))
        .service(Pad::new("/{gemeente:GM[0-9]{4}}/mandaten").get(mandaten::show))
        .service(dossier("/beschikkingen").get(lijst::show))
        .service(
            dossier("/aanvragen/nieuw")
                .get(ontvangst::show)
                .post(ontvangst::record),
        )
        .service(aanvraag("").get(toon::show))
        .service(aanvraag("/brief.pdf").get(brief::show))
        .service(
            aanvraag("/voorschot")
                .get(voorschot::show)
                .post(voorschot::record),
        )
        .service(
            aanvraag("/voorstel")
                .get(voorstel::show)
                .post(voorstel::record),
        )
        .service(
            aanvraag("/besluit")
                .get(besluit::show)
                .post(besluit::record),
        )
        .service(
            aanvraag("/handelingen/{soort}")
                .get(handeling::show)
                .post(handeling::record),
        );
}
