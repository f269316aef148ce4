//! `stuurhuis overleg importeer`: takes over meetings from a file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use application::sturing::{OverlegError, Overlegbestand, record_overleggen};
use clap::Subcommand;
use domain::bevoegdheid::{Actor, Rol};
use domain::sturing::OverlegGeweigerd;
use persistence::{DbRol, TenantTx};
use primitives::{Clock, GemeenteCode, SystemClock, SystemIds};
use serde_json::json;

use crate::log;
use crate::omgeving::Omgeving;

/// Wat er met het overleg van de opdrachtgevers kan.
#[derive(Subcommand)]
pub enum OverlegCommand {
    /// Neemt overleggen met agenda, besluiten en afspraken over uit een JSON-bestand.
    Importeer(Args),
}

/// Namens welke gemeente, uit welk bestand.
#[derive(clap::Args)]
pub struct Args {
    /// CBS-code van de gemeente die het overleg voorbereidt; in haar auditketen komt te staan dat het is vastgelegd.
    #[arg(value_parser = GemeenteCode::parse)]
    code: GemeenteCode,
    /// Bestand: een lijst van overleggen, elk met datum, kwartaal, plaats, en eventueel agendapunten, afspraken en de
    /// besluiten van een gehouden overleg. Een dag waarop al een overleg staat, wordt overgeslagen.
    bestand: PathBuf,
}

/// Runs the command.
pub async fn run(config: &Path, json: bool, command: &OverlegCommand) -> anyhow::Result<()> {
    let OverlegCommand::Importeer(args) = command;
    let pad = args.bestand.display();
    let inhoud = fs::read(&args.bestand).with_context(|| format!("{pad} is niet te lezen"))?;
    let bestand: Vec<Overlegbestand> =
        serde_json::from_slice(&inhoud).with_context(|| format!("{pad} heeft een andere vorm"))?;
    let omgeving = Omgeving::start(config).await?;
    omgeving.require_gemeente(args.code).await?;
    let actor = Actor::system("opdrachtregel", Rol::Opdrachtgever);
    let uitkomst: Result<_, OverlegError> = omgeving
        .db
        .in_tenant(
            "record_overleggen",
            args.code,
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| {
                record_overleggen(tx, &actor, SystemClock.now(), &SystemIds, &bestand).await
            },
        )
        .await;
    if let Err(OverlegError::Overleg(OverlegGeweigerd::Invoer(fouten))) = &uitkomst {
        for fout in fouten.list() {
            log::warn(&format!("{}: {}", fout.veld, fout.melding))?;
        }
        bail!("{pad}: er is niets overgenomen");
    }
    let overname = uitkomst?;
    if json {
        let verslag = json!({ "nieuw": overname.nieuw, "bekend": overname.bekend });
        return log::say(&verslag.to_string());
    }
    log::say(&format!(
        "{} overleggen overgenomen, {} waren al bekend.",
        overname.nieuw, overname.bekend
    ))
}
