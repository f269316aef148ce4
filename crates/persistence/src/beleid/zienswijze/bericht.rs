//! Who was told what of a round: each address of a municipality once at each moment.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::beleid::zienswijze::Herinnering;
use jiff_diesel::ToDiesel;
use primitives::{Emailadres, Moment, ZienswijzerondeId};
use sha2::{Digest, Sha256};

use crate::schema::zienswijzen::{zienswijzebericht, zienswijzeverzending};
use crate::{DbError, TenantTx};

/// Notes that an address is told something of a round on behalf of this municipality; false when it was already.
///
/// An address that two municipalities list is told once about each. The row bears a hash, as nobody reads addresses here.
pub async fn insert_bericht(
    tx: &mut TenantTx,
    (ronde, wanneer): (ZienswijzerondeId, Herinnering),
    adres: &Emailadres,
    now: Moment,
) -> Result<bool, DbError> {
    let aantal = diesel::insert_into(zienswijzebericht::table)
        .values((
            zienswijzebericht::ronde.eq(ronde.uuid()),
            zienswijzebericht::moment.eq(wanneer.code()),
            zienswijzebericht::gemeente.eq(tx.gemeente().to_string()),
            zienswijzebericht::adreshash.eq(calculate_adreshash(ronde, adres)),
            zienswijzebericht::vastgelegd_op.eq(now.to_diesel()),
        ))
        .on_conflict_do_nothing()
        .execute(tx.conn())
        .await?;
    Ok(aantal == 1)
}

/// Notes that the audit chain of this municipality has the opening of a round; false when it had it already.
pub async fn insert_verzending(
    tx: &mut TenantTx,
    ronde: ZienswijzerondeId,
    now: Moment,
) -> Result<bool, DbError> {
    let aantal = diesel::insert_into(zienswijzeverzending::table)
        .values((
            zienswijzeverzending::ronde.eq(ronde.uuid()),
            zienswijzeverzending::gemeente.eq(tx.gemeente().to_string()),
            zienswijzeverzending::vastgelegd_op.eq(now.to_diesel()),
        ))
        .on_conflict_do_nothing()
        .execute(tx.conn())
        .await?;
    Ok(aantal == 1)
}

/// With the round in it, so that the same address cannot be followed from one round to the next.
fn calculate_adreshash(ronde: ZienswijzerondeId, adres: &Emailadres) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(ronde.uuid().as_bytes());
    hash.update(adres.expose().to_lowercase());
    hash.finalize().to_vec()
}
