//! Colleagues who can be casusregisseur here.

use diesel::prelude::*;
use diesel::upsert::excluded;
use diesel_async::RunQueryDsl;
use domain::dossier::Medewerker;
use jiff::Span;
use jiff_diesel::ToDiesel;
use primitives::Datum;

use crate::schema::medewerker;
use crate::{DbError, TenantTx};

/// A municipality has a few dozen case workers.
const COLLEGAS_MAX: i64 = 500;

/// Records that a colleague is at work here. Writes once a day, or when the name changed.
pub async fn record_gezien(
    tx: &mut TenantTx,
    wie: &Medewerker,
    vandaag: Datum,
) -> Result<(), DbError> {
    let is_nieuws = medewerker::gezien_op
        .lt(excluded(medewerker::gezien_op))
        .or(medewerker::naam.ne(excluded(medewerker::naam)));
    let upsert = diesel::insert_into(medewerker::table)
        .values((
            medewerker::sub.eq(&wie.sub),
            medewerker::naam.eq(&wie.naam),
            medewerker::gezien_op.eq(vandaag.to_diesel()),
        ))
        .on_conflict(medewerker::sub)
        .do_update()
        .set((
            medewerker::naam.eq(excluded(medewerker::naam)),
            medewerker::gezien_op.eq(excluded(medewerker::gezien_op)),
        ));
    diesel::query_dsl::methods::FilterDsl::filter(upsert, is_nieuws)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// A colleague by the id at the identity provider.
pub async fn find_medewerker(tx: &mut TenantTx, sub: &str) -> Result<Option<Medewerker>, DbError> {
    let row: Option<(String, String)> = medewerker::table
        .find(sub)
        .select((medewerker::sub, medewerker::naam))
        .first(tx.conn())
        .await
        .optional()?;
    Ok(row.map(|(sub, naam)| Medewerker { sub, naam }))
}

/// The colleagues who were at work here in the year before `vandaag`, by name.
pub async fn list_medewerkers(
    tx: &mut TenantTx,
    vandaag: Datum,
) -> Result<Vec<Medewerker>, DbError> {
    let vanaf = vandaag.saturating_sub(Span::new().years(1));
    let rows: Vec<(String, String)> = medewerker::table
        .filter(medewerker::gezien_op.ge(vanaf.to_diesel()))
        .order((medewerker::naam, medewerker::sub))
        .limit(COLLEGAS_MAX)
        .select((medewerker::sub, medewerker::naam))
        .load(tx.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|(sub, naam)| Medewerker { sub, naam })
        .collect())
}
