//! Kept calculations.

use domain::bevoegdheid::{Actor, Permission};
use domain::doorrekening::{Doorrekeningakte, Doorrekeningkop};
use persistence::{TenantTx, doorrekening};
use primitives::DoorrekeningId;

use super::DoorrekeningError;

/// The newest kept calculations. Runs as commissioner.
pub async fn list_doorrekeningen(
    tx: &mut TenantTx,
    actor: &Actor,
) -> Result<Vec<Doorrekeningkop>, DoorrekeningError> {
    actor.require(Permission::BeleidDoorrekenen, tx.gemeente())?;
    Ok(doorrekening::list_doorrekeningen(tx).await?)
}

/// The kept calculations beside a proposal, the newest first. Runs as commissioner.
pub async fn list_doorrekeningen_of(
    tx: &mut TenantTx,
    actor: &Actor,
    ids: &[DoorrekeningId],
) -> Result<Vec<Doorrekeningkop>, DoorrekeningError> {
    actor.require(Permission::BeleidDoorrekenen, tx.gemeente())?;
    Ok(doorrekening::list_doorrekeningen_of(tx, ids).await?)
}

/// A kept calculation. Runs as commissioner.
pub async fn find_doorrekening(
    tx: &mut TenantTx,
    actor: &Actor,
    id: DoorrekeningId,
) -> Result<Doorrekeningakte, DoorrekeningError> {
    actor.require(Permission::BeleidDoorrekenen, tx.gemeente())?;
    let akte = doorrekening::find_doorrekening(tx, id).await?;
    akte.ok_or(DoorrekeningError::Onbekend)
}
