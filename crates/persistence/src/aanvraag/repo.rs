//! Reading and adding applications; nothing is ever changed.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::aanvraag::{Aanvraag, Aanvraagakte, Brief};
use primitives::{AanvraagId, DossierId};
use uuid::Uuid;

use super::bevroren::{Berekening, Berekeningrij, read_brief, write_brief};
use super::rows::{AanvraagRow, AanvraagakteRow};
use crate::schema::{aanvraag, aanvraagakte, aanvraagberekening, beschikking};
use crate::{DbError, TenantTx};

/// More applications than one resident ever does.
const AANVRAGEN_MAX: i64 = 500;

/// Adds an application with its first act. A second one of the same day for the same is refused by `aanvraag_eenmaal`.
pub async fn insert_aanvraag(tx: &mut TenantTx, nieuw: &Aanvraag) -> Result<(), DbError> {
    diesel::insert_into(aanvraag::table)
        .values(AanvraagRow::from(nieuw))
        .execute(tx.conn())
        .await?;
    insert_akte(tx, nieuw).await
}

/// Adds the last act. Who acts on what he did not see is refused by the constraint `aanvraagakte_pkey`.
pub async fn insert_akte(tx: &mut TenantTx, aanvraag: &Aanvraag) -> Result<(), DbError> {
    diesel::insert_into(aanvraagakte::table)
        .values(AanvraagakteRow::last_of(aanvraag)?)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Freezes the calculation under the proposal or the advance that is the last act.
pub async fn insert_berekening(
    tx: &mut TenantTx,
    aanvraag: &Aanvraag,
    berekening: &Berekening,
) -> Result<(), DbError> {
    diesel::insert_into(aanvraagberekening::table)
        .values((
            aanvraagberekening::aanvraag_id.eq(aanvraag.kop().id.uuid()),
            aanvraagberekening::nummer.eq(last_number(aanvraag)?),
            aanvraagberekening::vraag.eq(&berekening.vraag),
            aanvraagberekening::antwoord.eq(&berekening.antwoord),
            aanvraagberekening::bekend_op.eq(jiff_diesel::Timestamp::from(berekening.bekend_op)),
            aanvraagberekening::hash.eq(berekening.hash()),
        ))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Keeps the letter of the decision that is the last act.
pub async fn insert_beschikking(
    tx: &mut TenantTx,
    aanvraag: &Aanvraag,
    brief: &Brief,
) -> Result<(), DbError> {
    let id = aanvraag.kop().id;
    let brief = write_brief("beschikking", id, brief)?;
    diesel::insert_into(beschikking::table)
        .values((
            beschikking::aanvraag_id.eq(id.uuid()),
            beschikking::nummer.eq(last_number(aanvraag)?),
            beschikking::voorstelnummer.eq(number_of(aanvraag, aanvraag.voorstelnummer())?),
            beschikking::brief.eq(brief),
        ))
        .execute(tx.conn())
        .await?;
    Ok(())
}

fn last_number(aanvraag: &Aanvraag) -> Result<i32, DbError> {
    number_of(aanvraag, u32::try_from(aanvraag.akten().len()).ok())
}

fn number_of(aanvraag: &Aanvraag, nummer: Option<u32>) -> Result<i32, DbError> {
    nummer
        .and_then(|nummer| i32::try_from(nummer).ok())
        .ok_or_else(|| DbError::inconsistent("aanvraagakte", "nummer", aanvraag.kop().id))
}

/// An application of a resident; none where there is no such one.
pub async fn find_aanvraag(
    tx: &mut TenantTx,
    dossier: DossierId,
    id: AanvraagId,
) -> Result<Option<Aanvraag>, DbError> {
    let row: Option<AanvraagRow> = aanvraag::table
        .find(id.uuid())
        .filter(aanvraag::inwoner.eq(dossier.uuid()))
        .select(AanvraagRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    Ok(restore(tx, row.into_iter().collect()).await?.pop())
}

/// The applications of a resident, the newest first.
pub async fn list_aanvragen(
    tx: &mut TenantTx,
    dossier: DossierId,
) -> Result<Vec<Aanvraag>, DbError> {
    let rows: Vec<AanvraagRow> = aanvraag::table
        .filter(aanvraag::inwoner.eq(dossier.uuid()))
        .order((aanvraag::ontvangen_op.desc(), aanvraag::id.desc()))
        .limit(AANVRAGEN_MAX)
        .select(AanvraagRow::as_select())
        .load(tx.conn())
        .await?;
    restore(tx, rows).await
}

/// The calculation under the act of a number.
pub async fn find_berekening(
    tx: &mut TenantTx,
    id: AanvraagId,
    nummer: u32,
) -> Result<Option<Berekening>, DbError> {
    let Ok(nummer) = i32::try_from(nummer) else {
        return Ok(None);
    };
    let row: Option<Berekeningrij> = aanvraagberekening::table
        .find((id.uuid(), nummer))
        .select((
            aanvraagberekening::vraag,
            aanvraagberekening::antwoord,
            aanvraagberekening::bekend_op,
        ))
        .first(tx.conn())
        .await
        .optional()?;
    Ok(row.map(Berekening::from))
}

/// The letter of a decision; none where nothing was decided.
pub async fn find_brief(tx: &mut TenantTx, id: AanvraagId) -> Result<Option<Brief>, DbError> {
    let brief: Option<serde_json::Value> = beschikking::table
        .find(id.uuid())
        .select(beschikking::brief)
        .first(tx.conn())
        .await
        .optional()?;
    read_brief("beschikking", id, brief)
}

/// Applications with their acts, in the order of the rows.
pub(super) async fn restore(
    tx: &mut TenantTx,
    rows: Vec<AanvraagRow>,
) -> Result<Vec<Aanvraag>, DbError> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let akten: Vec<AanvraagakteRow> = aanvraagakte::table
        .filter(aanvraagakte::aanvraag_id.eq_any(ids))
        .order((aanvraagakte::aanvraag_id, aanvraagakte::nummer))
        .select(AanvraagakteRow::as_select())
        .load(tx.conn())
        .await?;
    let mut per_aanvraag: HashMap<Uuid, Vec<Aanvraagakte>> = HashMap::new();
    for akte in akten {
        let id = akte.aanvraag_id;
        per_aanvraag.entry(id).or_default().push(akte.try_into()?);
    }
    rows.iter()
        .map(|row| {
            let akten = per_aanvraag.remove(&row.id).unwrap_or_default();
            Aanvraag::restore(row.kop()?, akten)
                .map_err(|_| DbError::inconsistent("aanvraagakte", "inhoud", row.id))
        })
        .collect()
}
