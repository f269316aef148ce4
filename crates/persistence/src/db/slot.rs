//! Work that must not run twice at a time in one municipality.

use diesel::sql_query;
use diesel::sql_types::{Integer, Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use primitives::GemeenteCode;

use super::{DbError, TenantTx};

/// What waits for another of its kind in the same municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// Whatever writes identifiers: taking over a caseload, and encrypting all of them with a new key.
    Identificatie,
    /// Taking over staffing.
    Formatie,
}

impl Slot {
    /// The first number of the advisory lock; 7717 is that of the migrations.
    const fn nummer(self) -> i32 {
        match self {
            Self::Identificatie => 7_718,
            Self::Formatie => 7_719,
        }
    }

    /// Waits for the others, and holds the place until the transaction ends.
    pub(crate) async fn take(self, tx: &mut TenantTx) -> Result<(), DbError> {
        let schema = tx.gemeente().schema();
        sql_query("select pg_advisory_xact_lock($1, hashtext($2))")
            .bind::<Integer, _>(self.nummer())
            .bind::<Text, _>(schema)
            .execute(tx.conn())
            .await?;
        Ok(())
    }

    /// Waits for the others, and holds the place until the connection is closed.
    pub(crate) async fn hold(
        self,
        conn: &mut AsyncPgConnection,
        gemeente: GemeenteCode,
    ) -> Result<(), DbError> {
        sql_query("select pg_advisory_lock($1, hashtext($2))")
            .bind::<Integer, _>(self.nummer())
            .bind::<Text, _>(gemeente.schema())
            .execute(conn)
            .await?;
        Ok(())
    }
}
