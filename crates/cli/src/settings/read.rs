//! From files and environment to settings: base, the file of the environment, then single keys from outside.

use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use toml::{Table, Value};

use super::Settings;

const BASIS: &str = include_str!("../../../../config/base.toml");
const VOORVOEGSEL: &str = "STUURHUIS__";

/// Reads the settings; an error names the key and what it expects.
pub fn read(bestand: &Path) -> anyhow::Result<Settings> {
    let tekst = fs::read_to_string(bestand).with_context(|| {
        format!(
            "het configuratiebestand {} is niet te lezen",
            bestand.display()
        )
    })?;
    let omgeving = std::env::vars()
        .filter(|(naam, _)| naam.starts_with(VOORVOEGSEL))
        .collect::<Vec<_>>();
    read_from(&tekst, &omgeving)
        .with_context(|| format!("de configuratie {} klopt niet", bestand.display()))
}

fn read_from(tekst: &str, omgeving: &[(String, String)]) -> anyhow::Result<Settings> {
    let mut tabel: Table = BASIS.parse().context("config/base.toml")?;
    merge(&mut tabel, tekst.parse().context("geen geldige TOML")?);
    for (naam, waarde) in omgeving {
        set(&mut tabel, naam, waarde)?;
    }
    read_secrets(&mut tabel)?;
    let settings: Settings = tabel
        .try_into()
        .map_err(|fout: toml::de::Error| anyhow::anyhow!(describe(&fout)))?;
    settings.check()?;
    Ok(settings)
}

/// The key and what it expects; not the value that was found, which may be a secret.
fn describe(fout: &toml::de::Error) -> String {
    let regels = fout.to_string();
    let sleutel = regels
        .lines()
        .find_map(|regel| regel.strip_prefix("in `")?.strip_suffix('`'));
    let melding = match fout.message().split_once(", expected ") {
        Some((gevonden, verwacht)) if gevonden.starts_with("invalid ") => {
            format!("expected {verwacht}")
        }
        _ => fout.message().to_owned(),
    };
    sleutel.map_or(melding.clone(), |sleutel| format!("{sleutel}: {melding}"))
}

fn merge(basis: &mut Table, over: Table) {
    for (sleutel, waarde) in over {
        match (basis.get_mut(&sleutel), waarde) {
            (Some(Value::Table(onder)), Value::Table(boven)) => merge(onder, boven),
            (_, waarde) => {
                basis.insert(sleutel, waarde);
            }
        }
    }
}

/// `STUURHUIS__DATABASE__VERBINDINGEN=12` sets `database.verbindingen`.
fn set(tabel: &mut Table, naam: &str, waarde: &str) -> anyhow::Result<()> {
    let pad = naam.trim_start_matches(VOORVOEGSEL).to_lowercase();
    let Some((sectie, sleutel)) = pad.split_once("__") else {
        bail!("{naam}: schrijf {VOORVOEGSEL}SECTIE__SLEUTEL");
    };
    // A number or truth value as TOML writes it; everything else is text.
    let waarde = waarde
        .parse::<i64>()
        .map(Value::Integer)
        .or_else(|_| waarde.parse::<bool>().map(Value::Boolean))
        .unwrap_or_else(|_| Value::String(waarde.to_owned()));
    let onder = tabel
        .entry(sectie)
        .or_insert_with(|| Value::Table(Table::new()));
    let Value::Table(onder) = onder else {
        bail!("{naam}: {sectie} is geen sectie")
    };
    onder.insert(sleutel.to_owned(), waarde);
    Ok(())
}

/// A key that ends in `_bestand` is replaced by the content of that file, without the newline at its end.
fn read_secrets(tabel: &mut Table) -> anyhow::Result<()> {
    for (sectie, waarde) in tabel.iter_mut() {
        let Value::Table(onder) = waarde else {
            continue;
        };
        let uit_bestand: Vec<String> = onder
            .keys()
            .filter(|sleutel| sleutel.ends_with("_bestand"))
            .cloned()
            .collect();
        for sleutel in uit_bestand {
            let Some(Value::String(pad)) = onder.remove(&sleutel) else {
                bail!("{sectie}.{sleutel}: verwacht het pad van een bestand");
            };
            let inhoud = fs::read_to_string(&pad)
                .with_context(|| format!("{sectie}.{sleutel}: {pad} is niet te lezen"))?;
            let doel = sleutel.trim_end_matches("_bestand").to_owned();
            onder.insert(doel, Value::String(inhoud.trim_end().to_owned()));
        }
    }
    Ok(())
}
