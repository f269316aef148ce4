//! The processing log (Logboek Dataverwerkingen): one row per person whose data were used, no sampling, and no
//! identity of the user. The audit row of the same transaction tells who looked; `trace` ties them.

use diesel::Insertable;
use diesel_async::RunQueryDsl;
use domain::bevoegdheid::Actor;
pub use domain::toezicht::Activiteit;
use primitives::{DossierId, Moment};
use rand::RngCore;
use uuid::Uuid;

use crate::audit::{self, Handeling};
use crate::schema::verwerking;
use crate::{DbError, TenantTx};

/// PostgreSQL takes 65.535 parameters a statement; a row has seven.
const BLOK: usize = 5_000;

#[derive(Insertable)]
#[diesel(table_name = verwerking)]
struct NewVerwerkingRow<'a> {
    trace: &'a [u8],
    span: &'a [u8],
    naam: &'static str,
    status: &'static str,
    moment: jiff_diesel::Timestamp,
    activiteit: &'static str,
    betrokkene: Uuid,
}

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
    let trace = *tx.trace();
    let mut span = [0; 8];
    rand::rngs::OsRng.fill_bytes(&mut span);
    for blok in betrokkenen.chunks(BLOK) {
        let rows: Vec<_> = blok
            .iter()
            .map(|dossier| NewVerwerkingRow {
                trace: &trace,
                span: &span,
                naam: activiteit.uri(),
                status: "Ok",
                moment: now.into(),
                activiteit: activiteit.uri(),
                betrokkene: dossier.uuid(),
            })
            .collect();
        diesel::insert_into(verwerking::table)
            .values(rows)
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}
