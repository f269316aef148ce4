//! `stuurhuis beleid exporteer` and the trial of `beleid importeer`: policy as YAML or XLSX.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use application::beleid::{
    BeleidError, RecordVoorstel, VoorstelError, check_beleidsbestand, db_rol, load_beleidsbestand,
    record_voorstel,
};
use domain::beleid::{
    Beleidsbestandinvoer, Notatie, Orgaan, Proefrapport, Proefregel, Uitslag, VoorstelInvoer,
};
use persistence::{DbRol, TenantTx};
use primitives::{
    Clock, Datum, GemeenteCode, SystemClock, SystemIds, Veldfouten, aantal_nl, parse_datum,
};
use reports::beleidsbestand::{
    BESTAND_MAX, Beleidsformaat, BestandError, parse_beleidsbestand, render_beleidsbestand,
};
use serde_json::{Value, json};

use super::{Args, actor_of};
use crate::log;
use crate::omgeving::Omgeving;

/// Van welke gemeente, van welke dag, naar welk bestand.
#[derive(clap::Args)]
pub struct ExporteerArgs {
    /// CBS-code van de gemeente, zoals GM0294.
    #[arg(value_parser = GemeenteCode::parse)]
    code: GemeenteCode,
    /// Bestand om te schrijven; de naam eindigt op .yaml of .xlsx.
    #[arg(long)]
    uit: PathBuf,
    /// De dag waarop het geldt, zoals 2027-01-01; zonder is dat vandaag.
    #[arg(long, value_parser = read_dag)]
    peildatum: Option<Datum>,
}

/// Writes what holds on a day.
pub async fn export(config: &Path, args: &ExporteerArgs) -> anyhow::Result<()> {
    let formaat = Beleidsformaat::of_pad(&args.uit).ok_or(BestandError::Formaat)?;
    let omgeving = Omgeving::start(config).await?;
    omgeving.require_gemeente(args.code).await?;
    let (actor, now) = (actor_of(Orgaan::Raad), SystemClock.now());
    let wanneer = (args.peildatum.unwrap_or_else(|| SystemClock.today()), now);
    let bestand: Result<_, BeleidError> = omgeving
        .db
        .in_tenant(
            "load_beleidsbestand",
            args.code,
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| load_beleidsbestand(tx, &actor, wanneer).await,
        )
        .await;
    let bestand = bestand?;
    let bytes = render_beleidsbestand(&bestand, formaat, now)?;
    let pad = args.uit.display();
    fs::write(&args.uit, bytes).with_context(|| format!("{pad} is niet te schrijven"))?;
    log::say(&format!(
        "{}: {} in {pad}.",
        args.code,
        aantal_nl(bestand.regels.len(), "waarde", "waarden")
    ))
}

/// Tries a file, and makes a proposal of it where that was asked and nothing is wrong.
pub(super) async fn import(
    config: &Path,
    json: bool,
    args: &Args,
    formaat: Beleidsformaat,
) -> anyhow::Result<()> {
    let pad = args.bestand.display();
    let ingang = args.ingang.as_deref();
    let ingang = ingang.context("noem met --ingang de dag waarop het moet ingaan")?;
    let bestand = parse_beleidsbestand(&read(&args.bestand)?, formaat)
        .with_context(|| format!("{pad} is niet te lezen"))?;
    let omgeving = Omgeving::start(config).await?;
    omgeving.require_gemeente(args.code).await?;
    let rapport = check(&omgeving, args, &bestand, ingang).await?;
    if json {
        log::say(&report_json(args.code, &rapport).to_string())?;
    } else {
        report(&rapport)?;
    }
    if !rapport.fouten.is_empty() || rapport.geweigerd() > 0 {
        bail!("{pad}: herstel de genoemde regels; er is niets bewaard");
    }
    let Some(orgaan) = args.voorstel else {
        return Ok(());
    };
    let gevonden = rapport
        .voorstellen
        .into_iter()
        .find(|(van, _)| *van == orgaan);
    let Some((_, invoer)) = gevonden else {
        bail!("{pad}: voor {orgaan} wijzigt er niets, dus er is geen voorstel gemaakt");
    };
    propose(&omgeving, args, orgaan, invoer).await
}

/// Reads at most a byte more than is accepted.
fn read(pad: &Path) -> anyhow::Result<Vec<u8>> {
    let naam = pad.display();
    let bestand = File::open(pad).with_context(|| format!("{naam} is niet te lezen"))?;
    let mut inhoud = Vec::new();
    let max = u64::try_from(BESTAND_MAX)? + 1;
    bestand
        .take(max)
        .read_to_end(&mut inhoud)
        .with_context(|| format!("{naam} is niet te lezen"))?;
    Ok(inhoud)
}

async fn check(
    omgeving: &Omgeving,
    args: &Args,
    bestand: &Beleidsbestandinvoer,
    ingang: &str,
) -> anyhow::Result<Proefrapport> {
    let (actor, now) = (actor_of(Orgaan::Raad), SystemClock.now());
    let rapport: Result<_, BeleidError> = omgeving
        .db
        .in_tenant(
            "check_beleidsbestand",
            args.code,
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| {
                check_beleidsbestand(tx, &actor, now, &SystemIds, (bestand, ingang)).await
            },
        )
        .await;
    if let Err(BeleidError::Invoer(fouten)) = &rapport {
        warn(fouten)?;
        bail!("{}: er is niets geprobeerd", args.bestand.display());
    }
    Ok(rapport?)
}

async fn propose(
    omgeving: &Omgeving,
    args: &Args,
    orgaan: Orgaan,
    invoer: VoorstelInvoer,
) -> anyhow::Result<()> {
    let invoer = VoorstelInvoer {
        titel: args.titel.clone().unwrap_or_default(),
        ..invoer
    };
    let opdracht = RecordVoorstel {
        orgaan,
        invoer: &invoer,
        notatie: Notatie::Formulier,
    };
    let (actor, now) = (actor_of(orgaan), SystemClock.now());
    let voorstel: Result<_, VoorstelError> = omgeving
        .db
        .in_tenant(
            "record_voorstel",
            args.code,
            db_rol(orgaan),
            async |tx: &mut TenantTx| {
                record_voorstel(tx, &actor, now, &SystemIds, opdracht.clone()).await
            },
        )
        .await;
    if let Err(VoorstelError::Invoer(fouten)) = &voorstel {
        warn(fouten)?;
        bail!("er is geen voorstel gemaakt");
    }
    let id = voorstel?.kop().id;
    log::say(&format!(
        "Voorstel aan {orgaan} opgesteld als concept: {id}."
    ))
}

fn warn(fouten: &Veldfouten) -> anyhow::Result<()> {
    for fout in fouten.list() {
        log::warn(&format!("{}: {}", fout.veld, fout.melding))?;
    }
    Ok(())
}

fn report(rapport: &Proefrapport) -> anyhow::Result<()> {
    for fout in &rapport.fouten {
        log::warn(&format!("{}: {}", fout.veld, fout.melding))?;
    }
    let anders = |regel: &&Proefregel| regel.uitslag != Uitslag::Ongewijzigd;
    for regel in rapport.regels.iter().filter(anders) {
        log::say(&render(regel))?;
    }
    if rapport.is_zonder_verschil() {
        log::say("Geen verschillen.")?;
    }
    log::say(&format!(
        "{} nieuw, {} gewijzigd, {} ongewijzigd, {} geweigerd. Er is niets bewaard.",
        rapport.nieuw(),
        rapport.gewijzigd(),
        rapport.ongewijzigd(),
        rapport.geweigerd()
    ))
}

/// `regel 12, iit.referteperiode: gewijzigd, 36 maanden wordt 24 maanden`.
fn render(regel: &Proefregel) -> String {
    let begin = format!("regel {}, {}", regel.plaats, regel.sleutel);
    let naam = regel.uitslag.naam();
    match &regel.uitslag {
        Uitslag::Nieuw { wordt } => format!("{begin}: {naam}, {}", wordt.tekst_nl()),
        Uitslag::Gewijzigd { was, wordt } => {
            let (was, wordt) = (was.0.tekst_nl(), wordt.0.tekst_nl());
            format!("{begin}: {naam}, {was} wordt {wordt}")
        }
        Uitslag::Ongewijzigd => format!("{begin}: {naam}"),
        Uitslag::Geweigerd(fouten) => {
            let fouten: Vec<_> = fouten.iter().map(ToString::to_string).collect();
            format!("{begin}: {naam}, {}", fouten.join("; "))
        }
    }
}

fn report_json(code: GemeenteCode, rapport: &Proefrapport) -> Value {
    let regel = |regel: &Proefregel| {
        let fouten = match &regel.uitslag {
            Uitslag::Geweigerd(fouten) => fouten.iter().map(ToString::to_string).collect(),
            _ => Vec::new(),
        };
        json!({
            "regel": regel.plaats, "sleutel": regel.sleutel, "gebied": regel.gebied,
            "uitslag": regel.uitslag.naam(), "fouten": fouten,
        })
    };
    json!({
        "gemeente": code,
        "nieuw": rapport.nieuw(), "gewijzigd": rapport.gewijzigd(),
        "ongewijzigd": rapport.ongewijzigd(), "geweigerd": rapport.geweigerd(),
        "regels": rapport.regels.iter().map(regel).collect::<Vec<_>>(),
    })
}

fn read_dag(tekst: &str) -> Result<Datum, String> {
    parse_datum(tekst).ok_or_else(|| "schrijf een datum die bestaat, zoals 2027-01-01".to_owned())
}
