//! `stuurhuis mandaat importeer`: takes over the mandate register of a municipality from a file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use application::aanvraag::{AanvraagError, check_mandaten, record_mandaten};
use clap::Subcommand;
use domain::aanvraag::Mandaatinvoer;
use domain::bevoegdheid::{Actor, Rol};
use persistence::{DbRol, TenantTx};
use primitives::{Clock, GemeenteCode, SystemClock, Veldfouten, aantal_nl};
use serde_json::json;

use crate::log;
use crate::omgeving::Omgeving;

/// Wat er met het mandaatregister kan.
#[derive(Subcommand)]
pub enum MandaatCommand {
    /// Neemt regels van het mandaatregister over uit een JSON-bestand.
    Importeer(Args),
}

/// Van welke gemeente, uit welk bestand.
#[derive(clap::Args)]
pub struct Args {
    /// CBS-code van de gemeente.
    #[arg(value_parser = GemeenteCode::parse)]
    code: GemeenteCode,
    /// Bestand: een lijst van regels (docs/beschikking.md). Een regel die er al is, wordt geweigerd.
    bestand: PathBuf,
    /// Alleen controleren; er wordt niets geschreven.
    #[arg(long)]
    proef: bool,
}

/// Runs the command.
pub async fn run(config: &Path, json: bool, command: &MandaatCommand) -> anyhow::Result<()> {
    let MandaatCommand::Importeer(args) = command;
    let pad = args.bestand.display();
    let inhoud = fs::read(&args.bestand).with_context(|| format!("{pad} is niet te lezen"))?;
    let rijen: Vec<Mandaatinvoer> =
        serde_json::from_slice(&inhoud).with_context(|| format!("{pad} heeft een andere vorm"))?;
    let mandaten = match Mandaatinvoer::parse_all(&rijen) {
        Ok(mandaten) => mandaten,
        Err(fouten) => return complain(&pad.to_string(), &fouten),
    };
    let omgeving = Omgeving::start(config).await?;
    omgeving.require_gemeente(args.code).await?;
    let actor = Actor::system("opdrachtregel", Rol::College);
    let now = SystemClock.now();
    let uitkomst = omgeving
        .db
        .in_tenant(
            "record_mandaten",
            args.code,
            DbRol::College,
            async |tx: &mut TenantTx| {
                if args.proef {
                    check_mandaten(tx, &actor, &mandaten).await
                } else {
                    record_mandaten(tx, &actor, now, &mandaten).await
                }
            },
        )
        .await;
    if let Err(AanvraagError::Invoer(fouten)) = &uitkomst {
        return complain(&pad.to_string(), fouten);
    }
    uitkomst?;
    if json {
        return log::say(
            &json!({ "gemeente": args.code, "proef": args.proef, "nieuw": mandaten.len() })
                .to_string(),
        );
    }
    if args.proef {
        log::say("Proef: er is niets geschreven.")?;
    }
    log::say(&format!(
        "{}: {} van het mandaatregister.",
        args.code,
        aantal_nl(mandaten.len(), "nieuwe regel", "nieuwe regels")
    ))
}

fn complain(pad: &str, fouten: &Veldfouten) -> anyhow::Result<()> {
    for fout in fouten.list() {
        let plek = match fout.veld.split_once('.') {
            Some((rij, veld)) => format!("regel {rij}, {veld}"),
            None => fout.veld.clone(),
        };
        log::warn(&format!("{plek}: {}", fout.melding))?;
    }
    bail!("{pad}: er is niets overgenomen")
}
