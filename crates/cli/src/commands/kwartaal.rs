//! `stuurhuis kwartaal`: closing a quarter, writing its report, and who is told.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use application::sturing::{self, Aanleiding, Sluitopdracht};
use clap::Subcommand;
use domain::bevoegdheid::{Actor, Rol};
use persistence::gemeente::{self, Gemeente};
use persistence::{DbError, DbRol, PlatformTx};
use primitives::{
    Clock, Datum, GemeenteCode, Kwartaal, Moment, SystemClock, SystemIds, parse_datum,
};
use reports::Kleur;
use reports::kwartaal::{Kwartaalrapport, Opmaak, Rapportformaat, render_kwartaalrapport};
use serde_json::json;

use super::ontvanger::{self, OntvangerArgs};
use crate::log;
use crate::omgeving::Omgeving;

/// Wat er met een kwartaal kan.
#[derive(Subcommand)]
pub enum KwartaalCommand {
    /// Legt de cijfers van een kwartaal vast, zoals bekend op een dag.
    Sluit(SluitArgs),
    /// Schrijft de rapportage van een gesloten kwartaal als PDF, XLSX, ODS, CSV en JSON.
    Rapport(RapportArgs),
    /// Zet een adres op de lijst van wie een e-mail krijgt als een kwartaal gesloten is.
    Ontvanger(OntvangerArgs),
}

/// Welk kwartaal gesloten wordt, en hoe.
#[derive(clap::Args)]
pub struct SluitArgs {
    /// Kwartaal, zoals 2026-K1.
    #[arg(value_parser = Kwartaal::parse)]
    kwartaal: Kwartaal,
    /// Alleen deze gemeente; anders alle gemeenten.
    #[arg(long, value_parser = GemeenteCode::parse)]
    gemeente: Option<GemeenteCode>,
    /// Wat tot en met deze dag bekend was telt mee, zoals 2026-04-20; anders alles tot nu.
    #[arg(long, value_parser = read_datum)]
    bekend_op: Option<Datum>,
    /// Waarom het kwartaal toch gesloten wordt als er aandachtspunten zijn, of opnieuw gesloten wordt.
    #[arg(long)]
    toelichting: Option<String>,
    /// Sluit ook opnieuw als de cijfers gelijk zijn gebleven: de rapportage vergelijkt dan met wie intussen sloot.
    #[arg(long)]
    vergelijking: bool,
    /// Een andere toelichting voor één gemeente, als CODE=tekst; mag vaker.
    #[arg(long = "toelichting-voor", value_parser = read_toelichting)]
    toelichtingen: Vec<(GemeenteCode, String)>,
}

impl SluitArgs {
    const fn aanleiding(&self) -> Aanleiding {
        if self.vergelijking {
            Aanleiding::Vergelijking
        } else {
            Aanleiding::Cijfers
        }
    }
}

/// Welke rapportage waarheen.
#[derive(clap::Args)]
pub struct RapportArgs {
    /// Kwartaal, zoals 2026-K1.
    #[arg(value_parser = Kwartaal::parse)]
    kwartaal: Kwartaal,
    /// De gemeente.
    #[arg(long, value_parser = GemeenteCode::parse)]
    gemeente: GemeenteCode,
    /// Map waarin de bestanden komen.
    #[arg(long)]
    uit: PathBuf,
}

/// Runs the command.
pub async fn run(config: &Path, json: bool, command: &KwartaalCommand) -> anyhow::Result<()> {
    let omgeving = Omgeving::start(config).await?;
    match command {
        KwartaalCommand::Sluit(args) => close(&omgeving, json, args).await,
        KwartaalCommand::Rapport(args) => report(&omgeving, json, args).await,
        KwartaalCommand::Ontvanger(args) => ontvanger::add(&omgeving, json, args).await,
    }
}

/// Closes one municipality, or all of them; one that is refused does not stop the others.
async fn close(omgeving: &Omgeving, json: bool, args: &SluitArgs) -> anyhow::Result<()> {
    let gemeenten = list_gemeenten(omgeving).await?;
    let mut gekozen = gemeenten
        .iter()
        .filter(|g| args.gemeente.is_none_or(|code| code == g.code))
        .peekable();
    if gekozen.peek().is_none() {
        bail!(
            "{} doet niet mee",
            args.gemeente
                .map(|code| code.to_string())
                .unwrap_or_default()
        );
    }
    check_toelichtingen(args, gekozen.clone().map(|g| g.code))?;
    let mut geweigerd = Vec::new();
    // One moment for all: each report compares with what was closed up to its own moment, the others included.
    let now = SystemClock.now();
    for gemeente in gekozen {
        match close_one(omgeving, gemeente.code, now, args).await {
            Ok(versie) if json => log::say(
                &json!({ "gemeente": gemeente.code, "kwartaal": args.kwartaal, "versie": versie })
                    .to_string(),
            )?,
            Ok(versie) => log::say(&format!(
                "{} {} is gesloten (versie {versie}).",
                gemeente.code, args.kwartaal
            ))?,
            Err(fout) => geweigerd.push(format!("{}: {fout:#}", gemeente.code)),
        }
    }
    if geweigerd.is_empty() {
        return Ok(());
    }
    bail!("niet gesloten:\n  {}", geweigerd.join("\n  "))
}

/// Refuses words of its own for a municipality that is not closed, and two for the same one: what is closed is fixed.
fn check_toelichtingen(
    args: &SluitArgs,
    gekozen: impl Iterator<Item = GemeenteCode> + Clone,
) -> anyhow::Result<()> {
    for (plek, (code, _)) in args.toelichtingen.iter().enumerate() {
        if !gekozen.clone().any(|gekozen| gekozen == *code) {
            bail!("--toelichting-voor: {code} wordt nu niet gesloten");
        }
        if args
            .toelichtingen
            .iter()
            .take(plek)
            .any(|(eerder, _)| eerder == code)
        {
            bail!("--toelichting-voor: {code} staat er twee keer");
        }
    }
    Ok(())
}

async fn close_one(
    omgeving: &Omgeving,
    code: GemeenteCode,
    now: Moment,
    args: &SluitArgs,
) -> anyhow::Result<u16> {
    let actor = Actor::system("opdrachtregel", Rol::Directie);
    let eigen = args.toelichtingen.iter().find(|(voor, _)| *voor == code);
    let opdracht = Sluitopdracht {
        aanleiding: args.aanleiding(),
        kwartaal: args.kwartaal,
        bekend_op: args.bekend_op,
        toelichting: eigen
            .map(|(_, tekst)| tekst.clone())
            .or_else(|| args.toelichting.clone()),
    };
    let sluiting = omgeving
        .db
        .in_tenant("close_kwartaal", code, DbRol::Rapportage, async |tx| {
            sturing::close_kwartaal(tx, &actor, now, &SystemIds, &opdracht).await
        })
        .await?;
    Ok(sluiting.versie)
}

async fn report(omgeving: &Omgeving, json: bool, args: &RapportArgs) -> anyhow::Result<()> {
    let actor = Actor::system("opdrachtregel", Rol::Opdrachtgever);
    let gemeenten = list_gemeenten(omgeving).await?;
    let gemeente = gemeenten.iter().find(|g| g.code == args.gemeente);
    let gemeente = gemeente.with_context(|| format!("{} doet niet mee", args.gemeente))?;
    let bron = omgeving
        .db
        .in_tenant(
            "load_rapport",
            args.gemeente,
            DbRol::Opdrachtgever,
            async |tx| sturing::load_rapport(tx, &actor, args.kwartaal).await,
        )
        .await?;
    let opmaak = Opmaak {
        organisatie: omgeving.settings.http.organisatie.clone(),
        kleur: Kleur::parse(&gemeente.themakleur)
            .context("de themakleur van de gemeente klopt niet")?,
    };
    let rapport = Kwartaalrapport::new(&bron, &opmaak);
    fs::create_dir_all(&args.uit)
        .with_context(|| format!("{} kan niet worden gemaakt", args.uit.display()))?;
    for formaat in Rapportformaat::ALLE {
        let bytes = render_kwartaalrapport(&rapport, formaat).with_context(|| {
            format!(
                "de rapportage kan niet als {} worden geschreven",
                formaat.extension()
            )
        })?;
        let bestand = args.uit.join(rapport.file_name(formaat));
        fs::write(&bestand, bytes)
            .with_context(|| format!("{} is niet te schrijven", bestand.display()))?;
        let naam = bestand.display().to_string();
        log::say(&if json {
            json!({ "bestand": naam }).to_string()
        } else {
            naam
        })?;
    }
    Ok(())
}

/// The municipalities that take part.
pub async fn list_gemeenten(omgeving: &Omgeving) -> anyhow::Result<Vec<Gemeente>> {
    omgeving
        .db
        .in_platform(
            "list_gemeenten",
            async |tx: &mut PlatformTx| -> Result<_, DbError> { gemeente::list(tx).await },
        )
        .await
        .context("de gemeenten zijn niet te lezen")
}

fn read_datum(tekst: &str) -> Result<Datum, String> {
    parse_datum(tekst).ok_or_else(|| "schrijf een bestaande datum als 2026-04-20".to_owned())
}

fn read_toelichting(tekst: &str) -> Result<(GemeenteCode, String), String> {
    let vorm = || "schrijf CODE=tekst, zoals GM0294=De levering was te laat.".to_owned();
    let (code, tekst) = tekst.split_once('=').ok_or_else(vorm)?;
    let code = GemeenteCode::parse(code).map_err(|fout| fout.to_string())?;
    Ok((code, tekst.to_owned()))
}
