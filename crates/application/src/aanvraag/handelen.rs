//! What happens to an application between its receipt and its end.

use domain::aanvraag::{Aanvraag, Aanvraagakte, Aanvraaghandeling};
use domain::bevoegdheid::{Actor, Permission};
use persistence::audit::{self, Handeling};
use persistence::verwerking::{self, Activiteit};
use persistence::{TenantTx, aanvraag};
use primitives::{AanvraagId, DossierId, Moment};

use super::AanvraagError;

/// Records an act as somebody saw the application: `gezien` is the number of the last act that was shown. A proposal, an
/// advance and a decision have functions of their own and are refused here.
pub async fn record_handeling(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    (dossier, id): (DossierId, AanvraagId),
    gezien: usize,
    handeling: Aanvraaghandeling,
) -> Result<Aanvraag, AanvraagError> {
    actor.require(permission_for(&handeling), tx.gemeente())?;
    if matches!(
        handeling,
        Aanvraaghandeling::Voorgesteld(_)
            | Aanvraaghandeling::Besloten(_)
            | Aanvraaghandeling::VoorschotVerleend(_)
    ) {
        return Err(AanvraagError::NietGevonden);
    }
    let eerder = load_seen(tx, dossier, id, gezien).await?;
    append(tx, actor, now, eerder, handeling).await
}

/// The application, unless somebody recorded something since it was shown.
pub(super) async fn load_seen(
    tx: &mut TenantTx,
    dossier: DossierId,
    id: AanvraagId,
    gezien: usize,
) -> Result<Aanvraag, AanvraagError> {
    let aanvraag = aanvraag::find_aanvraag(tx, dossier, id)
        .await?
        .ok_or(AanvraagError::NietGevonden)?;
    if aanvraag.akten().len() == gezien {
        Ok(aanvraag)
    } else {
        Err(AanvraagError::Verouderd)
    }
}

/// Adds an act, with its audit row and its row of the processing log.
pub(super) async fn append(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    eerder: Aanvraag,
    handeling: Aanvraaghandeling,
) -> Result<Aanvraag, AanvraagError> {
    let soort = match handeling {
        Aanvraaghandeling::Besloten(_) | Aanvraaghandeling::BeslotenDoorCollege { .. } => {
            Handeling::Beschikking
        }
        _ => Handeling::Aanvraag,
    };
    let nieuw = eerder.apply(Aanvraagakte {
        handeling,
        door: actor.into(),
        op: now,
    })?;
    aanvraag::insert_akte(tx, &nieuw)
        .await
        .map_err(AanvraagError::of_sleutel)?;
    record_trail(tx, actor, now, soort, &nieuw).await?;
    Ok(nieuw)
}

/// The audit row and the row of the processing log of the last act.
pub(super) async fn record_trail(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    soort: Handeling,
    aanvraag: &Aanvraag,
) -> Result<(), AanvraagError> {
    let kop = aanvraag.kop();
    let object = format!("aanvraag {} van dossier {}", kop.id, kop.dossier);
    let laatste = aanvraag.akten().last().map(|akte| akte.handeling.code());
    audit::record(tx, actor, now, soort, &object, laatste).await?;
    verwerking::record(tx, now, Activiteit::AanvraagBehandelen, &[kop.dossier]).await?;
    Ok(())
}

const fn permission_for(handeling: &Aanvraaghandeling) -> Permission {
    match handeling {
        Aanvraaghandeling::Teruggegeven { .. } | Aanvraaghandeling::Besloten(_) => {
            Permission::BeschikkingNemen
        }
        _ => Permission::AanvraagBehandelen,
    }
}
