//! Connections and transactions. `in_tenant` is the only door to a municipality's data.

mod error;
mod pool;
mod slot;
mod tx;

use std::sync::Arc;

use primitives::GemeenteCode;

pub use error::DbError;
pub use pool::Verbruik;
pub(crate) use slot::Slot;
pub use tx::{PlatformTx, TenantTx};

use crate::geheim::Kluis;
use pool::Pool;
use tx::{POGINGEN, begin};

/// The role that a transaction takes in one municipality's schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DbRol {
    /// Execution: dossiers; reads policy and cannot write it.
    Uitvoering,
    /// Council: its own parameters; sees no dossier.
    Raad,
    /// College: its own parameters; sees no dossier.
    College,
    /// Commissioner: aggregated figures only.
    Opdrachtgever,
    /// Turns dossiers into figures: reads what figures need, never who it is about.
    Rapportage,
    /// Supervision: reads who looked at whose file, and nothing else (ADR 7).
    Toezicht,
}

impl DbRol {
    /// Every role that a municipality has, besides the owner of its schema.
    pub const ALL: [Self; 6] = [
        Self::Uitvoering,
        Self::Raad,
        Self::College,
        Self::Opdrachtgever,
        Self::Rapportage,
        Self::Toezicht,
    ];

    /// The last part of the role's name.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Uitvoering => "uitvoering",
            Self::Raad => "raad",
            Self::College => "college",
            Self::Opdrachtgever => "opdrachtgever",
            Self::Rapportage => "rapportage",
            Self::Toezicht => "toezicht",
        }
    }

    /// Whether the role has something to do with tables that municipalities share, through `platform_<naam>`.
    pub const fn uses_platform(self) -> bool {
        !matches!(self, Self::Toezicht)
    }

    /// The role's name in a municipality: `gm0294_raad`.
    pub fn in_gemeente(self, gemeente: GemeenteCode) -> String {
        format!("{}_{}", gemeente.schema(), self.naam())
    }

    /// The login role that may take this role (postgres.md, decision 1).
    pub const fn login(self) -> Login {
        match self {
            Self::Uitvoering | Self::Rapportage | Self::Toezicht => Login::Uitvoering,
            Self::Raad | Self::College => Login::Bestuur,
            Self::Opdrachtgever => Login::Sturing,
        }
    }
}

/// A login role: one per duty, without any right of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Login {
    /// Execution.
    Uitvoering,
    /// Council and college.
    Bestuur,
    /// Steering.
    Sturing,
    /// Sessions, registry and queue: what every request needs before it knows its municipality (ADR 1).
    Portaal,
    /// Migrations and provisioning; never used by the web process.
    Beheer,
}

impl Login {
    /// Every login role.
    pub const ALL: [Self; 5] = [
        Self::Uitvoering,
        Self::Bestuur,
        Self::Sturing,
        Self::Portaal,
        Self::Beheer,
    ];

    /// The name of the database role.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Uitvoering => "stuurhuis_uitvoering",
            Self::Bestuur => "stuurhuis_bestuur",
            Self::Sturing => "stuurhuis_sturing",
            Self::Portaal => "stuurhuis_portaal",
            Self::Beheer => "stuurhuis_beheer",
        }
    }
}

/// Where the database is, for each login role, and how many connections each pool may hold.
#[derive(Clone)]
pub struct DbInstellingen {
    /// Address for execution.
    pub uitvoering: String,
    /// Address for council and college.
    pub bestuur: String,
    /// Address for steering.
    pub sturing: String,
    /// Address for sessions, registry and queue.
    pub portaal: String,
    /// Connections per pool; 8 to 16 fits two cores (postgres.md, decision 5).
    pub verbindingen: usize,
}

impl std::fmt::Debug for DbInstellingen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The addresses may hold a password.
        f.debug_struct("DbInstellingen")
            .field("verbindingen", &self.verbindingen)
            .finish_non_exhaustive()
    }
}

/// The pools, one per duty, and the keys of the municipalities.
#[derive(Clone)]
pub struct Db {
    uitvoering: Arc<Pool>,
    bestuur: Arc<Pool>,
    sturing: Arc<Pool>,
    portaal: Arc<Pool>,
    kluis: Arc<Kluis>,
}

impl Db {
    /// Prepares the pools; connections are made when they are needed.
    pub fn new(instellingen: &DbInstellingen, kluis: Kluis) -> Self {
        let pool = |adres: &str| Arc::new(Pool::new(adres, instellingen.verbindingen));
        Self {
            uitvoering: pool(&instellingen.uitvoering),
            bestuur: pool(&instellingen.bestuur),
            sturing: pool(&instellingen.sturing),
            portaal: pool(&instellingen.portaal),
            kluis: Arc::new(kluis),
        }
    }

    /// Runs `werk` in one transaction on one municipality: `Ok` commits, `Err` rolls back.
    ///
    /// Role and search path are set for this transaction only, as its first statement. The work may run again
    /// (at most three times) after a serialization failure or deadlock, so it has no effect outside the
    /// database. `naam` is the use case, for the span.
    #[tracing::instrument(level = "debug", skip(self, werk), fields(gemeente = %gemeente))]
    pub async fn in_tenant<T, E, F>(
        &self,
        naam: &'static str,
        gemeente: GemeenteCode,
        rol: DbRol,
        werk: F,
    ) -> Result<T, E>
    where
        F: AsyncFn(&mut TenantTx) -> Result<T, E>,
        E: From<DbError> + std::error::Error + 'static,
    {
        let mut poging = 1;
        loop {
            let mut conn = self.pool(rol.login()).take(Some(gemeente)).await?;
            begin(&mut conn, &rol.in_gemeente(gemeente), &gemeente.schema()).await?;
            let mut tx = TenantTx::new(conn, gemeente, rol, Arc::clone(&self.kluis))?;
            match werk(&mut tx).await {
                Ok(uitkomst) => match tx.commit().await {
                    Ok(()) => return Ok(uitkomst),
                    Err(fout) if fout.is_worth_retrying() && poging < POGINGEN => poging += 1,
                    Err(fout) => return Err(fout.into()),
                },
                Err(fout) => {
                    tx.roll_back().await?;
                    if !error::is_worth_retrying(&fout) || poging == POGINGEN {
                        return Err(fout);
                    }
                    poging += 1;
                }
            }
            tracing::debug!(naam, poging, "transactie opnieuw");
        }
    }

    /// Runs `werk` in one transaction on the shared platform schema: registry, sessions, queue.
    #[tracing::instrument(level = "debug", skip(self, werk))]
    pub async fn in_platform<T, E, F>(&self, naam: &'static str, werk: F) -> Result<T, E>
    where
        F: AsyncFn(&mut PlatformTx) -> Result<T, E>,
        E: From<DbError> + std::error::Error + 'static,
    {
        let mut poging = 1;
        loop {
            let mut conn = self.portaal.take(None).await?;
            begin(&mut conn, "platform_dienst", "platform").await?;
            let mut tx = PlatformTx::new(conn);
            match werk(&mut tx).await {
                Ok(uitkomst) => match tx.commit().await {
                    Ok(()) => return Ok(uitkomst),
                    Err(fout) if fout.is_worth_retrying() && poging < POGINGEN => poging += 1,
                    Err(fout) => return Err(fout.into()),
                },
                Err(fout) => {
                    tx.roll_back().await?;
                    if !error::is_worth_retrying(&fout) || poging == POGINGEN {
                        return Err(fout);
                    }
                    poging += 1;
                }
            }
            tracing::debug!(naam, poging, "transactie opnieuw");
        }
    }

    /// The keys of the municipalities.
    pub fn kluis(&self) -> &Kluis {
        &self.kluis
    }

    /// How many connections each pool holds and lends, for the metrics.
    pub fn verbruik(&self) -> [(Login, Verbruik); 4] {
        [
            (Login::Uitvoering, self.uitvoering.verbruik()),
            (Login::Bestuur, self.bestuur.verbruik()),
            (Login::Sturing, self.sturing.verbruik()),
            (Login::Portaal, self.portaal.verbruik()),
        ]
    }

    fn pool(&self, login: Login) -> &Arc<Pool> {
        match login {
            Login::Uitvoering => &self.uitvoering,
            Login::Bestuur => &self.bestuur,
            Login::Sturing => &self.sturing,
            // No tenant role belongs to administration, so that login never gets here.
            Login::Portaal | Login::Beheer => &self.portaal,
        }
    }
}
