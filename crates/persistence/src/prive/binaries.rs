//! Finding the PostgreSQL server programs.

use std::fs;
use std::path::{Path, PathBuf};

/// Where Debian and its relatives install PostgreSQL, a directory per major version.
const DEBIAN: &str = "/usr/lib/postgresql";

/// The directory with `initdb` and `postgres`: of the version that made `data`, or else the newest.
pub(super) fn find(data: &Path) -> Option<PathBuf> {
    let mut gevonden: Vec<(u32, PathBuf)> = fs::read_dir(DEBIAN)
        .ok()?
        .flatten()
        .filter_map(|map| {
            Some((
                map.file_name().to_str()?.parse().ok()?,
                map.path().join("bin"),
            ))
        })
        .filter(|(_, bin)| bin.join("initdb").is_file() && bin.join("postgres").is_file())
        .collect();
    gevonden.sort_by_key(|(versie, _)| *versie);
    let gemaakt_met: Option<u32> = fs::read_to_string(data.join("PG_VERSION"))
        .ok()
        .and_then(|tekst| tekst.trim().parse().ok());
    match gemaakt_met {
        Some(versie) => gevonden
            .into_iter()
            .find(|(deze, _)| *deze == versie)
            .map(|(_, bin)| bin),
        None => gevonden.pop().map(|(_, bin)| bin),
    }
}
