//! Encrypting every stored bsn with a new key.

use diesel::sql_types::{Array, BigInt, Bytea, Uuid as SqlUuid};
use diesel::{QueryableByName, sql_query};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use primitives::GemeenteCode;
use uuid::Uuid;

use super::{Kluis, Sleutels, Soort};
use crate::DbError;
use crate::migratie::Beheer;

const BLOK: i64 = 1_000;

#[derive(QueryableByName)]
struct Versleuteld {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Bytea)]
    bsn_geheim: Vec<u8>,
}

/// Gives the municipality a new key and encrypts with it whatever an older one encrypted; gives the number of
/// values. The earlier keys stay in the file, for backups. An interrupted run is finished by [`reencrypt`].
pub async fn rotate(
    beheer: &Beheer,
    kluis: &Kluis,
    gemeente: GemeenteCode,
) -> Result<usize, DbError> {
    kluis.add_version(gemeente)?;
    reencrypt(beheer, kluis, gemeente).await
}

/// Encrypts with the newest key whatever an older one encrypted, a block at a time.
pub async fn reencrypt(
    beheer: &Beheer,
    kluis: &Kluis,
    gemeente: GemeenteCode,
) -> Result<usize, DbError> {
    let sleutels = kluis.sleutels(gemeente)?;
    let mut conn = beheer.connect_as_owner(gemeente).await?;
    let mut aantal = 0;
    loop {
        let gedaan = reencrypt_block(&mut conn, &sleutels).await?;
        if gedaan == 0 {
            return Ok(aantal);
        }
        aantal += gedaan;
    }
}

/// One statement reads and one writes; a value that changed between them is met again in the next round.
async fn reencrypt_block(
    conn: &mut AsyncPgConnection,
    sleutels: &Sleutels,
) -> Result<usize, DbError> {
    let nieuwste = sleutels.newest_version().to_be_bytes().to_vec();
    let oud: Vec<Versleuteld> = sql_query(
        "select id, bsn_geheim from inwoner where substring(bsn_geheim from 1 for 2) <> $1 order by id limit $2",
    )
    .bind::<Bytea, _>(nieuwste)
    .bind::<BigInt, _>(BLOK)
    .load(conn)
    .await?;
    let (mut ids, mut van, mut naar) = (Vec::new(), Vec::new(), Vec::new());
    for rij in oud {
        let bsn = sleutels.decrypt(Soort::Bsn, &rij.bsn_geheim)?;
        naar.push(sleutels.encrypt(Soort::Bsn, &bsn)?);
        ids.push(rij.id);
        van.push(rij.bsn_geheim);
    }
    let aantal = ids.len();
    sql_query(
        "update inwoner set bsn_geheim = n.naar from unnest($1, $2, $3) as n(id, van, naar) \
         where inwoner.id = n.id and inwoner.bsn_geheim = n.van",
    )
    .bind::<Array<SqlUuid>, _>(ids)
    .bind::<Array<Bytea>, _>(van)
    .bind::<Array<Bytea>, _>(naar)
    .execute(conn)
    .await?;
    Ok(aantal)
}
