//! `stuurhuis statistiek`: writes the statutory records of a month, as they go to CBS.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use application::statistiek::{UitvoerError, load_bus_bestand, load_srg_bestand};
use clap::{Subcommand, ValueEnum};
use domain::bevoegdheid::{Actor, Rol};
use domain::statistiek::{Bestand, Regel};
use persistence::{DbRol, TenantTx};
use primitives::{Clock, GemeenteCode, Maand, SystemClock, aantal_nl};
use reports::statistiek::render_xml;

use crate::log;
use crate::omgeving::Omgeving;

/// Welke statistiek.
#[derive(Subcommand)]
pub enum StatistiekCommand {
    /// Uitkeringen en personen (bijlage 1 van de Regeling statistiek Participatiewet).
    Bus(Args),
    /// Trede en voorzieningen (bijlage 2).
    Srg(Args),
    /// Vorderingen en boetes (bijlage 3).
    Bdfs(Args),
}

/// Van welke maand, en waarheen.
#[derive(clap::Args)]
pub struct Args {
    /// CBS-code van de gemeente, zoals GM0267.
    #[arg(value_parser = GemeenteCode::parse)]
    code: GemeenteCode,
    /// De maand, zoals 2026-03.
    #[arg(value_parser = Maand::parse)]
    maand: Maand,
    /// Vorm op de standaarduitvoer.
    #[arg(long, value_enum, default_value_t = Vorm::Csv)]
    formaat: Vorm,
    /// Map waarin het CSV-bestand en het XML-bestand komen, in plaats van de standaarduitvoer.
    #[arg(long)]
    uit: Option<PathBuf>,
}

/// De vorm van de gegevens.
#[derive(Clone, Copy, ValueEnum)]
enum Vorm {
    /// Puntkomma's, zoals ze zijn ingelezen.
    Csv,
    /// Eén element per gegeven.
    Xml,
}

/// Runs the command.
pub async fn run(config: &Path, command: &StatistiekCommand) -> anyhow::Result<()> {
    let omgeving = Omgeving::start(config).await?;
    match command {
        StatistiekCommand::Bus(args) => {
            omgeving.require_gemeente(args.code).await?;
            let bestand = load(&omgeving, args, async |tx, actor, now| {
                load_bus_bestand(tx, actor, now, args.maand).await
            });
            write(args, "bus", &bestand.await?)
        }
        StatistiekCommand::Srg(args) => {
            omgeving.require_gemeente(args.code).await?;
            let bestand = load(&omgeving, args, async |tx, actor, now| {
                load_srg_bestand(tx, actor, now, args.maand).await
            });
            write(args, "srg", &bestand.await?)
        }
        StatistiekCommand::Bdfs(args) => bail!(
            "van {} zijn geen vorderingen bekend: Stuurhuis houdt vorderingen en boetes nog niet bij",
            args.code
        ),
    }
}

async fn load<R>(
    omgeving: &Omgeving,
    args: &Args,
    load: impl AsyncFn(&mut TenantTx, &Actor, primitives::Moment) -> Result<Bestand<R>, UitvoerError>,
) -> anyhow::Result<Bestand<R>> {
    let actor = Actor::system("opdrachtregel", Rol::Teamleider);
    let uitkomst = omgeving
        .db
        .in_tenant(
            "load_statistiek",
            args.code,
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| load(tx, &actor, SystemClock.now()).await,
        )
        .await;
    if let Err(UitvoerError::Fouten(_, fouten)) = &uitkomst {
        for fout in fouten.list() {
            log::warn(&format!(
                "regel {}, {}: {}",
                fout.regel, fout.veld, fout.voorschrift
            ))?;
        }
    }
    Ok(uitkomst?)
}

fn write<R: Regel>(args: &Args, soort: &'static str, bestand: &Bestand<R>) -> anyhow::Result<()> {
    let Some(map) = &args.uit else {
        let bytes = match args.formaat {
            Vorm::Csv => bestand.render_csv(),
            Vorm::Xml => render_xml(soort, bestand),
        };
        return std::io::stdout()
            .write_all(&bytes)
            .context("de uitvoer kan niet worden geschreven");
    };
    fs::create_dir_all(map)
        .with_context(|| format!("{} kan niet worden gemaakt", map.display()))?;
    let vormen = [
        ("csv", bestand.render_csv()),
        ("xml", render_xml(soort, bestand)),
    ];
    for (extensie, bytes) in vormen {
        let pad = map.join(format!("{soort}-{}-{}.{extensie}", args.code, args.maand));
        fs::write(&pad, bytes)
            .with_context(|| format!("{} kan niet worden geschreven", pad.display()))?;
        log::say(&format!(
            "{}: {}",
            pad.display(),
            aantal_nl(bestand.regels().len(), "regel", "regels")
        ))?;
    }
    Ok(())
}
