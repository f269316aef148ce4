//! The migrations that are compiled in.

use include_dir::{Dir, include_dir};

static PLATFORM: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../migrations/platform");
static GEMEENTE: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../migrations/gemeente");

/// One step, up and down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Migratie {
    /// The name of its directory, which sorts by date: `2026-11-21-0100_basis`.
    pub versie: &'static str,
    /// SQL that brings a schema to this version.
    pub up: &'static str,
    /// SQL that takes it back.
    pub down: &'static str,
}

/// The steps of the shared schemas, in order.
pub fn platform_migraties() -> Vec<Migratie> {
    read(&PLATFORM)
}

/// The steps of a municipality's schema, in order; `{{gemeente}}` stands for its name.
pub fn gemeente_migraties() -> Vec<Migratie> {
    read(&GEMEENTE)
}

fn read(map: &'static Dir) -> Vec<Migratie> {
    let mut stappen: Vec<_> = map.dirs().filter_map(read_one).collect();
    stappen.sort_by_key(|stap| stap.versie);
    stappen
}

fn read_one(map: &'static Dir) -> Option<Migratie> {
    let tekst = |naam: &str| map.get_file(map.path().join(naam))?.contents_utf8();
    Some(Migratie {
        versie: map.path().file_name()?.to_str()?,
        up: tekst("up.sql")?,
        down: tekst("down.sql")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_directory_is_a_whole_migration() {
        assert_eq!(platform_migraties().len(), PLATFORM.dirs().count());
        assert_eq!(gemeente_migraties().len(), GEMEENTE.dirs().count());
    }

    #[test]
    fn names_sort_by_date_and_tell_the_subject() {
        for stap in platform_migraties().iter().chain(&gemeente_migraties()) {
            let (datum, onderwerp) = stap.versie.split_once('_').unwrap();
            assert!(
                datum.len() == 15 && datum.bytes().all(|b| b.is_ascii_digit() || b == b'-'),
                "{}",
                stap.versie
            );
            assert!(
                onderwerp
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b == b'_'),
                "{}",
                stap.versie
            );
        }
    }
}
