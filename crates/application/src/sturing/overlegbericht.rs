//! The documents of a meeting are ready: recording that they are sent, and the messages that follow.
//!
//! The meeting is of all members, and each keeps its own list of receivers that nobody else may read. So the act
//! leaves one job; that job runs once per member and leaves a job per receiver; and those send a message each.

use domain::bevoegdheid::{Actor, Permission, Rol};
use domain::sturing::Overleg;
use persistence::audit::{self, Handeling};
use persistence::jobs::{self, Jobsoort};
use persistence::sturing::{self, Ontvanger};
use persistence::{DbError, TenantTx};
use primitives::{Datum, GemeenteCode, IdGenerator, Moment, OntvangerId, OverlegId};
use serde::{Deserialize, Serialize};

use super::error::OverlegError;
use super::overleg::{find, record_audit, update};

/// What the audit row says of the meeting.
const VERSTUURD: &str = "stukken verstuurd";

/// The documents of the meeting of a day, to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verzendopdracht {
    /// The day of the meeting.
    pub datum: Datum,
    /// The version of the meeting that was seen.
    pub versie: u32,
}

/// The job of finding out, with every member, whom to tell of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdeelOverlegbericht {
    /// Which meeting.
    pub overleg: OverlegId,
}

/// The job of telling one receiver that the documents of a meeting are ready. Carries ids only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeldOverleg {
    /// Which meeting.
    pub overleg: OverlegId,
    /// Whom to tell.
    pub ontvanger: OntvangerId,
}

/// Everything that the message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlegbericht {
    /// Whom to tell.
    pub ontvanger: Ontvanger,
    /// The meeting.
    pub overleg: Overleg,
    /// When its documents were sent.
    pub verstuurd_op: Moment,
}

impl Jobsoort for VerdeelOverlegbericht {
    const SOORT: &'static str = "verdeel_overlegbericht";

    fn uniek(&self) -> Option<String> {
        Some(format!("{} {}", Self::SOORT, self.overleg))
    }
}

impl Jobsoort for MeldOverleg {
    const SOORT: &'static str = "meld_overleg";

    fn uniek(&self) -> Option<String> {
        Some(format!(
            "{} {} {}",
            Self::SOORT,
            self.overleg,
            self.ontvanger
        ))
    }
}

/// Records that the documents of a meeting are ready, and has commissioners and board of all members told so.
/// Runs as commissioner.
pub async fn record_stukken_verstuurd(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    opdracht: Verzendopdracht,
) -> Result<Overleg, OverlegError> {
    actor.require(Permission::OverlegVoorbereiden, tx.gemeente())?;
    let overleg = find(tx, opdracht.datum).await?;
    let sluitingen = sturing::list_sluitingen_van_kwartaal(tx, overleg.kwartaal, now).await?;
    let gezien = overleg.versie;
    let verstuurd = overleg.record_stukken_verstuurd(&sluitingen, now)?;
    // After the rule: who pressed twice hears that it was done, and not that somebody changed the meeting.
    if gezien != opdracht.versie {
        return Err(OverlegError::Gewijzigd);
    }
    update(tx, &verstuurd).await?;
    record_audit(tx, actor, now, &verstuurd, VERSTUURD).await?;
    let job = VerdeelOverlegbericht {
        overleg: verstuurd.id,
    };
    jobs::enqueue(tx, now, ids, &job).await?;
    Ok(verstuurd)
}

/// The members whose receivers are told: those that are in the scheme on the day of the meeting. Runs as commissioner.
pub async fn list_overleggemeenten(
    tx: &mut TenantTx,
    job: &VerdeelOverlegbericht,
) -> Result<Vec<GemeenteCode>, DbError> {
    let Some(overleg) = sturing::find_overleg_by_id(tx, job.overleg).await? else {
        return Ok(Vec::new());
    };
    let leden = sturing::list_leden(tx, overleg.datum).await?;
    Ok(leden.into_iter().map(|lid| lid.code).collect())
}

/// Writes into the audit chain of this municipality that the documents were sent, unless it sent them itself: then
/// its chain has the act. Safe to repeat. Runs as commissioner.
///
/// The row names the job and the municipality of the sender, not the sender: an employee of another municipality
/// is known there only.
pub async fn record_overlegverzending(
    tx: &mut TenantTx,
    now: Moment,
    afzender: GemeenteCode,
    job: &VerdeelOverlegbericht,
) -> Result<(), DbError> {
    if tx.gemeente() == afzender || !sturing::insert_overlegverzending(tx, job.overleg, now).await?
    {
        return Ok(());
    }
    let wie = Actor::system("overlegbericht", Rol::Opdrachtgever);
    let object = format!("overleg {} {VERSTUURD}", job.overleg);
    let toelichting = format!("verstuurd door de opdrachtgever van gemeente {afzender}");
    audit::record(
        tx,
        &wie,
        now,
        Handeling::Overleg,
        &object,
        Some(&toelichting),
    )
    .await
}

/// Has every receiver of this municipality told who was not told yet. Safe to repeat. Runs as commissioner.
pub async fn enqueue_overlegberichten(
    tx: &mut TenantTx,
    now: Moment,
    ids: &dyn IdGenerator,
    job: &VerdeelOverlegbericht,
) -> Result<(), DbError> {
    let ontvangers = sturing::list_ontvangers(tx).await?.into_iter();
    for ontvanger in ontvangers.filter(|ontvanger| ontvanger.rol.reads_cijfers()) {
        if sturing::insert_overlegbericht(tx, job.overleg, &ontvanger.email, now).await? {
            let melding = MeldOverleg {
                overleg: job.overleg,
                ontvanger: ontvanger.id,
            };
            jobs::enqueue(tx, now, ids, &melding).await?;
        }
    }
    Ok(())
}

/// What to tell a receiver; none when the receiver was taken off the list meanwhile. Runs as commissioner.
pub async fn load_overlegbericht(
    tx: &mut TenantTx,
    job: &MeldOverleg,
) -> Result<Option<Overlegbericht>, DbError> {
    let ontvanger = sturing::find_ontvanger(tx, job.ontvanger).await?;
    let overleg = sturing::find_overleg_by_id(tx, job.overleg).await?;
    Ok(ontvanger.zip(overleg).and_then(|(ontvanger, overleg)| {
        let verstuurd_op = overleg.stukken_verstuurd_op?;
        Some(Overlegbericht {
            ontvanger,
            overleg,
            verstuurd_op,
        })
    }))
}
