//! `stuurhuis opdracht importeer`: takes over the assignment of a year, with its plan and states, from a file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use application::opdracht::{
    OpdrachtError, Opdrachtbestand, Opdrachtovername, record_opdrachtbestand, record_planbestand,
};
use clap::Subcommand;
use domain::bevoegdheid::{Actor, Rol};
use persistence::{DbRol, TenantTx};
use primitives::{Clock, GemeenteCode, SystemClock};
use serde_json::json;

use crate::log;
use crate::omgeving::Omgeving;

/// Wat er met de opdracht aan de organisatie kan.
#[derive(Subcommand)]
pub enum OpdrachtCommand {
    /// Neemt een verstrekte opdracht met uitvoeringsplan en standen over uit een JSON-bestand.
    Importeer(Args),
}

/// Van welke gemeente, uit welk bestand.
#[derive(clap::Args)]
pub struct Args {
    /// CBS-code van de gemeente.
    #[arg(value_parser = GemeenteCode::parse)]
    code: GemeenteCode,
    /// Bestand: jaar, onderdelen, en eventueel antwoorden en standen per kwartaal. Een jaar dat al een opdracht heeft,
    /// wordt overgeslagen.
    bestand: PathBuf,
}

/// Runs the command.
pub async fn run(config: &Path, json: bool, command: &OpdrachtCommand) -> anyhow::Result<()> {
    let OpdrachtCommand::Importeer(args) = command;
    let pad = args.bestand.display();
    let inhoud = fs::read(&args.bestand).with_context(|| format!("{pad} is niet te lezen"))?;
    let bestand: Opdrachtbestand =
        serde_json::from_slice(&inhoud).with_context(|| format!("{pad} heeft een andere vorm"))?;
    let omgeving = Omgeving::start(config).await?;
    omgeving.require_gemeente(args.code).await?;
    match import(&omgeving, args.code, &bestand).await {
        Err(OpdrachtError::Invoer(fouten)) => {
            for fout in fouten.list() {
                log::warn(&format!("{}: {}", fout.veld, fout.melding))?;
            }
            bail!("{pad}: er is niets overgenomen");
        }
        Err(fout) => Err(fout.into()),
        Ok(overname) => tell(json, bestand.jaar, overname),
    }
}

/// Assignment first, in the role of the college; then what the organisation answers, in that of execution.
async fn import(
    omgeving: &Omgeving,
    gemeente: GemeenteCode,
    bestand: &Opdrachtbestand,
) -> Result<Opdrachtovername, OpdrachtError> {
    let now = SystemClock.now();
    let schrijver = Actor::system("overname opdrachtgever", Rol::Opdrachtgever);
    let overname = omgeving
        .db
        .in_tenant(
            "record_opdrachtbestand",
            gemeente,
            DbRol::College,
            async |tx: &mut TenantTx| record_opdrachtbestand(tx, &schrijver, now, bestand).await,
        )
        .await?;
    if overname == Opdrachtovername::WasBekend {
        return Ok(overname);
    }
    let directie = Actor::system("overname directie", Rol::Directie);
    omgeving
        .db
        .in_tenant(
            "record_planbestand",
            gemeente,
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| record_planbestand(tx, &directie, now, bestand).await,
        )
        .await?;
    Ok(overname)
}

fn tell(json: bool, jaar: i16, overname: Opdrachtovername) -> anyhow::Result<()> {
    let is_nieuw = overname == Opdrachtovername::Vastgelegd;
    if json {
        return log::say(&json!({ "jaar": jaar, "overgenomen": is_nieuw }).to_string());
    }
    if is_nieuw {
        log::say(&format!("De opdracht van {jaar} is overgenomen."))
    } else {
        log::say(&format!(
            "De opdracht van {jaar} was al bekend: er is niets veranderd."
        ))
    }
}
