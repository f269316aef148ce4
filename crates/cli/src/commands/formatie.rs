//! `stuurhuis formatie importeer`: takes over the staffing of a municipality from a file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use application::formatie::{FormatieError, record_formatiebestand};
use application::statistiek::Wijze;
use clap::Subcommand;
use domain::bevoegdheid::{Actor, Rol};
use domain::formatie::Formatiebestand;
use persistence::{DbRol, TenantTx};
use primitives::{Clock, GemeenteCode, SystemClock, aantal_nl, datum_lang};
use serde_json::json;

use super::bestandsfouten;
use crate::log;
use crate::omgeving::Omgeving;

/// Wat er met de formatie kan.
#[derive(Subcommand)]
pub enum FormatieCommand {
    /// Neemt formatie over uit een CSV-bestand. Nog eens uitvoeren verandert niets.
    Importeer(Args),
}

/// Van welke gemeente, uit welk bestand.
#[derive(clap::Args)]
pub struct Args {
    /// CBS-code van de gemeente, zoals GM0267.
    #[arg(value_parser = GemeenteCode::parse)]
    code: GemeenteCode,
    /// Bestand met de kop `functie;doelgroep;van;fte;bekend_op`: vanaf een dag zo veel voltijdbanen, 0 beëindigt. Leeg
    /// bij `bekend_op` is nu bekend; een dag in het verleden is voor overname van historie.
    bestand: PathBuf,
    /// Alleen controleren en vergelijken; er wordt niets geschreven.
    #[arg(long)]
    proef: bool,
}

/// Runs the command.
pub async fn run(config: &Path, json: bool, command: &FormatieCommand) -> anyhow::Result<()> {
    let FormatieCommand::Importeer(args) = command;
    let pad = &args.bestand;
    let bytes = fs::read(pad).with_context(|| format!("{} is niet te lezen", pad.display()))?;
    let bestand = match Formatiebestand::parse(&bytes, args.code) {
        Ok(bestand) => bestand,
        Err(fouten) => {
            let soorten = [("formatie", Some(pad), Some(&fouten))];
            bestandsfouten::complain(json, &soorten)?;
            return Err(fouten.into());
        }
    };
    let omgeving = Omgeving::start(config).await?;
    omgeving.require_gemeente(args.code).await?;
    let wijze = if args.proef {
        Wijze::Proef
    } else {
        Wijze::Definitief
    };
    let actor = Actor::system("opdrachtregel", Rol::Directie);
    let uitkomst: Result<_, FormatieError> = omgeving
        .db
        .in_tenant(
            "record_formatiebestand",
            args.code,
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| {
                record_formatiebestand(tx, &actor, SystemClock.now(), &bestand, wijze).await
            },
        )
        .await;
    if let Err(FormatieError::Overname(fouten)) = &uitkomst {
        for fout in &fouten.0 {
            let stap = fout.stap;
            let (functie, doelgroep) = (stap.functie.sleutel(), stap.doelgroep.sleutel());
            let van = datum_lang(stap.van);
            log::warn(&format!(
                "{functie} {doelgroep} vanaf {van}: {}",
                fout.reden
            ))?;
        }
        bail!("{}: er is niets overgenomen", pad.display());
    }
    let verslag = uitkomst?;
    if json {
        return log::say(
            &json!({ "gemeente": args.code, "proef": args.proef,
                     "nieuw": verslag.nieuw, "gelijk": verslag.gelijk })
            .to_string(),
        );
    }
    if args.proef {
        log::say("Proef: er is niets geschreven.")?;
    }
    log::say(&format!(
        "{}: formatie met {}; al bekend: {}.",
        args.code,
        aantal_nl(verslag.nieuw, "nieuwe stap", "nieuwe stappen"),
        verslag.gelijk
    ))
}
