//! Starting and resuming, and doing the work without a worker.

use std::path::Path;

use anyhow::{Context, bail};
use application::recht::populatie::{Populatiehandeling, Startopdracht, start_populatierun};
use domain::beleid::Notatie;
use domain::recht::populatie::{GRENS_VOORSTEL, Populatieruninvoer, Runstand};
use persistence::PlatformTx;
use primitives::{Clock, GemeenteCode, PopulatierunId, SystemClock, SystemIds, aantal_nl};

use super::voortgang::work;
use super::{RunArgs, act, directie, load, stand};
use crate::commands::kwartaal::list_gemeenten;
use crate::log;
use crate::omgeving::Omgeving;

/// Welke dagen, en hoe.
#[derive(clap::Args)]
pub struct Args {
    /// Naam van de run, zoals "Normen per 1 juli 2026".
    #[arg(long)]
    naam: String,
    /// De dag ervoor, zoals 2026-06-30.
    #[arg(long)]
    van: String,
    /// De dag erna, zoals 2026-07-01.
    #[arg(long)]
    tot: String,
    /// De bedragen van de wet van de dag ervoor, zoals bekend op deze dag; zonder gelden de laatste.
    #[arg(long = "van-bekend", default_value = "")]
    van_bekend_op: String,
    /// Hetzelfde voor de dag erna. Zo is een bedrag dat later is verbeterd op één dag te vergelijken.
    #[arg(long = "tot-bekend", default_value = "")]
    tot_bekend_op: String,
    /// Vanaf welk verschil in procenten een huishouden opvalt.
    #[arg(long, default_value_t = GRENS_VOORSTEL.to_string())]
    grens: String,
    /// Alleen deze gemeente; mag vaker. Anders alle gemeenten.
    #[arg(long = "gemeente", value_parser = GemeenteCode::parse)]
    gemeenten: Vec<GemeenteCode>,
    /// Doet het werk zelf en wacht tot het klaar is, ook zonder worker.
    #[arg(long)]
    wacht: bool,
}

/// Welke run, en of hier wordt gewerkt.
#[derive(clap::Args)]
pub struct HervatArgs {
    #[command(flatten)]
    run: RunArgs,
    /// Doet het werk zelf en wacht tot het klaar is, ook zonder worker.
    #[arg(long)]
    wacht: bool,
}

/// Starts a run.
pub(super) async fn run(config: &Path, json: bool, args: &Args) -> anyhow::Result<()> {
    let invoer = Populatieruninvoer {
        naam: args.naam.clone(),
        van: args.van.clone(),
        tot: args.tot.clone(),
        van_bekend_op: args.van_bekend_op.clone(),
        tot_bekend_op: args.tot_bekend_op.clone(),
        grens: args.grens.clone(),
    };
    let omgeving = Omgeving::start(config).await?;
    let alle = list_gemeenten(&omgeving).await?;
    let mut codes: Vec<_> = alle.into_iter().map(|gemeente| gemeente.code).collect();
    let mut klachten: Vec<String> = Vec::new();
    let gelezen = invoer.parse(Notatie::Uitwisseling, SystemClock.today());
    if let Err(fouten) = &gelezen {
        let velden = fouten.list().iter();
        klachten.extend(velden.map(|fout| format!("{}: {}", fout.veld, fout.melding)));
    }
    let onbekend = args.gemeenten.iter().filter(|code| !codes.contains(code));
    klachten.extend(onbekend.map(|code| {
        format!(
            "gemeente: {code} is geen gemeente in dit systeem: `stuurhuis gemeente lijst` toont ze"
        )
    }));
    let (Ok(opdracht), true) = (gelezen, klachten.is_empty()) else {
        for klacht in &klachten {
            log::warn(klacht)?;
        }
        bail!("er is niets gestart: herstel de genoemde waarden");
    };
    codes.retain(|code| args.gemeenten.is_empty() || args.gemeenten.contains(code));
    let (actor, now) = (directie(), SystemClock.now());
    let start = Startopdracht {
        opdracht: &opdracht,
        gemeenten: &codes,
    };
    let (run, _) = omgeving
        .db
        .in_platform("start_populatierun", async |tx: &mut PlatformTx| {
            start_populatierun(tx, &actor, now, &SystemIds, start).await
        })
        .await
        .context("de run is niet te starten")?;
    let deze = RunArgs {
        run,
        gemeente: None,
    };
    let begonnen = act(&omgeving, &deze, Populatiehandeling::Start).await?;
    finish(&omgeving, json, run, args.wacht).await?;
    if usize::try_from(begonnen).is_ok_and(|begonnen| begonnen < codes.len()) {
        bail!("de run is niet in elke gemeente begonnen: hervat run {run} als die bereikbaar is");
    }
    Ok(())
}

/// Resumes a run.
pub(super) async fn resume(config: &Path, json: bool, args: &HervatArgs) -> anyhow::Result<()> {
    let omgeving = Omgeving::start(config).await?;
    let aantal = act(&omgeving, &args.run, Populatiehandeling::Hervatting).await?;
    if !json {
        log::say(&match aantal {
            0 => "Er is niets hervat: de run is overal klaar of al bezig.".to_owned(),
            aantal => format!(
                "De run gaat verder in {}.",
                aantal_nl(aantal, "gemeente", "gemeenten")
            ),
        })?;
    }
    finish(&omgeving, json, args.run.run, args.wacht).await
}

/// Does the work if that was asked, and says how far the run is.
async fn finish(
    omgeving: &Omgeving,
    json: bool,
    run: PopulatierunId,
    wacht: bool,
) -> anyhow::Result<()> {
    if wacht {
        work(omgeving, run).await?;
    }
    let overzicht = load(omgeving, run).await?;
    if json {
        stand::say_json(&overzicht)?;
    } else {
        log::say(&stand::render(&overzicht))?;
    }
    if wacht && overzicht.stand().stand() == Runstand::Mislukt {
        bail!(
            "de run is niet in elke gemeente gelukt: herstel wat hierboven staat en hervat de run"
        );
    }
    Ok(())
}
