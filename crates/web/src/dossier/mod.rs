//! Residents: the list, searching, and the pages of one dossier.

mod adres;
mod download;
pub(crate) mod hoofd;
mod lijst;
mod naam;
mod notities;
mod overdracht;
mod overzicht;
mod recht;
mod regelingen;
mod regelingvelden;
mod regels;
mod stappen;
pub(crate) mod taken;
mod tijdlijn;
mod toeslag;
mod vorderingen;
mod werken;
mod woongebied;
mod zoeken;

use actix_web::web::ServiceConfig;
use http_base::Pad;

pub(crate) use adres::{Dossierpad, dossier_of};
pub(crate) use regelingen::find_veld;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    let pad = |onder: &str| Pad::new(&format!("/{{gemeente:GM[0-9]{{4}}}}/inwoners{onder}"));
    cfg.service(pad("").get(lijst::show))
        .service(pad("/_zoek").post(zoeken::search))
        .service(pad("/gevonden").get(zoeken::show))
        .service(pad("/lijst.{formaat}").get(download::show))
        .service(pad("/{dossier}").get(overzicht::show))
        .service(pad("/{dossier}/recht").get(recht::show))
        .service(
            pad("/{dossier}/recht/toeslag")
                .get(toeslag::show)
                .post(toeslag::calculate),
        )
        .service(pad("/{dossier}/recht/werken").get(werken::show))
        .service(
            pad("/{dossier}/recht/regelingen")
                .get(regelingen::show)
                .post(regelingen::calculate),
        )
        .service(
            pad("/{dossier}/recht/vorderingen")
                .get(vorderingen::show)
                .post(vorderingen::judge),
        )
        .service(pad("/{dossier}/tijdlijn").get(tijdlijn::show))
        .service(
            pad("/{dossier}/notities")
                .get(notities::show)
                .post(notities::record),
        )
        .service(
            pad("/{dossier}/overdracht")
                .get(overdracht::show)
                .post(overdracht::record),
        )
        .service(pad("/{dossier}/naam").get(naam::show).post(naam::record))
        .service(
            pad("/{dossier}/woongebied")
                .get(woongebied::show)
                .post(woongebied::record),
        );
}
