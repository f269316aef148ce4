//! Showing the work rules.

use domain::bevoegdheid::{Actor, Permission};
use domain::werkinstructie::Werkinstructie;
use persistence::{TenantTx, werkinstructie};

use super::WerkinstructieError;

/// Every work rule with its versions. Runs as commissioner, in any municipality: they are the same for all.
pub async fn list_werkinstructies(
    tx: &mut TenantTx,
    actor: &Actor,
) -> Result<Vec<Werkinstructie>, WerkinstructieError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    Ok(werkinstructie::list_werkinstructies(tx).await?)
}
