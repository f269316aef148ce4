//! Reading benefits in a month.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use jiff_diesel::{Date, ToDiesel};
use primitives::{DossierId, Maand, Moment};
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
