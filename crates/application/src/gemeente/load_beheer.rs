//! How the platform stands.

use domain::bevoegdheid::{Actor, Permission};
use persistence::gemeente::Gemeente;
use persistence::jobs::{MislukteJob, Telling};
use persistence::{PlatformTx, gemeente, jobs};

use super::BeheerError;

/// What who runs the platform must know.
#[derive(Clone, Debug)]
pub struct Beheerbeeld {
    /// The municipalities, in order of name.
    pub gemeenten: Vec<Gemeente>,
    /// How many jobs wait and how many failed for good.
    pub wachtrij: Telling,
    /// Jobs that failed for good, the oldest first.
    pub mislukt: Vec<MislukteJob>,
}

/// Reads the registry and the queue.
pub async fn load_beheer(tx: &mut PlatformTx, actor: &Actor) -> Result<Beheerbeeld, BeheerError> {
    actor.require_somewhere(Permission::PlatformBeheren)?;
    Ok(Beheerbeeld {
        gemeenten: gemeente::list(tx).await?,
        wachtrij: jobs::count(tx).await?,
        mislukt: jobs::list_failed(tx).await?,
    })
}
