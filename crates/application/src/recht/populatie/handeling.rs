//! Starting, interrupting and resuming.

use domain::bevoegdheid::{Actor, Permission};
use domain::recht::populatie::{
    Gemeentestand, Gemeentevoortgang, Populatierun, Populatierunopdracht,
};
use persistence::audit::{self, Handeling};
use persistence::recht::populatie;
use persistence::{PlatformTx, TenantTx, jobs};
use primitives::{GemeenteCode, IdGenerator, Moment, PopulatierunId};

use super::{PopulatieError, RekenPopulatie};

/// A run to start.
#[derive(Clone, Copy, Debug)]
pub struct Startopdracht<'a> {
    /// What is asked.
    pub opdracht: &'a Populatierunopdracht,
    /// The municipalities that take part; those in which the actor may not are left out.
    pub gemeenten: &'a [GemeenteCode],
}

/// What somebody does to a run in a municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Populatiehandeling {
    /// Lets it begin.
    Start,
    /// Lets it stop after the batch that is being done.
    Onderbreking,
    /// Lets it go on after an interruption or a failure.
    Hervatting,
}

/// Starts a run: it waits in every municipality until [`record_handeling`] lets it begin there. Gives the run and its
/// municipalities.
pub async fn start_populatierun(
    tx: &mut PlatformTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    start: Startopdracht<'_>,
) -> Result<(PopulatierunId, Vec<GemeenteCode>), PopulatieError> {
    let recht = Permission::PopulatierunUitvoeren;
    actor.require_somewhere(recht)?;
    let mag = |code: &GemeenteCode| actor.may(recht, *code);
    let gemeenten: Vec<_> = start.gemeenten.iter().copied().filter(mag).collect();
    if gemeenten.is_empty() {
        return Err(PopulatieError::GeenGemeente);
    }
    let run = Populatierun {
        id: PopulatierunId::new(ids.next()),
        opdracht: start.opdracht.clone(),
        bekend_op: now,
        gestart_op: now,
        gestart_door_id: actor.sub.clone(),
        gestart_door: actor.naam.clone(),
    };
    populatie::insert_populatierun(tx, &run, &gemeenten).await?;
    Ok((run.id, gemeenten))
}

/// Does something to a run in this municipality, with its audit line and its job; whether there was anything to do.
/// Safe to repeat. Runs as execution.
pub async fn record_handeling(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    (run, handeling): (PopulatierunId, Populatiehandeling),
) -> Result<bool, PopulatieError> {
    actor.require(Permission::PopulatierunUitvoeren, tx.gemeente())?;
    let Some(voortgang) = populatie::lock_voortgang(tx, run).await? else {
        return Err(PopulatieError::Onbekend);
    };
    if !handeling.is_mogelijk(voortgang.stand) {
        return Ok(false);
    }
    let nieuw = Gemeentevoortgang {
        stand: handeling.stand(),
        fout: None,
        bijgewerkt_op: now,
        ..voortgang
    };
    populatie::update_voortgang(tx, run, &nieuw).await?;
    if handeling != Populatiehandeling::Onderbreking {
        jobs::enqueue(tx, now, ids, &RekenPopulatie { run }).await?;
    }
    let object = format!("populatierun {run}");
    let wat = Some(handeling.omschrijving());
    audit::record(tx, actor, now, Handeling::Berekening, &object, wat).await?;
    Ok(true)
}

impl Populatiehandeling {
    const fn is_mogelijk(self, stand: Gemeentestand) -> bool {
        match self {
            Self::Start => matches!(stand, Gemeentestand::Wacht),
            Self::Onderbreking => stand.is_te_onderbreken(),
            Self::Hervatting => stand.is_te_hervatten(),
        }
    }

    const fn stand(self) -> Gemeentestand {
        match self {
            Self::Start | Self::Hervatting => Gemeentestand::Wacht,
            Self::Onderbreking => Gemeentestand::Onderbroken,
        }
    }

    /// As the audit row and people read it.
    pub const fn omschrijving(self) -> &'static str {
        match self {
            Self::Start => "gestart",
            Self::Onderbreking => "onderbroken",
            Self::Hervatting => "hervat",
        }
    }
}
