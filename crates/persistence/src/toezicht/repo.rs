//! The log: filtered, the newest first, page by page. The role `…_toezicht` may read these columns and no others.

use std::collections::HashMap;

use diesel::dsl::sql;
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
    Inzagebladwijzer, Inzager, InzagerRow, Inzageregel, LijstRow, MedewerkerRow, VerwerkingRow,
    Weektelling,
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
        if let Some(lijst) = &$filter.lijst {
            query = query.filter(verwerking::trace.eq(lijst.trace().to_vec()));
        }
        if let Some(dossier) = $filter.dossier {
            query = query.filter(verwerking::betrokkene.eq(dossier.uuid()));
        }
        if let Some(sub) = &$filter.medewerker {
            query = query.filter(
                sql::<Bool>("verwerking.trace in (select a.trace from audit a where a.actor = ")
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
            Inzagesoort::Dossiers => query
                .filter(verwerking::activiteit.ne(Activiteit::StatistiekVerwerken.uri()))
                .filter(verwerking::activiteit.ne(Activiteit::InwonersZoeken.uri())),
            Inzagesoort::Lijsten => {
                query.filter(verwerking::activiteit.eq(Activiteit::InwonersZoeken.uri()))
            }
            Inzagesoort::Alleen(een) => query.filter(verwerking::activiteit.eq(een.uri())),
        };
        match $filter.tijd {
            Inzagetijd::Altijd => query,
            Inzagetijd::BuitenKantooruren => query.filter(sql::<Bool>(buiten_kantooruren!())),
        }
    }};
}

/// Rows of the log, the newest first.
macro_rules! select_newest {
    ($aantal:expr) => {
        verwerking::table
            .select(VerwerkingRow::as_select())
            .order((verwerking::moment.desc(), verwerking::id.desc()))
            .limit($aantal)
            .into_boxed()
    };
}

/// Those behind a bookmark.
macro_rules! behind {
    ($na:expr) => {
        KomtVoor::new(
            place(verwerking::moment, verwerking::id),
            place($na.moment.to_diesel(), $na.id),
        )
    };
}

/// Of the persons of one use, the last one only; of one that was asked for, the last time in that use.
macro_rules! one_per_use {
    ($query:expr, $filter:expr) => {{
        let later = "not exists (select from verwerking later where later.trace = verwerking.trace \
                     and later.activiteit = verwerking.activiteit and later.id > verwerking.id";
        match $filter.dossier {
            Some(dossier) => $query.filter(
                sql::<Bool>(later)
                    .sql(" and later.betrokkene = ")
                    .bind::<diesel::sql_types::Uuid, _>(dossier.uuid())
                    .sql(")"),
            ),
            None => $query.filter(sql::<Bool>(later).sql(")")),
        }
    }};
}

/// At most `aantal` rows of the log, the newest first; what was seen of several persons at a time is one row. The
/// persons of one list, when that is asked for, are a row each.
pub async fn list_inzage(
    tx: &mut TenantTx,
    filter: &Inzagefilter,
    na: Option<Inzagebladwijzer>,
    aantal: i64,
) -> Result<Vec<Inzageregel>, DbError> {
    if filter.lijst.is_some() {
        return list_inzage_per_persoon(tx, filter, na, aantal).await;
    }
    let mut query = one_per_use!(filter_by!(select_newest!(aantal), filter), filter);
    if let Some(na) = na {
        query = query.filter(behind!(na));
    }
    let rows: Vec<VerwerkingRow> = query.load(tx.conn()).await?;
    let aantallen = count_personen(tx, &rows).await?;
    restore(tx, rows, &aantallen).await
}

/// The same, with a row for each person.
pub async fn list_inzage_per_persoon(
    tx: &mut TenantTx,
    filter: &Inzagefilter,
    na: Option<Inzagebladwijzer>,
    aantal: i64,
) -> Result<Vec<Inzageregel>, DbError> {
    let mut query = filter_by!(select_newest!(aantal), filter);
    if let Some(na) = na {
        query = query.filter(behind!(na));
    }
    let rows: Vec<VerwerkingRow> = query.load(tx.conn()).await?;
    restore(tx, rows, &HashMap::new()).await
}

/// How many rows [`list_inzage`] has on all its pages, counted up to `max`.
pub async fn count_inzage(
    tx: &mut TenantTx,
    filter: &Inzagefilter,
    max: i64,
) -> Result<u64, DbError> {
    let query = verwerking::table
        .select(verwerking::id)
        .limit(max)
        .into_boxed();
    let mut query = filter_by!(query, filter);
    if filter.lijst.is_none() {
        query = one_per_use!(query, filter);
    }
    let ids: Vec<i64> = query.load(tx.conn()).await?;
    Ok(u64::try_from(ids.len()).unwrap_or(u64::MAX))
}

/// How many persons each use was of, by transaction and activity.
async fn count_personen(
    tx: &mut TenantTx,
    rows: &[VerwerkingRow],
) -> Result<HashMap<(Vec<u8>, String), i64>, DbError> {
    let geteld: Vec<LijstRow> = sql_query(
        "select trace, activiteit, count(distinct betrokkene) as aantal from verwerking \
         where trace = any($1) group by trace, activiteit",
    )
    .bind::<Array<Bytea>, _>(traces_of(rows))
    .load(tx.conn())
    .await?;
    Ok(geteld
        .into_iter()
        .map(|row| ((row.trace, row.activiteit), row.aantal))
        .collect())
}

/// Adds who it was to each row.
async fn restore(
    tx: &mut TenantTx,
    rows: Vec<VerwerkingRow>,
    aantallen: &HashMap<(Vec<u8>, String), i64>,
) -> Result<Vec<Inzageregel>, DbError> {
    let wie = load_inzagers(tx, &rows).await?;
    rows.into_iter()
        .map(|row| {
            let door = wie.get(&row.trace).cloned();
            let welke = (row.trace.clone(), row.activiteit.clone());
            row.done_by(door, aantallen.get(&welke).copied().unwrap_or(1))
        })
        .collect()
}

fn traces_of(rows: &[VerwerkingRow]) -> Vec<&[u8]> {
    let mut traces: Vec<&[u8]> = rows.iter().map(|row| row.trace.as_slice()).collect();
    traces.sort_unstable();
    traces.dedup();
    traces
}

/// Who did it, for each transaction. A transaction has one actor; its first audit row says what it was about.
async fn load_inzagers(
    tx: &mut TenantTx,
    rows: &[VerwerkingRow],
) -> Result<HashMap<Vec<u8>, Inzager>, DbError> {
    let gevonden: Vec<InzagerRow> = sql_query(
        "select distinct on (trace) trace, actor, actor_naam, rollen, object from audit \
         where trace = any($1) order by trace, nummer",
    )
    .bind::<Array<Bytea>, _>(traces_of(rows))
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

/// What people did with dossiers and lists since `sinds`, each use counted once; monthly files do not count.
pub async fn count_week(tx: &mut TenantTx, sinds: Moment) -> Result<Weektelling, DbError> {
    Ok(sql_query(concat!(
        "with gebruik as ( \
           select distinct trace, activiteit, activiteit = $3 as is_lijst, ",
        buiten_kantooruren!(),
        " as is_buiten from verwerking where moment >= $1 and activiteit <> $2) \
         select count(*) filter (where not is_lijst) as dossiers, \
           count(*) filter (where not is_lijst and is_buiten) as dossiers_buiten_kantooruren, \
           count(*) filter (where is_lijst) as lijsten, \
           count(*) filter (where is_lijst and is_buiten) as lijsten_buiten_kantooruren, \
           (select count(distinct a.actor) from audit a where a.trace in (select g.trace from gebruik g)) \
             as medewerkers \
         from gebruik"
    ))
    .bind::<Timestamptz, _>(sinds.to_diesel())
    .bind::<Text, _>(Activiteit::StatistiekVerwerken.uri())
    .bind::<Text, _>(Activiteit::InwonersZoeken.uri())
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
