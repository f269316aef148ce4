//! Which municipalities have a schema that this program supports.

use diesel::QueryableByName;
use diesel::sql_query;
use diesel::sql_types::{Array, Text};
use diesel_async::RunQueryDsl;
use primitives::GemeenteCode;

use crate::migratie::gemeente_migraties;
use crate::{DbError, PlatformTx};

#[derive(QueryableByName)]
struct CodeRow {
    #[diesel(sql_type = Text)]
    code: String,
}

/// The municipalities that miss a step that this program was built with, as while `stuurhuis migrate` runs.
///
/// A schema that is ahead is supported: a step first adds, and takes away only when no program asks for it.
pub async fn list_achterstallig(tx: &mut PlatformTx) -> Result<Vec<GemeenteCode>, DbError> {
    let stappen: Vec<_> = gemeente_migraties()
        .into_iter()
        .map(|stap| stap.versie)
        .collect();
    let rows: Vec<CodeRow> = sql_query(
        "select g.code from gemeente g where exists ( \
           select from unnest($1) stap (versie) where not exists ( \
             select from migratie m where m.schema = lower(g.code) and m.versie = stap.versie)) \
         order by g.code",
    )
    .bind::<Array<Text>, _>(stappen)
    .load(tx.conn())
    .await
    .map_err(DbError::from)
    .map_err(DbError::or_achterstallig)?;
    rows.iter()
        .map(|row| {
            GemeenteCode::parse(&row.code)
                .map_err(|_| DbError::inconsistent("gemeente", "code", &row.code))
        })
        .collect()
}
