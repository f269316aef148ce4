//! `stuurhuis migrate`: brings every schema to the newest version. Interrupted, it goes on where it stopped.

use std::path::Path;

use anyhow::{Context, bail};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use crate::log;
use crate::omgeving::Omgeving;

/// Migrates all, tells which failed, and goes on with the others.
pub async fn run(config: &Path, json: bool) -> anyhow::Result<()> {
    let omgeving = Omgeving::start(config).await?;
    let beheer = omgeving.beheer()?;
    let aantal = beheer.list_schemas().await?.len() as u64 + 1;
    let balk = ProgressBar::new(aantal);
    balk.set_style(ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}")?);
    let verslag = beheer
        .migrate(&|schema| {
            balk.set_message(schema.to_owned());
            balk.inc(1);
        })
        .await
        .context("de database is niet bereikbaar")?;
    balk.finish_and_clear();
    let mislukt: Vec<String> = verslag
        .mislukt
        .iter()
        .map(|fout| format!("{} {}: {}", fout.schema, fout.versie, fout.oorzaak))
        .collect();
    if json {
        log::say(&json!({ "toegepast": verslag.toegepast, "mislukt": mislukt }).to_string())?;
    } else {
        log::say(&format!(
            "{} stappen toegepast op {aantal} schema's.",
            verslag.toegepast.len()
        ))?;
    }
    if mislukt.is_empty() {
        return Ok(());
    }
    bail!(
        "{} schema's zijn niet bijgewerkt; herstel de oorzaak en voer het opnieuw uit:\n  {}",
        mislukt.len(),
        mislukt.join("\n  ")
    )
}
