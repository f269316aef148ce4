//! `stuurhuis zienswijze importeer`: takes over rounds of zienswijzen from a file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use application::beleid::zienswijze::{
    Rondebestand, ZienswijzeError, Zienswijzebestand, record_antwoordovername,
    record_eindeovername, record_rondeovername, record_zienswijzeovername,
};
use clap::Subcommand;
use domain::bevoegdheid::{Actor, Rol};
use persistence::{DbRol, TenantTx};
use primitives::{Clock, GemeenteCode, SystemClock, SystemIds, ZienswijzerondeId, aantal_nl};
use serde_json::json;

use crate::log;
use crate::omgeving::Omgeving;

/// Wat er met zienswijzen kan.
#[derive(Subcommand)]
pub enum ZienswijzeCommand {
    /// Neemt rondes met zienswijzen en antwoorden over uit een JSON-bestand.
    Importeer(Args),
}

/// Namens welke gemeente, uit welk bestand.
#[derive(clap::Args)]
pub struct Args {
    /// CBS-code van een gemeente; in haar auditketen komt te staan dat de ronde is overgenomen.
    #[arg(value_parser = GemeenteCode::parse)]
    code: GemeenteCode,
    /// Bestand: een lijst van rondes, elk met de dagen, de zienswijzen van de raden, het antwoord en het einde. Van een
    /// ronde met dezelfde naam en dag van verzending wordt overgenomen wat er nog niet is.
    bestand: PathBuf,
}

/// Runs the command.
pub async fn run(config: &Path, json: bool, command: &ZienswijzeCommand) -> anyhow::Result<()> {
    let ZienswijzeCommand::Importeer(args) = command;
    let pad = args.bestand.display();
    let inhoud = fs::read(&args.bestand).with_context(|| format!("{pad} is niet te lezen"))?;
    let bestand: Vec<Rondebestand> =
        serde_json::from_slice(&inhoud).with_context(|| format!("{pad} heeft een andere vorm"))?;
    let omgeving = Omgeving::start(config).await?;
    omgeving.require_gemeente(args.code).await?;
    let (mut nieuw, mut bekend) = (0, 0);
    for ronde in &bestand {
        match take_over(&omgeving, args.code, ronde).await {
            Ok(true) => nieuw += 1,
            Ok(false) => bekend += 1,
            Err(fout) => {
                if let ZienswijzeError::Invoer(fouten) = &fout {
                    for fout in fouten.list() {
                        log::warn(&format!("{}: {}", fout.veld, fout.melding))?;
                    }
                }
                bail!("{pad}: {} is niet overgenomen: {fout}", ronde.ronde.titel);
            }
        }
    }
    if json {
        return log::say(&json!({ "nieuw": nieuw, "bekend": bekend }).to_string());
    }
    log::say(&format!(
        "{} overgenomen; al bekend: {bekend}.",
        aantal_nl(nieuw, "ronde", "rondes")
    ))
}

/// Takes over one round, or what is missing of it; whether it was new.
async fn take_over(
    omgeving: &Omgeving,
    code: GemeenteCode,
    bestand: &Rondebestand,
) -> Result<bool, ZienswijzeError> {
    let (db, now) = (&omgeving.db, SystemClock.now());
    let actor = Actor::system("opdrachtregel", Rol::Bestuur);
    let werk =
        async |tx: &mut TenantTx| record_rondeovername(tx, &actor, now, &SystemIds, bestand).await;
    let (id, is_nieuw) = db
        .in_tenant("record_rondeovername", code, DbRol::Uitvoering, werk)
        .await?;
    for zienswijze in &bestand.zienswijzen {
        take_over_one(omgeving, id, zienswijze).await?;
    }
    if let Some(einde) = &bestand.einde {
        let werk = async |tx: &mut TenantTx| record_eindeovername(tx, &actor, now, id, einde).await;
        db.in_tenant("record_eindeovername", code, DbRol::Uitvoering, werk)
            .await?;
    }
    Ok(is_nieuw)
}

/// Takes over the view of one council, and the answer to it.
async fn take_over_one(
    omgeving: &Omgeving,
    id: ZienswijzerondeId,
    bestand: &Zienswijzebestand,
) -> Result<(), ZienswijzeError> {
    let (db, now, gemeente) = (&omgeving.db, SystemClock.now(), bestand.gemeente);
    let griffie = Actor::system("opdrachtregel", Rol::Griffie);
    let werk =
        async |tx: &mut TenantTx| record_zienswijzeovername(tx, &griffie, now, id, bestand).await;
    db.in_tenant("record_zienswijzeovername", gemeente, DbRol::Raad, werk)
        .await?;
    if let Some(antwoord) = &bestand.antwoord {
        let bestuur = Actor::system("opdrachtregel", Rol::Bestuur);
        let werk = async |tx: &mut TenantTx| {
            record_antwoordovername(tx, &bestuur, now, id, antwoord).await
        };
        db.in_tenant("record_antwoordovername", gemeente, DbRol::Uitvoering, werk)
            .await?;
    }
    Ok(())
}
