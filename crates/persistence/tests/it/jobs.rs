//! The queue: with its cause or not at all, one worker at a time, again after a lease that ended.

use persistence::jobs::{self, Jobsoort, Telling};
use persistence::{DbError, DbRol, PlatformTx, TenantTx};
use primitives::{Moment, SystemIds};
use serde::{Deserialize, Serialize};
use testkit::{TestDb, nu, winterswijk};

#[derive(Serialize, Deserialize)]
struct Proefjob {
    nummer: u32,
}

impl Jobsoort for Proefjob {
    const SOORT: &'static str = "proef";

    fn uniek(&self) -> Option<String> {
        Some(format!("proef-{}", self.nummer))
    }
}

async fn enqueue(test: &TestDb, nummer: u32, slaagt: bool) -> Result<(), DbError> {
    test.db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Raad,
            async |tx: &mut TenantTx| {
                jobs::enqueue(tx, nu(), &SystemIds, &Proefjob { nummer }).await?;
                if slaagt {
                    Ok(())
                } else {
                    Err(DbError::inconsistent("proef", "proef", nummer))
                }
            },
        )
        .await
}

async fn claim(test: &TestDb, now: Moment) -> Option<jobs::Job> {
    let geleend_tot = now + jiff::SignedDuration::from_mins(5);
    test.db
        .in_platform("test", async |tx: &mut PlatformTx| {
            jobs::claim(tx, now, geleend_tot, jobs::Rij::Bericht).await
        })
        .await
        .unwrap()
}

#[tokio::test]
async fn a_job_stands_or_falls_with_its_cause() {
    let test = TestDb::new().await;
    enqueue(&test, 1, true).await.unwrap();
    enqueue(&test, 2, false).await.unwrap_err();
    let telling = test
        .db
        .in_platform("test", async |tx: &mut PlatformTx| jobs::count(tx).await)
        .await
        .unwrap();
    assert_eq!(
        telling,
        Telling {
            wacht: 1,
            mislukt: 0
        }
    );
}

#[tokio::test]
async fn the_same_work_is_added_once_and_knows_its_municipality() {
    let test = TestDb::new().await;
    enqueue(&test, 1, true).await.unwrap();
    enqueue(&test, 1, true).await.unwrap();
    let job = claim(&test, nu()).await.unwrap();
    assert_eq!(
        (job.gemeente, job.soort.as_str(), job.pogingen),
        (Some(winterswijk()), "proef", 1)
    );
    assert!(claim(&test, nu()).await.is_none());
}

#[tokio::test]
async fn a_job_comes_back_when_the_lease_of_a_dead_worker_ends() {
    let test = TestDb::new().await;
    enqueue(&test, 1, true).await.unwrap();
    claim(&test, nu()).await.unwrap();
    let later = nu() + jiff::SignedDuration::from_mins(6);
    assert_eq!(claim(&test, later).await.unwrap().pogingen, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_failed_for_good_is_shown_and_can_be_tried_again() {
    let test = TestDb::new().await;
    enqueue(&test, 1, true).await.unwrap();
    let job = claim(&test, nu()).await.unwrap();
    let gebeurd = test
        .db
        .in_platform("test", async |tx: &mut PlatformTx| {
            jobs::fail(tx, &job, "the mail server does not answer").await?;
            let mislukt = jobs::list_failed(tx).await?;
            let eerst = jobs::release(tx, nu(), job.id).await?;
            let nog_eens = jobs::release(tx, nu(), job.id).await?;
            Ok::<_, DbError>((mislukt, eerst, nog_eens))
        })
        .await
        .unwrap();
    let (mislukt, eerst, nog_eens) = gebeurd;
    assert_eq!(mislukt.len(), 1);
    assert_eq!(mislukt[0].gemeente, Some(winterswijk()));
    assert_eq!((eerst, nog_eens), (true, false));
    let opnieuw = claim(&test, nu()).await.unwrap();
    assert_eq!((opnieuw.id, opnieuw.pogingen), (job.id, 1));
}
