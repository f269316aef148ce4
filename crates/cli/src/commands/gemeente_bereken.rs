//! `stuurhuis gemeente bereken`: the right of a whole caseload in a month, beside what was delivered.

use anyhow::Context;
use application::recht::{Bestandsrecht, RechtError, calculate_bestand};
use domain::bevoegdheid::{Actor, Rol};
use persistence::{DbRol, TenantTx};
use primitives::{Clock, GemeenteCode, Maand, SystemClock, geld_nl, maand_lang};
use serde_json::json;

use crate::log;
use crate::omgeving::Omgeving;

/// Van welke gemeente en maand.
#[derive(clap::Args)]
pub struct Args {
    /// CBS-code, zoals GM0294.
    #[arg(value_parser = GemeenteCode::parse)]
    code: GemeenteCode,
    /// De maand, zoals 2026-10.
    #[arg(value_parser = Maand::parse)]
    maand: Maand,
}

/// Runs the command: totals only, nobody by name.
pub async fn run(omgeving: &Omgeving, json: bool, args: &Args) -> anyhow::Result<()> {
    omgeving.require_gemeente(args.code).await?;
    let (actor, now) = (
        Actor::system("opdrachtregel", Rol::Teamleider),
        SystemClock.now(),
    );
    let werk = async |tx: &mut TenantTx| -> Result<_, RechtError> {
        calculate_bestand(tx, &actor, now, args.maand).await
    };
    let bestand = omgeving
        .db
        .in_tenant("calculate_bestand", args.code, DbRol::Uitvoering, werk)
        .await
        .with_context(|| format!("{} {} is niet te berekenen", args.code, args.maand))?;
    if json {
        return log::say(&render_json(args, &bestand).to_string());
    }
    log::say(&render(args, &bestand))
}

fn render(args: &Args, bestand: &Bestandsrecht) -> String {
    let mut regels = vec![
        format!(
            "{}, {}: {} uitkeringen algemene bijstand",
            args.code,
            maand_lang(args.maand),
            bestand.uitkeringen
        ),
        format!("  {:>6} met recht", bestand.recht),
        format!("  {:>6} zonder recht", bestand.geen_recht),
    ];
    for (reden, aantal) in &bestand.onbepaald {
        regels.push(format!("  {aantal:>6} niet te bepalen: {reden}"));
    }
    regels.push(format!(
        "  {:>6} met een norm die een euro of meer afwijkt van de levering",
        bestand.norm_wijkt_af
    ));
    regels.push(format!(
        "Volgens de wet {}, betaalbaar gesteld {} (zonder vakantietoeslag, in hele euro's).",
        geld_nl(bestand.uitbetaling),
        geld_nl(bestand.betaalbaar_gesteld)
    ));
    regels.join("\n")
}

fn render_json(args: &Args, bestand: &Bestandsrecht) -> serde_json::Value {
    json!({
        "gemeente": args.code,
        "maand": args.maand.to_string(),
        "uitkeringen": bestand.uitkeringen,
        "recht": bestand.recht,
        "geenRecht": bestand.geen_recht,
        "onbepaald": bestand.onbepaald,
        "normWijktAf": bestand.norm_wijkt_af,
        "uitbetaling": bestand.uitbetaling,
        "betaalbaarGesteld": bestand.betaalbaar_gesteld,
    })
}
