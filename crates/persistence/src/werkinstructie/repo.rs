//! Reading and adding work rules. They are of the organisation, so every municipality reads the same ones.

use diesel::prelude::*;
use diesel::sql_query;
use diesel_async::RunQueryDsl;
use domain::werkinstructie::{Instructieversie, Werkinstructie};
use primitives::WerkinstructieId;

use super::rows::{WerkinstructieRow, WerkwaardeRow};
use crate::schema::sturing::{werkinstructie, werkwaarde};
use crate::{DbError, TenantTx};

/// More versions than the work rules of an organisation have together.
const VERSIES_MAX: i64 = 5_000;

/// Waits until nobody else records a work rule, and holds the place until the transaction ends. Work rules are of
/// all municipalities, so the lock is too: two must not set the same value.
pub async fn lock_werkinstructies(tx: &mut TenantTx) -> Result<(), DbError> {
    sql_query("select pg_advisory_xact_lock(7720, 0)")
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Every work rule with its versions, the oldest first.
pub async fn list_werkinstructies(tx: &mut TenantTx) -> Result<Vec<Werkinstructie>, DbError> {
    let rows: Vec<WerkinstructieRow> = werkinstructie::table
        .order((werkinstructie::id, werkinstructie::nummer))
        .limit(VERSIES_MAX)
        .select(WerkinstructieRow::as_select())
        .load(tx.conn())
        .await?;
    let waarden: Vec<WerkwaardeRow> = werkwaarde::table
        .order((
            werkwaarde::werkinstructie,
            werkwaarde::nummer,
            werkwaarde::sleutel,
        ))
        .limit(VERSIES_MAX)
        .select(WerkwaardeRow::as_select())
        .load(tx.conn())
        .await?;
    let mut instructies: Vec<Werkinstructie> = Vec::new();
    for row in rows {
        let id = WerkinstructieId::new(row.id);
        let versie = row.into_versie(&waarden)?;
        match instructies.last_mut().filter(|vorige| vorige.id == id) {
            Some(bekend) => {
                let vorige = std::mem::replace(&mut bekend.laatste, versie);
                bekend.eerdere.push(vorige);
            }
            None => instructies.push(Werkinstructie {
                id,
                laatste: versie,
                eerdere: Vec::new(),
            }),
        }
    }
    Ok(instructies)
}

/// Adds a version with its values; two at once are refused by the constraint `werkinstructie_pkey`.
pub async fn insert_versie(
    tx: &mut TenantTx,
    id: WerkinstructieId,
    versie: &Instructieversie,
) -> Result<(), DbError> {
    let gemeente = tx.gemeente().to_string();
    diesel::insert_into(werkinstructie::table)
        .values(WerkinstructieRow::new(id, &gemeente, versie)?)
        .execute(tx.conn())
        .await?;
    let waarden = WerkwaardeRow::list(id, versie)?;
    if !waarden.is_empty() {
        diesel::insert_into(werkwaarde::table)
            .values(waarden)
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}
