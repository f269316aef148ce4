//! `stuurhuis doorreken`: what other policy would mean for the caseload of a municipality.

use std::path::Path;

use anyhow::{Context, bail};
use application::doorrekening::{Berekend, DoorrekeningError, calculate_doorrekening};
use domain::beleid::{Notatie, catalogus};
use domain::bevoegdheid::{Actor, Rol};
use domain::doorrekening::{RekenvraagInvoer, Telling};
use persistence::{DbRol, TenantTx};
use primitives::{Clock, Geld, GemeenteCode, SystemClock, aantal_nl, geld_nl, maand_lang};

use crate::log;
use crate::omgeving::Omgeving;

/// Van welke gemeente, vanaf wanneer, met welke waarden.
#[derive(clap::Args)]
pub struct Args {
    /// CBS-code, zoals GM0294.
    #[arg(value_parser = GemeenteCode::parse)]
    code: GemeenteCode,
    /// Eerste dag van de andere waarden, zoals 2027-01-01.
    #[arg(long)]
    vanaf: String,
    /// Een andere waarde, als SLEUTEL=WAARDE, zoals iit.bedrag.alleenstaande=500.00; mag vaker.
    #[arg(long = "waarde", value_parser = read_waarde, required = true)]
    waarden: Vec<(String, String)>,
}

/// Runs the command: groups of at least ten households, nobody by name.
pub async fn run(config: &Path, json: bool, args: &Args) -> anyhow::Result<()> {
    let invoer = RekenvraagInvoer {
        vanaf: args.vanaf.clone(),
        waarden: args.waarden.clone(),
    };
    let vraag = match invoer.parse(Notatie::Uitwisseling, SystemClock.today()) {
        Ok(vraag) => vraag,
        Err(fouten) => {
            for fout in fouten.list() {
                log::warn(&format!("{}: {}", fout.veld, fout.melding))?;
            }
            bail!("er is niets doorgerekend: herstel de genoemde waarden");
        }
    };
    let omgeving = Omgeving::start(config).await?;
    omgeving.require_gemeente(args.code).await?;
    let (actor, now) = (
        Actor::system("opdrachtregel", Rol::Directie),
        SystemClock.now(),
    );
    let werk = async |tx: &mut TenantTx| -> Result<_, DoorrekeningError> {
        calculate_doorrekening(tx, &actor, now, &vraag).await
    };
    let berekend = omgeving
        .db
        .in_tenant("calculate_doorrekening", args.code, DbRol::Rapportage, werk)
        .await
        .with_context(|| format!("{} is niet door te rekenen", args.code))?;
    if json {
        return log::say(&berekend.render_uitkomst()?);
    }
    log::say(&render(args, &berekend))
}

fn render(args: &Args, berekend: &Berekend) -> String {
    let uitkomst = &berekend.uitkomst;
    let bedrag =
        |bedrag: Option<Geld>| bedrag.map_or_else(|| "niet te bepalen".to_owned(), geld_nl);
    let mut regels = vec![format!(
        "{}, bestand van {}: {} doorgerekend, {} niet",
        args.code,
        maand_lang(berekend.maand),
        aantal_nl(uitkomst.huishoudens, "huishouden", "huishoudens"),
        uitkomst.buiten_berekening
    )];
    for wijziging in berekend.vraag.wijzigingen() {
        if let Some(parameter) = wijziging.parameter.parameter(catalogus()) {
            let waarde = parameter.render(&wijziging.waarde);
            regels.push(format!("  {}: {waarde}", parameter.naam));
        }
    }
    let alle = [("alle huishoudens", uitkomst.totaal)];
    let groepen = uitkomst.leefvormen.iter().chain(&uitkomst.inkomensklassen);
    for (naam, telling) in alle.into_iter().chain(groepen.map(|g| (g.naam, g.telling))) {
        let Telling {
            wint,
            verliest,
            gelijk,
            onbepaald,
        } = telling;
        regels.push(format!(
            "  {naam}: {wint} meer, {verliest} minder, {gelijk} evenveel, {onbepaald} niet bekend"
        ));
    }
    for reden in &uitkomst.onbepaald {
        regels.push(format!("  {} niet bekend: {}", reden.aantal, reden.reden));
    }
    for jaar in &uitkomst.kosten {
        regels.push(format!(
            "  {}: bijstand {}, inkomenstoeslag {}, samen {}",
            jaar.jaar,
            bedrag(jaar.bijstand.verschil),
            bedrag(jaar.inkomenstoeslag.verschil),
            bedrag(jaar.totaal.verschil)
        ));
    }
    regels.join("\n")
}

fn read_waarde(tekst: &str) -> Result<(String, String), String> {
    tekst
        .split_once('=')
        .map(|(sleutel, waarde)| (sleutel.trim().to_owned(), waarde.trim().to_owned()))
        .ok_or_else(|| "schrijf SLEUTEL=WAARDE, zoals iit.referteperiode=24".to_owned())
}
