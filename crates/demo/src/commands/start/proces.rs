//! A child that ends when we end, however we end.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use tokio::process::{Child, Command};

const STARTTIJD: Duration = Duration::from_mins(2);
const STOPTIJD: Duration = Duration::from_secs(30);
const PEILING: Duration = Duration::from_millis(50);

/// A program that runs beside us, with its output in a file.
pub struct Proces {
    naam: &'static str,
    child: Child,
    logboek: PathBuf,
}

impl Proces {
    /// Starts the command line in `regel`; its output goes to `<naam>.log` in `map`.
    pub fn start(naam: &'static str, regel: &[String], map: &Path) -> anyhow::Result<Self> {
        let logboek = map.join(format!("{naam}.log"));
        let uitvoer = File::create(&logboek)
            .with_context(|| format!("{} niet te schrijven", logboek.display()))?;
        // The kernel ends the child when we are killed; a group of its own keeps Ctrl-C for us to handle.
        let child = Command::new("setpriv")
            .args(["--pdeathsig", "TERM", "--"])
            .args(regel)
            .stdin(Stdio::null())
            .stdout(uitvoer.try_clone()?)
            .stderr(uitvoer)
            .process_group(0)
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("{naam} start niet"))?;
        Ok(Self {
            naam,
            child,
            logboek,
        })
    }

    /// Waits until its output holds `woord`.
    pub async fn wait_for_line(&mut self, woord: &str) -> anyhow::Result<()> {
        let begin = Instant::now();
        while !std::fs::read_to_string(&self.logboek)
            .unwrap_or_default()
            .contains(woord)
        {
            self.check_alive(begin)?;
            tokio::time::sleep(PEILING).await;
        }
        Ok(())
    }

    /// Waits until `/readyz` says that it is ready.
    pub async fn wait_until_ready(&mut self, adres: &str) -> anyhow::Result<()> {
        let begin = Instant::now();
        let vraag = reqwest::Client::new();
        loop {
            let antwoord = vraag.get(format!("{adres}/readyz")).send().await;
            if antwoord.is_ok_and(|antwoord| antwoord.status().is_success()) {
                return Ok(());
            }
            self.check_alive(begin)?;
            tokio::time::sleep(PEILING).await;
        }
    }

    /// Asks it to stop, and ends it if it does not.
    pub async fn stop(mut self) {
        if let Some(pid) = self.child.id() {
            // Through the program `kill`, since std has no signals; where it fails the wait below ends the child.
            if let Err(fout) = Command::new("kill")
                .args(["-TERM", &pid.to_string()])
                .status()
                .await
            {
                println!("{}: {fout}", self.naam);
            }
        }
        if tokio::time::timeout(STOPTIJD, self.child.wait())
            .await
            .is_err()
        {
            println!("{} stopte niet uit zichzelf", self.naam);
        }
    }

    fn check_alive(&mut self, begin: Instant) -> anyhow::Result<()> {
        if let Some(status) = self.child.try_wait()? {
            bail!("{} stopte ({status}): {}", self.naam, self.last_words());
        }
        if begin.elapsed() > STARTTIJD {
            bail!(
                "{} is niet op tijd gereed: zie {}",
                self.naam,
                self.logboek.display()
            );
        }
        Ok(())
    }

    fn last_words(&self) -> String {
        let tekst = std::fs::read_to_string(&self.logboek).unwrap_or_default();
        let regels: Vec<_> = tekst.lines().rev().take(5).collect();
        regels.into_iter().rev().collect::<Vec<_>>().join("\n")
    }
}

/// Waits until one of them ends by itself, which none should.
pub async fn wait_for_any(processen: &mut [Proces]) -> anyhow::Result<()> {
    loop {
        for proces in processen.iter_mut() {
            if let Some(status) = proces.child.try_wait()? {
                bail!("{} stopte ({status}): {}", proces.naam, proces.last_words());
            }
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}
