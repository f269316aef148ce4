//! The documents of a round, kept whole with their SHA-256.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::beleid::{Bijlage, Persoon};
use jiff_diesel::ToDiesel;
use primitives::{BijlageId, Moment, ZienswijzerondeId};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::beleid::Bijlageregel;
use crate::schema::zienswijzen::zienswijzestuk;
use crate::{DbError, TenantTx};

/// More documents than any round has.
const STUKKEN_MAX: i64 = 200;

/// Adds a document to a round. Runs as execution.
pub async fn insert_stuk(
    tx: &mut TenantTx,
    ronde: ZienswijzerondeId,
    nieuw: &Bijlage,
    (door, now): (&Persoon, Moment),
) -> Result<(), DbError> {
    let sha256 = Sha256::digest(nieuw.inhoud());
    diesel::insert_into(zienswijzestuk::table)
        .values((
            zienswijzestuk::id.eq(nieuw.id.uuid()),
            zienswijzestuk::ronde.eq(ronde.uuid()),
            zienswijzestuk::naam.eq(nieuw.naam()),
            // At most 20 MB.
            zienswijzestuk::omvang.eq(i32::try_from(nieuw.inhoud().len()).unwrap_or(i32::MAX)),
            zienswijzestuk::sha256.eq(sha256.as_slice()),
            zienswijzestuk::inhoud.eq(nieuw.inhoud()),
            zienswijzestuk::op.eq(now.to_diesel()),
            zienswijzestuk::door_id.eq(&door.sub),
            zienswijzestuk::door.eq(&door.naam),
        ))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The documents of a round, in the order in which they were added.
pub async fn list_stukken(
    tx: &mut TenantTx,
    ronde: ZienswijzerondeId,
) -> Result<Vec<Bijlageregel>, DbError> {
    type Rij = (Uuid, String, i32, Vec<u8>, jiff_diesel::Timestamp, String);
    let rijen: Vec<Rij> = zienswijzestuk::table
        .filter(zienswijzestuk::ronde.eq(ronde.uuid()))
        .order((zienswijzestuk::op, zienswijzestuk::id))
        .limit(STUKKEN_MAX)
        .select((
            zienswijzestuk::id,
            zienswijzestuk::naam,
            zienswijzestuk::omvang,
            zienswijzestuk::sha256,
            zienswijzestuk::op,
            zienswijzestuk::door,
        ))
        .load(tx.conn())
        .await?;
    let regel = |(id, naam, omvang, sha256, op, door): Rij| {
        let omvang = u32::try_from(omvang)
            .map_err(|_| DbError::inconsistent("zienswijzestuk", "omvang", id))?;
        Ok(Bijlageregel {
            id: BijlageId::new(id),
            naam,
            omvang,
            sha256: hex::encode(sha256),
            op: op.to_jiff(),
            door,
        })
    };
    rijen.into_iter().map(regel).collect()
}

/// The name and content of a document, if it belongs to the round.
pub async fn find_stuk(
    tx: &mut TenantTx,
    ronde: ZienswijzerondeId,
    id: BijlageId,
) -> Result<Option<(String, Vec<u8>)>, DbError> {
    Ok(zienswijzestuk::table
        .filter(zienswijzestuk::id.eq(id.uuid()))
        .filter(zienswijzestuk::ronde.eq(ronde.uuid()))
        .select((zienswijzestuk::naam, zienswijzestuk::inhoud))
        .first(tx.conn())
        .await
        .optional()?)
}
