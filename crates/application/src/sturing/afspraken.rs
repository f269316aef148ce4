//! What is agreed in a meeting, and how it ends. All run as commissioner.

use domain::bevoegdheid::{Actor, Permission};
use domain::sturing::{Afspraak, Afspraakinvoer, OverlegGeweigerd};
use persistence::audit::Handeling;
use persistence::{TenantTx, audit, sturing};
use primitives::{AfspraakId, Datum, IdGenerator, Moment, datum_in_nederland};

use super::error::OverlegError;
use super::overleg::{find, record_audit};
use crate::herhaling;

/// A new agreement of the meeting of a day, as somebody typed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Afspraakopdracht {
    /// The day of the meeting.
    pub datum: Datum,
    /// What was agreed.
    pub invoer: Afspraakinvoer,
}

/// How an agreement ends, as somebody typed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Afspraakeinde {
    /// Which agreement.
    pub afspraak: AfspraakId,
    /// The result, or the reason why it is dropped.
    pub tekst: String,
}

/// Records what was agreed in the meeting of a day, once however often the button is pressed.
pub async fn record_afspraak(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    opdracht: &Afspraakopdracht,
) -> Result<Afspraak, OverlegError> {
    actor.require(Permission::OverlegVoorbereiden, tx.gemeente())?;
    let overleg = find(tx, opdracht.datum).await?;
    let id = AfspraakId::new(ids.next());
    let afspraak = Afspraak::try_new(id, &opdracht.invoer, overleg.datum)?;
    sturing::lock_overleg(tx, overleg.id).await?;
    let sinds = herhaling::since(now);
    if let Some(eerder) = sturing::find_zelfde_afspraak(tx, overleg.id, &afspraak, sinds).await? {
        return Ok(eerder);
    }
    sturing::insert_afspraak(tx, overleg.id, &afspraak, now).await?;
    record_audit(tx, actor, now, &overleg, &format!("afspraak {id}")).await?;
    Ok(afspraak)
}

/// Records that an agreement is done, and with what result.
pub async fn record_afspraak_afgerond(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    einde: &Afspraakeinde,
) -> Result<Afspraak, OverlegError> {
    let afspraak = load(tx, actor, einde.afspraak).await?;
    let afgerond = afspraak.finish(datum_in_nederland(now), &einde.tekst)?;
    store(tx, actor, now, afgerond, "afgerond").await
}

/// Records that an agreement is dropped, and why.
pub async fn record_afspraak_vervallen(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    einde: &Afspraakeinde,
) -> Result<Afspraak, OverlegError> {
    let afspraak = load(tx, actor, einde.afspraak).await?;
    let vervallen = afspraak.drop_it(datum_in_nederland(now), &einde.tekst)?;
    store(tx, actor, now, vervallen, "vervallen").await
}

async fn load(tx: &mut TenantTx, actor: &Actor, id: AfspraakId) -> Result<Afspraak, OverlegError> {
    actor.require(Permission::OverlegVoorbereiden, tx.gemeente())?;
    sturing::find_afspraak(tx, id)
        .await?
        .ok_or(OverlegError::Afwezig)
}

async fn store(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    afspraak: Afspraak,
    wat: &str,
) -> Result<Afspraak, OverlegError> {
    if !sturing::insert_afspraak_einde(tx, &afspraak, now).await? {
        return Err(OverlegGeweigerd::NietOpen.into());
    }
    let object = format!("afspraak {} {wat}", afspraak.id);
    audit::record(tx, actor, now, Handeling::Overleg, &object, None).await?;
    Ok(afspraak)
}
