//! Filling the demo the first time, by the commands that an operator would use.

use std::fs;
use std::process::Stdio;
use std::time::Instant;

use anyhow::{Context, bail};
use tokio::process::Command;

use super::configuratie::Configuratie;

/// The six municipalities of the seeds: code, name, first day, on whose behalf, colour.
const GEMEENTEN: [[&str; 5]; 6] = [
    [
        "GM1859",
        "Berkelland",
        "2021-01-01",
        "gedelegeerd",
        "#005b82",
    ],
    [
        "GM1586",
        "Oost Gelre",
        "2021-01-01",
        "gedelegeerd",
        "#7a1f5c",
    ],
    [
        "GM0294",
        "Winterswijk",
        "2021-01-01",
        "gedelegeerd",
        "#0b5e54",
    ],
    [
        "GM1509",
        "Oude IJsselstreek",
        "2021-01-01",
        "advies",
        "#8a3b12",
    ],
    ["GM0267", "Nijkerk", "2021-01-01", "gemandateerd", "#1d4f91"],
    [
        "GM1966",
        "Het Hogeland",
        "2021-01-01",
        "gedelegeerd",
        "#3d5a1e",
    ],
];

/// Fills the demo, unless that was done before; a filling that was interrupted goes on.
pub async fn fill_once(configuratie: &Configuratie) -> anyhow::Result<()> {
    let gevuld = configuratie.map.join("gevuld");
    if gevuld.is_file() {
        return Ok(());
    }
    let begin = Instant::now();
    println!("De demo wordt gevuld (eenmalig).");
    for [code, naam, aangesloten_op, uitvoeringsvorm, kleur] in GEMEENTEN {
        println!("  {code} {naam}");
        run(
            configuratie,
            &[
                "gemeente",
                "toevoegen",
                code,
                "--naam",
                naam,
                "--aangesloten-op",
                aangesloten_op,
                "--uitvoeringsvorm",
                uitvoeringsvorm,
                "--themakleur",
                kleur,
            ],
        )
        .await?;
    }
    fs::write(&gevuld, "")?;
    println!(
        "De demo is gevuld in {:.0} s.",
        begin.elapsed().as_secs_f64()
    );
    Ok(())
}

/// Runs one command; its complaint is ours.
async fn run(configuratie: &Configuratie, argumenten: &[&str]) -> anyhow::Result<()> {
    let regel = configuratie.stuurhuis(argumenten);
    let (programma, rest) = regel.split_first().context("geen programma")?;
    let uitkomst = Command::new(programma)
        .args(rest)
        .stdin(Stdio::null())
        .output()
        .await?;
    if !uitkomst.status.success() {
        bail!(
            "`stuurhuis {}` mislukte: {}",
            argumenten.join(" "),
            String::from_utf8_lossy(&uitkomst.stderr).trim()
        );
    }
    Ok(())
}
