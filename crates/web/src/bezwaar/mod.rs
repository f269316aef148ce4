//! Objections to a decision: receipt, the hearing, the decision and its letter. One task, one page.

mod adres;
mod akten;
mod besluit;
mod brief;
mod handeling;
mod handelingsvelden;
mod heroverweging;
mod nieuw;
mod regels;
mod taken;
mod toon;
mod vergelijking;
mod wachtend;

use actix_web::web::ServiceConfig;
use http_base::Pad;

pub(crate) use regels::{Bezwaarregel, list_regels, replaced_by};
pub(crate) use taken::list_taken;

/// Registers the pages of this subject.
pub(crate) fn configure(cfg: &mut ServiceConfig) {
    let dossier = |onder: &str| {
        Pad::new(&format!(
            "/{{gemeente:GM[0-9]{{4}}}}/inwoners/{{dossier}}{onder}"
        ))
    };
    let bezwaar = |onder: &str| dossier(&format!("/bezwaren/{{bezwaar}}{onder}"));
    cfg.service(Pad::new("/{gemeente:GM[0-9]{4}}/bezwaren").get(wachtend::show))
        .service(
            dossier("/aanvragen/{aanvraag}/bezwaar")
                .get(nieuw::show_aanvraag)
                .post(nieuw::record_aanvraag),
        )
        .service(
            dossier("/recht/herziening/{herziening}/bezwaar")
                .get(nieuw::show_herziening)
                .post(nieuw::record_herziening),
        )
        .service(bezwaar("").get(toon::show))
        .service(bezwaar("/brief.pdf").get(brief::show))
        .service(
            bezwaar("/berekening")
                .get(heroverweging::show)
                .post(heroverweging::record),
        )
        .service(bezwaar("/besluit").get(besluit::show).post(besluit::record))
        .service(
            bezwaar("/handelingen/{soort}")
                .get(handeling::show)
                .post(handeling::record),
        );
}
