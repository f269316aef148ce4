//! The municipalities of the scheme, as pages and addresses need them on every request, and which of them this
//! program can serve now.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use persistence::{Db, DbError, PlatformTx, gemeente};
use primitives::{GemeenteCode, Moment};

use crate::Fout;

/// A municipality that joins or leaves is noticed within this time.
const ONTHOUDEN: Duration = Duration::from_mins(1);

/// A municipality as the shell of a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gemeentenaam {
    /// CBS code.
    pub code: GemeenteCode,
    /// Name, such as `Winterswijk`.
    pub naam: String,
    /// Main colour of its pages: `#0b5e54`.
    pub themakleur: String,
}

/// The municipalities that this installation serves, kept in memory and replaced as a whole.
#[derive(Clone, Debug, Default)]
pub struct Gemeenteregister(Arc<RwLock<Stand>>);

#[derive(Clone, Debug, Default)]
struct Stand {
    gelezen_op: Option<Moment>,
    gemeenten: Arc<[Gemeentenaam]>,
    achterstallig: Arc<[GemeenteCode]>,
}

impl Gemeenteregister {
    /// All municipalities by name, read again when what is in memory is a minute old.
    pub async fn load(&self, db: &Db, now: Moment) -> Result<Arc<[Gemeentenaam]>, DbError> {
        let stand = self.stand();
        if stand
            .gelezen_op
            .is_some_and(|sinds| now < sinds + ONTHOUDEN)
        {
            return Ok(stand.gemeenten);
        }
        let werk = async |tx: &mut PlatformTx| -> Result<_, DbError> {
            Ok((
                gemeente::list(tx).await?,
                gemeente::list_achterstallig(tx).await?,
            ))
        };
        let (rijen, achterstallig) = db.in_platform("list_gemeenten", werk).await?;
        let vandaag = primitives::datum_in_nederland(now);
        let gemeenten: Arc<[Gemeentenaam]> = rijen
            .into_iter()
            .filter(|g| g.uitgetreden_op.is_none_or(|dag| vandaag < dag))
            .map(|g| Gemeentenaam {
                code: g.code,
                naam: g.naam,
                themakleur: g.themakleur,
            })
            .collect();
        let nieuw = Stand {
            gelezen_op: Some(now),
            gemeenten: Arc::clone(&gemeenten),
            achterstallig: achterstallig.into(),
        };
        // Who panicked while writing left a whole value behind, so the poison says nothing.
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = nieuw;
        Ok(gemeenten)
    }

    /// The municipality with this code, as far as it is in memory.
    pub fn find(&self, code: GemeenteCode) -> Option<Gemeentenaam> {
        let stand = self.stand();
        stand.gemeenten.iter().find(|g| g.code == code).cloned()
    }

    /// Refuses with 503 a municipality whose schema, as far as it is in memory, this program does not support.
    pub fn require_bijgewerkt(&self, gemeente: &Gemeentenaam) -> Result<(), Fout> {
        if self.is_achterstallig(gemeente.code) {
            return Err(Fout::wordt_bijgewerkt(gemeente));
        }
        Ok(())
    }

    /// Whether the schema of a municipality, as far as it is in memory, misses a step of this program.
    pub fn is_achterstallig(&self, code: GemeenteCode) -> bool {
        self.stand().achterstallig.contains(&code)
    }

    fn stand(&self) -> Stand {
        self.0
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}
