//! Writing the view of a council, and bringing it in. Both run as council of the own municipality.

use domain::beleid::Notatie;
use domain::beleid::zienswijze::{
    IndieningInvoer, Ingediend, Ontwerpakte, Ontwerphandeling, Zienswijze, ZienswijzeInvoer,
};
use domain::bevoegdheid::{Actor, Permission};
use persistence::TenantTx;
use persistence::audit::{self, Handeling};
use persistence::beleid::zienswijze;
use primitives::{Moment, ZienswijzerondeId, datum_in_nederland};

use super::ZienswijzeError;
use super::lezen::load_ronde;

/// The constraint on which two acts at once collide.
const AKTE: &str = "zienswijzeakte_pkey";

/// A text for the view of a council.
#[derive(Clone, Copy, Debug)]
pub struct WijzigZienswijze<'a> {
    /// The round.
    pub ronde: ZienswijzerondeId,
    /// The version for which the form was opened; 0 where there was none.
    pub versie: u32,
    /// The text as typed.
    pub invoer: &'a ZienswijzeInvoer,
}

/// Records the first text or a new one, unless a colleague wrote since the form was opened.
pub async fn record_zienswijze(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: WijzigZienswijze<'_>,
) -> Result<Zienswijze, ZienswijzeError> {
    actor.require(Permission::ZienswijzeVastleggen, tx.gemeente())?;
    load_ronde(tx, opdracht.ronde).await?.check_zienswijze()?;
    let eerder = zienswijze::find_zienswijze(tx, opdracht.ronde).await?;
    if let Some(eerder) = &eerder {
        eerder.check_wijzigen()?;
        check_versie(eerder, opdracht.versie)?;
    }
    let tekst = opdracht.invoer.parse()?;
    let na = match eerder {
        None => Zienswijze::new(tekst, actor.into(), now),
        Some(eerder) => eerder.with(Ontwerpakte {
            handeling: Ontwerphandeling::Gewijzigd(tekst),
            door: actor.into(),
            op: now,
        })?,
    };
    store(tx, actor, now, opdracht.ronde, &na).await?;
    Ok(na)
}

/// Brings in the view of a council with the decision by which it was adopted: confirmed by somebody who wrote none of it.
/// From then on every member reads it. After the last day it is recorded all the same.
pub async fn record_indiening(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    (id, versie): (ZienswijzerondeId, u32),
    (invoer, notatie): (&IndieningInvoer, Notatie),
) -> Result<Ingediend, ZienswijzeError> {
    let gemeente = tx.gemeente();
    actor.require(Permission::ZienswijzeVastleggen, gemeente)?;
    let ronde = load_ronde(tx, id).await?;
    ronde.check_zienswijze()?;
    let zienswijze = zienswijze::find_zienswijze(tx, id).await?;
    let zienswijze = zienswijze.ok_or(ZienswijzeError::Onbekend)?;
    zienswijze.check_bevestigen(&actor.sub)?;
    check_versie(&zienswijze, versie)?;
    let strekking = zienswijze.tekst().strekking;
    let besluit = invoer.parse(strekking, &ronde.kop, notatie, datum_in_nederland(now))?;
    let na = zienswijze.with(Ontwerpakte {
        handeling: Ontwerphandeling::Bevestigd(besluit.clone()),
        door: actor.into(),
        op: now,
    })?;
    store(tx, actor, now, id, &na).await?;
    let ingediend = Ingediend {
        ronde: id,
        gemeente,
        tekst: na.tekst().clone(),
        besluit,
        op: now,
    };
    zienswijze::insert_ingediend(tx, &ingediend).await?;
    Ok(ingediend)
}

fn check_versie(zienswijze: &Zienswijze, gezien: u32) -> Result<(), ZienswijzeError> {
    if zienswijze.versie() == gezien {
        Ok(())
    } else {
        let nu = Box::new(zienswijze.clone());
        Err(ZienswijzeError::ZienswijzeVerouderd(nu))
    }
}

async fn store(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ronde: ZienswijzerondeId,
    na: &Zienswijze,
) -> Result<(), ZienswijzeError> {
    zienswijze::insert_zienswijzeakte(tx, ronde, na)
        .await
        .map_err(|fout| ZienswijzeError::of_akte(fout, AKTE))?;
    let soort = na.laatste().map(|akte| akte.handeling.code());
    let object = format!("zienswijze op ronde {ronde}");
    audit::record(tx, actor, now, Handeling::Zienswijze, &object, soort).await?;
    Ok(())
}
