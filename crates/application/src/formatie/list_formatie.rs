//! Showing the staffing.

use domain::bevoegdheid::{Actor, Permission};
use domain::formatie::Formatieregel;
use persistence::{TenantTx, formatie};
use primitives::Moment;

use super::FormatieError;

/// The staffing of the municipality as known now. Runs as commissioner or as execution.
pub async fn list_formatie(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
) -> Result<Vec<Formatieregel>, FormatieError> {
    actor.require(Permission::CijfersLezen, tx.gemeente())?;
    Ok(formatie::list_regels(tx, now).await?)
}
