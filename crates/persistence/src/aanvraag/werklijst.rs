//! The applications that wait, in the order of their last day, by the index that holds only those.

use diesel::dsl::{count_star, min};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::aanvraag::Aanvraag;
use primitives::{AanvraagId, Datum};
use uuid::Uuid;

use super::repo::restore;
use super::rows::AanvraagRow;
use crate::schema::{aanvraag, aanvraagstand};
use crate::{DbError, TenantTx};

/// How an application stands while it waits for somebody: the condition of the index `aanvraagstand_wachtend`.
const WACHTEND: [&str; 6] = [
    "in-behandeling",
    "herstel",
    "opgeschort",
    "voorgesteld",
    "besloten",
    "geadviseerd",
];
/// How an application stands while it is not decided on.
const OPEN: [&str; 4] = ["in-behandeling", "herstel", "opgeschort", "voorgesteld"];

/// Where a page of the list ended: a last day and an application, nothing of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Werkbladwijzer {
    /// The last day; the end of time where there is none.
    pub volgorde: Datum,
    /// Which application.
    pub aanvraag: AanvraagId,
}

/// How many wait. Holds nobody's data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Werktelling {
    /// Everything that waits.
    pub wachtend: usize,
    /// The first last day of what is not decided on.
    pub eerste_termijn: Option<Datum>,
    /// Advances that are due on the day of counting or before.
    pub voorschotten: usize,
}

/// What waits after a bookmark, whose last day comes first on top, each with the bookmark that points after it.
pub async fn list_wachtend(
    tx: &mut TenantTx,
    na: Option<Werkbladwijzer>,
    hoogstens: i64,
) -> Result<Vec<(Aanvraag, Werkbladwijzer)>, DbError> {
    let mut query = aanvraag::table
        .inner_join(aanvraagstand::table)
        .filter(aanvraagstand::stand.eq_any(WACHTEND))
        .order((aanvraagstand::volgorde, aanvraagstand::aanvraag_id))
        .limit(hoogstens)
        .select((AanvraagRow::as_select(), aanvraagstand::volgorde))
        .into_boxed();
    if let Some(na) = na {
        let dag = jiff_diesel::Date::from(na.volgorde);
        let later = aanvraagstand::volgorde.gt(dag);
        let zelfde_dag = aanvraagstand::volgorde
            .eq(dag)
            .and(aanvraagstand::aanvraag_id.gt(na.aanvraag.uuid()));
        query = query.filter(later.or(zelfde_dag));
    }
    let rows: Vec<(AanvraagRow, jiff_diesel::Date)> = query.load(tx.conn()).await?;
    let (rows, dagen): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
    let aanvragen = restore(tx, rows).await?;
    let bladwijzer = |aanvraag: Aanvraag, dag: jiff_diesel::Date| {
        let bladwijzer = Werkbladwijzer {
            volgorde: dag.to_jiff(),
            aanvraag: aanvraag.kop().id,
        };
        (aanvraag, bladwijzer)
    };
    let paren = aanvragen.into_iter().zip(dagen);
    Ok(paren
        .map(|(aanvraag, dag)| bladwijzer(aanvraag, dag))
        .collect())
}

/// How many wait, counted on a day.
pub async fn count_wachtend(tx: &mut TenantTx, dag: Datum) -> Result<Werktelling, DbError> {
    let wachtend = aanvraagstand::table
        .filter(aanvraagstand::stand.eq_any(WACHTEND))
        .select(count_star())
        .first::<i64>(tx.conn())
        .await?;
    let eerste: Option<jiff_diesel::Date> = aanvraagstand::table
        .filter(aanvraagstand::stand.eq_any(OPEN))
        .select(min(aanvraagstand::termijn))
        .first(tx.conn())
        .await?;
    let voorschotten = aanvraagstand::table
        .filter(aanvraagstand::voorschot_op.le(jiff_diesel::Date::from(dag)))
        .select(count_star())
        .first::<i64>(tx.conn())
        .await?;
    Ok(Werktelling {
        wachtend: number(wachtend),
        eerste_termijn: eerste.map(jiff_diesel::Date::to_jiff),
        voorschotten: number(voorschotten),
    })
}

fn number(aantal: i64) -> usize {
    usize::try_from(aantal).unwrap_or_default()
}

/// The proposals that wait for who may decide, the first last day on top.
pub async fn list_voorgesteld(tx: &mut TenantTx, hoogstens: i64) -> Result<Vec<Aanvraag>, DbError> {
    let ids: Vec<Uuid> = aanvraagstand::table
        .filter(aanvraagstand::stand.eq("voorgesteld"))
        .order((aanvraagstand::volgorde, aanvraagstand::aanvraag_id))
        .limit(hoogstens)
        .select(aanvraagstand::aanvraag_id)
        .load(tx.conn())
        .await?;
    let rows: Vec<AanvraagRow> = aanvraag::table
        .filter(aanvraag::id.eq_any(ids))
        .select(AanvraagRow::as_select())
        .load(tx.conn())
        .await?;
    restore(tx, rows).await
}
