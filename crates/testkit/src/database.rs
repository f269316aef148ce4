//! A fresh database for each test.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use diesel_async::{AsyncConnection, AsyncPgConnection, SimpleAsyncConnection};
use persistence::db::Login;
use persistence::geheim::Kluis;
use persistence::migratie::Beheer;
use persistence::{Db, DbInstellingen};
use primitives::GemeenteCode;
use tempfile::TempDir;

use crate::guard;

static TELLER: AtomicU32 = AtomicU32::new(0);

/// A database of its own, copied in ten milliseconds from one that was migrated and holds GM0294 (Winterswijk)
/// and GM0267 (Nijkerk). It is thrown away with the server.
pub struct TestDb {
    /// The pools, as the application uses them.
    pub db: Db,
    /// Administration of this database.
    pub beheer: Beheer,
    naam: String,
    run: PathBuf,
    sleutels: TempDir,
}

impl TestDb {
    /// Makes the database, and starts the server if this test runs outside nextest.
    pub async fn new() -> Self {
        let map = guard::directory();
        guard::ensure_running(&map).expect("the test server starts");
        let naam = format!(
            "t_{}_{}",
            std::process::id(),
            TELLER.fetch_add(1, Ordering::Relaxed)
        );
        let run = map.join("pg/run");
        let mut conn = AsyncPgConnection::establish(&address(&run, "platform", "postgres"))
            .await
            .expect("a connection");
        let sjabloon = guard::template(&map).expect("a template");
        conn.batch_execute(&format!(
            "create database {naam} template {sjabloon} strategy file_copy"
        ))
        .await
        .expect("a database of its own");
        Beheer::prepare_copy(&address(&run, "platform", &naam))
            .await
            .expect("rights on the database");
        let sleutels = copy_keys(&map.join("sleutels"));
        let van = |login: Login| address(&run, login.naam(), &naam);
        let instellingen = DbInstellingen {
            uitvoering: van(Login::Uitvoering),
            bestuur: van(Login::Bestuur),
            sturing: van(Login::Sturing),
            portaal: van(Login::Portaal),
            verbindingen: 4,
        };
        let db = Db::new(&instellingen, Kluis::new(sleutels.path()));
        let beheer = Beheer::new(&van(Login::Beheer));
        Self {
            db,
            beheer,
            naam,
            run,
            sleutels,
        }
    }

    /// A connection as a login role, to try what it may do by itself.
    pub async fn connect_as(&self, gebruiker: &str) -> AsyncPgConnection {
        AsyncPgConnection::establish(&self.address(gebruiker))
            .await
            .expect("a connection")
    }

    /// A connection as superuser, to look at what no role of ours may see, or to break something on purpose.
    pub async fn superuser(&self) -> AsyncPgConnection {
        self.connect_as("platform").await
    }

    /// A superuser's connection that looks at one municipality's tables, for checks such as that of the chain.
    pub async fn owner_of(&self, gemeente: GemeenteCode) -> AsyncPgConnection {
        let mut conn = self.superuser().await;
        let pad = format!("set search_path = {}, pg_catalog", gemeente.schema());
        conn.batch_execute(&pad).await.expect("a search path");
        conn
    }

    /// The address of this database for a login role, for a program that is tested from outside.
    pub fn address(&self, gebruiker: &str) -> String {
        address(&self.run, gebruiker, &self.naam)
    }

    /// The directory with this test's keys.
    pub fn key_directory(&self) -> &Path {
        self.sleutels.path()
    }
}

pub(crate) fn address(run: &Path, gebruiker: &str, database: &str) -> String {
    format!(
        "postgres://{gebruiker}@{}/{database}",
        run.to_string_lossy().replace('/', "%2F")
    )
}

fn copy_keys(van: &Path) -> TempDir {
    let naar = TempDir::new().expect("a directory");
    for bestand in std::fs::read_dir(van)
        .expect("keys of the template")
        .flatten()
    {
        std::fs::copy(bestand.path(), naar.path().join(bestand.file_name())).expect("a key");
    }
    naar
}
