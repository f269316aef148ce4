//! The processing log (Logboek Dataverwerkingen): one row per person whose data were used, no sampling, and no
//! identity of the user. The audit row of the same transaction tells who looked; `trace` ties them.

use diesel::sql_query;
use diesel::sql_types::{Array, Bytea, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use domain::bevoegdheid::Actor;
pub use domain::toezicht::Activiteit;
use jiff_diesel::ToDiesel;
use primitives::{DossierId, Moment};
use rand::RngCore;

use crate::audit::{self, Handeling};
use crate::{DbError, TenantTx};

/// Records that data of these residents were read: a row for each of them, and one audit row that names the
/// reader. `object` says what was read in words without personal data, such as `inwonerslijst`.
pub async fn record_raadpleging(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    activiteit: Activiteit,
    object: &str,
    betrokkenen: &[DossierId],
) -> Result<(), DbError> {
    audit::record(tx, actor, now, Handeling::Raadpleging, object, None).await?;
    record(tx, now, activiteit, betrokkenen).await
}

/// Records that data of these residents were used by an act that has an audit row of its own.
pub async fn record(
    tx: &mut TenantTx,
    now: Moment,
    activiteit: Activiteit,
    betrokkenen: &[DossierId],
) -> Result<(), DbError> {
    if betrokkenen.is_empty() {
        return Ok(());
    }
    let trace = *tx.trace();
    let mut span = [0; 8];
    rand::rngs::OsRng.fill_bytes(&mut span);
    let betrokkenen: Vec<_> = betrokkenen.iter().map(|dossier| dossier.uuid()).collect();
    // One statement with one list: a whole caseload is read at once now and then.
    sql_query(
        "insert into verwerking (trace, span, naam, status, moment, activiteit, betrokkene) \
         select $1, $2, $3, 'Ok', $4, $3, b from unnest($5) with ordinality as t (b, plek) order by plek",
    )
    .bind::<Bytea, _>(trace.as_slice())
    .bind::<Bytea, _>(span.as_slice())
    .bind::<Text, _>(activiteit.uri())
    .bind::<Timestamptz, _>(now.to_diesel())
    .bind::<Array<SqlUuid>, _>(betrokkenen)
    .execute(tx.conn())
    .await?;
    Ok(())
}
