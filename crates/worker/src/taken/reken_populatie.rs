//! Doing a population run in one municipality, batch after batch, each in a transaction of its own.

use application::recht::populatie::{
    BATCH_REGELS, Batch, PopulatieError, RekenPopulatie, calculate_batch, record_mislukking,
};
use domain::bevoegdheid::{Actor, Rol};
use persistence::jobs::Job;
use persistence::{Db, DbError, DbRol, PlatformTx, TenantTx};
use primitives::{GemeenteCode, Moment, PopulatierunId};

use crate::dispatch::JobFout;

/// How a run ended in a municipality.
#[derive(Debug)]
pub enum Populatieafloop {
    /// Every household was done, by us or by another worker, or somebody interrupted the run.
    Gedaan,
    /// It cannot be done until somebody mends something; the run says so.
    Mislukt(PopulatieError),
}

/// Does batch after batch until the run is done or interrupted here. A failure of the database is said in the run and given
/// back: what was done stands, and trying again goes on from there. `meld` hears how many households were done.
pub async fn calculate_populatie(
    db: &Db,
    now: Moment,
    (run, gemeente): (PopulatierunId, GemeenteCode),
    meld: &(dyn Fn(u32) + Sync),
) -> Result<Populatieafloop, DbError> {
    let actor = Actor::system("populatierun", Rol::Teamleider);
    loop {
        let batch = db
            .in_tenant(
                "calculate_populatiebatch",
                gemeente,
                DbRol::Uitvoering,
                async |tx: &mut TenantTx| calculate_batch(tx, &actor, now, run, BATCH_REGELS).await,
            )
            .await;
        let fout = match batch {
            Ok(Batch::Verder(gedaan)) => {
                meld(gedaan);
                continue;
            }
            Ok(Batch::Klaar | Batch::Gestopt) => return Ok(Populatieafloop::Gedaan),
            Err(fout) => fout,
        };
        let zin = match &fout {
            PopulatieError::Db(_) => "de database antwoordt niet zoals verwacht".to_owned(),
            fout => fout.to_string(),
        };
        tracing::warn!(%run, %gemeente, %fout, "een populatierun is in een gemeente mislukt");
        db.in_platform("record_mislukking", async |tx: &mut PlatformTx| {
            record_mislukking(tx, now, (run, gemeente), &zin).await
        })
        .await?;
        return match fout {
            PopulatieError::Db(fout) => Err(fout),
            fout => Ok(Populatieafloop::Mislukt(fout)),
        };
    }
}

pub(crate) async fn reken_populatie(db: &Db, now: Moment, job: &Job) -> Result<(), JobFout> {
    let opdracht: RekenPopulatie = serde_json::from_value(job.inhoud.clone())?;
    let gemeente = job.gemeente.ok_or(JobFout::GeenGemeente)?;
    calculate_populatie(db, now, (opdracht.run, gemeente), &|_| ()).await?;
    Ok(())
}
