//! A program under test: found beside the tests, ended with them.

use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, bail};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// A running program; it is ended when this is dropped.
pub struct Proces {
    child: Child,
}

impl Proces {
    /// Starts `command`, and gives the first line of its output that holds `woord`.
    pub async fn start(mut command: Command, woord: &str) -> anyhow::Result<(Self, String)> {
        let naam = command
            .as_std()
            .get_program()
            .to_string_lossy()
            .into_owned();
        let mut child = command
            // Stays open as long as this lives: what was started with --met-ouder ends when we are killed.
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("{naam} start niet"))?;
        let mut regels = BufReader::new(child.stdout.take().context("geen uitvoer")?).lines();
        while let Some(regel) = regels.next_line().await? {
            if regel.contains(woord) {
                // Someone must go on reading, or the program stops when the pipe is full.
                tokio::spawn(async move { while let Ok(Some(_)) = regels.next_line().await {} });
                return Ok((Self { child }, regel));
            }
        }
        let uitkomst = child.wait_with_output().await?;
        bail!(
            "{naam} stopte ({}): {}",
            uitkomst.status,
            String::from_utf8_lossy(&uitkomst.stderr)
        )
    }

    /// Asks it to stop, as a service manager does, and gives its exit code.
    pub async fn stop(mut self) -> anyhow::Result<Option<i32>> {
        let pid = self.child.id().context("al gestopt")?;
        Command::new("kill")
            .args(["-TERM", &pid.to_string()])
            .status()
            .await?;
        Ok(self.child.wait().await?.code())
    }
}

/// A program of ours, built beside the test that runs.
pub fn program(naam: &str) -> anyhow::Result<PathBuf> {
    let test = std::env::current_exe()?;
    let gevonden = test
        .ancestors()
        .map(|map| map.join(naam))
        .find(|pad| pad.is_file());
    gevonden.with_context(|| format!("{naam} is niet gebouwd: cargo build --workspace"))
}
