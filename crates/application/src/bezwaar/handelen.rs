//! What happens to an objection between its receipt and its end.

use domain::bevoegdheid::{Actor, Permission};
use domain::bezwaar::{Bezwaar, Bezwaarakte, Bezwaarhandeling};
use persistence::audit::{self, Handeling};
use persistence::verwerking::{self, Activiteit};
use persistence::{TenantTx, bezwaar};
use primitives::{BezwaarId, DossierId, Moment};

use super::BezwaarError;

/// Records an act as somebody saw the objection: `gezien` is the number of the last act that was shown. A new
/// calculation and a decision have functions of their own and are refused here.
pub async fn record_bezwaarhandeling(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    (dossier, id): (DossierId, BezwaarId),
    gezien: usize,
    handeling: Bezwaarhandeling,
) -> Result<Bezwaar, BezwaarError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    if matches!(
        handeling,
        Bezwaarhandeling::Besloten(_) | Bezwaarhandeling::Heroverwogen(_)
    ) {
        return Err(BezwaarError::NietGevonden);
    }
    let eerder = load_seen(tx, dossier, id, gezien).await?;
    append(tx, actor, now, eerder, handeling).await
}

/// The objection, unless somebody recorded something since it was shown.
pub(super) async fn load_seen(
    tx: &mut TenantTx,
    dossier: DossierId,
    id: BezwaarId,
    gezien: usize,
) -> Result<Bezwaar, BezwaarError> {
    let gevonden = bezwaar::find_bezwaar(tx, dossier, id)
        .await?
        .ok_or(BezwaarError::NietGevonden)?;
    if gevonden.akten().len() == gezien {
        Ok(gevonden)
    } else {
        Err(BezwaarError::Verouderd)
    }
}

/// Adds an act, with its audit row and its row of the processing log.
pub(super) async fn append(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    eerder: Bezwaar,
    handeling: Bezwaarhandeling,
) -> Result<Bezwaar, BezwaarError> {
    let nieuw = eerder.apply(akte(actor, now, handeling))?;
    bezwaar::insert_akte(tx, &nieuw)
        .await
        .map_err(BezwaarError::of_sleutel)?;
    record_trail(tx, actor, now, &nieuw).await?;
    Ok(nieuw)
}

/// An act of this person now.
pub(super) fn akte(actor: &Actor, now: Moment, handeling: Bezwaarhandeling) -> Bezwaarakte {
    Bezwaarakte {
        handeling,
        door: actor.into(),
        op: now,
    }
}

/// The audit row and the row of the processing log of the last act.
pub(super) async fn record_trail(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    bezwaar: &Bezwaar,
) -> Result<(), BezwaarError> {
    let (id, dossier) = (bezwaar.kop().id, bezwaar.kop().bestreden.dossier);
    let object = format!("bezwaar {id} van dossier {dossier}");
    let laatste = bezwaar.akten().last().map(|akte| &akte.handeling);
    let soort = match laatste {
        Some(Bezwaarhandeling::Besloten(_)) => Handeling::Beschikking,
        _ => Handeling::Bezwaar,
    };
    let toelichting = laatste.map(Bezwaarhandeling::code);
    audit::record(tx, actor, now, soort, &object, toelichting).await?;
    verwerking::record(tx, now, Activiteit::BezwaarBehandelen, &[dossier]).await?;
    Ok(())
}
