//! The history of deliveries.

use domain::bevoegdheid::{Actor, Permission};
use persistence::TenantTx;
use persistence::statistiek::{self, Levering};

use super::error::LeveringError;

/// How many deliveries the overview shows: two kinds of file for five years of months.
const AANTAL: i64 = 120;

/// The last deliveries, the newest first. Holds no personal data.
pub async fn list_leveringen(
    tx: &mut TenantTx,
    actor: &Actor,
) -> Result<Vec<Levering>, LeveringError> {
    actor.require(Permission::BestandImporteren, tx.gemeente())?;
    Ok(statistiek::list_leveringen(tx, AANTAL).await?)
}
