//! What runs were asked for.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::recht::populatie::{Gemeentestand, Populatierun};
use primitives::{GemeenteCode, PopulatierunId};

use super::rows::RunRow;
use crate::schema::platform::{populatierun, populatierun_gemeente};
use crate::{DbError, PlatformTx, TenantTx};

/// The newest that a list shows: four years of one a month.
const LIJST_MAX: i64 = 50;

/// Adds a run that waits in each of these municipalities.
pub async fn insert_populatierun(
    tx: &mut PlatformTx,
    run: &Populatierun,
    gemeenten: &[GemeenteCode],
) -> Result<(), DbError> {
    diesel::insert_into(populatierun::table)
        .values(RunRow::from(run))
        .execute(tx.conn())
        .await?;
    let nieuw: Vec<_> = gemeenten
        .iter()
        .map(|code| {
            (
                populatierun_gemeente::run.eq(run.id.uuid()),
                populatierun_gemeente::gemeente.eq(code.to_string()),
                populatierun_gemeente::stand.eq(Gemeentestand::Wacht.code()),
                populatierun_gemeente::bijgewerkt_op
                    .eq(jiff_diesel::Timestamp::from(run.gestart_op)),
            )
        })
        .collect();
    diesel::insert_into(populatierun_gemeente::table)
        .values(nieuw)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The newest runs.
pub async fn list_populatieruns(tx: &mut PlatformTx) -> Result<Vec<Populatierun>, DbError> {
    let rows: Vec<RunRow> = populatierun::table
        .order((populatierun::gestart_op.desc(), populatierun::id.desc()))
        .limit(LIJST_MAX)
        .select(RunRow::as_select())
        .load(tx.conn())
        .await?;
    rows.into_iter().map(Populatierun::try_from).collect()
}

/// The newest runs in which this municipality takes part.
pub async fn list_populatieruns_of(tx: &mut TenantTx) -> Result<Vec<Populatierun>, DbError> {
    let eigen = populatierun_gemeente::table
        .filter(populatierun_gemeente::gemeente.eq(tx.gemeente().to_string()))
        .select(populatierun_gemeente::run);
    let rows: Vec<RunRow> = populatierun::table
        .filter(populatierun::id.eq_any(eigen))
        .order((populatierun::gestart_op.desc(), populatierun::id.desc()))
        .limit(LIJST_MAX)
        .select(RunRow::as_select())
        .load(tx.conn())
        .await?;
    rows.into_iter().map(Populatierun::try_from).collect()
}

/// The run of an id.
pub async fn find_populatierun(
    tx: &mut PlatformTx,
    id: PopulatierunId,
) -> Result<Option<Populatierun>, DbError> {
    find(tx.conn(), id).await
}

/// The run of an id, for a municipality.
pub async fn find_populatierun_of(
    tx: &mut TenantTx,
    id: PopulatierunId,
) -> Result<Option<Populatierun>, DbError> {
    find(tx.conn(), id).await
}

async fn find(
    conn: &mut AsyncPgConnection,
    id: PopulatierunId,
) -> Result<Option<Populatierun>, DbError> {
    let row: Option<RunRow> = populatierun::table
        .find(id.uuid())
        .select(RunRow::as_select())
        .first(conn)
        .await
        .optional()?;
    row.map(Populatierun::try_from).transpose()
}
