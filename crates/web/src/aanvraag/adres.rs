//! The application in an address, and loading it for a page.

use actix_web::web::Path;
use application::aanvraag::{Aanvraagbeeld, Afzender, load_aanvraag};
use domain::aanvraag::Aanvraag;
use http_base::{AppState, DbRol, Fout, InGemeente};
use primitives::{AanvraagId, DossierId};

use crate::dossier::hoofd::{address, task_shell};
use crate::schil::Schil;

/// Municipality, dossier and application of an address.
pub(super) type Aanvraagpad = Path<(String, String, String)>;

/// The dossier and application; anything else than ids is an address that does not exist.
pub(super) fn ids_of(dossier: &str, aanvraag: &str) -> Result<(DossierId, AanvraagId), Fout> {
    let dossier = DossierId::parse(dossier).map_err(|_| Fout::niet_gevonden())?;
    let aanvraag = AanvraagId::parse(aanvraag).map_err(|_| Fout::niet_gevonden())?;
    Ok((dossier, aanvraag))
}

/// The application with what stands above it.
pub(super) async fn load(
    state: &AppState,
    wie: &InGemeente,
    (dossier, aanvraag): (DossierId, AanvraagId),
) -> Result<Aanvraagbeeld, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let beeld = state
        .db
        .in_tenant("load_aanvraag", wie.code(), DbRol::Uitvoering, async |tx| {
            load_aanvraag(tx, actor, now, dossier, aanvraag).await
        });
    Ok(beeld.await?)
}

/// The address of an application, for an answer after a form.
pub(super) fn under(dossier: DossierId, aanvraag: AanvraagId) -> String {
    format!("/inwoners/{dossier}/aanvragen/{aanvraag}")
}

/// The address of an application.
pub(super) fn href(wie: &InGemeente, aanvraag: &Aanvraag) -> String {
    let kop = aanvraag.kop();
    format!("/{}{}", wie.code(), under(kop.dossier, kop.id))
}

/// The shell of a page under an application: the way back leads over the resident and the application.
pub(super) fn shell(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Aanvraagbeeld,
    titel: &str,
) -> Schil {
    let basis = address(wie, beeld.aanvraag.kop().dossier);
    task_shell(state, wie, &beeld.hoofd, titel)
        .kruimel("Beschikkingen", format!("{basis}/beschikkingen"))
        .kruimel(name(&beeld.aanvraag), href(wie, &beeld.aanvraag))
}

/// `Algemene bijstand`.
pub(super) fn name(aanvraag: &Aanvraag) -> String {
    aanvraag.kop().regeling.omschrijving().to_owned()
}

/// Under which name letters of this municipality are signed, and where they are answered.
pub(crate) fn sender(state: &AppState, wie: &InGemeente) -> Afzender {
    let settings = &state.settings;
    let adres = settings.gemeente_adressen.get(&wie.code());
    Afzender {
        organisatie: settings.organisatie.clone(),
        adres_organisatie: settings.organisatie_adres.clone(),
        adres_gemeente: adres.cloned().unwrap_or_default(),
    }
}
