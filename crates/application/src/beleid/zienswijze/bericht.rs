//! Telling municipalities of a round: that it is open, that time runs out, that the board answered.
//!
//! Opening a round leaves a job for each moment, to run then. It asks, with every member, whether the member must still be told,
//! and leaves a job per receiver; that one asks once more, and sends.

use domain::beleid::zienswijze::{Herinnering, Ronde};
use domain::bevoegdheid::{Actor, Rol};
use persistence::audit::{self, Handeling};
use persistence::beleid::zienswijze;
use persistence::jobs::{self, Jobsoort};
use persistence::sturing::{self, Ontvanger};
use persistence::{DbError, TenantTx};
use primitives::{GemeenteCode, IdGenerator, Moment, OntvangerId, ZienswijzerondeId};
use serde::{Deserialize, Serialize};

/// The job of finding out, with every member or with one, whom to tell what of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdeelZienswijzebericht {
    /// Which round.
    pub ronde: ZienswijzerondeId,
    /// At which moment.
    pub wanneer: Herinnering,
    /// Only this municipality; all members without it.
    pub gemeente: Option<GemeenteCode>,
}

/// The job of telling one receiver something of a round. Carries ids only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeldZienswijze {
    /// Which round.
    pub ronde: ZienswijzerondeId,
    /// At which moment.
    pub wanneer: Herinnering,
    /// Whom to tell.
    pub ontvanger: OntvangerId,
}

/// Everything that the message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zienswijzebericht {
    /// Whom to tell.
    pub ontvanger: Ontvanger,
    /// The municipality.
    pub gemeente: GemeenteCode,
    /// Its name.
    pub gemeente_naam: String,
    /// The round.
    pub ronde: Ronde,
    /// At which moment.
    pub wanneer: Herinnering,
}

impl Jobsoort for VerdeelZienswijzebericht {
    const SOORT: &'static str = "verdeel_zienswijzebericht";

    fn uniek(&self) -> Option<String> {
        let wie = self.gemeente.map(|code| format!(" {code}"));
        Some(format!(
            "{} {} {}{}",
            Self::SOORT,
            self.ronde,
            self.wanneer.code(),
            wie.unwrap_or_default()
        ))
    }
}

impl Jobsoort for MeldZienswijze {
    const SOORT: &'static str = "meld_zienswijze";

    fn uniek(&self) -> Option<String> {
        Some(format!(
            "{} {} {} {}",
            Self::SOORT,
            self.ronde,
            self.wanneer.code(),
            self.ontvanger
        ))
    }
}

/// The members that the job is about: those that are in the scheme on the last day for councils. Runs as commissioner.
pub async fn list_rondegemeenten(
    tx: &mut TenantTx,
    job: &VerdeelZienswijzebericht,
) -> Result<Vec<GemeenteCode>, DbError> {
    if let Some(gemeente) = job.gemeente {
        return Ok(vec![gemeente]);
    }
    let Some(ronde) = zienswijze::find_ronde(tx, job.ronde).await? else {
        return Ok(Vec::new());
    };
    let leden = sturing::list_leden(tx, ronde.kop.uiterlijk).await?;
    Ok(leden.into_iter().map(|lid| lid.code).collect())
}

/// Writes into the audit chain of this municipality that a round was opened, unless it was opened in its own name: then its
/// chain has the act. Safe to repeat. Runs as commissioner.
///
/// The row names the job, not who opened it: an employee is known in the municipality for which he acts.
pub async fn record_rondeopening(
    tx: &mut TenantTx,
    now: Moment,
    afzender: GemeenteCode,
    job: &VerdeelZienswijzebericht,
) -> Result<(), DbError> {
    let is_opening = job.wanneer == Herinnering::Geopend && tx.gemeente() != afzender;
    if !is_opening || !zienswijze::insert_verzending(tx, job.ronde, now).await? {
        return Ok(());
    }
    let wie = Actor::system("zienswijzebericht", Rol::Opdrachtgever);
    let object = format!("zienswijzeronde {} geopend", job.ronde);
    audit::record(tx, &wie, now, Handeling::Zienswijze, &object, None).await
}

/// Has every receiver of this municipality told who was not told yet, if that is still needed. Safe to repeat. Runs as
/// commissioner.
pub async fn enqueue_zienswijzeberichten(
    tx: &mut TenantTx,
    now: Moment,
    ids: &dyn IdGenerator,
    job: &VerdeelZienswijzebericht,
) -> Result<(), DbError> {
    if find_nodig(tx, job.ronde, job.wanneer).await?.is_none() {
        return Ok(());
    }
    let ontvangers = sturing::list_ontvangers(tx).await?.into_iter();
    for ontvanger in ontvangers.filter(|ontvanger| ontvanger.rol.reads_zienswijzen()) {
        let wat = (job.ronde, job.wanneer);
        if zienswijze::insert_bericht(tx, wat, &ontvanger.email, now).await? {
            let melding = MeldZienswijze {
                ronde: job.ronde,
                wanneer: job.wanneer,
                ontvanger: ontvanger.id,
            };
            jobs::enqueue(tx, now, ids, &melding).await?;
        }
    }
    Ok(())
}

/// What to tell a receiver; none when that is no longer needed, or the receiver was taken off the list. Runs as commissioner.
pub async fn load_zienswijzebericht(
    tx: &mut TenantTx,
    job: &MeldZienswijze,
) -> Result<Option<Zienswijzebericht>, DbError> {
    let gemeente = tx.gemeente();
    let ontvanger = sturing::find_ontvanger(tx, job.ontvanger).await?;
    let ronde = find_nodig(tx, job.ronde, job.wanneer).await?;
    let Some((ontvanger, ronde)) = ontvanger.zip(ronde) else {
        return Ok(None);
    };
    let namen = sturing::list_gemeenten(tx).await?;
    let naam = namen.into_iter().find(|g| g.code == gemeente);
    Ok(Some(Zienswijzebericht {
        ontvanger,
        gemeente,
        gemeente_naam: naam.map_or_else(|| gemeente.to_string(), |g| g.naam),
        ronde,
        wanneer: job.wanneer,
    }))
}

/// The round, if this municipality must still be told of it at this moment.
async fn find_nodig(
    tx: &mut TenantTx,
    id: ZienswijzerondeId,
    wanneer: Herinnering,
) -> Result<Option<Ronde>, DbError> {
    let is_ingediend = zienswijze::find_ingediend(tx, id).await?.is_some();
    let ronde = zienswijze::find_ronde(tx, id).await?;
    Ok(ronde.filter(|ronde| wanneer.is_nodig(ronde, is_ingediend)))
}
