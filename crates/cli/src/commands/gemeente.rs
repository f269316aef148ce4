//! `stuurhuis gemeente`: the municipalities of the scheme.

use std::path::Path;

use anyhow::Context;
use clap::Subcommand;
use domain::bevoegdheid::{Actor, Rol};
use domain::gemeente::{Gebied, Uitvoeringsvorm};
use persistence::audit::{self, Handeling};
use persistence::geheim;
use persistence::gemeente::{self, Gemeente};
use persistence::{DbError, DbRol, PlatformTx, TenantTx};
use primitives::{Clock, Datum, GemeenteCode, SystemClock, datum_kort, parse_datum};
use serde_json::json;

use crate::log;
use crate::omgeving::Omgeving;

/// Wat er met gemeenten kan.
#[derive(Subcommand)]
pub enum GemeenteCommand {
    /// Toont de gemeenten.
    Lijst,
    /// Geeft een gemeente een schema, rollen en een sleutel. Nog eens uitvoeren kan geen kwaad.
    Toevoegen(ToevoegenArgs),
    /// Legt vast dat een vroegere gemeente in een gemeente is opgegaan. Nog eens uitvoeren kan geen kwaad.
    Gebied(GebiedArgs),
    /// Geeft een gemeente een nieuwe sleutel en versleutelt alle bsn's daarmee opnieuw.
    SleutelRoteren {
        /// CBS-code, zoals GM0294.
        #[arg(value_parser = GemeenteCode::parse)]
        code: GemeenteCode,
    },
    /// Neemt uitkeringen, trede en voorzieningen over uit bestanden van BUS en SRG.
    Importeer(super::gemeente_importeer::Args),
    /// Rekent het recht van alle uitkeringen van een maand na, naast wat is geleverd.
    Bereken(super::gemeente_bereken::Args),
}

/// De nieuwe gemeente.
#[derive(clap::Args)]
pub struct ToevoegenArgs {
    /// CBS-code, zoals GM0294.
    #[arg(value_parser = GemeenteCode::parse)]
    code: GemeenteCode,
    /// Naam zonder het woord gemeente.
    #[arg(long)]
    naam: String,
    /// Eerste dag in de samenwerking, zoals 2021-01-01.
    #[arg(long, value_parser = read_datum)]
    aangesloten_op: Datum,
    /// Namens wie rechten worden vastgesteld: gedelegeerd, gemandateerd of advies.
    #[arg(long, value_parser = read_uitvoeringsvorm)]
    uitvoeringsvorm: Uitvoeringsvorm,
    /// Hoofdkleur van de pagina's, zoals #0b5e54.
    #[arg(long, default_value = "#154273", value_parser = read_kleur)]
    themakleur: String,
}

/// De vroegere gemeente.
#[derive(clap::Args)]
pub struct GebiedArgs {
    /// CBS-code van de gemeente van nu, zoals GM1966.
    #[arg(value_parser = GemeenteCode::parse)]
    code: GemeenteCode,
    /// CBS-code van de vroegere gemeente, zoals GM1651.
    #[arg(long, value_parser = GemeenteCode::parse)]
    gebied: GemeenteCode,
    /// Naam van de vroegere gemeente.
    #[arg(long)]
    naam: String,
    /// Eerste dag van de gemeente van nu, zoals 2019-01-01.
    #[arg(long, value_parser = read_datum)]
    opgegaan_op: Datum,
}

/// Runs the command.
pub async fn run(config: &Path, json: bool, command: &GemeenteCommand) -> anyhow::Result<()> {
    let omgeving = Omgeving::start(config).await?;
    match command {
        GemeenteCommand::Lijst => list(&omgeving, json).await,
        GemeenteCommand::Toevoegen(args) => add(&omgeving, json, args).await,
        GemeenteCommand::Gebied(args) => add_gebied(&omgeving, args).await,
        GemeenteCommand::SleutelRoteren { code } => rotate_key(&omgeving, *code).await,
        GemeenteCommand::Importeer(args) => {
            super::gemeente_importeer::run(&omgeving, json, args).await
        }
        GemeenteCommand::Bereken(args) => super::gemeente_bereken::run(&omgeving, json, args).await,
    }
}

async fn list(omgeving: &Omgeving, json: bool) -> anyhow::Result<()> {
    let gemeenten = omgeving
        .db
        .in_platform(
            "list_gemeenten",
            async |tx: &mut PlatformTx| -> Result<_, DbError> { gemeente::list(tx).await },
        )
        .await
        .context("de gemeenten zijn niet te lezen")?;
    for gemeente in gemeenten {
        let vorm = gemeente.uitvoeringsvorm.naam();
        log::say(&if json {
            json!({ "code": gemeente.code, "naam": gemeente.naam, "uitvoeringsvorm": vorm,
                    "aangeslotenOp": gemeente.aangesloten_op, "uitgetredenOp": gemeente.uitgetreden_op })
            .to_string()
        } else {
            format!(
                "{}  {:<20} {vorm:<12} sinds {}",
                gemeente.code,
                gemeente.naam,
                datum_kort(gemeente.aangesloten_op)
            )
        })?;
    }
    Ok(())
}

async fn add(omgeving: &Omgeving, json: bool, args: &ToevoegenArgs) -> anyhow::Result<()> {
    let nieuw = Gemeente {
        code: args.code,
        naam: args.naam.clone(),
        uitvoeringsvorm: args.uitvoeringsvorm,
        aangesloten_op: args.aangesloten_op,
        uitgetreden_op: None,
        themakleur: args.themakleur.clone(),
    };
    gemeente::provision(omgeving.beheer()?, omgeving.db.kluis(), &nieuw)
        .await
        .with_context(|| format!("{} kan niet worden toegevoegd", args.code))?;
    if json {
        return log::say(&json!({ "code": args.code, "schema": args.code.schema() }).to_string());
    }
    log::say(&format!("{} {} is gereed.", args.code, args.naam))
}

async fn add_gebied(omgeving: &Omgeving, args: &GebiedArgs) -> anyhow::Result<()> {
    let nieuw = Gebied {
        code: args.gebied,
        naam: args.naam.clone(),
        opgegaan_in: args.code,
        opgegaan_op: args.opgegaan_op,
    };
    gemeente::record_gebied(omgeving.beheer()?, &nieuw)
        .await
        .with_context(|| format!("{} kan niet bij {} worden gezet", args.gebied, args.code))?;
    log::say(&format!(
        "{} {} is sinds {} deel van {}.",
        args.gebied,
        args.naam,
        datum_kort(args.opgegaan_op),
        args.code
    ))
}

async fn rotate_key(omgeving: &Omgeving, code: GemeenteCode) -> anyhow::Result<()> {
    let aantal = geheim::rotate(omgeving.beheer()?, omgeving.db.kluis(), code)
        .await
        .with_context(|| format!("de sleutel van {code} kan niet worden vernieuwd"))?;
    let (actor, now) = (
        Actor::system("opdrachtregel", Rol::Beheerder),
        SystemClock.now(),
    );
    omgeving
        .db
        .in_tenant(
            "sleutel_roteren",
            code,
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| -> Result<(), DbError> {
                audit::record(tx, &actor, now, Handeling::Beheer, "sleutel", None).await
            },
        )
        .await
        .context("de vernieuwing kan niet in de auditketen worden gezet")?;
    log::say(&format!(
        "{code} heeft een nieuwe sleutel; {aantal} bsn's zijn opnieuw versleuteld."
    ))
}

fn read_datum(tekst: &str) -> Result<Datum, String> {
    parse_datum(tekst).ok_or_else(|| "schrijf een bestaande datum als 2021-01-01".to_owned())
}

fn read_uitvoeringsvorm(tekst: &str) -> Result<Uitvoeringsvorm, String> {
    Uitvoeringsvorm::parse(tekst)
        .ok_or_else(|| "kies gedelegeerd, gemandateerd of advies".to_owned())
}

fn read_kleur(tekst: &str) -> Result<String, String> {
    let cijfers = tekst
        .strip_prefix('#')
        .filter(|c| c.len() == 6 && c.bytes().all(|b| b.is_ascii_hexdigit()));
    cijfers
        .map(|c| format!("#{}", c.to_lowercase()))
        .ok_or_else(|| "schrijf een kleur als #0b5e54".to_owned())
}
