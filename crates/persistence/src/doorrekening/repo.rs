//! Storing and finding kept calculations.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::doorrekening::{Doorrekeningakte, Doorrekeningkop};
use primitives::DoorrekeningId;
use sha2::{Digest, Sha256};

use super::rows::{DoorrekeningRow, KopRow};
use crate::schema::doorrekening;
use crate::{DbError, TenantTx};

/// The newest that a list shows: four years of one a week.
const LIJST_MAX: i64 = 200;

/// The SHA-256 over an outcome as it is stored.
pub fn calculate_hash(uitkomst: &str) -> [u8; 32] {
    Sha256::digest(uitkomst).into()
}

/// Adds a calculation. A second one of the same name is refused by the constraint `doorrekening_naam_uniek`.
pub async fn insert_doorrekening(
    tx: &mut TenantTx,
    akte: &Doorrekeningakte,
) -> Result<(), DbError> {
    diesel::insert_into(doorrekening::table)
        .values(DoorrekeningRow::from(akte))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The calculation of an id.
pub async fn find_doorrekening(
    tx: &mut TenantTx,
    id: DoorrekeningId,
) -> Result<Option<Doorrekeningakte>, DbError> {
    let row: Option<DoorrekeningRow> = doorrekening::table
        .find(id.uuid())
        .select(DoorrekeningRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    row.map(Doorrekeningakte::try_from).transpose()
}

/// The calculations of these ids, the newest first.
pub async fn list_doorrekeningen_of(
    tx: &mut TenantTx,
    ids: &[DoorrekeningId],
) -> Result<Vec<Doorrekeningkop>, DbError> {
    let ids: Vec<_> = ids.iter().map(|id| id.uuid()).collect();
    let rows: Vec<KopRow> = doorrekening::table
        .filter(doorrekening::id.eq_any(ids))
        .order((doorrekening::gemaakt_op.desc(), doorrekening::id.desc()))
        .select(KopRow::as_select())
        .load(tx.conn())
        .await?;
    Ok(rows.into_iter().map(Doorrekeningkop::from).collect())
}

/// The newest calculations.
pub async fn list_doorrekeningen(tx: &mut TenantTx) -> Result<Vec<Doorrekeningkop>, DbError> {
    let rows: Vec<KopRow> = doorrekening::table
        .order((doorrekening::gemaakt_op.desc(), doorrekening::id.desc()))
        .limit(LIJST_MAX)
        .select(KopRow::as_select())
        .load(tx.conn())
        .await?;
    Ok(rows.into_iter().map(Doorrekeningkop::from).collect())
}
