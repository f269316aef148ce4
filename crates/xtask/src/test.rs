//! Everything that guards the product, in the order of the cheapest first.

use crate::run::{Fout, cargo, step};
use crate::{assets, install, tidy};

/// Formats, lints, house rules, and every test. The test runner's closing line comes last.
pub fn run_all() -> Result<(), Fout> {
    install::ensure(install::TEST)?;
    install::ensure_nextest()?;
    step("opmaak", &mut cargo(&["fmt", "--all", "--check"]))?;
    println!("\n== regels van het huis");
    tidy::check()?;
    assets::ensure()?;
    assets::ensure_for_tests()?;
    let clippy = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ];
    step("lints", &mut cargo(&clippy))?;
    step(
        "bouwen",
        &mut cargo(&["build", "--workspace", "--all-targets", "--locked"]),
    )?;
    step(
        "voorbeelden in de documentatie",
        &mut cargo(&["test", "--workspace", "--doc", "--locked", "--quiet"]),
    )?;
    step(
        "tests",
        &mut cargo(&[
            "nextest",
            "run",
            "--workspace",
            "--locked",
            "--no-fail-fast",
        ]),
    )
}
