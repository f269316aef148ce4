//! What a run found in a municipality: sums, and the households to look at.

use domain::bevoegdheid::{Actor, Permission};
use domain::recht::populatie::{Populatierun, Signaal};
use persistence::TenantTx;
use persistence::recht::populatie::{self, Populatiestand, Uitzonderingregel};
use persistence::verwerking::{self, Activiteit};
use primitives::{DossierId, Moment, PopulatierunId, UitkeringId};

use super::PopulatieError;

/// Rows of one page.
const REGELS: i64 = 20;
/// More exceptions than any municipality has households.
const LIJST_MAX: i64 = 50_000;

/// Which exceptions are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uitzonderingvraag {
    /// Of which run.
    pub run: PopulatierunId,
    /// With this reason only.
    pub signaal: Option<Signaal>,
    /// After this benefit.
    pub na: Option<UitkeringId>,
}

/// What a run found, with a page of exceptions.
#[derive(Clone, PartialEq, Eq)]
pub struct Populatiepagina {
    /// The run.
    pub run: Populatierun,
    /// The sums so far; none before it was begun here.
    pub stand: Option<Populatiestand>,
    /// The exceptions of the page.
    pub regels: Vec<Uitzonderingregel>,
    /// After which benefit the next page begins; none on the last.
    pub volgende: Option<UitkeringId>,
}

/// What a run found in this municipality. The processing log gets a row for everyone shown. Runs as execution.
pub async fn load_populatieresultaat(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    vraag: &Uitzonderingvraag,
) -> Result<Populatiepagina, PopulatieError> {
    let (run, mut regels) = load(tx, actor, now, vraag, REGELS + 1).await?;
    let is_vol = regels.len() > usize::try_from(REGELS).unwrap_or(usize::MAX);
    if is_vol {
        regels.pop();
    }
    let laatste = regels.last().map(|regel| regel.uitzondering.uitkering);
    Ok(Populatiepagina {
        stand: populatie::find_populatiesom(tx, run.id).await?,
        run,
        regels,
        volgende: laatste.filter(|_| is_vol),
    })
}

/// Every exception, for a file. The processing log gets a row for everyone in it. Runs as execution.
pub async fn load_uitzonderingenlijst(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    vraag: &Uitzonderingvraag,
) -> Result<(Populatierun, Vec<Uitzonderingregel>), PopulatieError> {
    load(tx, actor, now, vraag, LIJST_MAX).await
}

async fn load(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    vraag: &Uitzonderingvraag,
    aantal: i64,
) -> Result<(Populatierun, Vec<Uitzonderingregel>), PopulatieError> {
    actor.require(Permission::DossierLezen, tx.gemeente())?;
    actor.require(Permission::RechtBerekenen, tx.gemeente())?;
    // A run in which this municipality takes no part is no run here.
    let runs = populatie::list_populatieruns_of(tx).await?;
    let run = runs.into_iter().find(|run| run.id == vraag.run);
    let run = run.ok_or(PopulatieError::Onbekend)?;
    let Uitzonderingvraag { signaal, na, .. } = *vraag;
    let regels = populatie::list_uitzonderingen(tx, run.id, signaal, na, aantal).await?;
    let getoond: Vec<DossierId> = regels.iter().map(|r| r.uitzondering.dossier).collect();
    let object = format!("uitzonderingen van populatierun {}", run.id);
    let activiteit = Activiteit::RechtBerekenen;
    verwerking::record_raadpleging(tx, actor, now, activiteit, &object, &getoond).await?;
    Ok((run, regels))
}
