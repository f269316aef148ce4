//! Opening a round, and ending it. The round is of all members; the audit line of opening and ending stands in the chain
//! of the municipality for which the actor works, and the opening in that of every other member as well.

use domain::beleid::Notatie;
use domain::beleid::zienswijze::{EindeInvoer, Herinnering, Ronde, RondeInvoer, Rondeeinde};
use domain::bevoegdheid::{Actor, Permission};
use persistence::audit::{self, Handeling};
use persistence::beleid::zienswijze;
use persistence::{TenantTx, jobs};
use primitives::{IdGenerator, Moment, ZienswijzerondeId, datum_in_nederland};

use super::ZienswijzeError;
use super::bericht::VerdeelZienswijzebericht;
use super::lezen::{load_beeld, load_ronde};

/// Opens a round, and has every moment at which members are told of it done by the queue. Runs as execution.
pub async fn record_ronde(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    (invoer, notatie): (&RondeInvoer, Notatie),
) -> Result<Ronde, ZienswijzeError> {
    actor.require(Permission::ZienswijzerondeVoorbereiden, tx.gemeente())?;
    let id = ZienswijzerondeId::new(ids.next());
    let ronde = Ronde::new(invoer.parse(id, notatie)?, actor.into(), now);
    zienswijze::insert_ronde(tx, &ronde).await?;
    record_audit(tx, actor, now, &ronde, "geopend").await?;
    for (wanneer, moment) in Herinnering::list_for(&ronde, now) {
        let job = VerdeelZienswijzebericht {
            ronde: id,
            wanneer,
            gemeente: None,
        };
        jobs::enqueue(tx, moment, ids, &job).await?;
    }
    Ok(ronde)
}

/// Finishes a round with the list of decisions, when every point of every council has an answer. Runs as execution.
pub async fn record_afronding(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    id: ZienswijzerondeId,
    invoer: &EindeInvoer,
) -> Result<Ronde, ZienswijzeError> {
    actor.require(Permission::ZienswijzerondeVaststellen, tx.gemeente())?;
    let beeld = load_beeld(tx, id).await?;
    let (standen, vandaag) = (beeld.gemeentestanden(), datum_in_nederland(now));
    beeld.ronde.check_afronden(&standen, vandaag)?;
    let einde = einde(actor, now, invoer)?;
    let ronde = beeld.ronde.record_afgerond(&standen, vandaag, einde)?;
    store_einde(tx, actor, now, ronde).await
}

/// Takes a round back, for a reason. Runs as execution.
pub async fn record_ronde_ingetrokken(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    id: ZienswijzerondeId,
    invoer: &EindeInvoer,
) -> Result<Ronde, ZienswijzeError> {
    actor.require(Permission::ZienswijzerondeVaststellen, tx.gemeente())?;
    let ronde = load_ronde(tx, id).await?;
    ronde.check_lopend()?;
    let ronde = ronde.record_ingetrokken(einde(actor, now, invoer)?)?;
    store_einde(tx, actor, now, ronde).await
}

fn einde(actor: &Actor, now: Moment, invoer: &EindeInvoer) -> Result<Rondeeinde, ZienswijzeError> {
    Ok(Rondeeinde {
        tekst: invoer.parse()?,
        op: now,
        door: actor.into(),
    })
}

async fn store_einde(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ronde: Ronde,
) -> Result<Ronde, ZienswijzeError> {
    if !zienswijze::insert_ronde_einde(tx, &ronde).await? {
        return Err(ZienswijzeError::Tegelijk);
    }
    record_audit(tx, actor, now, &ronde, ronde.stand.code()).await?;
    Ok(ronde)
}

async fn record_audit(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ronde: &Ronde,
    wat: &str,
) -> Result<(), ZienswijzeError> {
    let object = format!("zienswijzeronde {} {wat}", ronde.kop.id);
    let titel = Some(ronde.kop.titel.as_str());
    audit::record(tx, actor, now, Handeling::Zienswijze, &object, titel).await?;
    Ok(())
}
