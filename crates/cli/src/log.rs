//! The log on standard output, and complaints on standard error.

use std::io::Write;

use anyhow::Context;
use tracing_subscriber::EnvFilter;

use crate::settings::{LogSettings, Logvorm};

/// Starts the log. JSON lines hold time, level, message and fields; use cases put nothing personal in them.
pub fn start(settings: &LogSettings) -> anyhow::Result<()> {
    let filter = EnvFilter::builder()
        .parse(&settings.niveau)
        .context("log.niveau: verwacht een niveau zoals info, of info,persistence=debug")?;
    let bouwer = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_target(true);
    let gestart = match settings.vorm {
        Logvorm::Json => bouwer.json().flatten_event(true).try_init(),
        Logvorm::Tekst => bouwer.compact().try_init(),
    };
    gestart.map_err(|fout| anyhow::anyhow!("de log start niet: {fout}"))
}

/// Says on standard error what failed and why, cause after cause.
pub fn complain(fout: &anyhow::Error) {
    let oorzaken: Vec<String> = fout.chain().map(ToString::to_string).collect();
    // Nowhere is left to say that standard error is gone.
    writeln!(std::io::stderr(), "stuurhuis: {}", oorzaken.join(": ")).unwrap_or_default();
}

/// Writes a line that goes with a refusal, on standard error.
pub fn warn(tekst: &str) -> anyhow::Result<()> {
    writeln!(std::io::stderr(), "{tekst}").context("de uitvoer kan niet worden geschreven")
}

/// Writes an answer for the reader of the command.
pub fn say(tekst: &str) -> anyhow::Result<()> {
    writeln!(std::io::stdout(), "{tekst}").context("de uitvoer kan niet worden geschreven")
}
