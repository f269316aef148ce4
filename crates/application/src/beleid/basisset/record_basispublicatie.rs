//! Publishing a base as a numbered version, by a second person.

use domain::beleid::{Basishandeling, Basisset};
use domain::bevoegdheid::Actor;
use persistence::TenantTx;
use primitives::{BasissetId, Moment};

use super::BasisError;
use super::record_basisset::{load_eigen, record_handeling};

/// Records that a base is published: confirmed by somebody who wrote none of this version, for the text that he saw.
pub async fn record_basispublicatie(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    id: BasissetId,
    bewerking: u32,
) -> Result<Basisset, BasisError> {
    let set = load_eigen(tx, actor, id, bewerking).await?;
    record_handeling(tx, actor, now, set, Basishandeling::Gepubliceerd).await
}
