//! The table `bedrijf.formatie`.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::formatie::{BekendeStap, Doelgroep, Formatieregel, Formatiestap, Fte, Functie};
use jiff_diesel::ToDiesel;
use primitives::Moment;
use rust_decimal::Decimal;

use crate::db::Slot;
use crate::schema::sturing::formatie;
use crate::{DbError, TenantTx};

/// No municipality has more steps than this.
const STAPPEN_MAX: i64 = 2_000;

type StapRow = (String, String, jiff_diesel::Date, Decimal);

/// The staffing of this municipality as known on a moment.
pub async fn list_regels(
    tx: &mut TenantTx,
    bekend_op: Moment,
) -> Result<Vec<Formatieregel>, DbError> {
    let rows: Vec<StapRow> = formatie::table
        .filter(formatie::gemeente.eq(tx.gemeente().to_string()))
        .filter(formatie::bekend_op.le(bekend_op.to_diesel()))
        .distinct_on((formatie::functie, formatie::doelgroep, formatie::van))
        .order((
            formatie::functie,
            formatie::doelgroep,
            formatie::van,
            formatie::bekend_op.desc(),
        ))
        .limit(STAPPEN_MAX)
        .select((
            formatie::functie,
            formatie::doelgroep,
            formatie::van,
            formatie::fte,
        ))
        .load(tx.conn())
        .await?;
    let stappen = rows.into_iter().map(restore).collect::<Result<_, _>>()?;
    Ok(Formatieregel::from_stappen(stappen))
}

/// Waits until no other staffing of this municipality is taken over, and holds the place until the transaction ends.
pub async fn lock_overname(tx: &mut TenantTx) -> Result<(), DbError> {
    Slot::Formatie.take(tx).await
}

/// Every step that was ever recorded for this municipality, corrected ones included.
pub async fn list_stappen(tx: &mut TenantTx) -> Result<Vec<BekendeStap>, DbError> {
    let rows: Vec<(StapRow, jiff_diesel::Timestamp)> = formatie::table
        .filter(formatie::gemeente.eq(tx.gemeente().to_string()))
        .order((
            formatie::functie,
            formatie::doelgroep,
            formatie::van,
            formatie::bekend_op,
        ))
        .limit(STAPPEN_MAX)
        .select((
            (
                formatie::functie,
                formatie::doelgroep,
                formatie::van,
                formatie::fte,
            ),
            formatie::bekend_op,
        ))
        .load(tx.conn())
        .await?;
    rows.into_iter()
        .map(|(row, bekend_op)| {
            Ok(BekendeStap {
                stap: restore(row)?,
                bekend_op: bekend_op.to_jiff(),
            })
        })
        .collect()
}

/// Stores that from a day on so many posts of one kind work for this municipality.
pub async fn insert_stap(
    tx: &mut TenantTx,
    stap: &Formatiestap,
    door: &str,
    bekend_op: Moment,
) -> Result<(), DbError> {
    let fte = stap.fte.map_or(Decimal::ZERO, Fte::decimal);
    diesel::insert_into(formatie::table)
        .values((
            formatie::gemeente.eq(tx.gemeente().to_string()),
            formatie::functie.eq(stap.functie.sleutel()),
            formatie::doelgroep.eq(stap.doelgroep.sleutel()),
            formatie::van.eq(stap.van.to_diesel()),
            formatie::bekend_op.eq(bekend_op.to_diesel()),
            formatie::fte.eq(fte),
            formatie::vastgelegd_door.eq(door),
        ))
        .execute(tx.conn())
        .await?;
    Ok(())
}

fn restore((functie, doelgroep, van, fte): StapRow) -> Result<Formatiestap, DbError> {
    let inconsistent = |kolom| DbError::inconsistent("formatie", kolom, &functie);
    let aantal = if fte.is_zero() {
        None
    } else {
        Some(Fte::try_new(fte).map_err(|_| inconsistent("fte"))?)
    };
    Ok(Formatiestap {
        functie: Functie::from_sleutel(&functie).ok_or_else(|| inconsistent("functie"))?,
        doelgroep: Doelgroep::from_sleutel(&doelgroep).ok_or_else(|| inconsistent("doelgroep"))?,
        van: van.to_jiff(),
        fte: aantal,
    })
}
