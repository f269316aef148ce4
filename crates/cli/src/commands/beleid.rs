//! `stuurhuis beleid importeer`: takes over decisions of council and college from a file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use application::beleid::{BeleidError, Besluitbestand, Overname, db_rol, record_besluiten};
use clap::Subcommand;
use domain::beleid::Orgaan;
use domain::bevoegdheid::{Actor, Rol};
use persistence::TenantTx;
use primitives::{GemeenteCode, SystemIds};
use serde_json::json;

use crate::log;
use crate::omgeving::Omgeving;

/// Wat er met het beleid moet gebeuren.
#[derive(Subcommand)]
pub enum BeleidCommand {
    /// Neemt besluiten met hun waarden en bekendmaking over uit een JSON-bestand.
    Importeer(Args),
}

/// Van welke gemeente, uit welk bestand.
#[derive(clap::Args)]
pub struct Args {
    /// CBS-code van de gemeente, zoals GM0267.
    #[arg(value_parser = GemeenteCode::parse)]
    code: GemeenteCode,
    /// Bestand: een lijst van besluiten, elk met orgaan, bekendOp, besluit en bekendmaking, zoals de API ze kent.
    bestand: PathBuf,
}

/// Runs the command.
pub async fn run(config: &Path, json: bool, command: &BeleidCommand) -> anyhow::Result<()> {
    let BeleidCommand::Importeer(args) = command;
    let pad = args.bestand.display();
    let inhoud = fs::read(&args.bestand).with_context(|| format!("{pad} is niet te lezen"))?;
    let bestand: Vec<Besluitbestand> =
        serde_json::from_slice(&inhoud).with_context(|| format!("{pad} heeft een andere vorm"))?;
    let omgeving = Omgeving::start(config).await?;
    omgeving.require_gemeente(args.code).await?;
    let mut totaal = Overname::default();
    for orgaan in Orgaan::ALL {
        totaal = totaal + import(&omgeving, args, orgaan, &bestand).await?;
    }
    if json {
        let verslag = json!({
            "gemeente": args.code, "nieuw": totaal.nieuw, "bekend": totaal.bekend,
        });
        return log::say(&verslag.to_string());
    }
    let Overname { nieuw, bekend } = totaal;
    log::say(&format!(
        "{}: {nieuw} besluiten overgenomen, {bekend} waren al bekend.",
        args.code
    ))
}

async fn import(
    omgeving: &Omgeving,
    args: &Args,
    orgaan: Orgaan,
    bestand: &[Besluitbestand],
) -> anyhow::Result<Overname> {
    let rol = match orgaan {
        Orgaan::Raad => Rol::Griffie,
        Orgaan::College => Rol::College,
    };
    let actor = Actor::system("opdrachtregel", rol);
    let uitkomst: Result<_, BeleidError> = omgeving
        .db
        .in_tenant(
            "record_besluiten",
            args.code,
            db_rol(orgaan),
            async |tx: &mut TenantTx| {
                record_besluiten(tx, &actor, &SystemIds, orgaan, bestand).await
            },
        )
        .await;
    if let Err(BeleidError::Invoer(fouten)) = &uitkomst {
        for fout in fouten.list() {
            log::warn(&format!("{}: {}", fout.veld, fout.melding))?;
        }
        bail!(
            "{}: van {orgaan} is niets overgenomen",
            args.bestand.display()
        );
    }
    Ok(uitkomst?)
}
