//! Steps of the planning and control cycle that somebody said are done.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::beleid::Persoon;
use domain::beleid::zienswijze::{GedaneStap, Planstap};
use jiff_diesel::ToDiesel;

use crate::schema::zienswijzen::planstap;
use crate::{DbError, TenantTx};

/// Fifty years of four steps.
const STAPPEN_MAX: i64 = 200;

/// Stores that a step is done; false when it was stored before. Runs as execution.
pub async fn insert_planstap(
    tx: &mut TenantTx,
    gedaan: &GedaneStap,
    door: &Persoon,
) -> Result<bool, DbError> {
    let aantal = diesel::insert_into(planstap::table)
        .values((
            planstap::stap.eq(gedaan.stap.code()),
            planstap::jaar.eq(gedaan.jaar),
            planstap::gedaan_op.eq(gedaan.gedaan_op.to_diesel()),
            planstap::op.eq(gedaan.op.to_diesel()),
            planstap::door_id.eq(&door.sub),
            planstap::door.eq(&door.naam),
        ))
        .on_conflict_do_nothing()
        .execute(tx.conn())
        .await?;
    Ok(aantal == 1)
}

/// The steps that are done, the last year first.
pub async fn list_planstappen(tx: &mut TenantTx) -> Result<Vec<GedaneStap>, DbError> {
    type Rij = (String, i16, jiff_diesel::Date, jiff_diesel::Timestamp);
    let rijen: Vec<Rij> = planstap::table
        .order((planstap::jaar.desc(), planstap::stap))
        .limit(STAPPEN_MAX)
        .select((
            planstap::stap,
            planstap::jaar,
            planstap::gedaan_op,
            planstap::op,
        ))
        .load(tx.conn())
        .await?;
    let gedaan = |(stap, jaar, gedaan_op, op): Rij| {
        let stap = Planstap::from_code(&stap)
            .ok_or_else(|| DbError::inconsistent("planstap", "stap", jaar))?;
        Ok(GedaneStap {
            stap,
            jaar,
            gedaan_op: gedaan_op.to_jiff(),
            op: op.to_jiff(),
        })
    };
    rijen.into_iter().map(gedaan).collect()
}
