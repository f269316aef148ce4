//! How far runs are, without personal data.

use domain::bevoegdheid::{Actor, Permission};
use domain::recht::populatie::{Gemeentevoortgang, Populatierun, Populatierunstand};
use persistence::recht::populatie;
use persistence::{DbError, PlatformTx, TenantTx};
use primitives::{GemeenteCode, Moment, PopulatierunId};

use super::PopulatieError;

/// A run with how far it is in the municipalities that the actor may follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Populatieoverzicht {
    /// The run.
    pub run: Populatierun,
    /// Its municipalities, in order of code.
    pub gemeenten: Vec<Gemeentevoortgang>,
}

impl Populatieoverzicht {
    /// How far the run is as a whole.
    pub fn stand(&self) -> Populatierunstand {
        Gemeentevoortgang::sum(&self.gemeenten)
    }
}

/// The newest runs; those without a municipality that the actor may follow are left out.
pub async fn list_populatieruns(
    tx: &mut PlatformTx,
    actor: &Actor,
) -> Result<Vec<Populatieoverzicht>, PopulatieError> {
    actor.require_somewhere(Permission::PopulatierunUitvoeren)?;
    let runs = populatie::list_populatieruns(tx).await?;
    let overzichten = gather(tx, actor, runs).await?;
    Ok(overzichten
        .into_iter()
        .filter(|overzicht| !overzicht.gemeenten.is_empty())
        .collect())
}

/// One run.
pub async fn load_populatierun(
    tx: &mut PlatformTx,
    actor: &Actor,
    id: PopulatierunId,
) -> Result<Populatieoverzicht, PopulatieError> {
    actor.require_somewhere(Permission::PopulatierunUitvoeren)?;
    let run = populatie::find_populatierun(tx, id).await?;
    let overzicht = gather(tx, actor, run.into_iter().collect()).await?.pop();
    overzicht
        .filter(|overzicht| !overzicht.gemeenten.is_empty())
        .ok_or(PopulatieError::Onbekend)
}

/// The newest runs in which this municipality takes part, for who works with its residents. Runs as execution.
pub async fn list_populatieruns_of(
    tx: &mut TenantTx,
    actor: &Actor,
) -> Result<Vec<Populatierun>, PopulatieError> {
    actor.require(Permission::DossierLezen, tx.gemeente())?;
    actor.require(Permission::RechtBerekenen, tx.gemeente())?;
    Ok(populatie::list_populatieruns_of(tx).await?)
}

/// Says that a run failed in a municipality, and why. Called by who does the work.
pub async fn record_mislukking(
    tx: &mut PlatformTx,
    now: Moment,
    waar: (PopulatierunId, GemeenteCode),
    fout: &str,
) -> Result<(), DbError> {
    populatie::record_mislukking(tx, now, waar, fout).await
}

async fn gather(
    tx: &mut PlatformTx,
    actor: &Actor,
    runs: Vec<Populatierun>,
) -> Result<Vec<Populatieoverzicht>, PopulatieError> {
    let ids: Vec<_> = runs.iter().map(|run| run.id).collect();
    let mut alle = populatie::list_voortgang(tx, &ids).await?;
    alle.retain(|(_, v)| actor.may(Permission::PopulatierunUitvoeren, v.gemeente));
    let overzicht = |run: Populatierun| {
        let eigen = alle.iter().filter(|(id, _)| *id == run.id);
        Populatieoverzicht {
            gemeenten: eigen.map(|(_, voortgang)| voortgang.clone()).collect(),
            run,
        }
    };
    Ok(runs.into_iter().map(overzicht).collect())
}
