//! The mail server of the tests, in its own process.

use std::path::Path;
use std::process::Stdio;

use mail::{MailSettings, TlsVorm};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/diensten/smtp.mjs");

/// A running server; it stops with the test.
pub struct Mailserver {
    map: TempDir,
    poort: u16,
    _proces: Child,
}

impl Mailserver {
    pub async fn start(keuzes: &[&str]) -> Self {
        let map = TempDir::new().unwrap();
        let mut proces = Command::new("node")
            .arg(SCRIPT)
            .arg(map.path())
            .arg("--met-ouder")
            .args(keuzes)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("node is needed: run cargo xtask test");
        let mut regels = BufReader::new(proces.stdout.take().unwrap()).lines();
        let gereed = regels.next_line().await.unwrap();
        let gereed = gereed.expect("the mail server did not start: run cargo xtask test");
        let poort = gereed.rsplit(':').next().unwrap().parse().unwrap();
        Self {
            map,
            poort,
            _proces: proces,
        }
    }

    pub fn settings(&self) -> MailSettings {
        MailSettings {
            host: "127.0.0.1".to_owned(),
            port: self.poort,
            tls: TlsVorm::Geen,
            afzender: "cijfers@werkleerbedrijf.example".to_owned(),
            afzender_naam: "Werkleerbedrijf Voorbeeld".to_owned(),
            gebruiker: None,
            geheim: None,
            ca: None,
        }
    }

    /// The messages so far, in the order in which they came.
    pub fn messages(&self) -> Vec<String> {
        let mut namen: Vec<_> = std::fs::read_dir(self.map.path())
            .unwrap()
            .map(|bestand| bestand.unwrap().path())
            .collect();
        namen.sort();
        namen.iter().map(|naam| read(naam)).collect()
    }
}

/// The message, with soft line breaks and the signs of quoted-printable taken out.
fn read(naam: &Path) -> String {
    let ruw = std::fs::read_to_string(naam).unwrap().replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = ruw.as_bytes();
    while let [eerste, verder @ ..] = rest {
        let gecodeerd = verder.get(..2).and_then(decode_hex);
        rest = if let (b'=', Some(byte)) = (eerste, gecodeerd) {
            bytes.push(byte);
            verder.get(2..).unwrap_or_default()
        } else {
            bytes.push(*eerste);
            verder
        };
    }
    String::from_utf8(bytes).unwrap()
}

fn decode_hex(cijfers: &[u8]) -> Option<u8> {
    u8::from_str_radix(std::str::from_utf8(cijfers).ok()?, 16).ok()
}
