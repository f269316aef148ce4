//! The applications that wait, in the order of their last day, by the index that holds only those.

use diesel::dsl::{count_star, min};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Text};
use diesel_async::RunQueryDsl;
use domain::aanvraag::Aanvraag;
use domain::beleid::Persoon;
use domain::bevoegdheid::Rol;
use primitives::{AanvraagId, Datum};

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

#[derive(QueryableByName)]
struct Telling {
    #[diesel(sql_type = BigInt)]
    aantal: i64,
}

/// How many proposals wait that somebody with these roles may decide on by the register, on a day. What the domain asks of a
/// proposal besides (`Aanvraag::decide`: the four weeks in which it can be left untreated) is judged on its page.
pub async fn count_te_beslissen(
    tx: &mut TenantTx,
    door: &Persoon,
    rollen: &[Rol],
    dag: Datum,
) -> Result<usize, DbError> {
    count_by_register(
        tx,
        include_str!("count_te_beslissen.sql"),
        door,
        rollen,
        dag,
    )
    .await
}

/// Asks one of the counts that read the register: `$1` the roles in order, `$2` the day, `$3` the person.
pub(crate) async fn count_by_register(
    tx: &mut TenantTx,
    sql: &str,
    door: &Persoon,
    rollen: &[Rol],
    dag: Datum,
) -> Result<usize, DbError> {
    let rollen: Vec<&str> = rollen.iter().map(|rol| rol.claim()).collect();
    let geteld: Telling = sql_query(sql)
        .bind::<Array<Text>, _>(rollen)
        .bind::<diesel::sql_types::Date, _>(jiff_diesel::Date::from(dag))
        .bind::<Text, _>(&door.sub)
        .get_result(tx.conn())
        .await?;
    Ok(number(geteld.aantal))
}
