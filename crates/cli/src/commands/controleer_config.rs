//! `stuurhuis controleer-config`: are the settings complete and possible?

use std::path::Path;

use crate::{log, settings};

/// Reads the settings and says so.
pub fn run(config: &Path) -> anyhow::Result<()> {
    settings::read(config)?;
    log::say("De configuratie klopt.")
}
