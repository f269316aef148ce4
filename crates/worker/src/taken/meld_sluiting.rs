//! Telling somebody by mail that a quarter is closed.

use application::sturing::{MeldSluiting, Sluitbericht, load_sluitbericht};
use mail::{Bericht, Kenmerk, KwartaalGesloten};
use persistence::jobs::Job;
use persistence::{Db, DbRol, TenantTx};

use crate::dispatch::{Gereedschap, JobFout};

/// Reads what is to be told, and only then, outside any transaction, sends it.
pub(crate) async fn meld_sluiting(
    db: &Db,
    gereedschap: &Gereedschap,
    job: &Job,
) -> Result<(), JobFout> {
    let melding: MeldSluiting = serde_json::from_value(job.inhoud.clone())?;
    let gemeente = job.gemeente.ok_or(JobFout::GeenGemeente)?;
    let gelezen = db
        .in_tenant(
            "meld_sluiting",
            gemeente,
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| load_sluitbericht(tx, &melding).await,
        )
        .await?;
    match gelezen {
        Some(gelezen) => {
            gereedschap
                .send(job, &compose(gereedschap, job, gelezen)?)
                .await
        }
        // Taken off the list since: nobody to tell.
        None => Ok(()),
    }
}

fn compose(
    gereedschap: &Gereedschap,
    job: &Job,
    gelezen: Sluitbericht,
) -> Result<Bericht, JobFout> {
    let sluiting = gelezen.akte.sluiting;
    let inhoud = KwartaalGesloten {
        gemeente: gelezen.gemeente_naam,
        kwartaal: sluiting.kwartaal,
        versie: sluiting.versie,
        url: format!(
            "{}/{}/kwartalen/{}",
            gereedschap.publieke_url, sluiting.gemeente, sluiting.kwartaal
        ),
        organisatie: gereedschap.organisatie.clone(),
    };
    Ok(Bericht {
        kenmerk: Kenmerk::for_job(job.id),
        aan: gelezen.ontvanger.email,
        inhoud: inhoud.render()?,
        op: sluiting.gesloten_op,
    })
}
