//! What a command works with: the settings, the database (started if it is our own), the pools.

use std::path::Path;

use anyhow::Context;
use persistence::db::Login;
use persistence::geheim::Kluis;
use persistence::migratie::Beheer;
use persistence::prive::{PrivePostgres, Veiligheid};
use persistence::{Db, DbError, DbInstellingen, PlatformTx, gemeente};
use primitives::GemeenteCode;

use crate::settings::{self, Settings};

/// The name of the database on a private server.
const PRIVE_DATABASE: &str = "stuurhuis";

/// The settings and the database that they name.
pub struct Omgeving {
    /// The settings.
    pub settings: Settings,
    /// The pools.
    pub db: Db,
    /// Administration, where the settings allow it.
    beheer: Option<Beheer>,
    /// Our own server, which stops when this is dropped, unless it ran already.
    pub postgres: Option<PrivePostgres>,
}

impl Omgeving {
    /// Reads the settings and reaches the database; a private one is started, prepared and migrated. Call it on
    /// the main thread.
    pub async fn start(config: &Path) -> anyhow::Result<Self> {
        let settings = settings::read(config)?;
        let kluis = Kluis::new(&settings.sleutels.map);
        let Some(map) = &settings.database.map else {
            let db = Db::new(&addresses(&settings)?, kluis);
            let beheer = settings.database.beheer.as_deref().map(Beheer::new);
            return Ok(Self {
                settings,
                db,
                beheer,
                postgres: None,
            });
        };
        let postgres = PrivePostgres::start(map, Veiligheid::Duurzaam)
            .context("de eigen database start niet")?;
        let beheer = prepare(&postgres).await?;
        let van = |login| postgres.address(login, PRIVE_DATABASE);
        let instellingen = DbInstellingen {
            uitvoering: van(Login::Uitvoering),
            bestuur: van(Login::Bestuur),
            sturing: van(Login::Sturing),
            portaal: van(Login::Portaal),
            verbindingen: settings.database.verbindingen,
        };
        Ok(Self {
            db: Db::new(&instellingen, kluis),
            settings,
            beheer: Some(beheer),
            postgres: Some(postgres),
        })
    }

    /// Brings a private database to the newest version; a managed one is migrated by `stuurhuis migrate`.
    pub async fn migrate_own(&self) -> anyhow::Result<()> {
        if self.postgres.is_none() {
            return Ok(());
        }
        let verslag = self
            .beheer()?
            .migrate(&|_| {})
            .await
            .context("de database kan niet worden bijgewerkt")?;
        for fout in verslag.mislukt {
            tracing::error!(
                fout = &fout as &dyn std::error::Error,
                "een gemeente is niet bijgewerkt"
            );
        }
        Ok(())
    }

    /// Refuses a municipality that is not in this system.
    pub async fn require_gemeente(&self, code: GemeenteCode) -> anyhow::Result<()> {
        let gevonden = self
            .db
            .in_platform(
                "find_gemeente",
                async |tx: &mut PlatformTx| -> Result<_, DbError> {
                    gemeente::find(tx, code).await
                },
            )
            .await
            .context("de gemeenten zijn niet te lezen")?;
        gevonden.map(drop).with_context(|| {
            format!("{code} is geen gemeente in dit systeem: `stuurhuis gemeente lijst` toont ze")
        })
    }

    /// Administration of the database.
    pub fn beheer(&self) -> anyhow::Result<&Beheer> {
        self.beheer
            .as_ref()
            .context("database.beheer: dit commando heeft het adres van stuurhuis_beheer nodig")
    }
}

async fn prepare(postgres: &PrivePostgres) -> anyhow::Result<Beheer> {
    let beheer = Beheer::new(&postgres.address(Login::Beheer, PRIVE_DATABASE));
    Beheer::create_database(&postgres.superuser_address("postgres"), PRIVE_DATABASE)
        .await
        .context("de eigen database kan niet worden gemaakt")?;
    Beheer::prepare(&postgres.superuser_address(PRIVE_DATABASE))
        .await
        .context("de eigen database kan niet worden voorbereid")?;
    beheer
        .migrate_platform()
        .await
        .context("de database kan niet worden bijgewerkt")?;
    Ok(beheer)
}

fn addresses(settings: &Settings) -> anyhow::Result<DbInstellingen> {
    let db = &settings.database;
    let adres = |waarde: &Option<String>, sleutel: &str| {
        waarde
            .clone()
            .with_context(|| format!("database.{sleutel} ontbreekt"))
    };
    Ok(DbInstellingen {
        uitvoering: adres(&db.uitvoering, "uitvoering")?,
        bestuur: adres(&db.bestuur, "bestuur")?,
        sturing: adres(&db.sturing, "sturing")?,
        portaal: adres(&db.portaal, "portaal")?,
        verbindingen: db.verbindingen,
    })
}
