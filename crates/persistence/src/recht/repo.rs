//! Reading benefits in a month.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Timestamptz};
use diesel_async::RunQueryDsl;
use jiff_diesel::{Date, ToDiesel};
use primitives::{DossierId, Maand, Moment, UitkeringId};
use uuid::Uuid;

use super::Maanduitkering;
use super::rows::MaanduitkeringRow;
use crate::schema::maandregel;
use crate::{DbError, TenantTx};

/// Forty years of months.
const MAANDEN_MAX: i64 = 500;

/// Every benefit of algemene bijstand in a month, as known on `bekend_op`, in the order in which they began.
pub async fn list_maanduitkeringen(
    tx: &mut TenantTx,
    maand: Maand,
    bekend_op: Moment,
) -> Result<Vec<Maanduitkering>, DbError> {
    let rows: Vec<MaanduitkeringRow> = maandregel::table
        .filter(maandregel::maand.eq(maand.first_day().to_diesel()))
        .filter(maandregel::bekend_op.le(bekend_op.to_diesel()))
        .distinct_on((maandregel::uitkering, maandregel::inwoner))
        .order((
            maandregel::uitkering,
            maandregel::inwoner,
            maandregel::bekend_op.desc(),
        ))
        .select(MaanduitkeringRow::as_select())
        .load(tx.conn())
        .await?;
    gather(&rows)
}

/// A part of the benefits of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maandblad {
    /// The benefits of algemene bijstand, each as a whole.
    pub uitkeringen: Vec<Maanduitkering>,
    /// After which benefit the next part begins; none on the last part.
    pub verder: Option<UitkeringId>,
}

/// The benefits of algemene bijstand in a month, as known on `bekend_op`, after a benefit: those in the next
/// `regels` records. More records than two belong to no benefit, so each part goes on.
pub async fn list_maanduitkeringen_na(
    tx: &mut TenantTx,
    (maand, bekend_op): (Maand, Moment),
    na: Option<UitkeringId>,
    regels: i64,
) -> Result<Maandblad, DbError> {
    let vanaf = na.map_or(Uuid::nil(), UitkeringId::uuid);
    let mut rows: Vec<MaanduitkeringRow> = maandregel::table
        .filter(maandregel::maand.eq(maand.first_day().to_diesel()))
        .filter(maandregel::uitkering.gt(vanaf))
        .filter(maandregel::bekend_op.le(bekend_op.to_diesel()))
        .distinct_on((maandregel::uitkering, maandregel::inwoner))
        .order((
            maandregel::uitkering,
            maandregel::inwoner,
            maandregel::bekend_op.desc(),
        ))
        .limit(regels)
        .select(MaanduitkeringRow::as_select())
        .load(tx.conn())
        .await?;
    let is_vol = i64::try_from(rows.len()).unwrap_or(i64::MAX) >= regels;
    let laatste = rows.last().map(|row| row.uitkering).filter(|_| is_vol);
    // Another holder of the last benefit may come next: it waits for the next part.
    if let Some(laatste) = laatste {
        rows.retain(|row| row.uitkering != laatste);
    }
    let verder = rows.last().map(|row| UitkeringId::new(row.uitkering));
    Ok(Maandblad {
        uitkeringen: gather(&rows)?,
        verder: verder.filter(|_| is_vol),
    })
}

/// How many benefits of algemene bijstand a month holds, as known on `bekend_op`.
pub async fn count_maanduitkeringen(
    tx: &mut TenantTx,
    maand: Maand,
    bekend_op: Moment,
) -> Result<u32, DbError> {
    let geteld: Telling = sql_query(include_str!("count_maanduitkeringen.sql"))
        .bind::<diesel::sql_types::Date, _>(maand.first_day().to_diesel())
        .bind::<Timestamptz, _>(bekend_op.to_diesel())
        .get_result(tx.conn())
        .await?;
    u32::try_from(geteld.aantal).map_err(|_| DbError::inconsistent("maandregel", "maand", maand))
}

#[derive(QueryableByName)]
struct Telling {
    #[diesel(sql_type = BigInt)]
    aantal: i64,
}

/// The benefit of a resident in a month, or in the last month that holds one, as last known; and every month that
/// holds one, the newest first.
pub async fn find_maanduitkering(
    tx: &mut TenantTx,
    dossier: DossierId,
    maand: Option<Maand>,
) -> Result<(Option<Maanduitkering>, Vec<Maand>), DbError> {
    let rows: Vec<MaanduitkeringRow> = maandregel::table
        .filter(maandregel::inwoner.eq(dossier.uuid()))
        .distinct_on((maandregel::maand, maandregel::uitkering))
        .order((
            maandregel::maand.desc(),
            maandregel::uitkering,
            maandregel::bekend_op.desc(),
        ))
        .limit(MAANDEN_MAX)
        .select(MaanduitkeringRow::as_select())
        .load(tx.conn())
        .await?;
    let bijstand = || rows.iter().filter(|row| row.is_algemene_bijstand());
    let mut maanden: Vec<Maand> = bijstand()
        .map(|row| Maand::of(row.maand.to_jiff()))
        .collect();
    maanden.dedup();
    let is_gevraagd = |row: &&MaanduitkeringRow| {
        maand.is_none_or(|maand| maand.first_day() == row.maand.to_jiff())
    };
    let Some(gevonden) = bijstand().find(is_gevraagd) else {
        return Ok((None, maanden));
    };
    let houders = load_holders(tx, gevonden.maand, gevonden.uitkering).await?;
    Ok((gather(&houders)?.pop(), maanden))
}

/// The benefits of a resident in the months from `van` up to and including `tot_en_met`, as last known, the oldest
/// first; a month without algemene bijstand is left out.
pub async fn list_maanduitkeringen_of(
    tx: &mut TenantTx,
    dossier: DossierId,
    (van, tot_en_met): (Maand, Maand),
) -> Result<Vec<Maanduitkering>, DbError> {
    let eigen: Vec<(Date, Uuid)> = maandregel::table
        .filter(maandregel::inwoner.eq(dossier.uuid()))
        .filter(maandregel::maand.between(
            van.first_day().to_diesel(),
            tot_en_met.first_day().to_diesel(),
        ))
        .select((maandregel::maand, maandregel::uitkering))
        .distinct()
        .limit(MAANDEN_MAX)
        .load(tx.conn())
        .await?;
    let (maanden, uitkeringen): (Vec<_>, Vec<_>) = eigen.into_iter().unzip();
    let rows: Vec<MaanduitkeringRow> = maandregel::table
        .filter(maandregel::maand.eq_any(maanden))
        .filter(maandregel::uitkering.eq_any(uitkeringen))
        .distinct_on((
            maandregel::maand,
            maandregel::uitkering,
            maandregel::inwoner,
        ))
        .order((
            maandregel::maand,
            maandregel::uitkering,
            maandregel::inwoner,
            maandregel::bekend_op.desc(),
        ))
        .select(MaanduitkeringRow::as_select())
        .load(tx.conn())
        .await?;
    let mut alle = gather(&rows)?;
    // The same benefit may have had somebody else in another month.
    alle.retain(|uitkering| uitkering.dossiers.contains(&dossier));
    Ok(alle)
}

async fn load_holders(
    tx: &mut TenantTx,
    maand: Date,
    uitkering: Uuid,
) -> Result<Vec<MaanduitkeringRow>, DbError> {
    Ok(maandregel::table
        .filter(maandregel::maand.eq(maand))
        .filter(maandregel::uitkering.eq(uitkering))
        .distinct_on(maandregel::inwoner)
        .order((maandregel::inwoner, maandregel::bekend_op.desc()))
        .select(MaanduitkeringRow::as_select())
        .load(tx.conn())
        .await?)
}

/// Puts the records of one benefit together; they stand next to each other.
fn gather(rows: &[MaanduitkeringRow]) -> Result<Vec<Maanduitkering>, DbError> {
    let mut uitkeringen: Vec<Maanduitkering> = Vec::with_capacity(rows.len());
    for row in rows.iter().filter(|row| row.is_algemene_bijstand()) {
        match uitkeringen.last_mut() {
            Some(vorige) if row.is_of(vorige) => row.join(vorige)?,
            _ => uitkeringen.push(row.maanduitkering()?),
        }
    }
    Ok(uitkeringen)
}
