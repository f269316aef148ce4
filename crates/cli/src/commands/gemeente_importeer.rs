//! `stuurhuis gemeente importeer`: takes over a caseload from files of BUS and SRG.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use application::statistiek::{
    Bestandsverslag, Importverslag, LeveringError, Leveringsopdracht, Lijsten, Ontvangen,
    Ontvangstfouten, Wijze, record_levering,
};
use domain::bevoegdheid::{Actor, Rol};
use domain::statistiek::{Bestand, Bestandsfouten, Regel};
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
    #[arg(long, required_unless_present_any = ["srg", "namen", "regisseurs", "notities", "woongebieden", "map"])]
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
    /// Lijst `bsn;gebied;sinds`: in welk deel van de gemeente iemand woont. Gebied is de code van de vroegere gemeente, of
    /// leeg voor elders in de gemeente.
    #[arg(long)]
    woongebieden: Option<PathBuf>,
    /// Map met de historie: bus-CODE-JJJJ-MM.csv en srg-CODE-JJJJ-MM.csv, en eventueel namen-CODE.csv,
    /// regisseurs-CODE.csv, notities-CODE.csv en woongebieden-CODE.csv. Elke maand geldt als bekend op de 20e van de maand erna.
    #[arg(long, conflicts_with_all = ["bus", "srg", "namen", "regisseurs", "notities", "woongebieden", "bekend_op"])]
    map: Option<PathBuf>,
    /// Alleen controleren en vergelijken; er wordt niets geschreven.
    #[arg(long)]
    proef: bool,
    /// Alleen bij overname van historie: de dag waarop de vorige administratie dit wist, zoals 2026-04-20.
    #[arg(long, value_parser = read_datum)]
    bekend_op: Option<Datum>,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Soort {
    Bus,
    Srg,
    Namen,
    Regisseurs,
    Notities,
    Woongebieden,
}

/// Files that are taken over together.
#[derive(Default)]
struct Bestandenset {
    paden: BTreeMap<Soort, PathBuf>,
    bekend_op: Option<Datum>,
}

/// Runs the command.
pub async fn run(omgeving: &Omgeving, json: bool, args: &Args) -> anyhow::Result<()> {
    omgeving.require_gemeente(args.code).await?;
    let sets = match &args.map {
        Some(map) => list_sets(args.code, map)?,
        None => vec![Bestandenset::of(args)],
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
    let inhoud = set.read()?;
    let bytes = |soort| inhoud.get(&soort).map(Vec::as_slice);
    let ontvangen = Ontvangen {
        bus: bytes(Soort::Bus),
        srg: bytes(Soort::Srg),
        namen: bytes(Soort::Namen),
    };
    let wijze = if args.proef {
        Wijze::Proef
    } else {
        Wijze::Definitief
    };
    let mut fouten = Vec::new();
    let opdracht = Leveringsopdracht::parse(args.code, ontvangen, wijze);
    let opdracht = opdracht.map_err(|ontvangst| {
        let per_soort = [
            (Soort::Bus, ontvangst.bus),
            (Soort::Srg, ontvangst.srg),
            (Soort::Namen, ontvangst.namen),
        ];
        let per_soort = per_soort.into_iter();
        fouten.extend(per_soort.filter_map(|(soort, fout)| Some((soort, fout?))));
    });
    let lijsten = Lijsten {
        regisseurs: parse_lijst(args.code, &inhoud, Soort::Regisseurs, &mut fouten),
        notities: parse_lijst(args.code, &inhoud, Soort::Notities, &mut fouten),
        woongebieden: parse_lijst(args.code, &inhoud, Soort::Woongebieden, &mut fouten),
    };
    match opdracht {
        Ok(opdracht) if fouten.is_empty() => Ok(opdracht.with_lijsten(lijsten)),
        _ => {
            let per_soort = fouten.iter();
            let per_soort = per_soort.map(|(s, fout)| (s.naam(), set.paden.get(s), Some(fout)));
            bestandsfouten::complain(json, &per_soort.collect::<Vec<_>>())?;
            Err(Ontvangstfouten::default().into())
        }
    }
}

/// A list of our own, where it is in the set; its faults go with those of the others.
fn parse_lijst<R: Regel>(
    code: GemeenteCode,
    inhoud: &BTreeMap<Soort, Vec<u8>>,
    soort: Soort,
    fouten: &mut Vec<(Soort, Bestandsfouten)>,
) -> Option<Bestand<R>> {
    let uitkomst = Bestand::parse(inhoud.get(&soort)?, code);
    uitkomst.map_err(|fout| fouten.push((soort, fout))).ok()
}

impl Soort {
    /// Those that stand once beside the months of a directory.
    const LIJSTEN: [Self; 4] = [
        Self::Namen,
        Self::Regisseurs,
        Self::Notities,
        Self::Woongebieden,
    ];

    /// The name in options and in names of files.
    const fn naam(self) -> &'static str {
        match self {
            Self::Bus => "bus",
            Self::Srg => "srg",
            Self::Namen => "namen",
            Self::Regisseurs => "regisseurs",
            Self::Notities => "notities",
            Self::Woongebieden => "woongebieden",
        }
    }
}

impl Bestandenset {
    /// The files that are named one by one.
    fn of(args: &Args) -> Self {
        let paden = [
            (Soort::Bus, &args.bus),
            (Soort::Srg, &args.srg),
            (Soort::Namen, &args.namen),
            (Soort::Regisseurs, &args.regisseurs),
            (Soort::Notities, &args.notities),
            (Soort::Woongebieden, &args.woongebieden),
        ];
        let paden = paden.into_iter();
        Self {
            paden: paden
                .filter_map(|(soort, pad)| Some((soort, pad.clone()?)))
                .collect(),
            bekend_op: args.bekend_op,
        }
    }

    fn read(&self) -> anyhow::Result<BTreeMap<Soort, Vec<u8>>> {
        let read = |(soort, pad): (&Soort, &PathBuf)| {
            let bytes = fs::read(pad);
            let bytes = bytes.with_context(|| format!("{} is niet te lezen", pad.display()))?;
            Ok((*soort, bytes))
        };
        self.paden.iter().map(read).collect()
    }

    fn describe(&self) -> String {
        let paden = self.paden.values().map(|pad| pad.display().to_string());
        paden.collect::<Vec<_>>().join(", ")
    }
}

/// The files of a directory by month, the oldest first, with the names and the like beside the last.
fn list_sets(code: GemeenteCode, map: &Path) -> anyhow::Result<Vec<Bestandenset>> {
    let inhoud =
        fs::read_dir(map).with_context(|| format!("{} is niet te lezen", map.display()))?;
    let mut per_maand: BTreeMap<Maand, Bestandenset> = BTreeMap::new();
    let mut lijsten = BTreeMap::new();
    for pad in inhoud {
        let pad = pad
            .with_context(|| format!("{} is niet te lezen", map.display()))?
            .path();
        let naam = pad
            .file_name()
            .map(|naam| naam.to_string_lossy().into_owned());
        let Some(naam) = naam else { continue };
        let maand = |soort: &Soort| {
            let rest = naam.strip_prefix(&format!("{}-{code}-", soort.naam()))?;
            Maand::parse(rest.strip_suffix(".csv")?).ok()
        };
        let is_lijst = |soort: &Soort| naam == format!("{}-{code}.csv", soort.naam());
        let mut levering = [Soort::Bus, Soort::Srg].into_iter();
        if let Some((soort, maand)) = levering.find_map(|s| Some((s, maand(&s)?))) {
            per_maand.entry(maand).or_default().paden.insert(soort, pad);
        } else if let Some(soort) = Soort::LIJSTEN.into_iter().find(is_lijst) {
            lijsten.insert(soort, pad);
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
    laatste.paden.append(&mut lijsten);
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
        "woongebieden": verslag.woongebieden.map(|lijst| json!({
            "vastgelegd": lijst.vastgelegd, "gelijk": lijst.gelijk, "onbekend": lijst.onbekend,
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
