//! The objections that wait, in the order of their last day, by the index that holds only those.

use diesel::dsl::{count_star, min};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::bezwaar::Bezwaar;
use primitives::{BezwaarId, Datum};

use super::repo::restore;
use super::rows::BezwaarRow;
use crate::schema::{bezwaar, bezwaarstand};
use crate::{DbError, TenantTx};

/// How an objection stands while it waits for somebody: the condition of the index `bezwaarstand_wachtend`.
const WACHTEND: [&str; 3] = ["in-behandeling", "herstel", "besloten"];

/// Where a page of the list ended: a last day and an objection, nothing of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bezwaarbladwijzer {
    /// The last day.
    pub termijn: Datum,
    /// Which objection.
    pub bezwaar: BezwaarId,
}

/// How many wait. Holds nobody's data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bezwaartelling {
    /// How many.
    pub aantal: usize,
    /// The first last day of those.
    pub eerste_termijn: Option<Datum>,
}

/// What waits after a bookmark, whose last day comes first on top.
pub async fn list_wachtend(
    tx: &mut TenantTx,
    na: Option<Bezwaarbladwijzer>,
    hoogstens: i64,
) -> Result<Vec<Bezwaar>, DbError> {
    let mut query = bezwaar::table
        .inner_join(bezwaarstand::table)
        .filter(bezwaarstand::stand.eq_any(WACHTEND))
        .order((bezwaarstand::termijn, bezwaarstand::bezwaar_id))
        .limit(hoogstens)
        .select(BezwaarRow::as_select())
        .into_boxed();
    if let Some(na) = na {
        let dag = jiff_diesel::Date::from(na.termijn);
        let zelfde_dag = bezwaarstand::termijn
            .eq(dag)
            .and(bezwaarstand::bezwaar_id.gt(na.bezwaar.uuid()));
        query = query.filter(
            bezwaarstand::termijn
                .gt(dag)
                .or(zelfde_dag)
                .assume_not_null(),
        );
    }
    let rows = query.load(tx.conn()).await?;
    restore(tx, rows).await
}

/// How many wait, and the first last day.
pub async fn count_wachtend(tx: &mut TenantTx) -> Result<Bezwaartelling, DbError> {
    let (aantal, eerste): (i64, Option<jiff_diesel::Date>) = bezwaarstand::table
        .filter(bezwaarstand::stand.eq_any(WACHTEND))
        .select((count_star(), min(bezwaarstand::termijn)))
        .first(tx.conn())
        .await?;
    Ok(Bezwaartelling {
        aantal: usize::try_from(aantal).unwrap_or_default(),
        eerste_termijn: eerste.map(jiff_diesel::Date::to_jiff),
    })
}
