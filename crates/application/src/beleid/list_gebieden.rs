//! The former municipalities whose rules may still hold in their area.

use domain::bevoegdheid::{Actor, Permission};
use domain::gemeente::Gebied;
use persistence::{TenantTx, gemeente};

use super::BeleidError;

/// The former municipalities that merged into this one, in order of name.
pub async fn list_gebieden(tx: &mut TenantTx, actor: &Actor) -> Result<Vec<Gebied>, BeleidError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    Ok(gemeente::list_gebieden(tx).await?)
}
