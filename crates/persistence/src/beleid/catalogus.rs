//! Telling the database what the compiled-in catalogue says.

use diesel::prelude::*;
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};
use domain::beleid::{Grensregel, Parameter, Regime, catalogus};
use jiff_diesel::ToDiesel;
use rust_decimal::Decimal;

use crate::DbError;
use crate::schema::catalogus as tabel;

#[derive(Insertable)]
#[diesel(table_name = tabel)]
struct CatalogusRow<'a> {
    sleutel: &'a str,
    van: jiff_diesel::Date,
    tot: Option<jiff_diesel::Date>,
    orgaan: &'static str,
    soort: &'static str,
    minimum: Option<Decimal>,
    maximum: Option<Decimal>,
    gesloten: bool,
}

/// Makes the table equal to the catalogue of this build, as owner. Safe to run again.
pub(crate) async fn update_catalogus(conn: &mut AsyncPgConnection) -> Result<(), DbError> {
    conn.transaction(async |conn| {
        // Locked, for two programs that start at the same time would insert the same rows.
        conn.batch_execute(
            "set local role stuurhuis_eigenaar; lock table platform.catalogus in share row exclusive mode",
        )
        .await?;
        let rows: Vec<_> = catalogus()
            .parameters()
            .iter()
            .flat_map(|parameter| parameter.regimes.iter().map(move |r| row_of(parameter, r)))
            .collect();
        diesel::delete(tabel::table).execute(conn).await?;
        diesel::insert_into(tabel::table)
            .values(&rows)
            .execute(conn)
            .await?;
        Ok(())
    })
    .await
}

fn row_of<'a>(parameter: &'a Parameter, regime: &Regime) -> CatalogusRow<'a> {
    let minima = regime.grenzen.iter().filter_map(|grens| match grens.regel {
        Grensregel::Minimum { waarde } => Some(waarde),
        _ => None,
    });
    let maxima = regime.grenzen.iter().filter_map(|grens| match grens.regel {
        Grensregel::Maximum { waarde } => Some(waarde),
        _ => None,
    });
    CatalogusRow {
        sleutel: parameter.sleutel.as_str(),
        van: regime.periode.van().to_diesel(),
        tot: regime.periode.tot().map(ToDiesel::to_diesel),
        orgaan: regime.bevoegd.code(),
        soort: parameter.soort.code(),
        minimum: minima.max(),
        maximum: maxima.min(),
        gesloten: regime.gesloten.is_some(),
    }
}
