//! Taking over the staffing of a municipality from a file.

use domain::bevoegdheid::{Actor, Permission};
use domain::formatie::{Formatiebestand, decide_overname};
use persistence::{TenantTx, formatie};
use primitives::Moment;

use super::FormatieError;
use super::record_formatie::insert;
use crate::statistiek::Wijze;

/// What a file of staffing did, or would do when it was only tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Formatieverslag {
    /// Steps that were not known.
    pub nieuw: usize,
    /// Steps that say what was known.
    pub gelijk: usize,
}

/// Takes over the steps of a file, all or nothing; the same file again changes nothing. Runs as execution.
pub async fn record_formatiebestand(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    bestand: &Formatiebestand,
    wijze: Wijze,
) -> Result<Formatieverslag, FormatieError> {
    actor.require(Permission::FormatieVastleggen, tx.gemeente())?;
    formatie::lock_overname(tx).await?;
    let bekend = formatie::list_stappen(tx).await?;
    let nieuw = decide_overname(bestand.regels(), &bekend, now)?;
    if wijze == Wijze::Definitief {
        for stap in &nieuw {
            insert(tx, actor, now, stap).await?;
        }
    }
    Ok(Formatieverslag {
        nieuw: nieuw.len(),
        gelijk: bestand.regels().len() - nieuw.len(),
    })
}
