//! `stuurhuis database`: keeps the private PostgreSQL running, for maintenance and for filling the demo.

use std::path::Path;

use anyhow::{Context, ensure};
use tokio::signal::unix::{SignalKind, signal};

use crate::log;
use crate::omgeving::Omgeving;

/// Runs until SIGINT or SIGTERM.
pub async fn run(config: &Path) -> anyhow::Result<()> {
    let omgeving = Omgeving::start(config).await?;
    ensure!(
        omgeving.postgres.is_some(),
        "database.map: dit commando is er alleen voor een eigen PostgreSQL"
    );
    log::say("De database is gereed. Stop met Ctrl-C.")?;
    let mut beeindig = signal(SignalKind::terminate()).context("geen signalen")?;
    tokio::select! {
        uitkomst = tokio::signal::ctrl_c() => uitkomst.context("geen signalen"),
        _ = beeindig.recv() => Ok(()),
    }
}
