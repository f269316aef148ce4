//! Storing and listing comments.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::Text;
use diesel_async::RunQueryDsl;
use domain::sturing::Toelichting;
use jiff_diesel::ToDiesel;
use primitives::{Kwartaal, Moment};
use uuid::Uuid;

use super::rows::ToelichtingRow;
use crate::schema::sturing::toelichting;
use crate::{DbError, TenantTx};

/// No quarter has more comments than this; the oldest are read first.
const TOELICHTINGEN_MAX: i64 = 500;

/// Holds the comments on a quarter of this municipality until the end of this transaction: who comments at the
/// same moment waits. There is no row to hold when the first comment is made, so it is a lock by name.
pub async fn lock_toelichtingen(tx: &mut TenantTx, kwartaal: Kwartaal) -> Result<(), DbError> {
    let naam = format!("toelichting {} {kwartaal}", tx.gemeente());
    sql_query("select pg_advisory_xact_lock(7718, hashtext($1))")
        .bind::<Text, _>(naam)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The same comment by the same person, made since a moment.
pub async fn find_zelfde_toelichting(
    tx: &mut TenantTx,
    kwartaal: Kwartaal,
    nieuw: &Toelichting,
    sinds: Moment,
) -> Result<Option<Toelichting>, DbError> {
    let indicator = nieuw.indicator.map(|i| i.definitie().sleutel);
    let row: Option<ToelichtingRow> = toelichting::table
        .filter(toelichting::gemeente.eq(tx.gemeente().to_string()))
        .filter(toelichting::kwartaal.eq(kwartaal.to_string()))
        .filter(toelichting::op.ge(sinds.to_diesel()))
        .filter(toelichting::indicator.is_not_distinct_from(indicator))
        .filter(toelichting::tekst.eq(&nieuw.tekst))
        .filter(toelichting::door.eq(&nieuw.door))
        .filter(toelichting::rol.eq(&nieuw.rol))
        .order((toelichting::op, toelichting::id))
        .select(ToelichtingRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    row.map(TryInto::try_into).transpose()
}

/// Stores a comment on a quarter of this municipality.
pub async fn insert_toelichting(
    tx: &mut TenantTx,
    id: Uuid,
    kwartaal: Kwartaal,
    nieuw: &Toelichting,
) -> Result<(), DbError> {
    let row = ToelichtingRow {
        id,
        gemeente: tx.gemeente().to_string(),
        kwartaal: kwartaal.to_string(),
        indicator: nieuw.indicator.map(|i| i.definitie().sleutel.to_owned()),
        tekst: nieuw.tekst.clone(),
        door: nieuw.door.clone(),
        rol: nieuw.rol.clone(),
        op: nieuw.op,
    };
    diesel::insert_into(toelichting::table)
        .values(row)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The comments on a quarter of this municipality up to a moment, oldest first.
pub async fn list_toelichtingen(
    tx: &mut TenantTx,
    kwartaal: Kwartaal,
    tot_en_met: Moment,
) -> Result<Vec<Toelichting>, DbError> {
    let rows: Vec<ToelichtingRow> = toelichting::table
        .filter(toelichting::gemeente.eq(tx.gemeente().to_string()))
        .filter(toelichting::kwartaal.eq(kwartaal.to_string()))
        .filter(toelichting::op.le(tot_en_met.to_diesel()))
        .order((toelichting::op, toelichting::id))
        .limit(TOELICHTINGEN_MAX)
        .select(ToelichtingRow::as_select())
        .load(tx.conn())
        .await?;
    rows.into_iter().map(TryInto::try_into).collect()
}
