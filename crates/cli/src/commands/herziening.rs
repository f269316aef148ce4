//! `stuurhuis herziening naspelen`: plays reviews of earlier months in a demonstration, by the same use cases as the pages.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use application::herziening::{
    HerzieningError, Herzieningsvoorstelopdracht, begin_herziening, list_herzieningen,
    record_herzieningsbesluit, record_herzieningshandeling, record_herzieningsvoorstel,
};
use clap::Subcommand;
use domain::bevoegdheid::Actor;
use domain::bezwaar::Bestredenbesluit;
use domain::herziening::{Herzieningshandeling, Herzieningszaak};
use domain::recht::herziening::Oorzaak;
use persistence::TenantTx;
use primitives::{Clock, GemeenteCode, Maand, SystemClock, SystemIds};
use serde::Deserialize;

use super::naspel::{Bezwaarregel, Speler, Toneel};
use crate::log;
use crate::omgeving::Omgeving;

/// Wat er met herzieningen kan.
#[derive(Subcommand)]
pub enum HerzieningCommand {
    /// Speelt herzieningen na, alleen in een demo of een test: een besluit neemt een mens zelf.
    Naspelen(Args),
}

/// Van welke gemeente, uit welk bestand.
#[derive(clap::Args)]
pub struct Args {
    /// CBS-code van de gemeente.
    #[arg(value_parser = GemeenteCode::parse)]
    code: GemeenteCode,
    /// Bestand: een lijst van herzieningen met wat ermee gebeurde (docs/demo-gegevens.md). Wie al een herziening heeft, blijft zoals hij is.
    bestand: PathBuf,
}

/// A review as the file tells it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Naspel {
    bsn: String,
    van: Maand,
    tot_en_met: Maand,
    aanleiding: String,
    door: Speler,
    stappen: Vec<Stap>,
    #[serde(default)]
    bezwaren: Vec<Bezwaarregel>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stap {
    door: Speler,
    doet: Daad,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Daad {
    Handeling(Herzieningshandeling),
    Voorstel(Voorstelregel),
    Besluit,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Voorstelregel {
    motivering: String,
    #[serde(default)]
    afwegingen: Vec<(Oorzaak, String)>,
}

/// Runs the command.
pub async fn run(config: &Path, command: &HerzieningCommand) -> anyhow::Result<()> {
    let HerzieningCommand::Naspelen(args) = command;
    let pad = args.bestand.display();
    let inhoud = fs::read(&args.bestand).with_context(|| format!("{pad} is niet te lezen"))?;
    let naspelen: Vec<Naspel> =
        serde_json::from_slice(&inhoud).with_context(|| format!("{pad} heeft een andere vorm"))?;
    let omgeving = Omgeving::start(config).await?;
    let toneel = Toneel::new(&omgeving, args.code).await?;
    let mut nieuw = 0;
    for (nummer, naspel) in (1..).zip(&naspelen) {
        let gespeeld = play(&toneel, naspel).await;
        nieuw += usize::from(gespeeld.with_context(|| format!("{pad}: herziening {nummer}"))?);
    }
    log::say(&format!("{}: {nieuw} herzieningen nagespeeld.", args.code))
}

/// Plays a review; not where the resident has one already.
async fn play(toneel: &Toneel<'_>, naspel: &Naspel) -> anyhow::Result<bool> {
    let actor = naspel.door.actor()?;
    let dossier = toneel.find_dossier(&actor, &naspel.bsn).await?;
    let begonnen: Result<_, HerzieningError> = toneel
        .act("begin_herziening", async |tx: &mut TenantTx| {
            let now = SystemClock.now();
            let lijst = list_herzieningen(tx, &actor, now, dossier).await?;
            if !lijst.zaken.is_empty() {
                return Ok(None);
            }
            let bereik = (naspel.van, naspel.tot_en_met);
            let wat = (dossier, bereik, naspel.aanleiding.as_str());
            let zaak = begin_herziening(tx, &actor, now, &SystemIds, wat).await?;
            Ok(Some(zaak))
        })
        .await;
    let Some(mut zaak) = begonnen? else {
        return Ok(false);
    };
    for (nummer, stap) in (1..).zip(&naspel.stappen) {
        let actor = stap.door.actor()?;
        let gedaan = toneel
            .act("naspelen", async |tx: &mut TenantTx| {
                record(tx, &actor, &zaak, &stap.doet, toneel).await
            })
            .await;
        zaak = gedaan.with_context(|| format!("stap {nummer}"))?;
    }
    let tegen = Bestredenbesluit::Herziening(zaak.kop().id);
    toneel
        .object(&actor, (dossier, tegen), &naspel.bezwaren)
        .await?;
    Ok(true)
}

async fn record(
    tx: &mut TenantTx,
    actor: &Actor,
    zaak: &Herzieningszaak,
    daad: &Daad,
    toneel: &Toneel<'_>,
) -> Result<Herzieningszaak, HerzieningError> {
    let (now, kop, gezien) = (SystemClock.now(), zaak.kop(), zaak.akten().len());
    let wat = (kop.dossier, kop.id);
    match daad {
        Daad::Handeling(handeling) => {
            record_herzieningshandeling(tx, actor, now, wat, gezien, handeling.clone()).await
        }
        Daad::Besluit => {
            record_herzieningsbesluit(tx, actor, now, wat, gezien, &toneel.afzender).await
        }
        Daad::Voorstel(regel) => {
            let opdracht = Herzieningsvoorstelopdracht {
                dossier: kop.dossier,
                herziening: kop.id,
                gezien,
                motivering: regel.motivering.clone(),
                afwegingen: regel.afwegingen.clone(),
            };
            record_herzieningsvoorstel(tx, actor, now, &opdracht).await
        }
    }
}
