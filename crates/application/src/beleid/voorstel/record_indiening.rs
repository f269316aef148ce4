//! Submitting a proposal by a second person, and taking it back.

use domain::beleid::{RedenInvoer, Voorstel, Voorstelhandeling};
use domain::bevoegdheid::Actor;
use persistence::TenantTx;
use primitives::{Moment, VoorstelId};

use super::VoorstelError;
use super::handelen::{check_versie, load_eigen, record_handeling};

/// Records that a proposal goes to its organ: confirmed by somebody who wrote none of it, for the text that he saw.
pub async fn record_indiening(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    id: VoorstelId,
    versie: u32,
) -> Result<Voorstel, VoorstelError> {
    let voorstel = load_eigen(tx, actor, id).await?;
    voorstel.check_indienen(&actor.sub)?;
    check_versie(&voorstel, versie)?;
    record_handeling(tx, actor, now, voorstel, Voorstelhandeling::Ingediend).await
}

/// Records that who prepared a proposal takes it back.
pub async fn record_intrekking(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    id: VoorstelId,
    invoer: &RedenInvoer,
) -> Result<Voorstel, VoorstelError> {
    let voorstel = load_eigen(tx, actor, id).await?;
    voorstel.check_intrekken(&actor.sub)?;
    let reden = invoer.parse()?;
    let handeling = Voorstelhandeling::Ingetrokken { reden };
    record_handeling(tx, actor, now, voorstel, handeling).await
}
