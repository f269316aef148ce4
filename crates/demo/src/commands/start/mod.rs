//! `stuurhuis-demo start`: database, data, identity provider, mail server and service, until Ctrl-C.

mod configuratie;
mod proces;
mod vullen;

use std::path::PathBuf;

use anyhow::Context;
use tokio::signal::unix::{SignalKind, signal};

use configuratie::Configuratie;
use demo::idp::gebruikers;
use proces::Proces;

/// Opties van het commando.
#[derive(clap::Args)]
pub struct Args {
    /// Poort van Stuurhuis op deze machine.
    #[arg(long, default_value_t = 8080)]
    poort: u16,
    /// Map voor database, sleutels en logboeken.
    #[arg(long)]
    map: PathBuf,
}

/// Starts everything, fills it the first time, says where it is, and stops everything in order at the end.
pub async fn run(args: &Args) -> anyhow::Result<()> {
    let mut beeindig = signal(SignalKind::terminate()).context("geen signalen")?;
    let mut onderbreek = signal(SignalKind::interrupt()).context("geen signalen")?;
    let mut processen = Vec::new();
    let uitkomst = tokio::select! {
        uitkomst = start_and_wait(args, &mut processen) => uitkomst,
        _ = beeindig.recv() => Ok(()),
        _ = onderbreek.recv() => Ok(()),
    };
    println!("\nStoppen ...");
    // The service before the database that it uses.
    while let Some(proces) = processen.pop() {
        proces.stop().await;
    }
    uitkomst
}

async fn start_and_wait(args: &Args, processen: &mut Vec<Proces>) -> anyhow::Result<()> {
    let configuratie = Configuratie::write(&args.map, args.poort)?;
    println!("Gegevens staan in {}.", args.map.display());
    let mut database = Proces::start(
        "database",
        &configuratie.stuurhuis(&["database"]),
        &args.map,
    )?;
    database.wait_for_line("gereed").await?;
    processen.push(database);
    vullen::fill_once(&configuratie).await?;
    let mut idp = Proces::start("aanmelddienst", &configuratie.idp(), &args.map)?;
    idp.wait_for_line("gereed").await?;
    processen.push(idp);
    if let Some(regel) = configuratie.post() {
        let mut post = Proces::start("mailserver", &regel, &args.map)?;
        post.wait_for_line("gereed").await?;
        processen.push(post);
    }
    let mut service = Proces::start("stuurhuis", &configuratie.stuurhuis(&["serve"]), &args.map)?;
    service.wait_until_ready(&configuratie.adres).await?;
    processen.push(service);
    println!("\nStuurhuis draait op {}", configuratie.adres);
    println!("Kies daar bij het inloggen een verzonnen gebruiker:");
    for gebruiker in gebruikers() {
        println!("  {:16}  {}", gebruiker.naam, gebruiker.functie);
    }
    if configuratie.post().is_some() {
        println!(
            "E-mail wordt niet bezorgd: elk bericht is een bestand in {}",
            configuratie.post_directory().display()
        );
    } else {
        println!(
            "E-mail wordt niet verstuurd: node of tests/node_modules ontbreekt (cargo xtask demo haalt ze op)."
        );
    }
    println!(
        "De API staat op {}/v1/openapi.json. Stop met Ctrl-C.",
        configuratie.adres
    );
    proces::wait_for_any(processen).await
}
