//! The term of "in beeld" that the college decided.

use domain::dossier::Inbeeldtermijn;
use persistence::{DbError, TenantTx, beleid};
use primitives::{Moment, datum_in_nederland};

/// The term that holds today, as known now.
pub(super) async fn load_termijn(
    tx: &mut TenantTx,
    now: Moment,
) -> Result<Inbeeldtermijn, DbError> {
    let beleid = beleid::load_beleid(tx).await?;
    Ok(Inbeeldtermijn::in_force(
        &beleid,
        datum_in_nederland(now),
        now,
    ))
}
