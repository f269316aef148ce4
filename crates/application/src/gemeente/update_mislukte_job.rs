//! Trying again what failed for good, after its cause was mended.

use domain::bevoegdheid::{Actor, Permission};
use persistence::{PlatformTx, jobs};
use primitives::Moment;
use uuid::Uuid;

use super::BeheerError;

/// Puts a failed job back in the queue, with all of its tries before it.
pub async fn update_mislukte_job(
    tx: &mut PlatformTx,
    actor: &Actor,
    now: Moment,
    id: Uuid,
) -> Result<(), BeheerError> {
    actor.require_somewhere(Permission::PlatformBeheren)?;
    if jobs::release(tx, now, id).await? {
        Ok(())
    } else {
        Err(BeheerError::GeenMislukteJob)
    }
}
