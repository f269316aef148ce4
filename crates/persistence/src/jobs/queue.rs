//! Adding, claiming and finishing jobs.

use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel::sql_types::{Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel::{OptionalExtension, sql_query};
use diesel_async::RunQueryDsl;
use jiff_diesel::ToDiesel;
use primitives::{IdGenerator, Moment};
use uuid::Uuid;

use super::rows::{Job, JobRow, Jobsoort, MislukteJob, MislukteJobRow, Rij, Telling};
use crate::schema::platform::job;
use crate::{DbError, PlatformTx, TenantTx};

/// How many failed jobs are shown; the rest appears when these are dealt with.
const MISLUKT_MAX: i64 = 50;

/// Adds a job in the transaction of its cause; it runs from `now` on, after the commit.
pub async fn enqueue<J: Jobsoort>(
    tx: &mut TenantTx,
    now: Moment,
    ids: &dyn IdGenerator,
    opdracht: &J,
) -> Result<(), DbError> {
    let inhoud = serde_json::to_value(opdracht).map_err(|fout| {
        DbError::Query(diesel::result::Error::SerializationError(Box::new(fout)))
    })?;
    sql_query("select platform.enqueue_job($1, $2, $3, $4, $5, $6)")
        .bind::<SqlUuid, _>(ids.next())
        .bind::<Text, _>(J::SOORT)
        .bind::<Jsonb, _>(inhoud)
        .bind::<Timestamptz, _>(now.to_diesel())
        .bind::<Nullable<Text>, _>(opdracht.uniek())
        .bind::<Text, _>(J::RIJ.code())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Takes the next job of a queue that may run, and holds it until `geleend_tot`.
///
/// Two workers never get the same job (`SKIP LOCKED`); a worker that dies loses it when the lease ends.
pub async fn claim(
    tx: &mut PlatformTx,
    now: Moment,
    geleend_tot: Moment,
    rij: Rij,
) -> Result<Option<Job>, DbError> {
    let is_vrij = job::geleend_tot
        .is_null()
        .or(job::geleend_tot.lt(now.to_diesel()));
    let volgende = job::table
        .filter(job::status.eq("wacht"))
        .filter(job::rij.eq(rij.code()))
        .filter(job::uit_te_voeren_op.le(now.to_diesel()))
        .filter(is_vrij.assume_not_null())
        .order((job::uit_te_voeren_op, job::id))
        .limit(1)
        .for_update()
        .skip_locked()
        .select(JobRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    let Some(row) = volgende else { return Ok(None) };
    let mut gevonden = Job::try_from(row)?;
    gevonden.pogingen += 1;
    diesel::update(job::table.find(gevonden.id))
        .set((
            job::pogingen.eq(gevonden.pogingen),
            job::geleend_tot.eq(geleend_tot.to_diesel()),
        ))
        .execute(tx.conn())
        .await?;
    Ok(Some(gevonden))
}

/// Removes a job whose work is done.
pub async fn complete(tx: &mut PlatformTx, gedaan: &Job) -> Result<(), DbError> {
    diesel::delete(job::table.find(gedaan.id))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Gives a job back, to be tried again from `opnieuw_op` on. `fout` says why, without personal data.
pub async fn postpone(
    tx: &mut PlatformTx,
    deze: &Job,
    opnieuw_op: Moment,
    fout: &str,
) -> Result<(), DbError> {
    diesel::update(job::table.find(deze.id))
        .set((
            job::uit_te_voeren_op.eq(opnieuw_op.to_diesel()),
            job::geleend_tot.eq(None::<jiff_diesel::Timestamp>),
            job::laatste_fout.eq(fout),
        ))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Sets a job aside for good: it stays to be seen, and to be released by hand.
pub async fn fail(tx: &mut PlatformTx, deze: &Job, fout: &str) -> Result<(), DbError> {
    diesel::update(job::table.find(deze.id))
        .set((
            job::status.eq("mislukt"),
            job::geleend_tot.eq(None::<jiff_diesel::Timestamp>),
            job::laatste_fout.eq(fout),
        ))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The first jobs that failed for good, the oldest first.
pub async fn list_failed(tx: &mut PlatformTx) -> Result<Vec<MislukteJob>, DbError> {
    let rows: Vec<MislukteJobRow> = job::table
        .filter(job::status.eq("mislukt"))
        .order((job::uit_te_voeren_op, job::id))
        .limit(MISLUKT_MAX)
        .select(MislukteJobRow::as_select())
        .load(tx.conn())
        .await?;
    rows.into_iter().map(MislukteJob::try_from).collect()
}

/// Lets a job that failed for good be tried again from `now` on; whether there was such a job.
pub async fn release(tx: &mut PlatformTx, now: Moment, id: Uuid) -> Result<bool, DbError> {
    let mislukt = job::table.find(id).filter(job::status.eq("mislukt"));
    let aantal = diesel::update(mislukt)
        .set((
            job::status.eq("wacht"),
            job::pogingen.eq(0),
            job::uit_te_voeren_op.eq(now.to_diesel()),
        ))
        .execute(tx.conn())
        .await?;
    Ok(aantal == 1)
}

/// Counts the jobs, for the metrics.
pub async fn count(tx: &mut PlatformTx) -> Result<Telling, DbError> {
    let per_status: Vec<(String, i64)> = job::table
        .group_by(job::status)
        .select((job::status, count_star()))
        .load(tx.conn())
        .await?;
    let aantal = |status: &str| {
        per_status
            .iter()
            .find(|(deze, _)| deze == status)
            .map_or(0, |(_, n)| *n)
    };
    Ok(Telling {
        wacht: aantal("wacht"),
        mislukt: aantal("mislukt"),
    })
}
