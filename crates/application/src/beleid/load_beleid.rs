//! What was ever published, to tell what holds on a date as known on a moment.

use domain::beleid::Beleid;
use domain::bevoegdheid::{Actor, Permission};
use persistence::{TenantTx, beleid};

use super::BeleidError;

/// The policy of a municipality in which the actor has a role.
pub async fn load_beleid(tx: &mut TenantTx, actor: &Actor) -> Result<Beleid, BeleidError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    Ok(beleid::load_beleid(tx).await?)
}

/// The published policy of any municipality, to compare with: ordinances and policy rules are public.
pub async fn load_beleid_elders(tx: &mut TenantTx, actor: &Actor) -> Result<Beleid, BeleidError> {
    actor.require_somewhere(Permission::BeleidLezen)?;
    Ok(beleid::load_beleid(tx).await?)
}
