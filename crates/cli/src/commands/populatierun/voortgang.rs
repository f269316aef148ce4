//! Doing the work of a run here, with its progress.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context;
use domain::recht::populatie::Gemeentestand;
use persistence::Db;
use primitives::{Clock, GemeenteCode, PopulatierunId, SystemClock};
use tokio::runtime::Handle;
use tokio::task::JoinSet;
use worker::{Populatieafloop, calculate_populatie};

use super::load;
use crate::log;
use crate::omgeving::Omgeving;

/// As many municipalities at once as there are cores on the machine of design section 8.
const TEGELIJK: usize = 2;
/// The width of the bar, in characters.
const BALK: u64 = 30;

/// What the tasks share.
struct Werk {
    te_doen: Mutex<Vec<GemeenteCode>>,
    gemeenten: u64,
    klaar: AtomicU64,
    is_terminal: bool,
}

/// Does what is to be done of a run, two municipalities at once; a failure of one does not stop the others and is said.
pub(super) async fn work(omgeving: &Omgeving, run: PopulatierunId) -> anyhow::Result<()> {
    let overzicht = load(omgeving, run).await?;
    let is_te_doen = |stand: Gemeentestand| stand.is_te_doen();
    let te_doen = overzicht.gemeenten.iter().filter(|v| is_te_doen(v.stand));
    let te_doen: Vec<_> = te_doen.map(|v| v.gemeente).rev().collect();
    let werk = Arc::new(Werk {
        gemeenten: u64::try_from(te_doen.len()).unwrap_or(u64::MAX),
        te_doen: Mutex::new(te_doen),
        klaar: AtomicU64::new(0),
        is_terminal: std::io::stderr().is_terminal(),
    });
    let mut taken = JoinSet::new();
    for _ in 0..TEGELIJK {
        let (db, werk, hier) = (omgeving.db.clone(), Arc::clone(&werk), Handle::current());
        // A thread each: the calculation itself takes a core too.
        taken.spawn_blocking(move || hier.block_on(do_all(&db, run, &werk)));
    }
    while let Some(uitkomst) = taken.join_next().await {
        uitkomst.context("een taak van de run stopte")??;
    }
    Ok(())
}

async fn do_all(db: &Db, run: PopulatierunId, werk: &Werk) -> anyhow::Result<()> {
    loop {
        let volgende = werk
            .te_doen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        let Some(gemeente) = volgende else {
            return Ok(());
        };
        let afloop = calculate_populatie(db, SystemClock.now(), (run, gemeente), &|_| ()).await;
        werk.klaar.fetch_add(1, Ordering::Relaxed);
        match afloop {
            Ok(Populatieafloop::Gedaan) => werk.show(gemeente)?,
            Ok(Populatieafloop::Mislukt(fout)) => log::warn(&format!("{gemeente}: {fout}"))?,
            Err(fout) => log::warn(&format!("{gemeente}: {fout}"))?,
        }
    }
}

impl Werk {
    /// A bar on a terminal; else a line per municipality.
    fn show(&self, gemeente: GemeenteCode) -> anyhow::Result<()> {
        let klaar = self.klaar.load(Ordering::Relaxed);
        if !self.is_terminal {
            return log::warn(&format!("{klaar} van {}: {gemeente}", self.gemeenten));
        }
        let vol = BALK * klaar / self.gemeenten.max(1);
        let balk: String = (0..BALK)
            .map(|plek| if plek < vol { '#' } else { '.' })
            .collect();
        let einde = if klaar == self.gemeenten { "\n" } else { "" };
        write!(
            std::io::stderr(),
            "\r[{balk}] {klaar} van {} gemeenten{einde}",
            self.gemeenten
        )
        .context("de voortgang kan niet worden geschreven")
    }
}
