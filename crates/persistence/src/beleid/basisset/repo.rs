//! Reading and adding bases. What a municipality may see, the database decides: drafts are for members.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::beleid::{Basisset, Basisversie};
use primitives::BasissetId;
use uuid::Uuid;

use super::rows::{
    BasisakteRow, BasissetRow, BasisversieRow, NewBasisakteRow, NewBasissetRow, leden_of,
};
use crate::schema::{basisakte, basisset, basisversie};
use crate::{DbError, TenantTx};

/// More sets than a region works out.
const SETS_MAX: i64 = 200;
/// More acts than all sets of a page have together.
const AKTEN_MAX: i64 = 10_000;
/// More versions than all sets have together.
const VERSIES_MAX: i64 = 2_000;

/// Adds a new base with its first act; refused by the constraint `basisset_naam_uniek` when the name is taken.
pub async fn insert_basisset(tx: &mut TenantTx, nieuw: &Basisset) -> Result<(), DbError> {
    diesel::insert_into(basisset::table)
        .values(NewBasissetRow::new(nieuw))
        .execute(tx.conn())
        .await?;
    insert_row(tx, nieuw).await
}

/// Adds the last act of a base, and the version that it publishes.
///
/// Who acts on what he did not see is refused by the constraint `basisakte_pkey`.
pub async fn insert_basisakte(tx: &mut TenantTx, gewijzigd: &Basisset) -> Result<(), DbError> {
    insert_row(tx, gewijzigd).await?;
    if let Some(versie) = gewijzigd.last_publicatie() {
        diesel::insert_into(basisversie::table)
            .values(BasisversieRow::try_from(&versie)?)
            .execute(tx.conn())
            .await?;
        return Ok(());
    }
    diesel::update(basisset::table.find(gewijzigd.kop().id.uuid()))
        .set(basisset::leden.eq(leden_of(gewijzigd)))
        .execute(tx.conn())
        .await?;
    Ok(())
}

async fn insert_row(tx: &mut TenantTx, set: &Basisset) -> Result<(), DbError> {
    let row = NewBasisakteRow::last_of(set)
        .ok_or_else(|| DbError::inconsistent("basisakte", "nummer", set.kop().id))?;
    diesel::insert_into(basisakte::table)
        .values(row)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// A base with its acts, if it is there and the municipality takes part.
pub async fn find_basisset(tx: &mut TenantTx, id: BasissetId) -> Result<Option<Basisset>, DbError> {
    let row: Option<BasissetRow> = basisset::table
        .find(id.uuid())
        .select(BasissetRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    Ok(restore_all(tx, row.into_iter().collect()).await?.pop())
}

/// The bases in which the municipality takes part, by name.
pub async fn list_basissets(tx: &mut TenantTx) -> Result<Vec<Basisset>, DbError> {
    let rows: Vec<BasissetRow> = basisset::table
        .order(basisset::naam)
        .limit(SETS_MAX)
        .select(BasissetRow::as_select())
        .load(tx.conn())
        .await?;
    restore_all(tx, rows).await
}

/// Every published version of every set, by name, the newest version of each first.
pub async fn list_basisversies(tx: &mut TenantTx) -> Result<Vec<Basisversie>, DbError> {
    let rows: Vec<BasisversieRow> = basisversie::table
        .order((basisversie::naam, basisversie::versie.desc()))
        .limit(VERSIES_MAX)
        .select(BasisversieRow::as_select())
        .load(tx.conn())
        .await?;
    rows.into_iter().map(Basisversie::try_from).collect()
}

/// A published version.
pub async fn find_basisversie(
    tx: &mut TenantTx,
    (id, versie): (BasissetId, u16),
) -> Result<Option<Basisversie>, DbError> {
    let Ok(versie) = i16::try_from(versie) else {
        return Ok(None);
    };
    let row: Option<BasisversieRow> = basisversie::table
        .find((id.uuid(), versie))
        .select(BasisversieRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    row.map(Basisversie::try_from).transpose()
}

/// A published version of the set with this name.
pub async fn find_basisversie_by_naam(
    tx: &mut TenantTx,
    (naam, versie): (&str, u16),
) -> Result<Option<Basisversie>, DbError> {
    let Ok(versie) = i16::try_from(versie) else {
        return Ok(None);
    };
    let row: Option<BasisversieRow> = basisversie::table
        .filter(basisversie::naam.eq(naam))
        .filter(basisversie::versie.eq(versie))
        .select(BasisversieRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    row.map(Basisversie::try_from).transpose()
}

async fn restore_all(tx: &mut TenantTx, rows: Vec<BasissetRow>) -> Result<Vec<Basisset>, DbError> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut akten: Vec<BasisakteRow> = basisakte::table
        .filter(basisakte::basisset.eq_any(&ids))
        .order((basisakte::basisset, basisakte::nummer))
        .limit(AKTEN_MAX)
        .select(BasisakteRow::as_select())
        .load(tx.conn())
        .await?;
    let mut sets = Vec::with_capacity(rows.len());
    for row in rows {
        let eigen = akten
            .extract_if(.., |akte| akte.basisset == row.id)
            .collect();
        sets.push(row.restore(eigen)?);
    }
    Ok(sets)
}
