//! `stuurhuis-demo genereer`: fictional files of BUS and SRG, with names, casusregisseurs and notes beside them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use demo::aanvragen::list_aanvragers;
use demo::bestand::{self, DEMO_GEMEENTEN, Omvang, Opdracht, Tijdvak};
use demo::herzieningen::list_herzienen;
use primitives::{GemeenteCode, Maand};

/// Opties van het commando.
#[derive(clap::Args)]
pub struct Args {
    /// Map waarin per gemeente een map met bestanden komt.
    #[arg(long)]
    uit: PathBuf,
    /// Alleen deze gemeente, zoals GM0267. Zonder deze optie: alle zes van de demo.
    #[arg(long, value_parser = GemeenteCode::parse)]
    gemeente: Option<GemeenteCode>,
    /// Eerste maand.
    #[arg(long, default_value = "2024-07", value_parser = Maand::parse)]
    vanaf: Maand,
    /// Laatste maand.
    #[arg(long, default_value = "2026-10", value_parser = Maand::parse)]
    tot_en_met: Maand,
    /// Aantal inwoners met een uitkering aan het eind, in plaats van dat van de demo.
    #[arg(long)]
    met_uitkering: Option<usize>,
    /// Aantal inwoners met begeleiding zonder uitkering aan het eind.
    #[arg(long)]
    zonder_uitkering: Option<usize>,
    /// Zaad van het toeval: hetzelfde zaad geeft dezelfde bestanden.
    #[arg(long, default_value_t = 2026)]
    zaad: u64,
}

/// Writes the files and says what they hold.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let tijdvak = Tijdvak::try_new(args.vanaf, args.tot_en_met)?;
    for (reeks, (code, omvang)) in (0..).zip(gemeenten(args)?) {
        let opdracht = Opdracht {
            gemeente: code,
            reeks,
            omvang: Omvang {
                met_uitkering: args.met_uitkering.unwrap_or(omvang.met_uitkering),
                zonder_uitkering: args.zonder_uitkering.unwrap_or(omvang.zonder_uitkering),
            },
            tijdvak,
            zaad: args.zaad,
        };
        if args.gemeente.is_none_or(|gekozen| gekozen == code) {
            write(&opdracht, &args.uit)?;
        }
    }
    Ok(())
}

/// The municipalities of the demo, and last the chosen one when it is not among them.
fn gemeenten(args: &Args) -> anyhow::Result<Vec<(GemeenteCode, Omvang)>> {
    let mut lijst = DEMO_GEMEENTEN
        .into_iter()
        .map(|(code, omvang)| Ok((GemeenteCode::parse(code)?, omvang)))
        .collect::<anyhow::Result<Vec<_>>>()?;
    if let Some(gekozen) = args
        .gemeente
        .filter(|g| !lijst.iter().any(|(code, _)| code == g))
    {
        let opgegeven = args.met_uitkering.zip(args.zonder_uitkering);
        let (met_uitkering, zonder_uitkering) = opgegeven.context(
            "van deze gemeente kent de demo geen omvang: geef --met-uitkering en --zonder-uitkering",
        )?;
        let omvang = Omvang {
            met_uitkering,
            zonder_uitkering,
        };
        lijst.push((gekozen, omvang));
    }
    Ok(lijst)
}

fn write(opdracht: &Opdracht, uit: &Path) -> anyhow::Result<()> {
    let map = uit.join(opdracht.gemeente.to_string());
    fs::create_dir_all(&map)
        .with_context(|| format!("{} kan niet worden gemaakt", map.display()))?;
    let bestanden = bestand::generate(opdracht)?;
    ensure!(!bestanden.maanden.is_empty(), "er zijn geen maanden");
    let code = opdracht.gemeente;
    for maand in &bestanden.maanden {
        let naam = |soort: &str| map.join(format!("{soort}-{code}-{}.csv", maand.maand));
        save(&naam("bus"), &maand.bus.render_csv())?;
        save(&naam("srg"), &maand.srg.render_csv())?;
    }
    save(
        &map.join(format!("namen-{code}.csv")),
        &bestanden.namen.render_csv(),
    )?;
    save(
        &map.join(format!("regisseurs-{code}.csv")),
        &bestanden.regisseurs.render_csv(),
    )?;
    save(
        &map.join(format!("notities-{code}.csv")),
        &bestanden.notities.render_csv(),
    )?;
    let laatste = bestanden.maanden.last().context("geen laatste maand")?;
    // Beside the map that is imported: nothing of it is in another administration.
    if let Some(aanvragers) = list_aanvragers(laatste) {
        let regels: Vec<_> = aanvragers.iter().map(primitives::Bsn::expose).collect();
        let pad = uit.join(format!("aanvragers-{code}.txt"));
        save(&pad, regels.join("\n").as_bytes())?;
    }
    if let Some(herzienen) = list_herzienen(laatste) {
        let maand = std::iter::once(laatste.maand.to_string());
        let bsns = herzienen.iter().map(|bsn| bsn.expose().to_owned());
        let regels: Vec<_> = maand.chain(bsns).collect();
        save(
            &uit.join(format!("herzienen-{code}.txt")),
            regels.join("\n").as_bytes(),
        )?;
    }
    println!(
        "{code}: {} maanden; in {} {} personen met een uitkering en {} regels van SRG",
        bestanden.maanden.len(),
        laatste.maand,
        laatste.bus.regels().len(),
        laatste.srg.regels().len()
    );
    Ok(())
}

fn save(pad: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    fs::write(pad, bytes).with_context(|| format!("{} kan niet worden geschreven", pad.display()))
}
