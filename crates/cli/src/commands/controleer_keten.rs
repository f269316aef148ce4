//! `stuurhuis controleer-keten`: does every audit chain still hold what was written?

use std::path::Path;

use anyhow::bail;
use persistence::audit::{Breuk, Ketenstand};
use primitives::{GemeenteCode, aantal_nl};
use serde_json::json;

use crate::log;
use crate::omgeving::Omgeving;

/// Opties van het commando.
#[derive(clap::Args)]
pub struct Args {
    /// Alleen deze gemeente.
    #[arg(long, value_parser = GemeenteCode::parse)]
    gemeente: Option<GemeenteCode>,
}

/// Checks the chain of each municipality and names the first broken row of each.
pub async fn run(config: &Path, json: bool, args: &Args) -> anyhow::Result<()> {
    let omgeving = Omgeving::start(config).await?;
    let beheer = omgeving.beheer()?;
    let mut gebroken = 0;
    for gemeente in beheer.list_schemas().await? {
        if args.gemeente.is_some_and(|alleen| alleen != gemeente) {
            continue;
        }
        let stand = beheer.verify_keten(gemeente).await?;
        gebroken += usize::from(!matches!(stand, Ketenstand::Heel { .. }));
        log::say(&if json {
            as_json(gemeente, &stand)
        } else {
            format!("{gemeente}: {}", in_words(&stand))
        })?;
    }
    if gebroken == 0 {
        return Ok(());
    }
    bail!(
        "{gebroken} auditketens zijn gebroken; bewaar de database zoals zij is en waarschuw de functionaris gegevensbescherming"
    )
}

fn in_words(stand: &Ketenstand) -> String {
    match stand {
        Ketenstand::Heel { regels } => format!("heel ({})", aantal_nl(*regels, "regel", "regels")),
        Ketenstand::Gebroken { nummer, breuk } => {
            format!("gebroken bij regel {nummer}: {}", meaning(*breuk))
        }
    }
}

fn as_json(gemeente: GemeenteCode, stand: &Ketenstand) -> String {
    match stand {
        Ketenstand::Heel { regels } => json!({ "gemeente": gemeente, "heel": true, "regels": regels }),
        Ketenstand::Gebroken { nummer, breuk } => {
            json!({ "gemeente": gemeente, "heel": false, "regel": nummer, "breuk": meaning(*breuk) })
        }
    }
    .to_string()
}

const fn meaning(breuk: Breuk) -> &'static str {
    match breuk {
        Breuk::Ontbreekt => "de regel ervoor ontbreekt",
        Breuk::Gewijzigd => "de inhoud is veranderd",
        Breuk::SluitNietAan => "de regel sluit niet aan op de vorige",
        Breuk::Ingekort => "er zijn regels aan het eind verdwenen",
    }
}
