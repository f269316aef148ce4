//! `stuurhuis werkinstructie importeer`: takes over work rules of the organisation from a file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use application::werkinstructie::{WerkinstructieError, record_werkinstructies};
use clap::Subcommand;
use domain::bevoegdheid::{Actor, Rol};
use domain::werkinstructie::WerkinstructieInvoer;
use persistence::{DbRol, TenantTx};
use primitives::{Clock, GemeenteCode, SystemClock, SystemIds, aantal_nl};
use serde_json::json;

use crate::log;
use crate::omgeving::Omgeving;

/// Wat er met het uitvoeringsbeleid kan.
#[derive(Subcommand)]
pub enum WerkinstructieCommand {
    /// Neemt werkinstructies over uit een JSON-bestand.
    Importeer(Args),
}

/// Namens welke gemeente, uit welk bestand.
#[derive(clap::Args)]
pub struct Args {
    /// CBS-code van de gemeente in wier auditketen komt te staan dat het is vastgelegd.
    #[arg(value_parser = GemeenteCode::parse)]
    code: GemeenteCode,
    /// Bestand: een lijst van werkinstructies. Een naam die er al is, wordt overgeslagen.
    bestand: PathBuf,
}

/// Runs the command.
pub async fn run(config: &Path, json: bool, command: &WerkinstructieCommand) -> anyhow::Result<()> {
    let WerkinstructieCommand::Importeer(args) = command;
    let pad = args.bestand.display();
    let inhoud = fs::read(&args.bestand).with_context(|| format!("{pad} is niet te lezen"))?;
    let bestand: Vec<WerkinstructieInvoer> =
        serde_json::from_slice(&inhoud).with_context(|| format!("{pad} heeft een andere vorm"))?;
    let omgeving = Omgeving::start(config).await?;
    omgeving.require_gemeente(args.code).await?;
    let actor = Actor::system("opdrachtregel", Rol::Directie);
    let now = SystemClock.now();
    let uitkomst = omgeving
        .db
        .in_tenant(
            "record_werkinstructies",
            args.code,
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| {
                record_werkinstructies(tx, &actor, now, &SystemIds, &bestand).await
            },
        )
        .await;
    if let Err(WerkinstructieError::Invoer(fouten)) = &uitkomst {
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
        "{} overgenomen; al bekend: {}.",
        aantal_nl(overname.nieuw, "werkinstructie", "werkinstructies"),
        overname.bekend
    ))
}
