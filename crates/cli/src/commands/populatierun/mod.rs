//! `stuurhuis populatierun`: the right of every household on two days, in every municipality.

mod stand;
mod start;
mod uitzonderingen;
mod voortgang;

use std::path::Path;

use anyhow::{Context, bail};
use application::recht::populatie::{
    Populatiehandeling, Populatieoverzicht, list_populatieruns, load_populatierun, record_handeling,
};
use clap::Subcommand;
use domain::bevoegdheid::{Actor, Rol};
use persistence::{DbRol, PlatformTx, TenantTx};
use primitives::{Clock, GemeenteCode, PopulatierunId, SystemClock, SystemIds, aantal_nl};

use crate::log;
use crate::omgeving::Omgeving;

/// Wat er met een populatierun kan.
#[derive(Subcommand)]
pub enum PopulatierunCommand {
    /// Start een run: alle huishoudens van alle gemeenten, op twee dagen naast elkaar.
    Start(start::Args),
    /// Toont hoever een run is; zonder kenmerk de laatste runs.
    Stand(stand::Args),
    /// Onderbreekt een run na de groep huishoudens die nu wordt gedaan.
    Onderbreek(RunArgs),
    /// Hervat een run die is onderbroken of mislukt.
    Hervat(start::HervatArgs),
    /// Toont de huishoudens van een gemeente om naar te kijken, zonder namen.
    Uitzonderingen(uitzonderingen::Args),
}

/// Welke run, en waar.
#[derive(clap::Args)]
pub struct RunArgs {
    /// Het kenmerk van de run, zoals `populatierun stand` dat toont.
    #[arg(value_parser = PopulatierunId::parse)]
    run: PopulatierunId,
    /// Alleen deze gemeente; anders alle gemeenten van de run.
    #[arg(long, value_parser = GemeenteCode::parse)]
    gemeente: Option<GemeenteCode>,
}

/// Runs the command.
pub async fn run(config: &Path, json: bool, command: &PopulatierunCommand) -> anyhow::Result<()> {
    match command {
        PopulatierunCommand::Start(args) => start::run(config, json, args).await,
        PopulatierunCommand::Hervat(args) => start::resume(config, json, args).await,
        PopulatierunCommand::Stand(args) => {
            stand::run(&Omgeving::start(config).await?, json, args).await
        }
        PopulatierunCommand::Onderbreek(args) => {
            let omgeving = Omgeving::start(config).await?;
            let aantal = act(&omgeving, args, Populatiehandeling::Onderbreking).await?;
            if json {
                return stand::say_json(&load(&omgeving, args.run).await?);
            }
            log::say(&match aantal {
                0 => "Er is niets onderbroken: de run is nergens bezig.".to_owned(),
                aantal => format!(
                    "De run is onderbroken in {}.",
                    aantal_nl(aantal, "gemeente", "gemeenten")
                ),
            })
        }
        PopulatierunCommand::Uitzonderingen(args) => {
            uitzonderingen::run(&Omgeving::start(config).await?, json, args).await
        }
    }
}

fn directie() -> Actor {
    Actor::system("opdrachtregel", Rol::Directie)
}

async fn load(omgeving: &Omgeving, run: PopulatierunId) -> anyhow::Result<Populatieoverzicht> {
    let actor = directie();
    omgeving
        .db
        .in_platform("load_populatierun", async |tx: &mut PlatformTx| {
            load_populatierun(tx, &actor, run).await
        })
        .await
        .with_context(|| {
            format!("run {run} is niet te lezen: `stuurhuis populatierun stand` toont de runs")
        })
}

async fn list(omgeving: &Omgeving) -> anyhow::Result<Vec<Populatieoverzicht>> {
    let actor = directie();
    omgeving
        .db
        .in_platform("list_populatieruns", async |tx: &mut PlatformTx| {
            list_populatieruns(tx, &actor).await
        })
        .await
        .context("de runs zijn niet te lezen")
}

/// Does something to a run in every municipality that was meant; in how many there was anything to do. One that cannot be
/// reached does not stop the others.
async fn act(
    omgeving: &Omgeving,
    args: &RunArgs,
    handeling: Populatiehandeling,
) -> anyhow::Result<u32> {
    let (actor, now) = (directie(), SystemClock.now());
    let overzicht = load(omgeving, args.run).await?;
    let doet_mee = |code| overzicht.gemeenten.iter().any(|v| v.gemeente == code);
    if let Some(code) = args.gemeente.filter(|code| !doet_mee(*code)) {
        bail!(
            "{code} doet niet mee aan deze run: `stuurhuis populatierun stand {}` toont wie wel",
            args.run
        );
    }
    let mut aantal = 0;
    for voortgang in overzicht.gemeenten {
        if args.gemeente.is_some_and(|code| code != voortgang.gemeente) {
            continue;
        }
        let gedaan = omgeving
            .db
            .in_tenant(
                "record_populatiehandeling",
                voortgang.gemeente,
                DbRol::Uitvoering,
                async |tx: &mut TenantTx| {
                    record_handeling(tx, &actor, now, &SystemIds, (args.run, handeling)).await
                },
            )
            .await;
        match gedaan {
            Ok(gedaan) => aantal += u32::from(gedaan),
            Err(fout) => log::warn(&format!("{}: {fout}", voortgang.gemeente))?,
        }
    }
    Ok(aantal)
}
