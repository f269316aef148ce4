//! Telling somebody by mail that the documents of a meeting are ready.

use application::sturing::{MeldOverleg, Overlegbericht, load_overlegbericht};
use mail::{Bericht, Kenmerk, OverlegKlaar};
use persistence::jobs::Job;
use persistence::{Db, DbRol, TenantTx};

use crate::dispatch::{Gereedschap, JobFout};

/// Reads what is to be told, and only then, outside any transaction, sends it.
pub(crate) async fn meld_overleg(
    db: &Db,
    gereedschap: &Gereedschap,
    job: &Job,
) -> Result<(), JobFout> {
    let melding: MeldOverleg = serde_json::from_value(job.inhoud.clone())?;
    let gemeente = job.gemeente.ok_or(JobFout::GeenGemeente)?;
    let gelezen = db
        .in_tenant(
            "load_overlegbericht",
            gemeente,
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| load_overlegbericht(tx, &melding).await,
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
    gelezen: Overlegbericht,
) -> Result<Bericht, JobFout> {
    let overleg = gelezen.overleg;
    let inhoud = OverlegKlaar {
        datum: overleg.datum,
        kwartaal: overleg.kwartaal,
        url: format!("{}/overleg/{}", gereedschap.publieke_url, overleg.datum),
        plaats: overleg.plaats,
        organisatie: gereedschap.organisatie.clone(),
    };
    Ok(Bericht {
        kenmerk: Kenmerk::for_job(job.id),
        aan: gelezen.ontvanger.email,
        inhoud: inhoud.render()?,
        op: gelezen.verstuurd_op,
    })
}
