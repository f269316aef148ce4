//! Reading and adding objections; nothing is ever changed.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::aanvraag::Brief;
use domain::bezwaar::{Bestredenbesluit, Bezwaar, Bezwaarakte};
use primitives::{BezwaarId, DossierId};
use uuid::Uuid;

use super::rows::{BezwaarRow, BezwaarakteRow};
use crate::aanvraag::{Berekening, Berekeningrij, read_brief, write_brief};
use crate::schema::{bezwaar, bezwaarakte, bezwaarberekening, bezwaarbesluit};
use crate::{DbError, TenantTx};

/// More objections than anybody makes to one decision.
const BEZWAREN_MAX: i64 = 100;

/// Adds an objection with its first act. Who did not see another one to the same decision is refused by
/// `bezwaar_aanvraag_nummer` or `bezwaar_herziening_nummer`.
pub async fn insert_bezwaar(tx: &mut TenantTx, nieuw: &Bezwaar) -> Result<(), DbError> {
    diesel::insert_into(bezwaar::table)
        .values(BezwaarRow::try_from(nieuw.kop())?)
        .execute(tx.conn())
        .await?;
    insert_akte(tx, nieuw).await
}

/// Adds the last act. Who acts on what he did not see is refused by the constraint `bezwaarakte_pkey`.
pub async fn insert_akte(tx: &mut TenantTx, bezwaar: &Bezwaar) -> Result<(), DbError> {
    diesel::insert_into(bezwaarakte::table)
        .values(BezwaarakteRow::last_of(bezwaar)?)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Freezes the new calculation that is the last act.
pub async fn insert_berekening(
    tx: &mut TenantTx,
    bezwaar: &Bezwaar,
    berekening: &Berekening,
) -> Result<(), DbError> {
    diesel::insert_into(bezwaarberekening::table)
        .values((
            bezwaarberekening::bezwaar_id.eq(bezwaar.kop().id.uuid()),
            bezwaarberekening::nummer.eq(BezwaarakteRow::last_of(bezwaar)?.nummer),
            bezwaarberekening::vraag.eq(&berekening.vraag),
            bezwaarberekening::antwoord.eq(&berekening.antwoord),
            bezwaarberekening::bekend_op.eq(jiff_diesel::Timestamp::from(berekening.bekend_op)),
            bezwaarberekening::hash.eq(berekening.hash()),
        ))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The last new calculation in an objection; none where there is none.
pub async fn find_berekening(
    tx: &mut TenantTx,
    id: BezwaarId,
) -> Result<Option<Berekening>, DbError> {
    let row: Option<Berekeningrij> = bezwaarberekening::table
        .filter(bezwaarberekening::bezwaar_id.eq(id.uuid()))
        .order(bezwaarberekening::nummer.desc())
        .select((
            bezwaarberekening::vraag,
            bezwaarberekening::antwoord,
            bezwaarberekening::bekend_op,
        ))
        .first(tx.conn())
        .await
        .optional()?;
    Ok(row.map(Berekening::from))
}

/// Keeps the letter of the decision that is the last act.
pub async fn insert_besluit(
    tx: &mut TenantTx,
    bezwaar: &Bezwaar,
    brief: &Brief,
) -> Result<(), DbError> {
    let id = bezwaar.kop().id;
    diesel::insert_into(bezwaarbesluit::table)
        .values((
            bezwaarbesluit::bezwaar_id.eq(id.uuid()),
            bezwaarbesluit::nummer.eq(BezwaarakteRow::last_of(bezwaar)?.nummer),
            bezwaarbesluit::brief.eq(write_brief("bezwaarbesluit", id, brief)?),
        ))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// An objection to a decision about a resident; none where there is no such one.
pub async fn find_bezwaar(
    tx: &mut TenantTx,
    dossier: DossierId,
    id: BezwaarId,
) -> Result<Option<Bezwaar>, DbError> {
    let row: Option<BezwaarRow> = bezwaar::table
        .find(id.uuid())
        .filter(bezwaar::inwoner.eq(dossier.uuid()))
        .select(BezwaarRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    Ok(restore(tx, row.into_iter().collect()).await?.pop())
}

/// The objections to a decision, the first on top.
pub async fn list_bezwaren(
    tx: &mut TenantTx,
    tegen: Bestredenbesluit,
) -> Result<Vec<Bezwaar>, DbError> {
    let query = bezwaar::table
        .order(bezwaar::nummer)
        .limit(BEZWAREN_MAX)
        .select(BezwaarRow::as_select())
        .into_boxed();
    let query = match tegen {
        Bestredenbesluit::Aanvraag(id) => query.filter(bezwaar::aanvraag_id.eq(id.uuid())),
        Bestredenbesluit::Herziening(id) => query.filter(bezwaar::herziening_id.eq(id.uuid())),
    };
    let rows = query.load(tx.conn()).await?;
    restore(tx, rows).await
}

/// The objections to decisions about a resident.
pub async fn list_bezwaren_van(
    tx: &mut TenantTx,
    dossier: DossierId,
) -> Result<Vec<Bezwaar>, DbError> {
    let rows = bezwaar::table
        .filter(bezwaar::inwoner.eq(dossier.uuid()))
        .order(bezwaar::id)
        .limit(BEZWAREN_MAX)
        .select(BezwaarRow::as_select())
        .load(tx.conn())
        .await?;
    restore(tx, rows).await
}

/// The letter of the decision; none where nothing was decided.
pub async fn find_brief(tx: &mut TenantTx, id: BezwaarId) -> Result<Option<Brief>, DbError> {
    let brief: Option<serde_json::Value> = bezwaarbesluit::table
        .find(id.uuid())
        .select(bezwaarbesluit::brief)
        .first(tx.conn())
        .await
        .optional()?;
    read_brief("bezwaarbesluit", id, brief)
}

/// Objections with their acts, in the order of the rows.
pub(super) async fn restore(
    tx: &mut TenantTx,
    rows: Vec<BezwaarRow>,
) -> Result<Vec<Bezwaar>, DbError> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let akten: Vec<BezwaarakteRow> = bezwaarakte::table
        .filter(bezwaarakte::bezwaar_id.eq_any(ids))
        .order((bezwaarakte::bezwaar_id, bezwaarakte::nummer))
        .select(BezwaarakteRow::as_select())
        .load(tx.conn())
        .await?;
    let mut per_bezwaar: HashMap<Uuid, Vec<Bezwaarakte>> = HashMap::new();
    for akte in akten {
        let id = akte.bezwaar_id;
        per_bezwaar.entry(id).or_default().push(akte.try_into()?);
    }
    rows.iter()
        .map(|row| {
            let akten = per_bezwaar.remove(&row.id).unwrap_or_default();
            Bezwaar::restore(row.kop()?, akten)
                .map_err(|_| DbError::inconsistent("bezwaarakte", "inhoud", row.id))
        })
        .collect()
}
