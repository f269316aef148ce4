//! `stuurhuis bereken --werken` as a process: the example of the page, faults, and a municipality that takes no part.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;
use testkit::TestDb;

mod opstelling;

/// The example of `docs/armoedeval.md`.
fn vraag() -> Value {
    let bladzijde = include_str!("../../../docs/armoedeval.md");
    let blok = bladzijde.split("```json\n").nth(1).unwrap();
    serde_json::from_str(blok.split("```").next().unwrap()).unwrap()
}

async fn bereken(opties: &[&str], vraag: &Value) -> Output {
    let test = TestDb::new().await;
    let map = TempDir::new().unwrap();
    let bestand = opstelling::write_settings(&test, map.path(), "stuurhuis_portaal");
    let mut proces = Command::new(env!("CARGO_BIN_EXE_stuurhuis"))
        .arg("--config")
        .arg(bestand)
        .args(["bereken", "--werken"])
        .args(opties)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let json = serde_json::to_vec(vraag).unwrap();
    proces.stdin.take().unwrap().write_all(&json).unwrap();
    proces.wait_with_output().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_example_of_the_page_is_answered() {
    for (opties, is_leeg) in [(&[][..], false), (&["--zonder-uitleg"], true)] {
        let uitvoer = bereken(opties, &vraag()).await;
        let klacht = String::from_utf8_lossy(&uitvoer.stderr);
        assert_eq!(uitvoer.status.code(), Some(0), "{klacht}");
        let antwoord: Value = serde_json::from_slice(&uitvoer.stdout).unwrap();
        assert_eq!(antwoord["uitkomst"], "berekend");
        assert_eq!(antwoord["werkpunt"]["netto"], "600.00");
        assert_eq!(antwoord["uitleg"].as_array().unwrap().is_empty(), is_leeg);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_named() {
    let mut fout = vraag();
    fout["bruto"] = json!("4000.01");
    fout["vrijlating"] = json!("q");
    let mut elders = vraag();
    elders["gemeente"] = json!("GM9999");
    for (vraag, zinnen) in [
        (fout, &["- bruto: geef een bedrag", "- vrijlating: "][..]),
        (elders, &["- gemeente: deze gemeente doet niet mee"]),
    ] {
        let uitvoer = bereken(&[], &vraag).await;
        let klacht = String::from_utf8(uitvoer.stderr).unwrap();
        assert_eq!(uitvoer.status.code(), Some(1), "{klacht}");
        for zin in zinnen {
            assert!(klacht.contains(zin), "{klacht}");
        }
    }
}
