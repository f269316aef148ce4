//! The history of the ladder.

use domain::bevoegdheid::Actor;
use domain::ontwikkeling::{Laddermeting, Meetstand};
use persistence::{TenantTx, ontwikkeling};
use primitives::{DossierId, Moment, datum_in_nederland};

use crate::dossier::{DossierError, Dossierhoofd, read_hoofd, record_read};

/// Where a resident stood and stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladderpagina {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// The measurements, the newest first.
    pub metingen: Vec<Laddermeting>,
    /// Whether it is time to measure again.
    pub meetstand: Meetstand,
}

/// The measurements of a resident.
pub async fn load_ladder(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
) -> Result<Ladderpagina, DossierError> {
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let metingen = ontwikkeling::list_metingen(tx, dossier).await?;
    record_read(tx, actor, now, &hoofd, "ontwikkeling").await?;
    let laatste = metingen.first().map(|meting| meting.datum);
    Ok(Ladderpagina {
        meetstand: Meetstand::on(laatste, datum_in_nederland(now)),
        hoofd,
        metingen,
    })
}
