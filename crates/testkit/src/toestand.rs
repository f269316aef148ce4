//! States of a database that the program itself does not bring about, and what a superuser sees of it.

use diesel::QueryableByName;
use diesel::sql_types::{BigInt, Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};
use persistence::migratie::gemeente_migraties;
use primitives::GemeenteCode;

use crate::TestDb;

#[derive(QueryableByName)]
struct Regel {
    #[diesel(sql_type = Text)]
    regel: String,
}

/// Rows that are held until [`Slot::release`].
pub struct Slot(AsyncPgConnection);

impl Slot {
    /// Lets go of the rows.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn release(mut self) {
        self.0.batch_execute("rollback").await.expect("a rollback");
    }
}

#[derive(QueryableByName)]
struct Aantal {
    #[diesel(sql_type = BigInt)]
    aantal: i64,
}

impl TestDb {
    /// Makes a municipality look as before the last step of its schema, as while `stuurhuis migrate` runs.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn forget_last_step(&self, gemeente: GemeenteCode) {
        let stappen = gemeente_migraties();
        let laatste = stappen.last().expect("a step").versie;
        let weg = format!(
            "delete from platform.migratie where schema = '{}' and versie = '{laatste}'",
            gemeente.schema()
        );
        let mut conn = self.superuser().await;
        conn.batch_execute(&weg).await.expect("a ledger");
    }

    /// Makes the shared schemas look as before the step that lets the program ask for the state of a schema.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn revoke_schemastand(&self) {
        let weg = "revoke select (schema, versie) on platform.migratie from platform_dienst";
        let mut conn = self.superuser().await;
        conn.batch_execute(weg).await.expect("a ledger");
    }

    /// Lets a former municipality merge into one of the registry, on a day written as `2026-01-01`.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn merge(&self, code: &str, naam: &str, in_gemeente: GemeenteCode, op: &str) {
        let samen = format!(
            "insert into platform.gebied (code, naam, opgegaan_in, opgegaan_op) \
             values ('{code}', '{naam}', '{in_gemeente}', '{op}')"
        );
        let mut conn = self.superuser().await;
        conn.batch_execute(&samen).await.expect("a merger");
    }

    /// Holds what a query locks, as somebody does who takes long over it.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn hold(&self, query: &str) -> Slot {
        let mut conn = self.superuser().await;
        conn.batch_execute(&format!("begin; {query}"))
            .await
            .expect("a lock");
        Slot(conn)
    }

    /// How many sessions of this database wait for a lock that another one holds.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn count_waiting(&self) -> i64 {
        self.count_rows(
            "pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        )
        .await
    }

    /// How many rows a table, or a part of it, holds: what stands after `from`.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn count_rows(&self, van: &str) -> i64 {
        let mut conn = self.superuser().await;
        let telling: Aantal = diesel::sql_query(format!("select count(*) as aantal from {van}"))
            .get_result(&mut conn)
            .await
            .expect("a count");
        telling.aantal
    }

    /// Says how a municipality has the law executed: `gedelegeerd`, `gemandateerd` or `advies`.
    pub async fn execute_as(&self, gemeente: GemeenteCode, uitvoeringsvorm: &str) {
        self.superuser()
            .await
            .batch_execute(&format!(
                "update platform.gemeente set uitvoeringsvorm = '{uitvoeringsvorm}' where code = '{gemeente}'"
            ))
            .await
            .expect("a way of executing");
    }

    /// The audit rows of a municipality whose object is like this, oldest first: `actor | toelichting`.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn audit_rows(&self, gemeente: GemeenteCode, object: &str) -> Vec<String> {
        let rijen: Vec<Regel> = diesel::sql_query(
            "select concat_ws(' | ', actor, toelichting) as regel from audit \
             where object like $1 order by nummer",
        )
        .bind::<Text, _>(object)
        .load(&mut self.owner_of(gemeente).await)
        .await
        .expect("the audit rows");
        rijen.into_iter().map(|rij| rij.regel).collect()
    }
}
