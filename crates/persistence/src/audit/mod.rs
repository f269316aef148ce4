//! Who did or saw what: an append-only chain per municipality, written in the transaction of the act itself.

mod keten;
mod rows;

use diesel_async::RunQueryDsl;
use domain::bevoegdheid::Actor;
use primitives::Moment;

pub use keten::{Breuk, Ketenstand, verify_keten};
pub use rows::Handeling;

use crate::schema::audit;
use crate::{DbError, TenantTx};
use rows::NewAuditRow;

/// Adds an audit row. `object` names what was touched by kind and id (`besluit 0189…`), never by a person's
/// name or bsn; `toelichting` is a reason in words, where one was given.
pub async fn record(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    handeling: Handeling,
    object: &str,
    toelichting: Option<&str>,
) -> Result<(), DbError> {
    let trace = *tx.trace();
    let plek = (tx.gemeente(), trace.as_slice());
    let row = NewAuditRow::new(actor, now, handeling, object, toelichting, plek);
    diesel::insert_into(audit::table)
        .values(row)
        .execute(tx.conn())
        .await?;
    Ok(())
}
