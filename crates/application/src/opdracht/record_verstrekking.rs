//! Giving an assignment to the organisation.

use domain::bevoegdheid::{Actor, Permission};
use domain::opdracht::Opdracht;
use persistence::{TenantTx, opdracht};
use primitives::Moment;

use super::OpdrachtError;
use super::lezen::{Opdrachtjaar, check_jaar};
use super::record_concept::insert_last;

/// Records that the college gives the last draft of a year, as the confirmer saw it: `gezien` is the number of that
/// draft. Who wrote on it is refused. Runs as college.
pub async fn record_verstrekking(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    jaar: Opdrachtjaar,
    gezien: u32,
) -> Result<Opdracht, OpdrachtError> {
    actor.require(Permission::OpdrachtVerstrekken, tx.gemeente())?;
    check_jaar(jaar)?;
    let eerder = opdracht::load_opdracht(tx, jaar).await?;
    eerder.check_verstrekken(&actor.sub)?;
    if eerder.laatste_nummer() != gezien {
        return Err(OpdrachtError::Verouderd);
    }
    let verstrekt = eerder.give(actor.into(), now)?;
    insert_last(tx, actor, now, &verstrekt).await?;
    Ok(verstrekt)
}
