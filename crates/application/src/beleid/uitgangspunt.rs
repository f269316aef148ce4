//! What surrounds a decision when it is judged: what was published before, and the areas of the municipality.

use domain::beleid::{Beleid, Notatie, Omgeving, catalogus};
use domain::gemeente::Gebied;
use persistence::{DbError, TenantTx, beleid, gemeente};
use primitives::{GemeenteCode, Moment, datum_in_nederland};

/// What a decision builds on.
#[derive(Debug)]
pub(crate) struct Uitgangspunt {
    gemeente: GemeenteCode,
    pub(crate) beleid: Beleid,
    pub(crate) gebieden: Vec<Gebied>,
}

impl Uitgangspunt {
    /// Reads it for the municipality of the transaction.
    pub(crate) async fn load(tx: &mut TenantTx) -> Result<Self, DbError> {
        Ok(Self {
            gemeente: tx.gemeente(),
            beleid: beleid::load_beleid(tx).await?,
            gebieden: gemeente::list_gebieden(tx).await?,
        })
    }

    /// The surroundings of what was typed in a notation, on the day of a moment.
    pub(crate) fn omgeving(&self, now: Moment, notatie: Notatie) -> Omgeving<'_> {
        Omgeving {
            catalogus: catalogus(),
            beleid: &self.beleid,
            gemeente: self.gemeente,
            gebieden: &self.gebieden,
            vandaag: datum_in_nederland(now),
            notatie,
        }
    }
}
