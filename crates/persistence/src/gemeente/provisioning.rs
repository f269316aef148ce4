//! Giving a municipality its roles, its schema, its key and its place in the registry.

use diesel::sql_query;
use diesel::sql_types::{Date, Text};
use diesel_async::{RunQueryDsl, SimpleAsyncConnection};
use jiff_diesel::ToDiesel;

use super::Gemeente;
use crate::DbError;
use crate::geheim::Kluis;
use crate::migratie::{Beheer, MigratieError, ensure_roles};

/// Why a municipality could not be provided for. What was made before the failure stays, and a second try
/// goes on from there.
#[derive(Debug, thiserror::Error)]
pub enum ProvisionError {
    /// The database refused or cannot be reached.
    #[error(transparent)]
    Db(#[from] DbError),
    /// A migration failed.
    #[error(transparent)]
    Migratie(#[from] MigratieError),
}

/// Makes whatever a municipality does not have yet: roles, schema, tables, key, registry row. Safe to repeat.
pub async fn provision(
    beheer: &Beheer,
    kluis: &Kluis,
    gemeente: &Gemeente,
) -> Result<(), ProvisionError> {
    kluis
        .create_if_absent(gemeente.code)
        .map_err(DbError::from)?;
    let mut conn = beheer.connect().await?;
    let schema = gemeente.code.schema();
    // Names are built from the digits of a parsed code, and constants: nothing from outside is in these statements.
    ensure_roles(&mut conn, &schema).await?;
    conn.batch_execute(&format!(
        "create schema if not exists {schema} authorization {schema}_eigenaar"
    ))
    .await
    .map_err(DbError::from)?;
    beheer.migrate_gemeente(gemeente.code).await?;
    conn.batch_execute("set role stuurhuis_eigenaar")
        .await
        .map_err(DbError::from)?;
    sql_query(
        "insert into platform.gemeente (code, naam, uitvoeringsvorm, aangesloten_op, themakleur) \
         values ($1, $2, $3, $4, $5) on conflict (code) do update set naam = excluded.naam, \
         uitvoeringsvorm = excluded.uitvoeringsvorm, themakleur = excluded.themakleur",
    )
    .bind::<Text, _>(gemeente.code.to_string())
    .bind::<Text, _>(&gemeente.naam)
    .bind::<Text, _>(gemeente.uitvoeringsvorm.naam())
    .bind::<Date, _>(gemeente.aangesloten_op.to_diesel())
    .bind::<Text, _>(&gemeente.themakleur)
    .execute(&mut conn)
    .await
    .map_err(DbError::from)?;
    Ok(())
}
