//! Telling somebody by mail of a round of zienswijzen.

use application::beleid::zienswijze::{MeldZienswijze, Zienswijzebericht, load_zienswijzebericht};
use domain::beleid::zienswijze::Herinnering;
use mail::{Bericht, Kenmerk, ZienswijzeBericht, Zienswijzeaanleiding};
use persistence::jobs::Job;
use persistence::{Db, DbRol, TenantTx};
use primitives::Moment;

use crate::dispatch::{Gereedschap, JobFout};

/// Reads what is to be told, and only then, outside any transaction, sends it.
pub(crate) async fn meld_zienswijze(
    db: &Db,
    gereedschap: &Gereedschap,
    now: Moment,
    job: &Job,
) -> Result<(), JobFout> {
    let melding: MeldZienswijze = serde_json::from_value(job.inhoud.clone())?;
    let gemeente = job.gemeente.ok_or(JobFout::GeenGemeente)?;
    let gelezen = db
        .in_tenant(
            "load_zienswijzebericht",
            gemeente,
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| load_zienswijzebericht(tx, &melding).await,
        )
        .await?;
    match gelezen {
        Some(gelezen) => {
            let bericht = compose(gereedschap, now, job, gelezen)?;
            gereedschap.send(job, &bericht).await
        }
        // Taken off the list, or the view came in since: nothing to tell.
        None => Ok(()),
    }
}

fn compose(
    gereedschap: &Gereedschap,
    now: Moment,
    job: &Job,
    gelezen: Zienswijzebericht,
) -> Result<Bericht, JobFout> {
    let kop = &gelezen.ronde.kop;
    let inhoud = ZienswijzeBericht {
        gemeente: gelezen.gemeente_naam,
        titel: kop.titel.clone(),
        aanleiding: aanleiding_of(gelezen.wanneer),
        uiterlijk: kop.uiterlijk,
        url: format!(
            "{}/{}/zienswijzen/{}",
            gereedschap.publieke_url, gelezen.gemeente, kop.id
        ),
        organisatie: gereedschap.organisatie.clone(),
    };
    Ok(Bericht {
        kenmerk: Kenmerk::for_job(job.id),
        aan: gelezen.ontvanger.email,
        inhoud: inhoud.render()?,
        op: gelezen.wanneer.moment(&gelezen.ronde).unwrap_or(now),
    })
}

const fn aanleiding_of(wanneer: Herinnering) -> Zienswijzeaanleiding {
    match wanneer {
        Herinnering::Geopend => Zienswijzeaanleiding::Geopend,
        Herinnering::VierWeken => Zienswijzeaanleiding::Nog { weken: 4 },
        Herinnering::EenWeek => Zienswijzeaanleiding::Nog { weken: 1 },
        Herinnering::DagErna => Zienswijzeaanleiding::Voorbij,
        Herinnering::Beantwoord => Zienswijzeaanleiding::Beantwoord,
    }
}
