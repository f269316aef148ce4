//! Stylesheets and fonts from npm, which the build compiles in.

use std::fs;
use std::path::Path;

use crate::run::{Fout, program, root, step};

/// Fetches the packages of the root and of the tests, unless that was done for the same lock files.
pub fn ensure() -> Result<(), Fout> {
    ensure_in(&root())
}

/// Fetches the packages of the tests: the identity provider, the accessibility scan, and the mail server, which the demo
/// uses too.
pub fn ensure_for_tests() -> Result<(), Fout> {
    ensure_in(&root().join("tests"))
}

fn ensure_in(map: &Path) -> Result<(), Fout> {
    let lock = fs::read_to_string(map.join("package-lock.json"))
        .map_err(|fout| format!("{}: {fout}", map.join("package-lock.json").display()))?;
    let gehaald = map.join("node_modules/.stuurhuis-lock");
    if fs::read_to_string(&gehaald).is_ok_and(|eerder| eerder == lock) {
        return Ok(());
    }
    let mut npm = program(
        "npm",
        &[
            "ci",
            "--legacy-peer-deps",
            "--ignore-scripts",
            "--no-progress",
        ],
    );
    step(
        &format!("npm-pakketten ophalen in {}", map.display()),
        npm.current_dir(map),
    )?;
    fs::write(&gehaald, lock).map_err(|fout| format!("{}: {fout}", gehaald.display()))
}
