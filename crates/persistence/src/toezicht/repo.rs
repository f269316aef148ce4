//! The log: filtered, the newest first, page by page. The role `…_toezicht` may read these columns and no others.

use std::collections::HashMap;

use diesel::expression::AsExpression;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Bool, Bytea, Record, Text, Timestamptz};
use diesel_async::RunQueryDsl;
use domain::dossier::Medewerker;
use domain::toezicht::{Activiteit, Inzagefilter, Inzagesoort, Inzagetijd};
use jiff_diesel::ToDiesel;
use primitives::{Moment, begin_in_nederland, einde_in_nederland};

use super::rows::{
    Inzagebladwijzer, Inzager, InzagerRow, Inzageregel, MedewerkerRow, VerwerkingRow, Weektelling,
};
use crate::schema::verwerking;
use crate::{DbError, TenantTx};

diesel::infix_operator!(KomtVoor, " < ");

/// Saturday, Sunday, before 7:00 and from 19:00, on the clock of the Netherlands.
macro_rules! buiten_kantooruren {
    () => {
        "(extract(isodow from verwerking.moment at time zone 'Europe/Amsterdam') > 5 \
          or extract(hour from verwerking.moment at time zone 'Europe/Amsterdam') not between 7 and 18)"
    };
}

/// The conditions of the question, for the list and for its count.
macro_rules! filter_by {
    ($query:expr, $filter:expr) => {{
        let mut query = $query;
        if let Some(dossier) = $filter.dossier {
            query = query.filter(verwerking::betrokkene.eq(dossier.uuid()));
        }
        if let Some(sub) = &$filter.medewerker {
            query = query.filter(
                diesel::dsl::sql::<Bool>(
                    "verwerking.trace in (select a.trace from audit a where a.actor = ",
                )
                .bind::<Text, _>(sub.clone())
                .sql(")"),
            );
        }
        if let Some(van) = $filter.van {
            query = query.filter(verwerking::moment.ge(begin_in_nederland(van).to_diesel()));
        }
        if let Some(tot) = $filter.tot_en_met {
            query = query.filter(verwerking::moment.le(einde_in_nederland(tot).to_diesel()));
        }
        query = match $filter.soort {
            Inzagesoort::Alles => query,
            Inzagesoort::Dossiers => {
                query.filter(verwerking::activiteit.ne(Activiteit::StatistiekVerwerken.uri()))
            }
            Inzagesoort::Alleen(een) => query.filter(verwerking::activiteit.eq(een.uri())),
        };
        match $filter.tijd {
            Inzagetijd::Altijd => query,
            Inzagetijd::BuitenKantooruren => {
                query.filter(diesel::dsl::sql::<Bool>(buiten_kantooruren!()))
            }
        }
    }};
}

/// At most `aantal` rows of the log, the newest first.
pub async fn list_inzage(
    tx: &mut TenantTx,
    filter: &Inzagefilter,
    na: Option<Inzagebladwijzer>,
    aantal: i64,
) -> Result<Vec<Inzageregel>, DbError> {
    let query = verwerking::table
        .select(VerwerkingRow::as_select())
        .order((verwerking::moment.desc(), verwerking::id.desc()))
        .limit(aantal)
        .into_boxed();
    let mut query = filter_by!(query, filter);
    if let Some(na) = na {
        query = query.filter(KomtVoor::new(
            place(verwerking::moment, verwerking::id),
            place(na.moment.to_diesel(), na.id),
        ));
    }
    let rows: Vec<VerwerkingRow> = query.load(tx.conn()).await?;
    let wie = load_inzagers(tx, &rows).await?;
    rows.into_iter()
        .map(|row| {
            let door = wie.get(&row.trace).cloned();
            row.done_by(door)
        })
        .collect()
}

/// How many rows there are, counted up to `max`.
pub async fn count_inzage(
    tx: &mut TenantTx,
    filter: &Inzagefilter,
    max: i64,
) -> Result<u64, DbError> {
    let query = verwerking::table
        .select(verwerking::id)
        .limit(max)
        .into_boxed();
    let ids: Vec<i64> = filter_by!(query, filter).load(tx.conn()).await?;
    Ok(u64::try_from(ids.len()).unwrap_or(u64::MAX))
}

/// Who did it, for each transaction. A transaction has one actor; its first audit row says what it was about.
async fn load_inzagers(
    tx: &mut TenantTx,
    rows: &[VerwerkingRow],
) -> Result<HashMap<Vec<u8>, Inzager>, DbError> {
    let mut traces: Vec<&[u8]> = rows.iter().map(|row| row.trace.as_slice()).collect();
    traces.sort_unstable();
    traces.dedup();
    let gevonden: Vec<InzagerRow> = sql_query(
        "select distinct on (trace) trace, actor, actor_naam, rollen, object from audit \
         where trace = any($1) order by trace, nummer",
    )
    .bind::<Array<Bytea>, _>(traces)
    .load(tx.conn())
    .await?;
    Ok(gevonden
        .into_iter()
        .map(|row| (row.trace.clone(), row.into()))
        .collect())
}

/// Everyone who did something here, by name, at most `aantal`; a name is the last one under which somebody worked.
///
/// Jumps through the index from employee to employee, so that it takes as long as there are employees, not rows.
pub async fn list_medewerkers(tx: &mut TenantTx, aantal: i64) -> Result<Vec<Medewerker>, DbError> {
    let rows: Vec<MedewerkerRow> = sql_query(
        "with recursive wie as ( \
           (select actor from audit order by actor limit 1) \
           union all \
           select (select a.actor from audit a where a.actor > wie.actor order by a.actor limit 1) \
           from wie where wie.actor is not null) \
         select wie.actor as sub, laatste.actor_naam as naam from wie cross join lateral \
           (select a.actor_naam from audit a where a.actor = wie.actor order by a.nummer desc limit 1) laatste \
         where wie.actor is not null order by lower(laatste.actor_naam), wie.actor limit $1",
    )
    .bind::<BigInt, _>(aantal)
    .load(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Medewerker::from).collect())
}

/// What people did with dossiers since `sinds`; monthly files do not count.
pub async fn count_week(tx: &mut TenantTx, sinds: Moment) -> Result<Weektelling, DbError> {
    Ok(sql_query(concat!(
        "select count(*) as inzagen, count(*) filter (where ",
        buiten_kantooruren!(),
        ") as buiten_kantooruren, \
           (select count(distinct a.actor) from audit a where a.trace in \
             (select v.trace from verwerking v where v.moment >= $1 and v.activiteit <> $2)) as medewerkers \
         from verwerking where verwerking.moment >= $1 and verwerking.activiteit <> $2"
    ))
    .bind::<Timestamptz, _>(sinds.to_diesel())
    .bind::<Text, _>(Activiteit::StatistiekVerwerken.uri())
    .get_result(tx.conn())
    .await?)
}

fn place<M, I>(
    moment: M,
    id: I,
) -> <(M, I) as AsExpression<Record<(Timestamptz, BigInt)>>>::Expression
where
    (M, I): AsExpression<Record<(Timestamptz, BigInt)>>,
{
    (moment, id).as_expression()
}
