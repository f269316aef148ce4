//! Running programs, and saying which.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What went wrong, in words for the developer.
pub type Fout = String;

/// The root of the checkout.
pub fn root() -> PathBuf {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    crates
        .and_then(Path::parent)
        .map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// A program that starts in the root of the checkout.
pub fn program(naam: &str, argumenten: &[&str]) -> Command {
    let mut command = Command::new(naam);
    command.args(argumenten).current_dir(root());
    command
}

/// cargo, as it was called for this task.
pub fn cargo(argumenten: &[&str]) -> Command {
    #[expect(
        clippy::disallowed_methods,
        reason = "cargo tells its own path by this variable"
    )]
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    program(&cargo, argumenten)
}

/// Runs a step with its output in view; its failure is ours.
pub fn step(wat: &str, command: &mut Command) -> Result<(), Fout> {
    println!("\n== {wat}");
    let begin = Instant::now();
    let status = command
        .status()
        .map_err(|fout| format!("{wat}: {} start niet: {fout}", name_of(command)))?;
    if status.success() {
        println!("   klaar in {:.1} s", begin.elapsed().as_secs_f64());
        Ok(())
    } else {
        Err(format!("{wat} mislukte ({status}): {command:?}"))
    }
}

/// Whether a program can be started at all.
pub fn exists(naam: &str) -> bool {
    Command::new(naam)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok()
}

/// The output of a program that succeeds.
pub fn output(command: &mut Command) -> Result<String, Fout> {
    let uit = command
        .output()
        .map_err(|fout| format!("{} start niet: {fout}", name_of(command)))?;
    if uit.status.success() {
        Ok(String::from_utf8_lossy(&uit.stdout).into_owned())
    } else {
        Err(format!(
            "{} mislukte: {}",
            name_of(command),
            String::from_utf8_lossy(&uit.stderr)
        ))
    }
}

fn name_of(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}
