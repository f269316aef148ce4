//! Finding out, with every member, who is told something of a round of zienswijzen.

use application::beleid::zienswijze::{
    VerdeelZienswijzebericht, enqueue_zienswijzeberichten, list_rondegemeenten, record_rondeopening,
};
use persistence::jobs::Job;
use persistence::{Db, DbError, DbRol, TenantTx};
use primitives::Moment;

use crate::dispatch::{Gereedschap, JobFout};

/// Leaves a job per receiver, in a transaction per member. A member whose data cannot be reached does not keep the others
/// waiting: the job is tried again, and passes over what was done.
pub(crate) async fn verdeel_zienswijzebericht(
    db: &Db,
    gereedschap: &Gereedschap,
    now: Moment,
    job: &Job,
) -> Result<(), JobFout> {
    let verdeling: VerdeelZienswijzebericht = serde_json::from_value(job.inhoud.clone())?;
    let afzender = job.gemeente.ok_or(JobFout::GeenGemeente)?;
    let gemeenten = db
        .in_tenant(
            "list_rondegemeenten",
            afzender,
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| list_rondegemeenten(tx, &verdeling).await,
        )
        .await?;
    let mut mislukt: Option<DbError> = None;
    for gemeente in gemeenten {
        let uitkomst = db
            .in_tenant(
                "enqueue_zienswijzeberichten",
                gemeente,
                DbRol::Opdrachtgever,
                async |tx: &mut TenantTx| {
                    record_rondeopening(tx, now, afzender, &verdeling).await?;
                    enqueue_zienswijzeberichten(tx, now, &*gereedschap.ids, &verdeling).await
                },
            )
            .await;
        if let Err(fout) = uitkomst {
            tracing::warn!(%gemeente, %fout, "ontvangers van een gemeente zijn niet te lezen");
            mislukt = Some(fout);
        }
    }
    mislukt.map_or(Ok(()), |fout| Err(fout.into()))
}
