//! A transaction in one municipality, or in the shared platform schema.

use std::sync::Arc;

use diesel::sql_types::Text;
use diesel_async::{AnsiTransactionManager, AsyncPgConnection, RunQueryDsl, TransactionManager};
use primitives::GemeenteCode;
use rand::RngCore;

use super::pool::Lening;
use super::{DbError, DbRol};
use crate::geheim::{Kluis, Sleutels};

/// How often the same work is tried at most.
pub(super) const POGINGEN: u8 = 3;

/// An open transaction on one municipality. Only [`super::Db::in_tenant`] makes one.
pub struct TenantTx {
    conn: Lening,
    gemeente: GemeenteCode,
    rol: DbRol,
    kluis: Arc<Kluis>,
    sleutels: Arc<Sleutels>,
    trace: [u8; 16],
}

impl TenantTx {
    pub(super) fn new(
        conn: Lening,
        gemeente: GemeenteCode,
        rol: DbRol,
        kluis: Arc<Kluis>,
    ) -> Result<Self, DbError> {
        let mut trace = [0; 16];
        rand::rngs::OsRng.fill_bytes(&mut trace);
        Ok(Self {
            conn,
            gemeente,
            rol,
            sleutels: kluis.sleutels(gemeente)?,
            kluis,
            trace,
        })
    }

    /// Reads the keys again: a rotation may have added one while this transaction waited for it.
    pub(crate) fn refresh_sleutels(&mut self) -> Result<(), DbError> {
        self.sleutels = self.kluis.sleutels(self.gemeente)?;
        Ok(())
    }

    /// The connection, for repositories.
    pub fn conn(&mut self) -> &mut AsyncPgConnection {
        &mut self.conn
    }

    /// The municipality on which this transaction works.
    pub const fn gemeente(&self) -> GemeenteCode {
        self.gemeente
    }

    /// The role that this transaction took.
    pub const fn rol(&self) -> DbRol {
        self.rol
    }

    /// The municipality's keys, to encrypt, decrypt and search identifiers.
    pub fn sleutels(&self) -> Arc<Sleutels> {
        Arc::clone(&self.sleutels)
    }

    /// The number that ties the audit row and the processing log of this transaction together.
    pub const fn trace(&self) -> &[u8; 16] {
        &self.trace
    }

    pub(super) async fn commit(mut self) -> Result<(), DbError> {
        Ok(AnsiTransactionManager::commit_transaction(&mut *self.conn).await?)
    }

    pub(super) async fn roll_back(mut self) -> Result<(), DbError> {
        Ok(AnsiTransactionManager::rollback_transaction(&mut *self.conn).await?)
    }
}

/// An open transaction on the shared platform schema. Only [`super::Db::in_platform`] makes one.
pub struct PlatformTx {
    conn: Lening,
}

impl PlatformTx {
    pub(super) const fn new(conn: Lening) -> Self {
        Self { conn }
    }

    /// The connection, for repositories.
    pub fn conn(&mut self) -> &mut AsyncPgConnection {
        &mut self.conn
    }

    pub(super) async fn commit(mut self) -> Result<(), DbError> {
        Ok(AnsiTransactionManager::commit_transaction(&mut *self.conn).await?)
    }

    pub(super) async fn roll_back(mut self) -> Result<(), DbError> {
        Ok(AnsiTransactionManager::rollback_transaction(&mut *self.conn).await?)
    }
}

/// Opens the transaction and takes role and search path, both until its end only.
///
/// `pg_temp` comes last and `public` is absent: a missing table fails instead of being found elsewhere.
pub(super) async fn begin(
    conn: &mut AsyncPgConnection,
    rol: &str,
    schema: &str,
) -> Result<(), DbError> {
    AnsiTransactionManager::begin_transaction(conn).await?;
    diesel::sql_query("select set_config('role', $1, true), set_config('search_path', $2, true)")
        .bind::<Text, _>(rol)
        .bind::<Text, _>(format!("{schema}, pg_catalog, pg_temp"))
        .execute(conn)
        .await?;
    Ok(())
}
