//! Recording advice or a view on a proposal, and the answer of the college.

use domain::beleid::{InbrengInvoer, Notatie, ReactieInvoer, Voorstel, Voorstelhandeling};
use domain::bevoegdheid::Actor;
use persistence::TenantTx;
use primitives::{Moment, VoorstelId, datum_in_nederland};

use super::VoorstelError;
use super::handelen::{load_eigen, record_handeling};

/// Records what the participation council advised (Participatiewet art. 47 onder a), or a view.
pub async fn record_inbreng(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    id: VoorstelId,
    (invoer, notatie): (&InbrengInvoer, Notatie),
) -> Result<Voorstel, VoorstelError> {
    let voorstel = load_eigen(tx, actor, id).await?;
    voorstel.check_inbreng()?;
    let inbreng = invoer.parse(notatie, datum_in_nederland(now))?;
    let handeling = Voorstelhandeling::Inbreng(inbreng);
    record_handeling(tx, actor, now, voorstel, handeling).await
}

/// Records what the college answered to act `nummer`.
pub async fn record_reactie(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    (id, nummer): (VoorstelId, u32),
    (invoer, notatie): (&ReactieInvoer, Notatie),
) -> Result<Voorstel, VoorstelError> {
    let voorstel = load_eigen(tx, actor, id).await?;
    voorstel.check_reactie(nummer)?;
    let reactie = invoer.parse(nummer, notatie, datum_in_nederland(now))?;
    let handeling = Voorstelhandeling::Reactie(reactie);
    record_handeling(tx, actor, now, voorstel, handeling).await
}
