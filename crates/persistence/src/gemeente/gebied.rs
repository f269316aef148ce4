//! Former municipalities in the registry.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Date, Text};
use diesel_async::{RunQueryDsl, SimpleAsyncConnection};
use domain::gemeente::Gebied;
use jiff_diesel::ToDiesel;
use primitives::{Datum, GemeenteCode};

use crate::migratie::Beheer;
use crate::schema::platform::gebied;
use crate::{DbError, TenantTx};

/// More former municipalities than any municipality has.
const GEBIEDEN_MAX: i64 = 100;

#[derive(Queryable, Selectable)]
#[diesel(table_name = gebied)]
#[diesel(check_for_backend(diesel::pg::Pg))]
struct GebiedRow {
    code: String,
    naam: String,
    opgegaan_in: String,
    #[diesel(deserialize_as = jiff_diesel::Date)]
    opgegaan_op: Datum,
}

/// The former municipalities that merged into this one, in order of name.
pub async fn list_gebieden(tx: &mut TenantTx) -> Result<Vec<Gebied>, DbError> {
    let rows: Vec<GebiedRow> = gebied::table
        .filter(gebied::opgegaan_in.eq(tx.gemeente().to_string()))
        .order(gebied::naam)
        .limit(GEBIEDEN_MAX)
        .select(GebiedRow::as_select())
        .load(tx.conn())
        .await?;
    rows.into_iter().map(Gebied::try_from).collect()
}

/// Writes into the registry which municipality merged into which, and when. Safe to repeat.
pub async fn record_gebied(beheer: &Beheer, nieuw: &Gebied) -> Result<(), DbError> {
    let mut conn = beheer.connect().await?;
    conn.batch_execute("set role stuurhuis_eigenaar").await?;
    sql_query(
        "insert into platform.gebied (code, naam, opgegaan_in, opgegaan_op) values ($1, $2, $3, $4) \
         on conflict (code) do update set naam = excluded.naam, opgegaan_in = excluded.opgegaan_in, \
         opgegaan_op = excluded.opgegaan_op",
    )
    .bind::<Text, _>(nieuw.code.to_string())
    .bind::<Text, _>(&nieuw.naam)
    .bind::<Text, _>(nieuw.opgegaan_in.to_string())
    .bind::<Date, _>(nieuw.opgegaan_op.to_diesel())
    .execute(&mut conn)
    .await?;
    Ok(())
}

impl TryFrom<GebiedRow> for Gebied {
    type Error = DbError;

    fn try_from(row: GebiedRow) -> Result<Self, DbError> {
        let code = |tekst: &str, kolom| {
            GemeenteCode::parse(tekst)
                .map_err(|_| DbError::inconsistent("gebied", kolom, &row.code))
        };
        Ok(Self {
            code: code(&row.code, "code")?,
            opgegaan_in: code(&row.opgegaan_in, "opgegaan_in")?,
            opgegaan_op: row.opgegaan_op,
            naam: row.naam,
        })
    }
}
