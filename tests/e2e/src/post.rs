//! What people get by mail: a mail server that writes every message to a file.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context;
use tokio::process::Command;

use crate::proces::Proces;

const WACHTTIJD: Duration = Duration::from_secs(60);
const PEILING: Duration = Duration::from_millis(100);

/// A mail server with what it took; it is ended when this is dropped.
pub struct Postbus {
    /// The port on this machine.
    pub poort: u16,
    map: PathBuf,
    _server: Proces,
}

/// A message that was delivered.
#[derive(Clone, Debug)]
pub struct Brief {
    /// To whom the server was told to deliver it.
    pub aan: String,
    /// The subject.
    pub onderwerp: String,
    /// Everything else: heads, text and HTML.
    pub tekst: String,
}

impl Postbus {
    /// Starts the server; its messages lie in `map`.
    pub async fn start(map: PathBuf) -> anyhow::Result<Self> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../diensten/smtp.mjs");
        let mut node = Command::new("node");
        node.arg(script).arg(&map).arg("--met-ouder");
        let (server, regel) = Proces::start(node, "gereed op ").await?;
        let poort = regel.rsplit(':').next().unwrap_or_default().parse();
        Ok(Self {
            poort: poort.context("geen poort van de mailserver")?,
            map,
            _server: server,
        })
    }

    /// The messages so far, in the order in which they came.
    pub fn read(&self) -> anyhow::Result<Vec<Brief>> {
        let mut bestanden = Vec::new();
        for bestand in std::fs::read_dir(&self.map)? {
            let pad = bestand?.path();
            if pad.extension().is_some_and(|naam| naam == "eml") {
                bestanden.push(pad);
            }
        }
        bestanden.sort();
        bestanden.iter().map(|pad| Brief::read(pad)).collect()
    }

    /// Waits until there are so many messages, by receiver; refuses after a minute.
    pub async fn wait_for(&self, aantal: usize) -> anyhow::Result<Vec<Brief>> {
        let mut brieven = poll(&format!("{aantal} berichten"), async || {
            let brieven = self.read()?;
            Ok((brieven.len() >= aantal).then_some(brieven))
        })
        .await?;
        brieven.sort_by(|een, ander| een.aan.cmp(&ander.aan));
        Ok(brieven)
    }
}

impl Brief {
    fn read(pad: &Path) -> anyhow::Result<Self> {
        // Lines that were cut for the sake of old servers are made whole.
        let tekst = std::fs::read_to_string(pad)?.replace("=\r\n", "");
        let kop = |naam: &str| {
            let gevonden = tekst.lines().find_map(|regel| regel.strip_prefix(naam));
            gevonden
                .map(str::to_owned)
                .with_context(|| format!("{naam} ontbreekt in {}", pad.display()))
        };
        Ok(Self {
            aan: kop("Delivered-To: ")?,
            onderwerp: kop("Subject: ")?,
            tekst: tekst.clone(),
        })
    }
}

/// Asks again and again until there is an answer; refuses after a minute.
pub async fn poll<T>(
    wat: &str,
    mut vraag: impl AsyncFnMut() -> anyhow::Result<Option<T>>,
) -> anyhow::Result<T> {
    let mut slag = tokio::time::interval(PEILING);
    let vragen = async {
        loop {
            slag.tick().await;
            if let Some(antwoord) = vraag().await? {
                return Ok(antwoord);
            }
        }
    };
    let antwoord = tokio::time::timeout(WACHTTIJD, vragen).await;
    antwoord.with_context(|| format!("na een minuut is er niet: {wat}"))?
}
