//! Telling every fault of files that are not taken over.

use primitives::aantal_nl;
use std::path::{Path, PathBuf};

use domain::statistiek::Bestandsfouten;
use serde_json::{Value, json};

use crate::log;

/// The kind of a file, where it is, and its faults, if it has any.
pub type Foutenlijst<'a> = (
    &'static str,
    Option<&'a PathBuf>,
    Option<&'a Bestandsfouten>,
);

/// Names every fault of every file.
pub fn complain(json: bool, lijsten: &[Foutenlijst<'_>]) -> anyhow::Result<()> {
    if json {
        let per_bestand: serde_json::Map<String, Value> = lijsten
            .iter()
            .filter_map(|(soort, _, fouten)| {
                let fouten = fouten.as_ref()?;
                let inhoud = json!({ "totaal": fouten.totaal(), "fouten": fouten.list() });
                Some(((*soort).to_owned(), inhoud))
            })
            .collect();
        return log::say(&json!({ "overgenomen": false, "bestanden": per_bestand }).to_string());
    }
    for (_, pad, fouten) in lijsten {
        if let (Some(pad), Some(fouten)) = (pad, fouten) {
            complain_file(pad, fouten)?;
        }
    }
    Ok(())
}

fn complain_file(pad: &Path, fouten: &Bestandsfouten) -> anyhow::Result<()> {
    let naam = pad.display();
    for fout in fouten.list() {
        let waarde = if fout.waarde.is_empty() {
            String::new()
        } else {
            format!(" ({})", fout.waarde)
        };
        log::warn(&format!(
            "{naam} regel {}, {}{waarde}: {}",
            fout.regel, fout.veld, fout.voorschrift
        ))?;
    }
    if fouten.totaal() > fouten.list().len() {
        let meer = fouten.totaal() - fouten.list().len();
        log::warn(&format!(
            "{naam}: en nog {}",
            aantal_nl(meer, "fout", "fouten")
        ))?;
    }
    Ok(())
}
