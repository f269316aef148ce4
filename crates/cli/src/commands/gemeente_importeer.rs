//! `stuurhuis gemeente importeer`: takes over a caseload from files of BUS and SRG.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use application::statistiek::{
    Bestandsverslag, Importverslag, LeveringError, Leveringsopdracht, Ontvangen, Wijze,
    record_levering,
};
use domain::bevoegdheid::{Actor, Rol};
use domain::dossier::{Notitielijst, Regisseurlijst};
use persistence::{DbRol, TenantTx};
use primitives::{
    Clock, Datum, GemeenteCode, Maand, SystemClock, SystemIds, datum_kort, parse_datum,
};
use serde_json::{Value, json};

use super::bestandsfouten;
use crate::log;
use crate::omgeving::Omgeving;

/// The day of the next month on which the files of a month count as known: within the four weeks of the law
/// (Regeling statistiek Participatiewet art. 2).
const DAG_BEKEND: i8 = 20;

/// De bestanden.
#[derive(clap::Args)]
pub struct Args {
    /// CBS-code van de gemeente, zoals GM0267.
    #[arg(value_parser = GemeenteCode::parse)]
    code: GemeenteCode,
    /// Bestand van BUS: uitkeringen en personen.
    #[arg(long, required_unless_present_any = ["srg", "namen", "regisseurs", "notities", "map"])]
    bus: Option<PathBuf>,
    /// Bestand van SRG: trede en voorzieningen.
    #[arg(long)]
    srg: Option<PathBuf>,
    /// Lijst met bsn en naam, omdat BUS en SRG geen namen bevatten.
    #[arg(long)]
    namen: Option<PathBuf>,
    /// Lijst `bsn;medewerker;naam;sinds`: wie bij overname van een lopend bestand casusregisseur is. De medewerker is de
    /// id bij de aanmelddienst. Wie hier al een casusregisseur heeft, houdt die.
    #[arg(long)]
    regisseurs: Option<PathBuf>,
    /// Lijst `bsn;medewerker;naam;soort;datum;tekst`: notities van collega's. Soort is gesprek, telefoongesprek, huisbezoek of
    /// notitie.
    #[arg(long)]
    notities: Option<PathBuf>,
    /// Map met de historie: bus-CODE-JJJJ-MM.csv en srg-CODE-JJJJ-MM.csv, en eventueel namen-CODE.csv,
    /// regisseurs-CODE.csv en notities-CODE.csv. Elke maand geldt als bekend op de 20e van de maand erna.
    #[arg(long, conflicts_with_all = ["bus", "srg", "namen", "regisseurs", "notities", "bekend_op"])]
    map: Option<PathBuf>,
    /// Alleen controleren en vergelijken; er wordt niets geschreven.
    #[arg(long)]
    proef: bool,
    /// Alleen bij overname van historie: de dag waarop de vorige administratie dit wist, zoals 2026-04-20.
    #[arg(long, value_parser = read_datum)]
    bekend_op: Option<Datum>,
}

/// Files that are taken over together.
#[derive(Default)]
struct Bestandenset {
    bus: Option<PathBuf>,
    srg: Option<PathBuf>,
    namen: Option<PathBuf>,
    regisseurs: Option<PathBuf>,
    notities: Option<PathBuf>,
    bekend_op: Option<Datum>,
}

/// Runs the command.
pub async fn run(omgeving: &Omgeving, json: bool, args: &Args) -> anyhow::Result<()> {
    omgeving.require_gemeente(args.code).await?;
    let sets = match &args.map {
        Some(map) => list_sets(args.code, map)?,
        None => vec![Bestandenset {
            bus: args.bus.clone(),
            srg: args.srg.clone(),
            namen: args.namen.clone(),
            regisseurs: args.regisseurs.clone(),
            notities: args.notities.clone(),
            bekend_op: args.bekend_op,
        }],
    };
    for set in &sets {
        let verslag = import(omgeving, json, args, set).await?;
        if json {
            log::say(&as_json(args.code, &verslag).to_string())?;
        } else {
            say_verslag(&verslag)?;
        }
    }
    Ok(())
}

async fn import(
    omgeving: &Omgeving,
    json: bool,
    args: &Args,
    set: &Bestandenset,
) -> anyhow::Result<Importverslag> {
    let opdracht = read_opdracht(json, args, set)?;
    let opdracht = match set.bekend_op {
        Some(dag) => opdracht.known_on(dag),
        None => opdracht,
    };
    let actor = Actor::system("opdrachtregel", Rol::Teamleider);
    let uitkomst: Result<_, LeveringError> = omgeving
        .db
        .in_tenant(
            "record_levering",
            args.code,
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| {
                record_levering(tx, &actor, SystemClock.now(), &SystemIds, &opdracht).await
            },
        )
        .await;
    uitkomst.with_context(|| format!("{}: er is niets overgenomen", set.describe()))
}

/// Reads every file of a set: all of them, or a complaint about every fault of each.
fn read_opdracht(json: bool, args: &Args, set: &Bestandenset) -> anyhow::Result<Leveringsopdracht> {
    let (bus, srg, namen, regisseurs, notities) = (
        read(set.bus.as_ref())?,
        read(set.srg.as_ref())?,
        read(set.namen.as_ref())?,
        read(set.regisseurs.as_ref())?,
        read(set.notities.as_ref())?,
    );
    let ontvangen = Ontvangen {
        bus: bus.as_deref(),
        srg: srg.as_deref(),
        namen: namen.as_deref(),
    };
    let wijze = if args.proef {
        Wijze::Proef
    } else {
        Wijze::Definitief
    };
    let opdracht = Leveringsopdracht::parse(args.code, ontvangen, wijze);
    let regisseurs = regisseurs.map(|bytes| Regisseurlijst::parse(&bytes, args.code));
    let notities = notities.map(|bytes| Notitielijst::parse(&bytes, args.code));
    match (opdracht, regisseurs.transpose(), notities.transpose()) {
        (Ok(mut opdracht), Ok(regisseurs), Ok(notities)) => {
            if let Some(lijst) = regisseurs {
                opdracht = opdracht.with_regisseurs(lijst);
            }
            if let Some(lijst) = notities {
                opdracht = opdracht.with_notities(lijst);
            }
            Ok(opdracht)
        }
        (opdracht, regisseurs, notities) => {
            let fouten = opdracht.err().unwrap_or_default();
            let (regisseurs, notities) = (regisseurs.err(), notities.err());
            let soorten = [
                ("bus", set.bus.as_ref(), fouten.bus.as_ref()),
                ("srg", set.srg.as_ref(), fouten.srg.as_ref()),
                ("namen", set.namen.as_ref(), fouten.namen.as_ref()),
                ("regisseurs", set.regisseurs.as_ref(), regisseurs.as_ref()),
                ("notities", set.notities.as_ref(), notities.as_ref()),
            ];
            bestandsfouten::complain(json, &soorten)?;
            Err(fouten.into())
        }
    }
}

impl Bestandenset {
    fn describe(&self) -> String {
        let namen: Vec<_> = [
            &self.bus,
            &self.srg,
            &self.namen,
            &self.regisseurs,
            &self.notities,
        ]
        .into_iter()
        .flatten()
        .map(|pad| pad.display().to_string())
        .collect();
        namen.join(", ")
    }
}

fn read(pad: Option<&PathBuf>) -> anyhow::Result<Option<Vec<u8>>> {
    pad.map(|pad| fs::read(pad).with_context(|| format!("{} is niet te lezen", pad.display())))
        .transpose()
}

/// The files of a directory by month, the oldest first, with the names and the like beside the last.
fn list_sets(code: GemeenteCode, map: &Path) -> anyhow::Result<Vec<Bestandenset>> {
    let inhoud =
        fs::read_dir(map).with_context(|| format!("{} is niet te lezen", map.display()))?;
    let mut per_maand: BTreeMap<Maand, Bestandenset> = BTreeMap::new();
    let (mut namen, mut regisseurs, mut notities) = (None, None, None);
    for pad in inhoud {
        let pad = pad
            .with_context(|| format!("{} is niet te lezen", map.display()))?
            .path();
        let naam = pad
            .file_name()
            .map(|naam| naam.to_string_lossy().into_owned());
        let Some(naam) = naam else { continue };
        let maand = |soort: &str| {
            let rest = naam.strip_prefix(&format!("{soort}-{code}-"))?;
            Maand::parse(rest.strip_suffix(".csv")?).ok()
        };
        if let Some(maand) = maand("bus") {
            per_maand.entry(maand).or_default().bus = Some(pad);
        } else if let Some(maand) = maand("srg") {
            per_maand.entry(maand).or_default().srg = Some(pad);
        } else if naam == format!("namen-{code}.csv") {
            namen = Some(pad);
        } else if naam == format!("regisseurs-{code}.csv") {
            regisseurs = Some(pad);
        } else if naam == format!("notities-{code}.csv") {
            notities = Some(pad);
        }
    }
    let vandaag = SystemClock.today();
    for (maand, set) in &mut per_maand {
        let dag = maand.plus(1).first_day().with().day(DAG_BEKEND).build()?;
        // What is not due yet became known now.
        set.bekend_op = Some(dag).filter(|dag| *dag <= vandaag);
    }
    let mut sets: Vec<_> = per_maand.into_values().collect();
    let Some(laatste) = sets.last_mut() else {
        bail!(
            "{}: geen bestanden met een naam als bus-{code}-2026-03.csv",
            map.display()
        );
    };
    laatste.namen = namen;
    laatste.regisseurs = regisseurs;
    laatste.notities = notities;
    Ok(sets)
}

fn say_verslag(verslag: &Importverslag) -> anyhow::Result<()> {
    if verslag.wijze == Wijze::Proef {
        log::say("Proef: er is niets geschreven.")?;
    }
    for zin in verslag.zinnen() {
        log::say(&zin)?;
    }
    Ok(())
}

fn as_json(code: GemeenteCode, verslag: &Importverslag) -> Value {
    let bestand = |bestand: &Bestandsverslag| {
        let telling = bestand.telling;
        json!({
            "levering": bestand.levering, "maanden": bestand.maanden, "regels": telling.regels(),
            "nieuw": telling.nieuw, "gewijzigd": telling.gewijzigd, "ongewijzigd": telling.ongewijzigd,
            "vervallen": telling.vervallen, "inwoners": bestand.inwoners, "inwonersNieuw": bestand.inwoners_nieuw,
        })
    };
    json!({
        "gemeente": code,
        "proef": verslag.wijze == Wijze::Proef,
        "bus": verslag.bus.as_ref().map(bestand),
        "srg": verslag.srg.as_ref().map(bestand),
        "namen": verslag.namen.map(|namen| json!({ "regels": namen.regels, "gewijzigd": namen.gewijzigd })),
        "regisseurs": verslag.regisseurs.map(|lijst| json!({
            "toegewezen": lijst.toegewezen, "gelijk": lijst.gelijk, "behouden": lijst.behouden, "onbekend": lijst.onbekend,
        })),
        "notities": verslag.notities.map(|lijst| json!({
            "regels": lijst.regels, "nieuw": lijst.nieuw, "onbekend": lijst.onbekend,
        })),
    })
}

fn read_datum(tekst: &str) -> Result<Datum, String> {
    let datum = parse_datum(tekst)
        .ok_or_else(|| "schrijf een bestaande datum als 2026-04-20".to_owned())?;
    let vandaag = SystemClock.today();
    if datum > vandaag {
        return Err(format!(
            "kies een datum tot en met vandaag, {}",
            datum_kort(vandaag)
        ));
    }
    Ok(datum)
}
