//! Notes.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Date, Nullable};
use diesel_async::RunQueryDsl;
use domain::dossier::Notitie;
use jiff_diesel::ToDiesel;
use primitives::{DossierId, Moment};

use super::rows::{NewNotitieRow, NotitieRow};
use crate::schema::{dossierstand, notitie};
use crate::{DbError, TenantTx};

/// Writes a note; a contact moves the day on which the resident was last seen. `door` is the `sub` of who wrote it.
pub async fn insert_notitie(
    tx: &mut TenantTx,
    dossier: DossierId,
    nieuw: &Notitie,
    door: &str,
    now: Moment,
) -> Result<(), DbError> {
    diesel::insert_into(notitie::table)
        .values(NewNotitieRow::new(dossier, nieuw, door, now))
        .execute(tx.conn())
        .await?;
    if nieuw.soort.is_contact() {
        let laatste = sql::<Nullable<Date>>("greatest(contact_op, ")
            .bind::<Date, _>(nieuw.datum().to_diesel())
            .sql(")");
        diesel::update(dossierstand::table.find(dossier.uuid()))
            .set(dossierstand::contact_op.eq(laatste))
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

/// The same note by the same person, written since `sinds`: a form that was sent twice. Lock the dossier first.
pub async fn find_zelfde_notitie(
    tx: &mut TenantTx,
    dossier: DossierId,
    nieuw: &Notitie,
    door: &str,
    sinds: Moment,
) -> Result<Option<Notitie>, DbError> {
    let row: Option<NotitieRow> = notitie::table
        .filter(notitie::inwoner.eq(dossier.uuid()))
        .filter(notitie::bekend_op.ge(sinds.to_diesel()))
        .filter(notitie::geschreven_door.eq(door))
        .filter(notitie::soort.eq(nieuw.soort.naam()))
        .filter(notitie::datum.eq(nieuw.datum().to_diesel()))
        .filter(notitie::tekst.eq(nieuw.tekst.as_str()))
        .select(NotitieRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    row.map(Notitie::try_from).transpose()
}

/// The last notes, at most `aantal`, the newest first.
pub async fn list_notities(
    tx: &mut TenantTx,
    dossier: DossierId,
    aantal: i64,
) -> Result<Vec<Notitie>, DbError> {
    let rows: Vec<NotitieRow> = notitie::table
        .filter(notitie::inwoner.eq(dossier.uuid()))
        .order((notitie::datum.desc(), notitie::id.desc()))
        .limit(aantal)
        .select(NotitieRow::as_select())
        .load(tx.conn())
        .await?;
    rows.into_iter().map(Notitie::try_from).collect()
}
