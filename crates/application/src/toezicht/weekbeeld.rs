//! What happened in the last seven days, for the work list of the data protection officer.

use domain::bevoegdheid::{Actor, Permission};
use persistence::TenantTx;
use persistence::toezicht::{self, Weektelling};
use primitives::{Datum, Moment, begin_in_nederland, datum_in_nederland};

use super::ToezichtError;

/// Counts what people did with dossiers since seven days ago, and gives that day. Numbers only, so nothing is logged.
pub async fn load_weekbeeld(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
) -> Result<(Datum, Weektelling), ToezichtError> {
    actor.require(Permission::InzagelogLezen, tx.gemeente())?;
    let sinds = datum_in_nederland(now).saturating_sub(jiff::Span::new().days(6));
    let telling = toezicht::count_week(tx, begin_in_nederland(sinds)).await?;
    Ok((sinds, telling))
}
