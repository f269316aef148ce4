//! Reading and adding reviews; nothing is ever changed.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::aanvraag::Brief;
use domain::beleid::Persoon;
use domain::bevoegdheid::Rol;
use domain::herziening::{Herzieningsakte, Herzieningszaak};
use primitives::{BezwaarId, Datum, DossierId, HerzieningId};
use uuid::Uuid;

use super::rows::{HerzieningRow, HerzieningakteRow};
use crate::aanvraag::{Berekening, Berekeningrij, count_by_register, read_brief, write_brief};
use crate::schema::{herziening, herzieningakte, herzieningsberekening, herzieningsbesluit};
use crate::{DbError, TenantTx};

/// More reviews than one resident ever has.
const HERZIENINGEN_MAX: i64 = 200;
/// The reviews that wait for a second person.
const VOORGESTELD_MAX: i64 = 500;

/// Adds a review with its first act.
pub async fn insert_herziening(tx: &mut TenantTx, zaak: &Herzieningszaak) -> Result<(), DbError> {
    diesel::insert_into(herziening::table)
        .values(HerzieningRow::from(zaak))
        .execute(tx.conn())
        .await?;
    insert_akte(tx, zaak).await
}

/// Adds the last act. Who acts on what he did not see is refused by the constraint `herzieningakte_pkey`.
pub async fn insert_akte(tx: &mut TenantTx, zaak: &Herzieningszaak) -> Result<(), DbError> {
    diesel::insert_into(herzieningakte::table)
        .values(HerzieningakteRow::last_of(zaak)?)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Freezes the calculation under the proposal that is the last act.
pub async fn insert_berekening(
    tx: &mut TenantTx,
    zaak: &Herzieningszaak,
    berekening: &Berekening,
) -> Result<(), DbError> {
    diesel::insert_into(herzieningsberekening::table)
        .values((
            herzieningsberekening::herziening_id.eq(zaak.kop().id.uuid()),
            herzieningsberekening::nummer.eq(voorstelnummer(zaak)?),
            herzieningsberekening::vraag.eq(&berekening.vraag),
            herzieningsberekening::antwoord.eq(&berekening.antwoord),
            herzieningsberekening::bekend_op.eq(jiff_diesel::Timestamp::from(berekening.bekend_op)),
            herzieningsberekening::hash.eq(berekening.hash()),
        ))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Keeps the letter of the decision that is the last act.
pub async fn insert_besluit(
    tx: &mut TenantTx,
    zaak: &Herzieningszaak,
    brief: &Brief,
) -> Result<(), DbError> {
    let id = zaak.kop().id;
    let brief = write_brief("herzieningsbesluit", id, brief)?;
    let nummer = i32::try_from(zaak.akten().len())
        .map_err(|_| DbError::inconsistent("herzieningakte", "nummer", id))?;
    diesel::insert_into(herzieningsbesluit::table)
        .values((
            herzieningsbesluit::herziening_id.eq(id.uuid()),
            herzieningsbesluit::nummer.eq(nummer),
            herzieningsbesluit::voorstelnummer.eq(voorstelnummer(zaak)?),
            herzieningsbesluit::brief.eq(brief),
        ))
        .execute(tx.conn())
        .await?;
    Ok(())
}

fn voorstelnummer(zaak: &Herzieningszaak) -> Result<i32, DbError> {
    zaak.find_voorsteller()
        .and_then(|(nummer, _)| i32::try_from(nummer).ok())
        .ok_or_else(|| DbError::inconsistent("herzieningakte", "nummer", zaak.kop().id))
}

/// A review of a resident; none where there is no such one.
pub async fn find_herziening(
    tx: &mut TenantTx,
    dossier: DossierId,
    id: HerzieningId,
) -> Result<Option<Herzieningszaak>, DbError> {
    let row: Option<HerzieningRow> = herziening::table
        .find(id.uuid())
        .filter(herziening::inwoner.eq(dossier.uuid()))
        .select(HerzieningRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    Ok(restore(tx, row.into_iter().collect()).await?.pop())
}

/// The reviews of a resident, the newest first.
pub async fn list_herzieningen(
    tx: &mut TenantTx,
    dossier: DossierId,
) -> Result<Vec<Herzieningszaak>, DbError> {
    let rows: Vec<HerzieningRow> = herziening::table
        .filter(herziening::inwoner.eq(dossier.uuid()))
        .order(herziening::id.desc())
        .limit(HERZIENINGEN_MAX)
        .select(HerzieningRow::as_select())
        .load(tx.conn())
        .await?;
    restore(tx, rows).await
}

/// The last review of the months in an objection; none where there is none.
pub async fn find_in_bezwaar(
    tx: &mut TenantTx,
    bezwaar: BezwaarId,
) -> Result<Option<Herzieningszaak>, DbError> {
    let row: Option<HerzieningRow> = herziening::table
        .filter(herziening::bezwaar_id.eq(bezwaar.uuid()))
        .order(herziening::id.desc())
        .select(HerzieningRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    Ok(restore(tx, row.into_iter().collect()).await?.pop())
}

/// The reviews that wait for a decision, the oldest first.
pub async fn list_voorgesteld(tx: &mut TenantTx) -> Result<Vec<Herzieningszaak>, DbError> {
    let later = diesel::alias!(herzieningakte as later);
    let is_laatste = diesel::dsl::not(diesel::dsl::exists(
        later.filter(
            later
                .field(herzieningakte::herziening_id)
                .eq(herzieningakte::herziening_id)
                .and(
                    later
                        .field(herzieningakte::nummer)
                        .gt(herzieningakte::nummer),
                ),
        ),
    ));
    let rows: Vec<HerzieningRow> = herziening::table
        .inner_join(herzieningakte::table)
        .filter(herzieningakte::stand.eq("voorgesteld"))
        .filter(is_laatste)
        .order(herziening::id)
        .limit(VOORGESTELD_MAX)
        .select(HerzieningRow::as_select())
        .load(tx.conn())
        .await?;
    restore(tx, rows).await
}

/// How many proposed reviews wait that somebody with these roles may decide on by the register, on a day.
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

/// The calculation under the last proposal.
pub async fn find_berekening(
    tx: &mut TenantTx,
    zaak: &Herzieningszaak,
) -> Result<Option<Berekening>, DbError> {
    let row: Option<Berekeningrij> = herzieningsberekening::table
        .filter(herzieningsberekening::herziening_id.eq(zaak.kop().id.uuid()))
        .order(herzieningsberekening::nummer.desc())
        .select((
            herzieningsberekening::vraag,
            herzieningsberekening::antwoord,
            herzieningsberekening::bekend_op,
        ))
        .first(tx.conn())
        .await
        .optional()?;
    Ok(row.map(Berekening::from))
}

/// The letter of a decision; none where nothing was decided.
pub async fn find_brief(tx: &mut TenantTx, id: HerzieningId) -> Result<Option<Brief>, DbError> {
    let brief: Option<serde_json::Value> = herzieningsbesluit::table
        .find(id.uuid())
        .select(herzieningsbesluit::brief)
        .first(tx.conn())
        .await
        .optional()?;
    read_brief("herzieningsbesluit", id, brief)
}

/// Reviews with their acts, in the order of the rows.
async fn restore(
    tx: &mut TenantTx,
    rows: Vec<HerzieningRow>,
) -> Result<Vec<Herzieningszaak>, DbError> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let akten: Vec<HerzieningakteRow> = herzieningakte::table
        .filter(herzieningakte::herziening_id.eq_any(ids))
        .order((herzieningakte::herziening_id, herzieningakte::nummer))
        .select(HerzieningakteRow::as_select())
        .load(tx.conn())
        .await?;
    let mut per_zaak: HashMap<Uuid, Vec<Herzieningsakte>> = HashMap::new();
    for akte in akten {
        per_zaak
            .entry(akte.herziening_id)
            .or_default()
            .push(akte.try_into()?);
    }
    rows.iter()
        .map(|row| {
            let akten = per_zaak.remove(&row.id).unwrap_or_default();
            Herzieningszaak::restore(row.kop(), akten)
                .map_err(|_| DbError::inconsistent("herzieningakte", "inhoud", row.id))
        })
        .collect()
}
