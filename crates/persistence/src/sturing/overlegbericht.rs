//! Who was told that the documents of a meeting are ready: each address once, however many municipalities list it.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use jiff_diesel::ToDiesel;
use primitives::{Emailadres, Moment, OverlegId};
use sha2::{Digest, Sha256};

use crate::schema::sturing::{overlegbericht, overlegverzending};
use crate::{DbError, TenantTx};

/// Notes that an address is told of a meeting; false when it was already, by whichever municipality.
///
/// The row bears a hash: no role may read which addresses another municipality lists.
pub async fn insert_overlegbericht(
    tx: &mut TenantTx,
    overleg: OverlegId,
    adres: &Emailadres,
    now: Moment,
) -> Result<bool, DbError> {
    let aantal = diesel::insert_into(overlegbericht::table)
        .values((
            overlegbericht::overleg.eq(overleg.uuid()),
            overlegbericht::adreshash.eq(calculate_adreshash(overleg, adres)),
            overlegbericht::gemeente.eq(tx.gemeente().to_string()),
            overlegbericht::vastgelegd_op.eq(now.to_diesel()),
        ))
        .on_conflict_do_nothing()
        .execute(tx.conn())
        .await?;
    Ok(aantal == 1)
}

/// Notes that the audit chain of this municipality has the sending of the documents; false when it had it already.
pub async fn insert_overlegverzending(
    tx: &mut TenantTx,
    overleg: OverlegId,
    now: Moment,
) -> Result<bool, DbError> {
    let aantal = diesel::insert_into(overlegverzending::table)
        .values((
            overlegverzending::overleg.eq(overleg.uuid()),
            overlegverzending::gemeente.eq(tx.gemeente().to_string()),
            overlegverzending::vastgelegd_op.eq(now.to_diesel()),
        ))
        .on_conflict_do_nothing()
        .execute(tx.conn())
        .await?;
    Ok(aantal == 1)
}

/// With the meeting in it, so that the same address cannot be followed from one meeting to the next.
fn calculate_adreshash(overleg: OverlegId, adres: &Emailadres) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(overleg.uuid().as_bytes());
    hash.update(adres.expose().to_lowercase());
    hash.finalize().to_vec()
}
