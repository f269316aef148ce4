//! How far a run is.

use application::recht::populatie::Populatieoverzicht;
use domain::recht::populatie::{Gemeentestand, Gemeentevoortgang};
use primitives::{PopulatierunId, aantal_nl, datum_kort, geld_nl};
use serde_json::{Value, json};

use super::{list, load};
use crate::log;
use crate::omgeving::Omgeving;

/// Welke run.
#[derive(clap::Args)]
pub struct Args {
    /// Het kenmerk van de run; zonder kenmerk de laatste runs.
    #[arg(value_parser = PopulatierunId::parse)]
    run: Option<PopulatierunId>,
}

/// Runs the command: numbers and totals, nobody's data.
pub(super) async fn run(omgeving: &Omgeving, json: bool, args: &Args) -> anyhow::Result<()> {
    if let Some(run) = args.run {
        let overzicht = load(omgeving, run).await?;
        return if json {
            say_json(&overzicht)
        } else {
            log::say(&render(&overzicht))
        };
    }
    let runs = list(omgeving).await?;
    if json {
        let lijst: Vec<_> = runs.iter().map(render_json).collect();
        return log::say(&json!({ "populatieruns": lijst }).to_string());
    }
    if runs.is_empty() {
        return log::say(
            "Er is nog geen populatierun: `stuurhuis populatierun start` begint er een.",
        );
    }
    let regels: Vec<_> = runs.iter().map(headline).collect();
    log::say(&regels.join("\n"))
}

pub(super) fn say_json(overzicht: &Populatieoverzicht) -> anyhow::Result<()> {
    log::say(&render_json(overzicht).to_string())
}

fn headline(overzicht: &Populatieoverzicht) -> String {
    let (run, stand) = (&overzicht.run, overzicht.stand());
    let maatstaf = &run.opdracht.maatstaf;
    format!(
        "{}  {}  {} naast {}: {}, {} van {}, {}",
        run.id,
        run.opdracht.naam.as_str(),
        maatstaf.van.render(datum_kort),
        maatstaf.tot.render(datum_kort),
        stand.stand().code(),
        stand.aantal(Gemeentestand::Klaar),
        aantal_nl(stand.gemeenten(), "gemeente", "gemeenten"),
        aantal_nl(stand.gedaan, "huishouden", "huishoudens"),
    )
}

/// The run, and a line per municipality.
pub(super) fn render(overzicht: &Populatieoverzicht) -> String {
    let mut regels = vec![headline(overzicht)];
    regels.extend(overzicht.gemeenten.iter().map(|v| {
        let totaal = v.totaal.map_or_else(|| "?".to_owned(), |n| n.to_string());
        let wat = v.uitkomst.map_or_else(
            || v.fout.clone().unwrap_or_default(),
            |uitkomst| {
                format!(
                    "{} wordt {} per maand, {} om naar te kijken",
                    geld_nl(uitkomst.oud),
                    geld_nl(uitkomst.nieuw),
                    uitkomst
                        .uitzonderingen
                        .map_or_else(|| "minder dan 10".to_owned(), |n| n.to_string())
                )
            },
        );
        format!(
            "  {} {:<11} {:>6} van {totaal:>6}  {wat}",
            v.gemeente,
            v.stand.code(),
            v.gedaan
        )
    }));
    regels.join("\n")
}

fn render_json(overzicht: &Populatieoverzicht) -> Value {
    let (run, stand) = (&overzicht.run, overzicht.stand());
    let maatstaf = &run.opdracht.maatstaf;
    json!({
        "id": run.id,
        "naam": run.opdracht.naam.as_str(),
        "van": maatstaf.van.dag,
        "tot": maatstaf.tot.dag,
        "vanBekendOp": maatstaf.van.bekend_op,
        "totBekendOp": maatstaf.tot.bekend_op,
        "grens": maatstaf.grens,
        "bekendOp": run.bekend_op,
        "gestartDoor": run.gestart_door,
        "stand": stand.stand().code(),
        "gedaan": stand.gedaan,
        "gemeenten": overzicht.gemeenten.iter().map(municipality_json).collect::<Vec<_>>(),
    })
}

fn municipality_json(v: &Gemeentevoortgang) -> Value {
    json!({
        "gemeente": v.gemeente,
        "stand": v.stand.code(),
        "maand": v.maand.map(|maand| maand.to_string()),
        "totaal": v.totaal,
        "gedaan": v.gedaan,
        "oud": v.uitkomst.map(|uitkomst| uitkomst.oud),
        "nieuw": v.uitkomst.map(|uitkomst| uitkomst.nieuw),
        "uitzonderingen": v.uitkomst.and_then(|uitkomst| uitkomst.uitzonderingen),
        "fout": v.fout,
    })
}
