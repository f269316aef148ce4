//! Storing and finding meetings.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::sturing::{Afspraak, Afspraakstand, Agendapunt, Overleg, Overlegstand};
use jiff_diesel::ToDiesel;
use primitives::{AfspraakId, Datum, Moment, OverlegId};
use uuid::Uuid;

use super::rows::{AfspraakEindeRow, AfspraakRow, AgendapuntRow, OverlegRow, restore_afspraak};
use crate::schema::sturing::{afspraak, afspraak_einde, agendapunt, overleg};
use crate::{DbError, TenantTx};

/// Ten years of meetings.
const OVERLEGGEN_MAX: i64 = 40;
/// A meeting on every working day of forty years.
const DAGEN_MAX: i64 = 10_000;
/// No meeting has more points or agreements than this, and no more are open at a time.
const REGELS_MAX: i64 = 500;

#[derive(Queryable, Selectable)]
#[diesel(table_name = overleg)]
#[diesel(check_for_backend(diesel::pg::Pg))]
struct DagRow {
    #[diesel(deserialize_as = jiff_diesel::Date)]
    datum: Datum,
}

/// The meetings with their agendas and agreements, newest first.
pub async fn list_overleggen(tx: &mut TenantTx) -> Result<Vec<Overleg>, DbError> {
    let rows: Vec<OverlegRow> = overleg::table
        .order(overleg::datum.desc())
        .limit(OVERLEGGEN_MAX)
        .select(OverlegRow::as_select())
        .load(tx.conn())
        .await?;
    restore_all(tx, rows, None).await
}

/// The day of every meeting that was ever recorded.
pub async fn list_overlegdagen(tx: &mut TenantTx) -> Result<Vec<Datum>, DbError> {
    let dagen: Vec<DagRow> = overleg::table
        .order(overleg::datum)
        .limit(DAGEN_MAX)
        .select(DagRow::as_select())
        .load(tx.conn())
        .await?;
    Ok(dagen.into_iter().map(|dag| dag.datum).collect())
}

/// The meeting of a day.
pub async fn find_overleg(tx: &mut TenantTx, datum: Datum) -> Result<Option<Overleg>, DbError> {
    let row: Option<OverlegRow> = overleg::table
        .filter(overleg::datum.eq(datum.to_diesel()))
        .select(OverlegRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    Ok(restore_all(tx, row.into_iter().collect(), None)
        .await?
        .pop())
}

/// A meeting by its id.
pub async fn find_overleg_by_id(
    tx: &mut TenantTx,
    id: OverlegId,
) -> Result<Option<Overleg>, DbError> {
    let row: Option<OverlegRow> = overleg::table
        .find(id.uuid())
        .select(OverlegRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    Ok(restore_all(tx, row.into_iter().collect(), None)
        .await?
        .pop())
}

/// The last meeting whose decisions were recorded up to a moment, with its agreements as they then were.
pub async fn find_last_held(tx: &mut TenantTx, op: Moment) -> Result<Option<Overleg>, DbError> {
    let row: Option<OverlegRow> = overleg::table
        .filter(overleg::vastgelegd_op.le(op.to_diesel()))
        .order(overleg::datum.desc())
        .select(OverlegRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    Ok(restore_all(tx, row.into_iter().collect(), Some(op))
        .await?
        .pop())
}

/// Stores a meeting to come; refused by the constraint `overleg_datum` when the day has one.
pub async fn insert_overleg(tx: &mut TenantTx, nieuw: &Overleg) -> Result<(), DbError> {
    let row = OverlegRow {
        id: nieuw.id.uuid(),
        datum: nieuw.datum,
        kwartaal: nieuw.kwartaal.to_string(),
        plaats: nieuw.plaats.clone(),
        vastgelegd_op: None,
        stukken_verstuurd_op: None,
        versie: 1,
    };
    diesel::insert_into(overleg::table)
        .values(row)
        .execute(tx.conn())
        .await?;
    write_agenda(tx, nieuw).await
}

/// Stores the changed agenda and state; false when somebody else changed the meeting since it was read.
pub async fn update_overleg(tx: &mut TenantTx, gewijzigd: &Overleg) -> Result<bool, DbError> {
    let vastgelegd_op = match gewijzigd.stand {
        Overlegstand::Gepland => None,
        Overlegstand::Gehouden { vastgelegd_op } => Some(vastgelegd_op.to_diesel()),
    };
    let verstuurd_op = gewijzigd.stukken_verstuurd_op;
    let gelezen = i32::try_from(gewijzigd.versie)
        .map_err(|_| DbError::inconsistent("overleg", "versie", gewijzigd.id))?;
    let aantal = diesel::update(overleg::table.find(gewijzigd.id.uuid()))
        .filter(overleg::versie.eq(gelezen))
        .set((
            overleg::vastgelegd_op.eq(vastgelegd_op),
            overleg::stukken_verstuurd_op.eq(verstuurd_op.map(ToDiesel::to_diesel)),
            overleg::versie.eq(overleg::versie + 1),
        ))
        .execute(tx.conn())
        .await?;
    if aantal == 0 {
        return Ok(false);
    }
    write_agenda(tx, gewijzigd).await?;
    Ok(true)
}

/// Stores an agreement of a meeting.
pub async fn insert_afspraak(
    tx: &mut TenantTx,
    overleg: OverlegId,
    nieuw: &Afspraak,
    now: Moment,
) -> Result<(), DbError> {
    let row = AfspraakRow {
        id: nieuw.id.uuid(),
        overleg: overleg.uuid(),
        tekst: nieuw.tekst.clone(),
        eigenaar: nieuw.eigenaar.clone(),
        uiterlijk: nieuw.uiterlijk,
        gemeente: nieuw.gemeente.map(|code| code.to_string()),
        gemaakt_op: now,
    };
    diesel::insert_into(afspraak::table)
        .values(row)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Holds the meeting until the end of this transaction: who adds to it at the same moment waits.
pub async fn lock_overleg(tx: &mut TenantTx, id: OverlegId) -> Result<(), DbError> {
    let _: Uuid = overleg::table
        .find(id.uuid())
        .select(overleg::id)
        .for_update()
        .first(tx.conn())
        .await?;
    Ok(())
}

/// The same agreement of the same meeting, made since a moment and still open.
pub async fn find_zelfde_afspraak(
    tx: &mut TenantTx,
    van: OverlegId,
    nieuw: &Afspraak,
    sinds: Moment,
) -> Result<Option<Afspraak>, DbError> {
    let gemeente = nieuw.gemeente.map(|code| code.to_string());
    let row: Option<AfspraakRow> = afspraak::table
        .left_join(afspraak_einde::table)
        .filter(afspraak_einde::afspraak.is_null())
        .filter(afspraak::overleg.eq(van.uuid()))
        .filter(afspraak::gemaakt_op.ge(sinds.to_diesel()))
        .filter(afspraak::tekst.eq(&nieuw.tekst))
        .filter(afspraak::eigenaar.eq(&nieuw.eigenaar))
        .filter(afspraak::uiterlijk.eq(nieuw.uiterlijk.to_diesel()))
        .filter(afspraak::gemeente.is_not_distinct_from(gemeente))
        .order(afspraak::id)
        .select(AfspraakRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    row.map(|row| restore_afspraak((row, None))).transpose()
}

/// An agreement, if it exists.
pub async fn find_afspraak(tx: &mut TenantTx, id: AfspraakId) -> Result<Option<Afspraak>, DbError> {
    let row: Option<(AfspraakRow, Option<AfspraakEindeRow>)> = afspraak::table
        .left_join(afspraak_einde::table)
        .filter(afspraak::id.eq(id.uuid()))
        .select((
            AfspraakRow::as_select(),
            Option::<AfspraakEindeRow>::as_select(),
        ))
        .first(tx.conn())
        .await
        .optional()?;
    row.map(restore_afspraak).transpose()
}

/// Stores how an agreement ended; false when it was ended before, or is still open.
pub async fn insert_afspraak_einde(
    tx: &mut TenantTx,
    geeindigd: &Afspraak,
    now: Moment,
) -> Result<bool, DbError> {
    let (soort, op, tekst) = match &geeindigd.stand {
        Afspraakstand::Open => return Ok(false),
        Afspraakstand::Afgerond { op, resultaat } => ("afgerond", *op, resultaat),
        Afspraakstand::Vervallen { op, reden } => ("vervallen", *op, reden),
    };
    let row = AfspraakEindeRow {
        afspraak: geeindigd.id.uuid(),
        soort: soort.to_owned(),
        op,
        tekst: tekst.clone(),
        vastgelegd_op: now,
    };
    let aantal = diesel::insert_into(afspraak_einde::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(tx.conn())
        .await?;
    Ok(aantal == 1)
}

/// The agreements of all meetings that are still open, first due first, each with the day of its meeting.
pub async fn list_open_afspraken(tx: &mut TenantTx) -> Result<Vec<(Datum, Afspraak)>, DbError> {
    let rows: Vec<(jiff_diesel::Date, AfspraakRow)> = afspraak::table
        .inner_join(overleg::table)
        .left_join(afspraak_einde::table)
        .filter(afspraak_einde::afspraak.is_null())
        .order((afspraak::uiterlijk, afspraak::id))
        .limit(REGELS_MAX)
        .select((overleg::datum, AfspraakRow::as_select()))
        .load(tx.conn())
        .await?;
    rows.into_iter()
        .map(|(datum, row)| Ok((datum.to_jiff(), restore_afspraak((row, None))?)))
        .collect()
}

/// Writes every point of the agenda at its number.
async fn write_agenda(tx: &mut TenantTx, van: &Overleg) -> Result<(), DbError> {
    for punt in &van.agenda {
        let row = AgendapuntRow::new(van.id, punt)?;
        diesel::insert_into(agendapunt::table)
            .values(&row)
            .on_conflict((agendapunt::overleg, agendapunt::nummer))
            .do_update()
            .set((
                agendapunt::titel.eq(&row.titel),
                agendapunt::toelichting.eq(&row.toelichting),
                agendapunt::besluit.eq(&row.besluit),
            ))
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

/// Meetings with agendas and agreements in two more queries; ends recorded after `op` are left out.
async fn restore_all(
    tx: &mut TenantTx,
    rows: Vec<OverlegRow>,
    op: Option<Moment>,
) -> Result<Vec<Overleg>, DbError> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut agenda: Vec<AgendapuntRow> = agendapunt::table
        .filter(agendapunt::overleg.eq_any(&ids))
        .order((agendapunt::overleg, agendapunt::nummer))
        .limit(OVERLEGGEN_MAX * REGELS_MAX)
        .select(AgendapuntRow::as_select())
        .load(tx.conn())
        .await?;
    let mut afspraken: Vec<(AfspraakRow, Option<AfspraakEindeRow>)> = afspraak::table
        .left_join(afspraak_einde::table)
        .filter(afspraak::overleg.eq_any(&ids))
        .order(afspraak::id)
        .limit(OVERLEGGEN_MAX * REGELS_MAX)
        .select((
            AfspraakRow::as_select(),
            Option::<AfspraakEindeRow>::as_select(),
        ))
        .load(tx.conn())
        .await?;
    if let Some(op) = op {
        afspraken.retain(|(row, _)| row.gemaakt_op <= op);
        for (_, einde) in &mut afspraken {
            einde.take_if(|e| e.vastgelegd_op > op);
        }
    }
    let mut uit = Vec::with_capacity(rows.len());
    for row in rows {
        let punten = agenda
            .extract_if(.., |punt| punt.overleg == row.id)
            .collect();
        let eigen = afspraken
            .extract_if(.., |(a, _)| a.overleg == row.id)
            .collect();
        uit.push(row.restore(punten, eigen)?);
    }
    Ok(uit)
}

impl AgendapuntRow {
    fn new(overleg: OverlegId, punt: &Agendapunt) -> Result<Self, DbError> {
        let nummer = i16::try_from(punt.nummer)
            .map_err(|_| DbError::inconsistent("agendapunt", "nummer", overleg))?;
        Ok(Self {
            overleg: overleg.uuid(),
            nummer,
            titel: punt.titel.clone(),
            toelichting: punt.toelichting.clone(),
            besluit: punt.besluit.clone(),
        })
    }
}
