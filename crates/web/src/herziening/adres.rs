//! The review in an address, loading it for a page, and recording an act in it.

use actix_web::web::Path;
use application::herziening::{
    HerzieningError, Herzieningsbeeld, load_herziening, record_herzieningshandeling,
};
use domain::bevoegdheid::Permission;
use domain::herziening::{Herzieningshandeling, Herzieningszaak};
use http_base::{AppState, DbRol, Fout, InGemeente};
use primitives::{DossierId, HerzieningId, maand_lang};

use crate::dossier::hoofd::{address, task_shell};
use crate::schil::Schil;

/// Municipality, dossier and review of an address.
pub(super) type Zaakpad = Path<(String, String, String)>;

/// The same with the kind of what is recorded.
pub(super) type Soortpad = Path<(String, String, String, String)>;

/// A review of a resident.
pub(super) type Wat = (DossierId, HerzieningId);

/// The dossier and review; anything else than ids is an address that does not exist.
pub(super) fn ids_of(dossier: &str, zaak: &str) -> Result<Wat, Fout> {
    let dossier = DossierId::parse(dossier).map_err(|_| Fout::niet_gevonden())?;
    let zaak = HerzieningId::parse(zaak).map_err(|_| Fout::niet_gevonden())?;
    Ok((dossier, zaak))
}

/// The review with what stands above it.
pub(super) async fn load(
    state: &AppState,
    wie: &InGemeente,
    wat: Wat,
) -> Result<Herzieningsbeeld, Fout> {
    wie.require(Permission::DossierLezen)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let beeld = state.db.in_tenant(
        "load_herziening",
        wie.code(),
        DbRol::Uitvoering,
        async |tx| load_herziening(tx, actor, now, wat).await,
    );
    Ok(beeld.await?)
}

/// Records an act on what the form showed.
pub(super) async fn record_act(
    state: &AppState,
    wie: &InGemeente,
    wat: Wat,
    gezien: &str,
    handeling: &Herzieningshandeling,
) -> Result<Herzieningszaak, HerzieningError> {
    let gezien = gezien.parse().map_err(|_| HerzieningError::Verouderd)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    state
        .db
        .in_tenant(
            "record_herzieningshandeling",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| {
                let handeling = handeling.clone();
                record_herzieningshandeling(tx, actor, now, wat, gezien, handeling).await
            },
        )
        .await
}

/// The address of a review, for an answer after a form.
pub(super) fn under((dossier, zaak): Wat) -> String {
    format!("/inwoners/{dossier}/recht/herziening/{zaak}")
}

/// The address of a review.
pub(super) fn href(wie: &InGemeente, zaak: &Herzieningszaak) -> String {
    let kop = zaak.kop();
    format!("/{}{}", wie.code(), under((kop.dossier, kop.id)))
}

/// The address of the reviews of a resident.
pub(super) fn list_href(wie: &InGemeente, dossier: DossierId) -> String {
    format!("{}/recht/herziening", address(wie, dossier))
}

/// The shell of a page under a review.
pub(super) fn shell(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Herzieningsbeeld,
    titel: &str,
) -> Schil {
    let dossier = beeld.zaak.kop().dossier;
    task_shell(state, wie, &beeld.hoofd, titel)
        .kruimel("Recht", format!("{}/recht", address(wie, dossier)))
        .kruimel("Herzieningen", list_href(wie, dossier))
        .kruimel(name(&beeld.zaak), href(wie, &beeld.zaak))
}

/// `maart 2026 tot en met mei 2026`.
pub(super) fn name(zaak: &Herzieningszaak) -> String {
    let (van, tot) = zaak.bereik();
    if van == tot {
        maand_lang(van)
    } else {
        format!("{} tot en met {}", maand_lang(van), maand_lang(tot))
    }
}
