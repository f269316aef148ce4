//! `stuurhuis beleid basis`: takes over shared bases with their published versions from a file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use application::beleid::{BasisError, Basisbestand, record_basissets};
use domain::bevoegdheid::{Actor, Rol};
use persistence::{DbRol, TenantTx};
use primitives::{Clock, GemeenteCode, SystemClock, SystemIds};
use serde_json::json;

use crate::log;
use crate::omgeving::Omgeving;

/// Namens welke gemeente, uit welk bestand.
#[derive(clap::Args)]
pub struct Args {
    /// CBS-code van een gemeente die aan elke basisset meedoet; in haar auditketen komt te staan dat zij is vastgelegd.
    #[arg(value_parser = GemeenteCode::parse)]
    code: GemeenteCode,
    /// Bestand: een lijst van basissets, elk met naam en versies. Een naam die al bestaat, wordt overgeslagen.
    bestand: PathBuf,
}

/// Runs the command.
pub async fn run(config: &Path, json: bool, args: &Args) -> anyhow::Result<()> {
    let pad = args.bestand.display();
    let inhoud = fs::read(&args.bestand).with_context(|| format!("{pad} is niet te lezen"))?;
    let bestand: Vec<Basisbestand> =
        serde_json::from_slice(&inhoud).with_context(|| format!("{pad} heeft een andere vorm"))?;
    let omgeving = Omgeving::start(config).await?;
    omgeving.require_gemeente(args.code).await?;
    let (actor, now) = (
        Actor::system("opdrachtregel", Rol::Opdrachtgever),
        SystemClock.now(),
    );
    let uitkomst: Result<_, BasisError> = omgeving
        .db
        .in_tenant(
            "record_basissets",
            args.code,
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| record_basissets(tx, &actor, now, &SystemIds, &bestand).await,
        )
        .await;
    if let Err(BasisError::Invoer(fouten)) = &uitkomst {
        for fout in fouten.list() {
            log::warn(&format!("{}: {}", fout.veld, fout.melding))?;
        }
        bail!("{pad}: er is niets overgenomen");
    }
    let overdracht = uitkomst?;
    if json {
        let verslag = json!({ "nieuw": overdracht.nieuw, "bekend": overdracht.bekend });
        return log::say(&verslag.to_string());
    }
    log::say(&format!(
        "{} basissets overgenomen, {} waren al bekend.",
        overdracht.nieuw, overdracht.bekend
    ))
}
