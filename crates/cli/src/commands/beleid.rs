//! `stuurhuis beleid importeer`: takes over decisions of council and college from a file, or tries a file of values.

mod basisset;
mod beleidsbestand;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use application::beleid::{BeleidError, Besluitbestand, Overname, db_rol, record_besluiten};
use clap::Subcommand;
use domain::beleid::Orgaan;
use domain::bevoegdheid::{Actor, Rol};
use persistence::TenantTx;
use primitives::{GemeenteCode, SystemIds, aantal_nl};
use reports::beleidsbestand::Beleidsformaat;
use serde_json::json;

use crate::log;
use crate::omgeving::Omgeving;

/// Wat er met het beleid moet gebeuren.
#[derive(Subcommand)]
pub enum BeleidCommand {
    /// Neemt besluiten over uit een JSON-bestand, of probeert een YAML- of XLSX-bestand met waarden.
    Importeer(Args),
    /// Schrijft wat op een dag geldt naar een YAML- of XLSX-bestand.
    Exporteer(beleidsbestand::ExporteerArgs),
    /// Neemt gezamenlijke basissets over uit een JSON-bestand.
    Basis(basisset::Args),
}

/// Van welke gemeente, uit welk bestand.
#[derive(clap::Args)]
pub struct Args {
    /// CBS-code van de gemeente, zoals GM0267.
    #[arg(value_parser = GemeenteCode::parse)]
    code: GemeenteCode,
    /// Bestand. JSON: een lijst van besluiten, elk met orgaan, bekendOp, besluit en bekendmaking, zoals de API ze kent; die
    /// worden overgenomen. YAML of XLSX: waarden zoals `exporteer` ze schrijft; dat is een proef die niets bewaart.
    bestand: PathBuf,
    /// Bij YAML en XLSX: de dag waarop het moet ingaan, zoals 2027-01-01.
    #[arg(long)]
    ingang: Option<String>,
    /// Bij YAML en XLSX: maak van wat wijzigt een voorstel aan raad of college. Het is een concept en bindt niemand.
    #[arg(long, requires = "titel", value_parser = read_orgaan)]
    voorstel: Option<Orgaan>,
    /// Het onderwerp van dat voorstel.
    #[arg(long, requires = "voorstel")]
    titel: Option<String>,
}

/// Runs the command.
pub async fn run(config: &Path, json: bool, command: &BeleidCommand) -> anyhow::Result<()> {
    match command {
        BeleidCommand::Importeer(args) => match Beleidsformaat::of_pad(&args.bestand) {
            Some(formaat) => beleidsbestand::import(config, json, args, formaat).await,
            None => take_over(config, json, args).await,
        },
        BeleidCommand::Exporteer(args) => beleidsbestand::export(config, args).await,
        BeleidCommand::Basis(args) => basisset::run(config, json, args).await,
    }
}

async fn take_over(config: &Path, json: bool, args: &Args) -> anyhow::Result<()> {
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
        "{}: {} overgenomen; al bekend: {bekend}.",
        args.code,
        aantal_nl(nieuw, "besluit", "besluiten")
    ))
}

/// The command line as the clerk of an organ.
fn actor_of(orgaan: Orgaan) -> Actor {
    let rol = match orgaan {
        Orgaan::Raad => Rol::Griffie,
        Orgaan::College => Rol::College,
    };
    Actor::system("opdrachtregel", rol)
}

fn read_orgaan(tekst: &str) -> Result<Orgaan, String> {
    Orgaan::from_code(tekst).ok_or_else(|| "kies raad of college".to_owned())
}

async fn import(
    omgeving: &Omgeving,
    args: &Args,
    orgaan: Orgaan,
    bestand: &[Besluitbestand],
) -> anyhow::Result<Overname> {
    let actor = actor_of(orgaan);
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
