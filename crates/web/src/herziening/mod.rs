//! Reviews of months that were decided on: which facts are different, what follows, the proposal, the decision and its
//! letter. One task, one page.

mod adres;
mod akten;
mod besluit;
mod brief;
mod bruto;
mod feit;
mod feitvelden;
mod handeling;
mod lijst;
mod maanden;
mod nieuw;
mod oordeel;
mod oorzaakvelden;
mod taken;
mod toon;
mod uitkomst;
mod voorstel;
mod wachtend;

use actix_web::web::ServiceConfig;
use http_base::Pad;

pub(crate) use taken::list_taken;

/// Registers the pages of this subject.
pub(crate) fn configure(cfg: &mut ServiceConfig) {
    let pad = |onder: &str| {
        Pad::new(&format!(
            "/{{gemeente:GM[0-9]{{4}}}}/inwoners/{{dossier}}/recht/herziening{onder}"
        ))
    };
    let zaak = |onder: &str| pad(&format!("/{{herziening}}{onder}"));
    cfg.service(Pad::new("/{gemeente:GM[0-9]{4}}/herzieningen").get(wachtend::show))
        .service(pad("").get(lijst::show))
        .service(pad("/nieuw").get(nieuw::show).post(nieuw::record))
        .service(zaak("").get(toon::show))
        .service(zaak("/brief.pdf").get(brief::show))
        .service(zaak("/feiten").get(feit::choose))
        .service(zaak("/feiten/vervallen").post(feit::drop))
        .service(zaak("/feiten/{soort}").get(feit::show).post(feit::record))
        .service(zaak("/oordeel").get(oordeel::show).post(oordeel::record))
        .service(
            zaak("/oordeel/maanden")
                .get(maanden::show)
                .post(maanden::record),
        )
        .service(zaak("/oordeel/vervallen").post(maanden::drop))
        .service(zaak("/bruto").get(bruto::show).post(bruto::record))
        .service(zaak("/voorstel").get(voorstel::show).post(voorstel::record))
        .service(zaak("/besluit").get(besluit::show).post(besluit::record))
        .service(
            zaak("/handelingen/{soort}")
                .get(handeling::show)
                .post(handeling::record),
        );
}
