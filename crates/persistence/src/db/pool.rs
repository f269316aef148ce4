//! A small pool that prefers a connection last used for the same municipality.
//!
//! Another search path makes PostgreSQL plan every prepared statement again; lending the connection that last
//! served this municipality wins back about 85% of that (postgres.md 2.1). Connections are replaced after half
//! an hour or sixty municipalities, because a backend keeps 25 kB for each table that it ever touched (2.2).

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use diesel_async::{
    AnsiTransactionManager, AsyncConnection, AsyncPgConnection, TransactionManager,
};
use primitives::GemeenteCode;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::DbError;

const LEVENSDUUR: Duration = Duration::from_mins(30);
const GEMEENTEN_PER_VERBINDING: usize = 60;
const WACHTTIJD: Duration = Duration::from_secs(5);

pub(super) struct Pool {
    adres: String,
    grootte: usize,
    vrij: Mutex<Vec<Verbinding>>,
    plaatsen: Arc<Semaphore>,
}

/// How many connections a pool may hold, and how many are lent now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verbruik {
    /// The most that it may hold.
    pub grootte: usize,
    /// How many are lent.
    pub uitgeleend: usize,
}

struct Verbinding {
    conn: AsyncPgConnection,
    gemaakt: Instant,
    gebruikt: Vec<GemeenteCode>,
}

/// A connection on loan; it goes back when it is dropped, unless it is left in a transaction.
pub(super) struct Lening {
    verbinding: Option<Verbinding>,
    pool: Arc<Pool>,
    _plaats: OwnedSemaphorePermit,
}

impl Pool {
    pub(super) fn new(adres: &str, grootte: usize) -> Self {
        let plaatsen = Arc::new(Semaphore::new(grootte));
        Self {
            adres: adres.to_owned(),
            grootte,
            vrij: Mutex::default(),
            plaatsen,
        }
    }

    pub(super) async fn take(
        self: &Arc<Self>,
        gemeente: Option<GemeenteCode>,
    ) -> Result<Lening, DbError> {
        let wachten = tokio::time::timeout(WACHTTIJD, Arc::clone(&self.plaatsen).acquire_owned());
        let plaats = wachten
            .await
            .map_err(|_| DbError::Vol)?
            .map_err(|_| DbError::Vol)?;
        let verbinding = match self.take_free(gemeente) {
            Some(verbinding) => verbinding,
            None => self.connect().await?,
        };
        Ok(Lening {
            verbinding: Some(verbinding.used_for(gemeente)),
            pool: Arc::clone(self),
            _plaats: plaats,
        })
    }

    pub(super) fn verbruik(&self) -> Verbruik {
        let vrij = self.plaatsen.available_permits();
        Verbruik {
            grootte: self.grootte,
            uitgeleend: self.grootte.saturating_sub(vrij),
        }
    }

    fn take_free(&self, gemeente: Option<GemeenteCode>) -> Option<Verbinding> {
        let mut vrij = self.vrij.lock().unwrap_or_else(PoisonError::into_inner);
        vrij.retain(Verbinding::is_fresh);
        let zelfde = vrij
            .iter()
            .rposition(|v| v.gebruikt.last().copied() == gemeente);
        match zelfde {
            Some(plek) => Some(vrij.swap_remove(plek)),
            None => vrij.pop(),
        }
    }

    async fn connect(&self) -> Result<Verbinding, DbError> {
        let conn = AsyncPgConnection::establish(&self.adres)
            .await
            .map_err(DbError::Onbereikbaar)?;
        Ok(Verbinding {
            conn,
            gemaakt: Instant::now(),
            gebruikt: Vec::new(),
        })
    }
}

impl Verbinding {
    fn is_fresh(&self) -> bool {
        self.gemaakt.elapsed() < LEVENSDUUR && self.gebruikt.len() < GEMEENTEN_PER_VERBINDING
    }

    fn used_for(mut self, gemeente: Option<GemeenteCode>) -> Self {
        if let Some(code) = gemeente.filter(|code| self.gebruikt.last() != Some(code)) {
            self.gebruikt.retain(|eerder| *eerder != code);
            self.gebruikt.push(code);
        }
        self
    }
}

impl Deref for Lening {
    type Target = AsyncPgConnection;

    fn deref(&self) -> &AsyncPgConnection {
        &self
            .verbinding
            .as_ref()
            .expect("a loan holds its connection until it is dropped")
            .conn
    }
}

impl DerefMut for Lening {
    fn deref_mut(&mut self) -> &mut AsyncPgConnection {
        &mut self
            .verbinding
            .as_mut()
            .expect("a loan holds its connection until it is dropped")
            .conn
    }
}

impl Drop for Lening {
    fn drop(&mut self) {
        let Some(mut verbinding) = self.verbinding.take() else {
            return;
        };
        // A future that was dropped half-way leaves its transaction open: that connection is thrown away, or
        // the next borrower would find itself in the other municipality (postgres.md, decision 12).
        if AnsiTransactionManager::is_broken_transaction_manager(&mut verbinding.conn) {
            return;
        }
        self.pool
            .vrij
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(verbinding);
    }
}
