//! Reading and adding decisions.

use diesel::dsl::exists;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::beleid::{
    Bekendmaking, Beleid, BeslotenWaarde, Besluit, Besluitakte, Besluitkop, Correctie, Herkomst,
    Orgaan, Persoon,
};
use jiff_diesel::ToDiesel;
use primitives::{BesluitId, Datum, Moment};

use super::rows::{
    BekendmakingRow, BesluitRow, GeldigRow, NewBekendmakingRow, NewBesluitRow, NewWaardeRow,
    WaardeRow, restore_besluit,
};
use crate::schema::{bekendmaking, besluit, parameterwaarde};
use crate::{DbError, TenantTx};

/// More values than any municipality decides in a lifetime.
const WAARDEN_MAX: i64 = 100_000;

/// Which decisions to list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Besluitfilter {
    /// Of this organ only.
    pub orgaan: Option<Orgaan>,
    /// With this text in number or title.
    pub zoek: Option<String>,
}

/// A place in the list of decisions: the last one that was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Besluitpositie {
    /// Day of the meeting.
    pub vergaderdatum: Datum,
    /// Id.
    pub id: BesluitId,
}

/// Adds a decision with its values and withdrawals.
pub async fn insert_besluit(
    tx: &mut TenantTx,
    nieuw: &Besluit,
    herkomst: &Herkomst,
    door: &Persoon,
    now: Moment,
) -> Result<(), DbError> {
    let kop = nieuw.kop();
    diesel::insert_into(besluit::table)
        .values(NewBesluitRow::new(kop, herkomst, door, now))
        .execute(tx.conn())
        .await?;
    let waarden = nieuw.waarden().iter().enumerate();
    let waarden = waarden.map(|(plek, waarde)| NewWaardeRow::new(kop, plek, waarde));
    let intrekkingen = nieuw.intrekkingen().iter().enumerate();
    let intrekkingen = intrekkingen.map(|(plek, i)| NewWaardeRow::withdrawal(kop, plek, i));
    let waarden: Vec<_> = waarden.chain(intrekkingen).collect();
    if !waarden.is_empty() {
        diesel::insert_into(parameterwaarde::table)
            .values(&waarden)
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

/// Adds the publication of a decision.
pub async fn insert_bekendmaking(
    tx: &mut TenantTx,
    kop: &Besluitkop,
    nieuw: &Bekendmaking,
    door: &Persoon,
    now: Moment,
) -> Result<(), DbError> {
    diesel::insert_into(bekendmaking::table)
        .values(NewBekendmakingRow::new(kop, nieuw, door, now))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Adds a correction of a value.
pub async fn insert_correctie(
    tx: &mut TenantTx,
    correctie: &Correctie,
    door: &str,
    now: Moment,
) -> Result<(), DbError> {
    diesel::insert_into(parameterwaarde::table)
        .values(NewWaardeRow::correction(correctie, door, now))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// A decision with its values, publication and corrections, if it is there.
pub async fn find_besluit(
    tx: &mut TenantTx,
    id: BesluitId,
) -> Result<Option<Besluitakte>, DbError> {
    let row: Option<BesluitRow> = besluit::table
        .find(id.uuid())
        .select(BesluitRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    let Some(row) = row else { return Ok(None) };
    Ok(load_aktes(tx, vec![row]).await?.pop())
}

/// Decisions, the latest meeting first, at most `aantal`, after a place in the list.
pub async fn list_besluiten(
    tx: &mut TenantTx,
    filter: &Besluitfilter,
    na: Option<Besluitpositie>,
    aantal: i64,
) -> Result<Vec<Besluitakte>, DbError> {
    let mut query = besluit::table.into_boxed();
    if let Some(orgaan) = filter.orgaan {
        query = query.filter(besluit::orgaan.eq(orgaan.code()));
    }
    if let Some(zoek) = &filter.zoek {
        let patroon = like_pattern(zoek);
        let gevonden = besluit::titel
            .ilike(patroon.clone())
            .or(besluit::nummer.ilike(patroon));
        query = query.filter(gevonden);
    }
    if let Some(na) = na {
        let dag = na.vergaderdatum.to_diesel();
        let verder = besluit::vergaderdatum.lt(dag).or(besluit::vergaderdatum
            .eq(dag)
            .and(besluit::id.lt(na.id.uuid())));
        query = query.filter(verder);
    }
    let rows: Vec<BesluitRow> = query
        .order((besluit::vergaderdatum.desc(), besluit::id.desc()))
        .limit(aantal)
        .select(BesluitRow::as_select())
        .load(tx.conn())
        .await?;
    load_aktes(tx, rows).await
}

/// The numbers that an organ used, in order.
pub async fn list_nummers(tx: &mut TenantTx, orgaan: Orgaan) -> Result<Vec<String>, DbError> {
    Ok(besluit::table
        .filter(besluit::orgaan.eq(orgaan.code()))
        .order(besluit::nummer)
        .limit(WAARDEN_MAX)
        .select(besluit::nummer)
        .load(tx.conn())
        .await?)
}

/// Decisions that were taken, set values and were not published yet, the one that should enter into force
/// first on top.
pub async fn list_onbekendgemaakt(
    tx: &mut TenantTx,
    aantal: i64,
) -> Result<Vec<Besluitakte>, DbError> {
    let rows: Vec<BesluitRow> = besluit::table
        .left_join(bekendmaking::table)
        .filter(besluit::aanvaard.eq(true))
        .filter(bekendmaking::besluit_id.is_null())
        .filter(exists(
            parameterwaarde::table.filter(parameterwaarde::besluit_id.eq(besluit::id)),
        ))
        .order((besluit::inwerkingtreding, besluit::id))
        .limit(aantal)
        .select(BesluitRow::as_select())
        .load(tx.conn())
        .await?;
    load_aktes(tx, rows).await
}

/// Every value that was ever published, with its corrections.
pub async fn load_beleid(tx: &mut TenantTx) -> Result<Beleid, DbError> {
    let gemeente = tx.gemeente();
    let rows: Vec<GeldigRow> = parameterwaarde::table
        .inner_join(besluit::table.inner_join(bekendmaking::table))
        .order(parameterwaarde::id)
        .limit(WAARDEN_MAX)
        .select((
            WaardeRow::as_select(),
            BesluitRow::as_select(),
            BekendmakingRow::as_select(),
        ))
        .load(tx.conn())
        .await?;
    let waarden: Result<Vec<_>, _> = rows
        .into_iter()
        .filter_map(|row| row.into_vastgesteld(gemeente).transpose())
        .collect();
    Ok(Beleid::new(waarden?))
}

async fn load_aktes(tx: &mut TenantTx, rows: Vec<BesluitRow>) -> Result<Vec<Besluitakte>, DbError> {
    let gemeente = tx.gemeente();
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let mut waarden: Vec<WaardeRow> = parameterwaarde::table
        .filter(parameterwaarde::besluit_id.eq_any(&ids))
        .order((
            parameterwaarde::bekend_op.asc().nulls_first(),
            parameterwaarde::volgnummer,
            parameterwaarde::id,
        ))
        .limit(WAARDEN_MAX)
        .select(WaardeRow::as_select())
        .load(tx.conn())
        .await?;
    let mut bekendmakingen: Vec<BekendmakingRow> = bekendmaking::table
        .filter(bekendmaking::besluit_id.eq_any(&ids))
        .order(bekendmaking::besluit_id)
        .limit(WAARDEN_MAX)
        .select(BekendmakingRow::as_select())
        .load(tx.conn())
        .await?;
    let mut aktes = Vec::with_capacity(rows.len());
    for row in rows {
        let eigen = |w: &mut WaardeRow| w.besluit_id == row.id;
        let (correcties, besloten): (Vec<_>, Vec<_>) = waarden
            .extract_if(.., eigen)
            .partition(WaardeRow::is_correctie);
        let (intrekkingen, besloten): (Vec<_>, Vec<_>) =
            besloten.into_iter().partition(WaardeRow::is_intrekking);
        let bekend = bekendmakingen
            .extract_if(.., |b| b.besluit_id == row.id)
            .next();
        let waarderijen = Waarderijen {
            besloten,
            intrekkingen,
            correcties,
        };
        aktes.push(restore_akte(row, waarderijen, bekend, gemeente)?);
    }
    Ok(aktes)
}

/// The rows of one decision by what they are.
struct Waarderijen {
    besloten: Vec<WaardeRow>,
    intrekkingen: Vec<WaardeRow>,
    correcties: Vec<WaardeRow>,
}

fn restore_akte(
    row: BesluitRow,
    rijen: Waarderijen,
    bekend: Option<BekendmakingRow>,
    gemeente: primitives::GemeenteCode,
) -> Result<Besluitakte, DbError> {
    let (vastgelegd_op, vastgelegd_door) = (row.vastgelegd_op, row.vastgelegd_door.clone());
    let herkomst = row.herkomst()?;
    let kop = row.into_kop(gemeente)?;
    let orgaan = kop.orgaan;
    let waarden: Vec<BeslotenWaarde> = rijen
        .besloten
        .into_iter()
        .map(WaardeRow::into_besloten)
        .collect::<Result<_, _>>()?;
    let intrekkingen = rijen
        .intrekkingen
        .into_iter()
        .map(WaardeRow::into_intrekking)
        .collect::<Result<_, _>>()?;
    let correcties = rijen
        .correcties
        .into_iter()
        .map(|rij| rij.into_correctie(orgaan))
        .collect::<Result<_, _>>()?;
    Ok(Besluitakte {
        besluit: restore_besluit(kop, waarden, intrekkingen, bekend)?,
        vastgelegd_op,
        vastgelegd_door,
        herkomst,
        correcties,
    })
}

/// The pattern that finds `zoek` anywhere, read as plain text.
fn like_pattern(zoek: &str) -> String {
    let mut patroon = String::with_capacity(zoek.len() + 2);
    patroon.push('%');
    for teken in zoek.chars() {
        if matches!(teken, '%' | '_' | '\\') {
            patroon.push('\\');
        }
        patroon.push(teken);
    }
    patroon.push('%');
    patroon
}
