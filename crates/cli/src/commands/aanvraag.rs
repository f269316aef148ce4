//! `stuurhuis aanvraag naspelen`: plays the life of applications in a demonstration, by the same use cases as the pages.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use application::aanvraag::{
    AanvraagError, Afzender, Ontvangstopdracht, Voorschotopdracht, Voorstelopdracht,
    record_besluit, record_handeling, record_ontvangst, record_voorschot, record_voorstel,
};
use clap::Subcommand;
use domain::aanvraag::{
    Aanvraag, Aanvraaghandeling, Afweging, Besluitsoort, Kanaal, Ontheffinggrond, Rekenfeiten,
};
use domain::bevoegdheid::Actor;
use domain::bezwaar::Bestredenbesluit;
use domain::recht::Regeling;
use persistence::TenantTx;
use primitives::{
    AanvraagId, Clock, Datum, DossierId, Geld, GemeenteCode, SystemClock, SystemIds, aantal_nl,
};
use serde::Deserialize;

use super::naspel::{Bezwaarregel, Speler, Toneel};
use crate::log;
use crate::omgeving::Omgeving;

/// Wat er met aanvragen kan.
#[derive(Subcommand)]
pub enum AanvraagCommand {
    /// Speelt aanvragen na, alleen in een demo of een test: een besluit neemt een mens zelf.
    Naspelen(Args),
}

/// Van welke gemeente, uit welk bestand.
#[derive(clap::Args)]
pub struct Args {
    /// CBS-code van de gemeente.
    #[arg(value_parser = GemeenteCode::parse)]
    code: GemeenteCode,
    /// Bestand: een lijst van aanvragen met wat ermee gebeurde (docs/demo-gegevens.md). Wat er al is, blijft zoals het is.
    bestand: PathBuf,
}

/// An application as the file tells it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Naspel {
    bsn: String,
    regeling: String,
    ontvangen_op: Datum,
    gemeld_op: Datum,
    kanaal: Kanaal,
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
    Handeling(Aanvraaghandeling),
    Voorschot(Feitenregel),
    Voorstel(Voorstelregel),
    Besluit,
}

/// Facts of who lives alone in a rented house without an income.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Feitenregel {
    peildatum: Datum,
    bezittingen: Geld,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Voorstelregel {
    besluit: Besluitsoort,
    motivering: String,
    feiten: Feitenregel,
    #[serde(default)]
    afwegingen: Vec<Afweging>,
    #[serde(default)]
    ontheffing: Option<(Ontheffinggrond, Datum)>,
}

/// Runs the command.
pub async fn run(config: &Path, command: &AanvraagCommand) -> anyhow::Result<()> {
    let AanvraagCommand::Naspelen(args) = command;
    let pad = args.bestand.display();
    let inhoud = fs::read(&args.bestand).with_context(|| format!("{pad} is niet te lezen"))?;
    let naspelen: Vec<Naspel> =
        serde_json::from_slice(&inhoud).with_context(|| format!("{pad} heeft een andere vorm"))?;
    let omgeving = Omgeving::start(config).await?;
    let toneel = Toneel::new(&omgeving, args.code).await?;
    let mut nieuw = 0;
    for (nummer, naspel) in (1..).zip(&naspelen) {
        let gespeeld = play(&toneel, naspel).await;
        nieuw += usize::from(gespeeld.with_context(|| format!("{pad}: aanvraag {nummer}"))?);
    }
    log::say(&format!(
        "{}: {} nagespeeld.",
        args.code,
        aantal_nl(nieuw, "aanvraag", "aanvragen")
    ))
}

/// Plays an application; not once more when it is there already.
async fn play(toneel: &Toneel<'_>, naspel: &Naspel) -> anyhow::Result<bool> {
    let actor = naspel.door.actor()?;
    let dossier = toneel.find_dossier(&actor, &naspel.bsn).await?;
    let opdracht = Ontvangstopdracht {
        dossier,
        regeling: Regeling::from_code(&naspel.regeling).context("onbekende regeling")?,
        ontvangen_op: naspel.ontvangen_op,
        gemeld_op: naspel.gemeld_op,
        kanaal: naspel.kanaal,
    };
    let ontvangen = toneel
        .act("record_ontvangst", async |tx: &mut TenantTx| {
            record_ontvangst(tx, &actor, SystemClock.now(), &SystemIds, &opdracht).await
        })
        .await;
    let mut aanvraag = match ontvangen {
        Ok(aanvraag) => aanvraag,
        Err(AanvraagError::Invoer(fouten))
            if fouten
                .list()
                .iter()
                .any(|fout| fout.melding.contains("al vastgelegd")) =>
        {
            return Ok(false);
        }
        Err(fout) => bail!(fout),
    };
    for (nummer, stap) in (1..).zip(&naspel.stappen) {
        let actor = stap.door.actor()?;
        let (gezien, id) = (aanvraag.akten().len(), aanvraag.kop().id);
        let gedaan = toneel
            .act("naspelen", async |tx: &mut TenantTx| {
                let wat = ((dossier, id), gezien);
                record(tx, &actor, wat, &stap.doet, &toneel.afzender).await
            })
            .await;
        aanvraag = gedaan.with_context(|| format!("stap {nummer}"))?;
    }
    let tegen = Bestredenbesluit::Aanvraag(aanvraag.kop().id);
    toneel
        .object(&actor, (dossier, tegen), &naspel.bezwaren)
        .await?;
    Ok(true)
}

async fn record(
    tx: &mut TenantTx,
    actor: &Actor,
    ((dossier, aanvraag), gezien): ((DossierId, AanvraagId), usize),
    daad: &Daad,
    afzender: &Afzender,
) -> Result<Aanvraag, AanvraagError> {
    let (now, wat) = (SystemClock.now(), (dossier, aanvraag));
    match daad {
        Daad::Handeling(handeling) => {
            record_handeling(tx, actor, now, wat, gezien, handeling.clone()).await
        }
        Daad::Besluit => record_besluit(tx, actor, now, wat, gezien, afzender).await,
        Daad::Voorschot(regel) => {
            let opdracht = Voorschotopdracht {
                dossier,
                aanvraag,
                gezien,
                feiten: regel.feiten(),
                getoond: None,
            };
            record_voorschot(tx, actor, now, &opdracht).await
        }
        Daad::Voorstel(regel) => {
            let opdracht = Voorstelopdracht {
                dossier,
                aanvraag,
                gezien,
                besluit: regel.besluit,
                ingang: Some(regel.feiten.peildatum),
                motivering: regel.motivering.clone(),
                afwegingen: regel.afwegingen.clone(),
                ontheffing: regel.ontheffing,
                feiten: Some(regel.feiten.feiten()),
            };
            record_voorstel(tx, actor, now, &opdracht).await
        }
    }
}

impl Feitenregel {
    fn feiten(&self) -> Rekenfeiten {
        Rekenfeiten {
            peildatum: self.peildatum,
            partner: None,
            kinderen: Vec::new(),
            medebewoners: Vec::new(),
            huisvesting: "huurder",
            inkomsten: Vec::new(),
            bezittingen: self.bezittingen,
            schulden: Geld::NUL,
            overwaarde_woning: None,
            toeslag: None,
        }
    }
}
