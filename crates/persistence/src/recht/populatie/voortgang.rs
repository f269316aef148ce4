//! How far runs are in each municipality.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::recht::populatie::{Gemeentestand, Gemeentevoortgang};
use primitives::{GemeenteCode, Moment, PopulatierunId};

use super::rows::VoortgangRow;
use crate::schema::platform::populatierun_gemeente;
use crate::{DbError, PlatformTx, TenantTx};

/// The longest reason that is kept.
const FOUT_MAX: usize = 500;

/// How far these runs are in every municipality that takes part, by run, in order of code.
pub async fn list_voortgang(
    tx: &mut PlatformTx,
    runs: &[PopulatierunId],
) -> Result<Vec<(PopulatierunId, Gemeentevoortgang)>, DbError> {
    let ids: Vec<_> = runs.iter().map(|run| run.uuid()).collect();
    let rows: Vec<VoortgangRow> = populatierun_gemeente::table
        .filter(populatierun_gemeente::run.eq_any(ids))
        .order((populatierun_gemeente::run, populatierun_gemeente::gemeente))
        .select(VoortgangRow::as_select())
        .load(tx.conn())
        .await?;
    rows.into_iter()
        .map(|row| {
            let run = PopulatierunId::new(row.run);
            Ok((run, Gemeentevoortgang::try_from(row)?))
        })
        .collect()
}

/// How far a run is in this municipality; nobody else moves it until the transaction ends. None where the municipality
/// takes no part.
pub async fn lock_voortgang(
    tx: &mut TenantTx,
    run: PopulatierunId,
) -> Result<Option<Gemeentevoortgang>, DbError> {
    let row: Option<VoortgangRow> = populatierun_gemeente::table
        .find((run.uuid(), tx.gemeente().to_string()))
        .for_update()
        .select(VoortgangRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    row.map(Gemeentevoortgang::try_from).transpose()
}

/// Moves a run in this municipality, under its lock.
pub async fn update_voortgang(
    tx: &mut TenantTx,
    run: PopulatierunId,
    voortgang: &Gemeentevoortgang,
) -> Result<(), DbError> {
    diesel::update(populatierun_gemeente::table.find((run.uuid(), voortgang.gemeente.to_string())))
        .set(VoortgangRow::new(run, voortgang))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Says that a run failed in a municipality, unless it was done or interrupted meanwhile. `fout` says why, without personal
/// data.
pub async fn record_mislukking(
    tx: &mut PlatformTx,
    now: Moment,
    (run, gemeente): (PopulatierunId, GemeenteCode),
    fout: &str,
) -> Result<(), DbError> {
    let te_doen = Gemeentestand::ALL
        .into_iter()
        .filter(|stand| stand.is_te_doen());
    let te_doen: Vec<_> = te_doen.map(Gemeentestand::code).collect();
    let fout: String = fout.chars().take(FOUT_MAX).collect();
    let deze = populatierun_gemeente::table
        .find((run.uuid(), gemeente.to_string()))
        .filter(populatierun_gemeente::stand.eq_any(te_doen));
    diesel::update(deze)
        .set((
            populatierun_gemeente::stand.eq(Gemeentestand::Mislukt.code()),
            populatierun_gemeente::fout.eq(fout),
            populatierun_gemeente::bijgewerkt_op.eq(jiff_diesel::Timestamp::from(now)),
        ))
        .execute(tx.conn())
        .await?;
    Ok(())
}
