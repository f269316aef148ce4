//! Giving a resident a name.

use domain::bevoegdheid::{Actor, Permission};
use domain::statistiek::Naam;
use persistence::audit::{self, Handeling};
use persistence::verwerking::{self, Activiteit};
use persistence::{TenantTx, dossier};
use primitives::{DossierId, Moment};

use super::error::DossierError;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naamopdracht {
    /// Of whom.
    pub dossier: DossierId,
    /// The name.
    pub naam: Naam,
}

/// Records the name of a resident, which the statutory records do not carry.
pub async fn record_naam(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: &Naamopdracht,
) -> Result<(), DossierError> {
    actor.require(Permission::DossierBijwerken, tx.gemeente())?;
    if !dossier::update_naam(tx, opdracht.dossier, &opdracht.naam).await? {
        return Err(DossierError::NietGevonden);
    }
    let object = format!("dossier {}", opdracht.dossier);
    audit::record(
        tx,
        actor,
        now,
        Handeling::Dossier,
        &object,
        Some("naam vastgelegd"),
    )
    .await?;
    verwerking::record(tx, now, Activiteit::DossierBijwerken, &[opdracht.dossier]).await?;
    Ok(())
}
