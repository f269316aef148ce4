//! The sums of a run in a municipality, with the cursor.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::recht::populatie::Populatiesom;
use primitives::{Maand, PopulatierunId, UitkeringId};
use uuid::Uuid;

use super::rows::{SomRow, signed};
use crate::schema::populatiesom;
use crate::{DbError, TenantTx};

/// How far a run is in this municipality, with what it found so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Populatiestand {
    /// The month of the records.
    pub maand: Maand,
    /// How many households it holds.
    pub totaal: u32,
    /// The last benefit that was done.
    pub na: Option<UitkeringId>,
    /// The sums.
    pub som: Populatiesom,
    /// Keys of policy values that the law does not admit on the second day.
    pub beleid_in_strijd: Vec<String>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = populatiesom)]
#[diesel(check_for_backend(diesel::pg::Pg))]
struct StandRow {
    maand: jiff_diesel::Date,
    totaal: i32,
    na: Option<Uuid>,
    beleid_in_strijd: Vec<String>,
    #[diesel(embed)]
    som: SomRow,
}

/// What a run found so far; none before it was begun.
pub async fn find_populatiesom(
    tx: &mut TenantTx,
    run: PopulatierunId,
) -> Result<Option<Populatiestand>, DbError> {
    let row: Option<StandRow> = populatiesom::table
        .find(run.uuid())
        .select(StandRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    let Some(row) = row else { return Ok(None) };
    let totaal = u32::try_from(row.totaal)
        .map_err(|_| DbError::inconsistent("populatiesom", "totaal", run))?;
    Ok(Some(Populatiestand {
        maand: Maand::of(row.maand.to_jiff()),
        totaal,
        na: row.na.map(UitkeringId::new),
        som: row.som.restore(run.uuid())?,
        beleid_in_strijd: row.beleid_in_strijd,
    }))
}

/// Begins a run in this municipality.
pub async fn insert_populatiesom(
    tx: &mut TenantTx,
    run: PopulatierunId,
    stand: &Populatiestand,
) -> Result<(), DbError> {
    diesel::insert_into(populatiesom::table)
        .values((
            populatiesom::run.eq(run.uuid()),
            populatiesom::maand.eq(jiff_diesel::Date::from(stand.maand.first_day())),
            populatiesom::totaal.eq(signed(stand.totaal)),
            populatiesom::na.eq(stand.na.map(UitkeringId::uuid)),
            populatiesom::beleid_in_strijd.eq(&stand.beleid_in_strijd),
            SomRow::from(&stand.som),
        ))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Moves the cursor and the sums together.
pub async fn update_populatiesom(
    tx: &mut TenantTx,
    run: PopulatierunId,
    stand: &Populatiestand,
) -> Result<(), DbError> {
    diesel::update(populatiesom::table.find(run.uuid()))
        .set((
            populatiesom::na.eq(stand.na.map(UitkeringId::uuid)),
            SomRow::from(&stand.som),
        ))
        .execute(tx.conn())
        .await?;
    Ok(())
}
