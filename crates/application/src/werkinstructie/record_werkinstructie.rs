//! Recording a work rule, or a next version of one.

use domain::beleid::Notatie;
use domain::bevoegdheid::{Actor, Permission};
use domain::werkinstructie::{Werkinstructie, WerkinstructieInvoer};
use persistence::audit::Handeling;
use persistence::{DbError, TenantTx, audit, werkinstructie};
use primitives::{IdGenerator, Moment, WerkinstructieId};

use super::WerkinstructieError;

/// A work rule as typed.
#[derive(Clone, Debug)]
pub struct RecordWerkinstructie<'a> {
    /// Which one gets a next version, and which version was seen; none for a new work rule.
    pub wijzigt: Option<(WerkinstructieId, u32)>,
    /// What was typed.
    pub invoer: &'a WerkinstructieInvoer,
    /// How it is written.
    pub notatie: Notatie,
}

/// Records a version with its audit row. A value is refused where state, council or college decide. Runs as
/// execution, in the municipality whose audit chain holds it.
pub async fn record_werkinstructie(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    opdracht: &RecordWerkinstructie<'_>,
) -> Result<WerkinstructieId, WerkinstructieError> {
    actor.require(Permission::WerkinstructieVastleggen, tx.gemeente())?;
    werkinstructie::lock_werkinstructies(tx).await?;
    let mut andere = werkinstructie::list_werkinstructies(tx).await?;
    let eerder = take_eerder(&mut andere, opdracht.wijzigt)?;
    let wie = (actor.into(), now);
    let versie = opdracht
        .invoer
        .parse(eerder.as_ref(), &andere, opdracht.notatie, wie)?;
    let id = eerder.map_or_else(|| WerkinstructieId::new(ids.next()), |eerder| eerder.id);
    werkinstructie::insert_versie(tx, id, &versie)
        .await
        .map_err(as_verouderd)?;
    let object = format!("werkinstructie {id}");
    let wat = format!("versie {}: {}", versie.nummer, versie.titel);
    audit::record(
        tx,
        actor,
        now,
        Handeling::Werkinstructie,
        &object,
        Some(&wat),
    )
    .await?;
    Ok(id)
}

/// Takes the work rule that is changed from among the others, if it is still the one that was seen.
fn take_eerder(
    andere: &mut Vec<Werkinstructie>,
    wijzigt: Option<(WerkinstructieId, u32)>,
) -> Result<Option<Werkinstructie>, WerkinstructieError> {
    let Some((id, gezien)) = wijzigt else {
        return Ok(None);
    };
    let plek = andere.iter().position(|instructie| instructie.id == id);
    let eerder = andere.swap_remove(plek.ok_or(WerkinstructieError::Onbekend)?);
    if eerder.laatste.nummer == gezien {
        Ok(Some(eerder))
    } else {
        Err(WerkinstructieError::Verouderd)
    }
}

fn as_verouderd(fout: DbError) -> WerkinstructieError {
    if fout.is_refused_by("werkinstructie_pkey") {
        WerkinstructieError::Verouderd
    } else {
        fout.into()
    }
}
