//! `stuurhuis worker`: works through the queue, beside or instead of `serve`.

use std::path::Path;

use anyhow::Context;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use crate::log;
use crate::omgeving::Omgeving;
use crate::wachtrij::build_worker;

/// Runs until SIGINT or SIGTERM; the job that is under way is finished.
pub async fn run(config: &Path) -> anyhow::Result<()> {
    let omgeving = Omgeving::start(config).await?;
    log::start(&omgeving.settings.log)?;
    let worker = build_worker(&omgeving)?;
    let mut beeindig = signal(SignalKind::terminate()).context("geen signalen")?;
    let (stop, gestopt) = watch::channel(false);
    let einde = async {
        tokio::select! {
            uitkomst = tokio::signal::ctrl_c() => uitkomst.context("geen signalen")?,
            _ = beeindig.recv() => {}
        }
        stop.send_replace(true);
        Ok(())
    };
    let ((), einde) = tokio::join!(worker.run(gestopt), einde);
    einde
}
