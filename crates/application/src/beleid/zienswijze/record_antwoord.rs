//! Preparing the answer of the board to a council, and confirming it. Both run as execution, for one municipality.

use domain::beleid::zienswijze::{
    Antwoord, AntwoordInvoer, Beantwoording, Herinnering, Ingediend, Ontwerpakte, Ontwerphandeling,
};
use domain::bevoegdheid::{Actor, Permission};
use persistence::audit::{self, Handeling};
use persistence::beleid::zienswijze;
use persistence::{TenantTx, jobs};
use primitives::{IdGenerator, Moment, ZienswijzerondeId};

use super::ZienswijzeError;
use super::bericht::VerdeelZienswijzebericht;
use super::lezen::load_ronde;

/// The constraint on which two acts at once collide.
const AKTE: &str = "antwoordakte_pkey";

/// A text for the answer to a council.
#[derive(Clone, Copy, Debug)]
pub struct WijzigAntwoord<'a> {
    /// The round.
    pub ronde: ZienswijzerondeId,
    /// The version for which the form was opened; 0 where there was none.
    pub versie: u32,
    /// The text as typed.
    pub invoer: &'a AntwoordInvoer,
}

/// Records the first answer or a new one, unless a colleague wrote since the form was opened.
pub async fn record_antwoord(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: WijzigAntwoord<'_>,
) -> Result<Beantwoording, ZienswijzeError> {
    actor.require(Permission::ZienswijzerondeVoorbereiden, tx.gemeente())?;
    let ingediend = load_ingediend(tx, opdracht.ronde).await?;
    let eerder = zienswijze::find_antwoord(tx, opdracht.ronde).await?;
    if let Some(eerder) = &eerder {
        eerder.check_wijzigen()?;
        check_versie(eerder, opdracht.versie)?;
    }
    let reacties = opdracht.invoer.parse(ingediend.tekst.punten.len())?;
    let na = match eerder {
        None => Beantwoording::new(reacties, actor.into(), now),
        Some(eerder) => eerder.with(Ontwerpakte {
            handeling: Ontwerphandeling::Gewijzigd(reacties),
            door: actor.into(),
            op: now,
        })?,
    };
    store(tx, actor, now, opdracht.ronde, &na).await?;
    Ok(na)
}

/// Confirms the answer to a council, by somebody who wrote none of it. From then on every member reads it, and the council is
/// told so.
pub async fn record_vaststelling(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    (id, versie): (ZienswijzerondeId, u32),
) -> Result<Antwoord, ZienswijzeError> {
    let gemeente = tx.gemeente();
    actor.require(Permission::ZienswijzerondeVaststellen, gemeente)?;
    load_ingediend(tx, id).await?;
    let antwoord = zienswijze::find_antwoord(tx, id).await?;
    let antwoord = antwoord.ok_or(ZienswijzeError::Onbekend)?;
    antwoord.check_vaststellen(&actor.sub)?;
    check_versie(&antwoord, versie)?;
    let na = antwoord.with(Ontwerpakte {
        handeling: Ontwerphandeling::Bevestigd(()),
        door: actor.into(),
        op: now,
    })?;
    store(tx, actor, now, id, &na).await?;
    let vastgesteld = Antwoord {
        ronde: id,
        gemeente,
        reacties: na.tekst().iter().flatten().cloned().collect(),
        op: now,
    };
    zienswijze::insert_antwoord(tx, &vastgesteld).await?;
    let job = VerdeelZienswijzebericht {
        ronde: id,
        wanneer: Herinnering::Beantwoord,
        gemeente: Some(gemeente),
    };
    jobs::enqueue(tx, now, ids, &job).await?;
    Ok(vastgesteld)
}

/// What the council brought in, when it has points to answer in a round that was not taken back.
async fn load_ingediend(
    tx: &mut TenantTx,
    id: ZienswijzerondeId,
) -> Result<Ingediend, ZienswijzeError> {
    load_ronde(tx, id).await?.check_zienswijze()?;
    let ingediend = zienswijze::find_ingediend(tx, id).await?;
    ingediend
        .filter(|ingediend| !ingediend.tekst.punten.is_empty())
        .ok_or(ZienswijzeError::Onbekend)
}

fn check_versie(antwoord: &Beantwoording, gezien: u32) -> Result<(), ZienswijzeError> {
    if antwoord.versie() == gezien {
        Ok(())
    } else {
        let nu = Box::new(antwoord.clone());
        Err(ZienswijzeError::AntwoordVerouderd(nu))
    }
}

async fn store(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ronde: ZienswijzerondeId,
    na: &Beantwoording,
) -> Result<(), ZienswijzeError> {
    zienswijze::insert_antwoordakte(tx, ronde, na)
        .await
        .map_err(|fout| ZienswijzeError::of_akte(fout, AKTE))?;
    let soort = na.laatste().map(|akte| akte.handeling.code());
    let object = format!("antwoord in ronde {ronde}");
    audit::record(tx, actor, now, Handeling::Zienswijze, &object, soort).await?;
    Ok(())
}
