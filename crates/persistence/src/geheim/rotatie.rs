//! Encrypting every stored identifier with a new key.

use diesel::sql_types::{Array, BigInt, Bytea, Uuid as SqlUuid};
use diesel::{QueryableByName, sql_query};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use primitives::GemeenteCode;
use uuid::Uuid;

use super::{Kluis, Sleutels, Soort};
use crate::DbError;
use crate::db::Slot;
use crate::migratie::Beheer;

const BLOK: i64 = 1_000;

/// Where encrypted identifiers stand. Every column whose name ends in `_geheim`: a test compares.
pub const GEHEIME_KOLOMMEN: [(&str, &str, Soort); 1] = [("inwoner", "bsn_geheim", Soort::Bsn)];

#[derive(QueryableByName)]
struct Versleuteld {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Bytea)]
    geheim: Vec<u8>,
}

/// Gives the municipality a new key and encrypts with it whatever an older one encrypted; gives the number of
/// values. The earlier keys stay in the file, for backups.
///
/// A run that was interrupted leaves values of the old key and of the new one, all readable. Running it again, or
/// [`reencrypt`], finishes it.
pub async fn rotate(
    beheer: &Beheer,
    kluis: &Kluis,
    gemeente: GemeenteCode,
) -> Result<usize, DbError> {
    // Who writes identifiers waits from before the new key is there until the last value has it.
    let mut conn = beheer.connect_as_owner(gemeente).await?;
    Slot::Identificatie.hold(&mut conn, gemeente).await?;
    kluis.add_version(gemeente)?;
    reencrypt_all(&mut conn, kluis, gemeente).await
}

/// Encrypts with the newest key whatever an older one encrypted, a block at a time.
pub async fn reencrypt(
    beheer: &Beheer,
    kluis: &Kluis,
    gemeente: GemeenteCode,
) -> Result<usize, DbError> {
    let mut conn = beheer.connect_as_owner(gemeente).await?;
    Slot::Identificatie.hold(&mut conn, gemeente).await?;
    reencrypt_all(&mut conn, kluis, gemeente).await
}

async fn reencrypt_all(
    conn: &mut AsyncPgConnection,
    kluis: &Kluis,
    gemeente: GemeenteCode,
) -> Result<usize, DbError> {
    let sleutels = kluis.sleutels(gemeente)?;
    let mut aantal = 0;
    for kolom in GEHEIME_KOLOMMEN {
        loop {
            let gedaan = reencrypt_block(conn, &sleutels, kolom).await?;
            if gedaan == 0 {
                break;
            }
            aantal += gedaan;
        }
    }
    Ok(aantal)
}

/// One statement reads and one writes; a value that changed between them is met again in the next round.
async fn reencrypt_block(
    conn: &mut AsyncPgConnection,
    sleutels: &Sleutels,
    (tabel, kolom, soort): (&str, &str, Soort),
) -> Result<usize, DbError> {
    let nieuwste = sleutels.newest_version().to_be_bytes().to_vec();
    // Names are constants: nothing from outside is in these statements.
    let oud: Vec<Versleuteld> = sql_query(format!(
        "select id, {kolom} as geheim from {tabel} where substring({kolom} from 1 for 2) < $1 order by id limit $2",
    ))
    .bind::<Bytea, _>(nieuwste)
    .bind::<BigInt, _>(BLOK)
    .load(conn)
    .await?;
    let (mut ids, mut van, mut naar) = (Vec::new(), Vec::new(), Vec::new());
    for rij in oud {
        let waarde = sleutels.decrypt(soort, &rij.geheim)?;
        naar.push(sleutels.encrypt(soort, &waarde)?);
        ids.push(rij.id);
        van.push(rij.geheim);
    }
    let aantal = ids.len();
    sql_query(format!(
        "update {tabel} set {kolom} = n.naar from unnest($1, $2, $3) as n(id, van, naar) \
         where {tabel}.id = n.id and {tabel}.{kolom} = n.van",
    ))
    .bind::<Array<SqlUuid>, _>(ids)
    .bind::<Array<Bytea>, _>(van)
    .bind::<Array<Bytea>, _>(naar)
    .execute(conn)
    .await?;
    Ok(aantal)
}
