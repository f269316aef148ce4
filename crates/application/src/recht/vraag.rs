//! A household that is described in a question (contract 2.1). Nothing of it is stored.

use domain::beleid::Beleid;
use domain::bevoegdheid::{Actor, Geweigerd, Permission};
use persistence::{TenantTx, beleid};
use primitives::GemeenteCode;

use super::RechtError;

/// Refuses an actor who may not ask for a calculation in the municipality of a question.
pub fn check_vraag(actor: &Actor, gemeente: GemeenteCode) -> Result<(), Geweigerd> {
    actor.require(Permission::RechtBerekenen, gemeente)
}

/// Every published value, to calculate months with: each asks for what held on its own days, for the whole
/// municipality or the area of a former one.
pub async fn load_rechtbeleid(
    tx: &mut TenantTx,
    actor: &Actor,
    gebied: Option<GemeenteCode>,
) -> Result<Beleid, RechtError> {
    actor.require(Permission::RechtBerekenen, tx.gemeente())?;
    Ok(beleid::load_beleid(tx).await?.in_gebied(gebied))
}
