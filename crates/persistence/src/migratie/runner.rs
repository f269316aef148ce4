//! Running migrations, as the login role for administration.

use std::time::Instant;

use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, sql_query};
use diesel_async::{
    AnsiTransactionManager, AsyncConnection, AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection,
    TransactionManager,
};
use futures_util::{StreamExt, stream};
use primitives::GemeenteCode;

use super::bron::{Migratie, gemeente_migraties, platform_migraties};
use super::rollen::ensure_roles;
use crate::DbError;
use crate::audit::{Ketenstand, verify_keten};
use crate::beleid::update_catalogus;

/// Municipalities that are migrated at the same time: more than two brings nothing on two cores.
const TEGELIJK: usize = 2;

const ROLLEN: &str = include_str!("../../../../deploy/postgres/1-rollen.sql");
const DATABASE: &str = include_str!("../../../../deploy/postgres/2-database.sql");

/// A migration that did not succeed; its transaction was rolled back.
#[derive(Debug, thiserror::Error)]
#[error("migration {versie} of schema {schema} failed")]
pub struct MigratieError {
    /// Schema on which it ran.
    pub schema: String,
    /// Step that failed.
    pub versie: String,
    /// Why.
    #[source]
    pub oorzaak: DbError,
}

/// What a run did.
#[derive(Debug, Default)]
pub struct Migratieverslag {
    /// Steps that were applied, as `schema versie`.
    pub toegepast: Vec<String>,
    /// Schemas that failed; the others went on.
    pub mislukt: Vec<MigratieError>,
}

/// Administration of the database: migrations and provisioning. Used by the command line, the demo and the
/// tests; never by the web process.
#[derive(Clone)]
pub struct Beheer {
    adres: String,
}

#[derive(QueryableByName)]
struct Versie {
    #[diesel(sql_type = Text)]
    versie: String,
}

impl Beheer {
    /// Works through `adres`, the address of the login role `stuurhuis_beheer`.
    pub fn new(adres: &str) -> Self {
        Self {
            adres: adres.to_owned(),
        }
    }

    /// Makes the database `naam`, unless it is there, through a superuser's address on the same server.
    pub async fn create_database(superuser: &str, naam: &str) -> Result<(), DbError> {
        let mut conn = AsyncPgConnection::establish(superuser)
            .await
            .map_err(DbError::Onbereikbaar)?;
        let gemaakt = conn.batch_execute(&format!("create database {naam}")).await;
        gemaakt.map_err(DbError::from).or_else(|fout| {
            if fout.is_already_there() {
                Ok(())
            } else {
                Err(fout)
            }
        })
    }

    /// A connection as the owner of a municipality's schema.
    pub(crate) async fn connect_as_owner(
        &self,
        gemeente: GemeenteCode,
    ) -> Result<AsyncPgConnection, DbError> {
        let mut conn = self.connect().await?;
        let schema = gemeente.schema();
        conn.batch_execute(&format!(
            "set role {schema}_eigenaar; set search_path = {schema}, pg_catalog"
        ))
        .await?;
        Ok(conn)
    }

    /// Checks the audit chain of a municipality, as the owner of its schema.
    pub async fn verify_keten(&self, gemeente: GemeenteCode) -> Result<Ketenstand, DbError> {
        verify_keten(&mut self.connect_as_owner(gemeente).await?).await
    }

    /// Prepares a server and an empty database on it, through a superuser's address. Safe to run again.
    pub async fn prepare(superuser: &str) -> Result<(), DbError> {
        let mut conn = AsyncPgConnection::establish(superuser)
            .await
            .map_err(DbError::Onbereikbaar)?;
        conn.batch_execute(ROLLEN).await?;
        Ok(conn.batch_execute(DATABASE).await?)
    }

    /// Prepares a copy of a prepared database: rights on the database itself are not copied with it.
    pub async fn prepare_copy(superuser: &str) -> Result<(), DbError> {
        let mut conn = AsyncPgConnection::establish(superuser)
            .await
            .map_err(DbError::Onbereikbaar)?;
        Ok(conn.batch_execute(DATABASE).await?)
    }

    /// A connection of its own, outside the pools.
    pub async fn connect(&self) -> Result<AsyncPgConnection, DbError> {
        AsyncPgConnection::establish(&self.adres)
            .await
            .map_err(DbError::Onbereikbaar)
    }

    /// Brings the shared schemas, and then every municipality, to the newest version.
    ///
    /// `voortgang` hears of each finished schema.
    pub async fn migrate(
        &self,
        voortgang: &(dyn Fn(&str) + Sync),
    ) -> Result<Migratieverslag, DbError> {
        let mut verslag = Migratieverslag::default();
        verslag.add("platform", self.migrate_platform().await);
        if !verslag.mislukt.is_empty() {
            return Ok(verslag);
        }
        voortgang("platform");
        let gemeenten = self.list_schemas().await?;
        let mut uitkomsten = stream::iter(gemeenten)
            .map(async |gemeente| (gemeente, self.migrate_gemeente(gemeente).await))
            .buffer_unordered(TEGELIJK);
        while let Some((gemeente, uitkomst)) = uitkomsten.next().await {
            verslag.add(&gemeente.schema(), uitkomst);
            voortgang(&gemeente.schema());
        }
        Ok(verslag)
    }

    /// Brings the shared schemas to the newest version.
    pub async fn migrate_platform(&self) -> Result<Vec<String>, MigratieError> {
        let schema = Schema {
            naam: "platform".into(),
            eigenaar: "stuurhuis_eigenaar".into(),
            gemeente: None,
        };
        let mut conn = self
            .connect()
            .await
            .map_err(|oorzaak| schema.error("verbinding", oorzaak))?;
        ensure_ledger(&mut conn)
            .await
            .map_err(|oorzaak| schema.error("logboek", oorzaak))?;
        let toegepast = apply_all(&mut conn, &schema, &platform_migraties()).await?;
        // The catalogue of policy parameters is compiled in; the database checks values by the same one.
        update_catalogus(&mut conn)
            .await
            .map_err(|oorzaak| schema.error("catalogus", oorzaak))?;
        Ok(toegepast)
    }

    /// Brings one municipality's schema to the newest version.
    pub async fn migrate_gemeente(
        &self,
        gemeente: GemeenteCode,
    ) -> Result<Vec<String>, MigratieError> {
        let schema = Schema {
            naam: gemeente.schema(),
            eigenaar: format!("{}_eigenaar", gemeente.schema()),
            gemeente: Some(gemeente),
        };
        let mut conn = self
            .connect()
            .await
            .map_err(|oorzaak| schema.error("verbinding", oorzaak))?;
        // A step may grant to a role that this municipality does not have yet.
        ensure_roles(&mut conn, &schema.naam)
            .await
            .map_err(|oorzaak| schema.error("rollen", oorzaak))?;
        apply_all(&mut conn, &schema, &gemeente_migraties()).await
    }

    /// Municipalities that have a schema, whether or not they are registered.
    pub async fn list_schemas(&self) -> Result<Vec<GemeenteCode>, DbError> {
        let mut conn = self.connect().await?;
        let namen: Vec<Versie> = sql_query(
            "select nspname::text as versie from pg_namespace where nspname ~ '^gm[0-9]{4}$' order by 1",
        )
        .load(&mut conn)
        .await?;
        Ok(namen
            .iter()
            .filter_map(|naam| GemeenteCode::parse(&naam.versie).ok())
            .collect())
    }
}

/// The SQL of a step for one schema. The name of a schema holds letters and digits only, so it is safe here.
pub fn render(sql: &str, schema: &str) -> String {
    sql.replace("{{gemeente}}", schema)
}

impl Migratieverslag {
    fn add(&mut self, schema: &str, uitkomst: Result<Vec<String>, MigratieError>) {
        match uitkomst {
            Ok(versies) => self.toegepast.extend(
                versies
                    .into_iter()
                    .map(|versie| format!("{schema} {versie}")),
            ),
            Err(fout) => self.mislukt.push(fout),
        }
    }
}

struct Schema {
    naam: String,
    eigenaar: String,
    gemeente: Option<GemeenteCode>,
}

impl Schema {
    fn error(&self, versie: &str, oorzaak: DbError) -> MigratieError {
        MigratieError {
            schema: self.naam.clone(),
            versie: versie.to_owned(),
            oorzaak,
        }
    }
}

async fn ensure_ledger(conn: &mut AsyncPgConnection) -> Result<(), DbError> {
    conn.batch_execute(
        "set role stuurhuis_eigenaar;
         create table if not exists platform.migratie (
           schema text not null, versie text not null,
           toegepast_op timestamptz not null default now(), duur_ms bigint not null,
           constraint migratie_pkey primary key (schema, versie));
         comment on table platform.migratie is 'Which step was applied to which schema.';
         reset role;",
    )
    .await?;
    Ok(())
}

async fn apply_all(
    conn: &mut AsyncPgConnection,
    schema: &Schema,
    stappen: &[Migratie],
) -> Result<Vec<String>, MigratieError> {
    let gedaan = list_applied(conn, &schema.naam)
        .await
        .map_err(|oorzaak| schema.error("logboek", oorzaak))?;
    let mut toegepast = Vec::new();
    for stap in stappen
        .iter()
        .filter(|stap| !gedaan.iter().any(|versie| versie == stap.versie))
    {
        match apply_one(conn, schema, stap).await {
            Ok(true) => toegepast.push(stap.versie.to_owned()),
            Ok(false) => {}
            Err(oorzaak) => {
                AnsiTransactionManager::rollback_transaction(conn)
                    .await
                    .map_err(|fout| schema.error(stap.versie, fout.into()))?;
                return Err(schema.error(stap.versie, oorzaak));
            }
        }
    }
    Ok(toegepast)
}

async fn list_applied(conn: &mut AsyncPgConnection, schema: &str) -> Result<Vec<String>, DbError> {
    conn.batch_execute("set role stuurhuis_eigenaar").await?;
    let versies: Vec<Versie> = sql_query("select versie from platform.migratie where schema = $1")
        .bind::<Text, _>(schema)
        .load(conn)
        .await?;
    conn.batch_execute("reset role").await?;
    Ok(versies.into_iter().map(|rij| rij.versie).collect())
}

/// Applies one step in one transaction; false when another process did it meanwhile.
async fn apply_one(
    conn: &mut AsyncPgConnection,
    schema: &Schema,
    stap: &Migratie,
) -> Result<bool, DbError> {
    let begin = Instant::now();
    AnsiTransactionManager::begin_transaction(conn).await?;
    // Waiting for long on a lock would hold up everyone behind it; a step that cannot get it fails and is run again.
    conn.batch_execute("set local lock_timeout = '5s'; set local role stuurhuis_eigenaar")
        .await?;
    sql_query("select pg_advisory_xact_lock(7717, hashtext($1))")
        .bind::<Text, _>(&schema.naam)
        .execute(conn)
        .await?;
    let eerder: Vec<Versie> =
        sql_query("select versie from platform.migratie where schema = $1 and versie = $2")
            .bind::<Text, _>(&schema.naam)
            .bind::<Text, _>(stap.versie)
            .load(conn)
            .await?;
    if !eerder.is_empty() {
        AnsiTransactionManager::commit_transaction(conn).await?;
        return Ok(false);
    }
    // Constants and a schema name of letters and digits only: nothing from outside reaches these statements.
    conn.batch_execute(&format!(
        "set local role {}; set local search_path = {}, pg_catalog",
        schema.eigenaar, schema.naam
    ))
    .await?;
    let sql = if schema.gemeente.is_some() {
        render(stap.up, &schema.naam)
    } else {
        stap.up.to_owned()
    };
    conn.batch_execute(&sql).await?;
    conn.batch_execute("set local role stuurhuis_eigenaar; set local search_path = pg_catalog")
        .await?;
    sql_query("insert into platform.migratie (schema, versie, duur_ms) values ($1, $2, $3)")
        .bind::<Text, _>(&schema.naam)
        .bind::<Text, _>(stap.versie)
        .bind::<BigInt, _>(i64::try_from(begin.elapsed().as_millis()).unwrap_or(i64::MAX))
        .execute(conn)
        .await?;
    AnsiTransactionManager::commit_transaction(conn).await?;
    Ok(true)
}
