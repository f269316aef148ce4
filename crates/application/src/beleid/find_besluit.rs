//! One decision with everything that belongs to it.

use domain::beleid::Besluitakte;
use domain::bevoegdheid::{Actor, Permission};
use persistence::{TenantTx, beleid};
use primitives::BesluitId;

use super::BeleidError;

/// A decision with its values, publication and corrections.
pub async fn find_besluit(
    tx: &mut TenantTx,
    actor: &Actor,
    id: BesluitId,
) -> Result<Besluitakte, BeleidError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    let akte = beleid::find_besluit(tx, id).await?;
    akte.ok_or(BeleidError::Onbekend)
}
