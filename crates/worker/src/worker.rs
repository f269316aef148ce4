//! The loop: claim with a lease, work, and finish, try again later, or set aside.

use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use persistence::jobs::{self, Job, Rij};
use persistence::{Db, DbError, PlatformTx};
use primitives::Clock;
use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::task::spawn_blocking;

use crate::dispatch::{Gereedschap, JobFout, dispatch};

/// How the worker behaves.
#[derive(Clone, Copy, Debug)]
pub struct WorkerInstellingen {
    /// How long a job belongs to a worker; longer than any job takes.
    pub leentijd: SignedDuration,
    /// How long to wait when there is nothing to do.
    pub rust: Duration,
}

impl Default for WorkerInstellingen {
    fn default() -> Self {
        Self {
            leentijd: SignedDuration::from_mins(10),
            rust: Duration::from_secs(2),
        }
    }
}

/// Works through the queues, one job of each at a time.
pub struct Worker {
    db: Db,
    clock: Arc<dyn Clock>,
    gereedschap: Gereedschap,
    instellingen: WorkerInstellingen,
}

impl Worker {
    /// A worker on this database.
    pub fn new(
        db: Db,
        clock: Arc<dyn Clock>,
        gereedschap: Gereedschap,
        instellingen: WorkerInstellingen,
    ) -> Self {
        Self {
            db,
            clock,
            gereedschap,
            instellingen,
        }
    }

    /// Works until `stop` turns true; a job that is under way is finished first. Calculation has a thread of its own, so
    /// that a batch of it keeps no message waiting.
    pub async fn run(self, stop: watch::Receiver<bool>) {
        let worker = Arc::new(self);
        let (rekenaar, hier, gestopt) = (Arc::clone(&worker), Handle::current(), stop.clone());
        let rekenwerk =
            spawn_blocking(move || hier.block_on(rekenaar.run_rij(Rij::Rekenwerk, gestopt)));
        let (rekenwerk, ()) = tokio::join!(rekenwerk, worker.run_rij(Rij::Bericht, stop));
        if let Err(fout) = rekenwerk {
            tracing::error!(
                fout = &fout as &dyn std::error::Error,
                "het rekenwerk is gestopt"
            );
        }
    }

    async fn run_rij(&self, rij: Rij, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            match self.run_one(rij).await {
                Ok(true) => {}
                Ok(false) => self.rest(&mut stop).await,
                Err(fout) => {
                    tracing::error!(
                        fout = &fout as &dyn std::error::Error,
                        "de wachtrij is niet bereikbaar"
                    );
                    self.rest(&mut stop).await;
                }
            }
        }
    }

    /// Does the next job of a queue, if there is one.
    pub async fn run_one(&self, rij: Rij) -> Result<bool, DbError> {
        let now = self.clock.now();
        let geleend_tot = now + self.instellingen.leentijd;
        let gevonden = self
            .db
            .in_platform("claim_job", async |tx: &mut PlatformTx| {
                jobs::claim(tx, now, geleend_tot, rij).await
            })
            .await?;
        let Some(job) = gevonden else {
            return Ok(false);
        };
        let uitkomst = dispatch(&self.db, &self.gereedschap, now, &job).await;
        self.finish(&job, uitkomst).await?;
        Ok(true)
    }

    async fn finish(&self, job: &Job, uitkomst: Result<(), JobFout>) -> Result<(), DbError> {
        let now = self.clock.now();
        self.db
            .in_platform("finish_job", async |tx: &mut PlatformTx| match &uitkomst {
                Ok(()) => {
                    tracing::info!(job = %job.id, soort = job.soort, "job gedaan");
                    jobs::complete(tx, job).await
                }
                Err(fout) if fout.is_definitief() || job.pogingen >= job.pogingen_max => {
                    tracing::error!(job = %job.id, soort = job.soort, %fout, "job opgegeven");
                    jobs::fail(tx, job, &fout.to_string()).await
                }
                Err(fout) => {
                    tracing::warn!(job = %job.id, soort = job.soort, poging = job.pogingen, %fout, "job opnieuw");
                    jobs::postpone(tx, job, now + pause_after(job.pogingen), &fout.to_string()).await
                }
            })
            .await
    }

    async fn rest(&self, stop: &mut watch::Receiver<bool>) {
        tokio::select! {
            () = tokio::time::sleep(self.instellingen.rust) => {}
            // The sender is gone: the program ends, and the loop sees so.
            _ = stop.changed() => {}
        }
    }
}

/// 1, 2, 4, ... minutes, at most two hours.
fn pause_after(pogingen: i32) -> SignedDuration {
    let minuten = 1_i64 << pogingen.saturating_sub(1).clamp(0, 7);
    SignedDuration::from_mins(minuten.min(120))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_stay_within_two_hours() {
        let minuten: Vec<_> = [1, 2, 3, 8, 20].map(|n| pause_after(n).as_mins()).to_vec();
        assert_eq!(minuten, [1, 2, 4, 120, 120]);
    }
}
