//! The acts of a view and of an answer, each in a table of its own that only one side may read.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::beleid::Persoon;
use domain::beleid::zienswijze::{Beantwoording, Ontwerp, Ontwerpakte, Zienswijze};
use jiff_diesel::ToDiesel;
use primitives::ZienswijzerondeId;
use serde_json::Value;

use super::inhoud::{Inhoud, json_of, parse_handeling};
use crate::schema::zienswijzen::{antwoordakte, zienswijzeakte};
use crate::{DbError, TenantTx};

/// More acts than any text has.
const AKTEN_MAX: i64 = 1_000;

/// The columns of an act, of either table.
type Akterij = (String, Value, jiff_diesel::Timestamp, String, String);

/// The view of this municipality's council on a round, with every act. Runs as council.
pub async fn find_zienswijze(
    tx: &mut TenantTx,
    ronde: ZienswijzerondeId,
) -> Result<Option<Zienswijze>, DbError> {
    let rijen: Vec<Akterij> = zienswijzeakte::table
        .filter(zienswijzeakte::ronde_id.eq(ronde.uuid()))
        .order(zienswijzeakte::nummer)
        .limit(AKTEN_MAX)
        .select((
            zienswijzeakte::soort,
            zienswijzeakte::inhoud,
            zienswijzeakte::op,
            zienswijzeakte::door_id,
            zienswijzeakte::door,
        ))
        .load(tx.conn())
        .await?;
    restore("zienswijzeakte", ronde, rijen)
}

/// Adds the last act of a view. Who acts on what he did not see is refused by the constraint `zienswijzeakte_pkey`.
pub async fn insert_zienswijzeakte(
    tx: &mut TenantTx,
    ronde: ZienswijzerondeId,
    zienswijze: &Zienswijze,
) -> Result<(), DbError> {
    let (nummer, akte) = last_of("zienswijzeakte", ronde, zienswijze)?;
    diesel::insert_into(zienswijzeakte::table)
        .values((
            zienswijzeakte::ronde_id.eq(ronde.uuid()),
            zienswijzeakte::nummer.eq(nummer),
            zienswijzeakte::soort.eq(akte.handeling.code()),
            zienswijzeakte::inhoud.eq(json_of(&akte.handeling)),
            zienswijzeakte::op.eq(akte.op.to_diesel()),
            zienswijzeakte::door_id.eq(&akte.door.sub),
            zienswijzeakte::door.eq(&akte.door.naam),
        ))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The answer of the board to this municipality's council, with every act. Runs as execution.
pub async fn find_antwoord(
    tx: &mut TenantTx,
    ronde: ZienswijzerondeId,
) -> Result<Option<Beantwoording>, DbError> {
    let rijen: Vec<Akterij> = antwoordakte::table
        .filter(antwoordakte::ronde_id.eq(ronde.uuid()))
        .order(antwoordakte::nummer)
        .limit(AKTEN_MAX)
        .select((
            antwoordakte::soort,
            antwoordakte::inhoud,
            antwoordakte::op,
            antwoordakte::door_id,
            antwoordakte::door,
        ))
        .load(tx.conn())
        .await?;
    restore("antwoordakte", ronde, rijen)
}

/// Adds the last act of an answer. Who acts on what he did not see is refused by the constraint `antwoordakte_pkey`.
pub async fn insert_antwoordakte(
    tx: &mut TenantTx,
    ronde: ZienswijzerondeId,
    antwoord: &Beantwoording,
) -> Result<(), DbError> {
    let (nummer, akte) = last_of("antwoordakte", ronde, antwoord)?;
    diesel::insert_into(antwoordakte::table)
        .values((
            antwoordakte::ronde_id.eq(ronde.uuid()),
            antwoordakte::nummer.eq(nummer),
            antwoordakte::soort.eq(akte.handeling.code()),
            antwoordakte::inhoud.eq(json_of(&akte.handeling)),
            antwoordakte::op.eq(akte.op.to_diesel()),
            antwoordakte::door_id.eq(&akte.door.sub),
            antwoordakte::door.eq(&akte.door.naam),
        ))
        .execute(tx.conn())
        .await?;
    Ok(())
}

fn last_of<'a, T, B>(
    tabel: &'static str,
    ronde: ZienswijzerondeId,
    ontwerp: &'a Ontwerp<T, B>,
) -> Result<(i32, &'a Ontwerpakte<T, B>), DbError> {
    let nummer = i32::try_from(ontwerp.akten().len()).ok();
    nummer
        .zip(ontwerp.akten().last())
        .ok_or_else(|| DbError::inconsistent(tabel, "nummer", ronde))
}

fn restore<T: Inhoud + Clone, B: Inhoud>(
    tabel: &'static str,
    ronde: ZienswijzerondeId,
    rijen: Vec<Akterij>,
) -> Result<Option<Ontwerp<T, B>>, DbError> {
    if rijen.is_empty() {
        return Ok(None);
    }
    let inconsistent = |kolom| DbError::inconsistent(tabel, kolom, ronde);
    let akte = |(soort, inhoud, op, sub, naam): Akterij| {
        Ok(Ontwerpakte {
            handeling: parse_handeling(&soort, inhoud).map_err(|_| inconsistent("inhoud"))?,
            door: Persoon { sub, naam },
            op: op.to_jiff(),
        })
    };
    let akten = rijen.into_iter().map(akte);
    let akten = akten.collect::<Result<Vec<_>, DbError>>()?;
    let ontwerp = Ontwerp::restore(akten).map_err(|_| inconsistent("soort"))?;
    Ok(Some(ontwerp))
}
