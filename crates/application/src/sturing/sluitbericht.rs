//! The message that a quarter is closed.

use persistence::jobs::Jobsoort;
use persistence::sturing::{self, Ontvanger, Sluitingakte};
use persistence::{DbError, TenantTx};
use primitives::{OntvangerId, SluitingId};
use serde::{Deserialize, Serialize};

/// The job of telling one receiver that a quarter is closed. Carries ids only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeldSluiting {
    /// Which closing.
    pub sluiting: SluitingId,
    /// Whom to tell.
    pub ontvanger: OntvangerId,
}

impl Jobsoort for MeldSluiting {
    const SOORT: &'static str = "meld_sluiting";

    fn uniek(&self) -> Option<String> {
        Some(format!(
            "{} {} {}",
            Self::SOORT,
            self.sluiting,
            self.ontvanger
        ))
    }
}

/// Everything that the message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sluitbericht {
    /// Whom to tell.
    pub ontvanger: Ontvanger,
    /// The name of the municipality.
    pub gemeente_naam: String,
    /// The closing, with the remarks.
    pub akte: Sluitingakte,
}

/// What to tell a receiver; none when the receiver was taken off the list meanwhile. Runs as commissioner.
pub async fn load_sluitbericht(
    tx: &mut TenantTx,
    job: &MeldSluiting,
) -> Result<Option<Sluitbericht>, DbError> {
    let ontvanger = sturing::find_ontvanger(tx, job.ontvanger).await?;
    let akte = sturing::find_sluiting_by_id(tx, job.sluiting).await?;
    let gemeente = tx.gemeente();
    let namen = sturing::list_gemeenten(tx).await?;
    let naam = namen.into_iter().find(|g| g.code == gemeente);
    Ok(ontvanger.zip(akte).map(|(ontvanger, akte)| Sluitbericht {
        ontvanger,
        gemeente_naam: naam.map_or_else(|| gemeente.to_string(), |g| g.naam),
        akte,
    }))
}
