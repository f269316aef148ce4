//! Sizes and contents of the files that git knows.

use std::fs;
use std::path::Path;

use crate::run::{Fout, output, program, root};

const REGELS_MAX: usize = 500;
/// A registry's address in a lock file would send every reader there.
const LOCKBESTANDEN: &[&str] = &["package-lock.json", "tests/package-lock.json"];

/// Every file that breaks a rule.
pub fn check() -> Result<Vec<String>, Fout> {
    let lijst = output(&mut program(
        "git",
        &["ls-files", "--cached", "--others", "--exclude-standard"],
    ))?;
    let mut fouten = Vec::new();
    for naam in lijst.lines() {
        let pad = root().join(naam);
        // Pictures are no text, and a deleted file is still listed.
        let Ok(tekst) = fs::read_to_string(&pad) else {
            continue;
        };
        check_one(naam, &tekst, &mut fouten);
    }
    check_migrations(&mut fouten)?;
    Ok(fouten)
}

fn check_one(naam: &str, tekst: &str, fouten: &mut Vec<String>) {
    let is_rust = Path::new(naam).extension().is_some_and(|ext| ext == "rs");
    let is_deze_controle = naam.starts_with("crates/xtask/src/tidy/");
    if is_rust && tekst.lines().count() > REGELS_MAX {
        fouten.push(format!(
            "{naam}: meer dan {REGELS_MAX} regels; splits het onderwerp"
        ));
    }
    if LOCKBESTANDEN.contains(&naam) && tekst.contains("\"resolved\"") {
        fouten.push(format!(
            "{naam}: bevat downloadadressen; maak het opnieuw met de .npmrc van deze map"
        ));
    }
    if !is_rust || is_deze_controle {
        return;
    }
    for (nummer, regel) in tekst.lines().enumerate() {
        let verboden = [
            ("#[ignore", "een test die niet draait bewaakt niets"),
            ("TODO", "maak er een issue van"),
            ("FIXME", "maak er een issue van"),
            ("let _ =", "een uitkomst wordt niet weggegooid"),
        ];
        for (tekst, reden) in verboden {
            if regel.contains(tekst) {
                fouten.push(format!("{naam}:{}: {tekst}: {reden}", nummer + 1));
            }
        }
    }
}

fn check_migrations(fouten: &mut Vec<String>) -> Result<(), Fout> {
    for soort in ["platform", "gemeente"] {
        let map = root().join("migrations").join(soort);
        let stappen = fs::read_dir(&map).map_err(|fout| format!("{}: {fout}", map.display()))?;
        for stap in stappen.flatten() {
            for bestand in ["up.sql", "down.sql"] {
                if !stap.path().join(bestand).is_file() {
                    fouten.push(format!("{}: {bestand} ontbreekt", stap.path().display()));
                }
            }
        }
    }
    Ok(())
}
