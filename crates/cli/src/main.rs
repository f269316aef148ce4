//! `stuurhuis`: the service, the worker, and the command line for operators and batches.

mod commands;
mod log;
mod omgeving;
mod settings;
mod wachtrij;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Het sturingsplatform voor gemeenten die samen de Participatiewet uitvoeren.
#[derive(Parser)]
#[command(name = "stuurhuis", version, disable_help_subcommand = true)]
struct Args {
    /// Configuratiebestand.
    #[arg(
        long,
        global = true,
        env = "STUURHUIS_CONFIG",
        default_value = "config/demo.toml"
    )]
    config: PathBuf,
    /// Antwoord in JSON, voor programma's die meelezen.
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Start de pagina's en de API, en werkt de wachtrij af.
    Serve,
    /// Werkt alleen de wachtrij af.
    Worker,
    /// Berekent het recht van een huishouden: JSON in, JSON uit.
    Bereken(commands::bereken::Args),
    /// Rekent uit wat andere waarden van raad of college betekenen voor de huishoudens met bijstand.
    Doorreken(commands::doorreken::Args),
    /// Neemt besluiten van raad en college over.
    #[command(subcommand)]
    Beleid(commands::beleid::BeleidCommand),
    /// Voegt gemeenten toe, toont ze, neemt bestanden over.
    #[command(subcommand)]
    Gemeente(commands::gemeente::GemeenteCommand),
    /// Neemt de formatie van een gemeente over.
    #[command(subcommand)]
    Formatie(commands::formatie::FormatieCommand),
    /// Sluit een kwartaal, schrijft de rapportage ervan, bepaalt wie bericht krijgt.
    #[command(subcommand)]
    Kwartaal(commands::kwartaal::KwartaalCommand),
    /// Berekent het recht van alle huishoudens op twee dagen, zoals voor en na nieuwe normen.
    #[command(subcommand)]
    Populatierun(commands::populatierun::PopulatierunCommand),
    /// Neemt de opdracht van een gemeente aan de organisatie over.
    #[command(subcommand)]
    Opdracht(commands::opdracht::OpdrachtCommand),
    /// Neemt rondes van zienswijzen over.
    #[command(subcommand)]
    Zienswijze(commands::zienswijze::ZienswijzeCommand),
    /// Neemt overleggen van de opdrachtgevers over.
    #[command(subcommand)]
    Overleg(commands::overleg::OverlegCommand),
    /// Neemt het mandaatregister van een gemeente over.
    #[command(subcommand)]
    Mandaat(commands::mandaat::MandaatCommand),
    /// Speelt aanvragen na in een demo of een test.
    #[command(subcommand)]
    Aanvraag(commands::aanvraag::AanvraagCommand),
    /// Speelt herzieningen na in een demo of een test.
    #[command(subcommand)]
    Herziening(commands::herziening::HerzieningCommand),
    /// Neemt werkinstructies van de organisatie over.
    #[command(subcommand)]
    Werkinstructie(commands::werkinstructie::WerkinstructieCommand),
    /// Schrijft de gegevens voor de statistiek van een maand.
    #[command(subcommand)]
    Statistiek(commands::statistiek::StatistiekCommand),
    /// Brengt de database van alle gemeenten naar de nieuwste versie.
    Migrate,
    /// Start de eigen PostgreSQL en houdt die draaiend, voor onderhoud.
    Database,
    /// Controleert of de auditketen van elke gemeente heel is.
    ControleerKeten(commands::controleer_keten::Args),
    /// Controleert de configuratie en stopt.
    ControleerConfig,
}

#[tokio::main]
async fn main() -> ExitCode {
    let args = Args::parse();
    let uitkomst = match &args.command {
        Command::Gemeente(command) => {
            commands::gemeente::run(&args.config, args.json, command).await
        }
        Command::Beleid(command) => commands::beleid::run(&args.config, args.json, command).await,
        Command::Formatie(command) => {
            commands::formatie::run(&args.config, args.json, command).await
        }
        Command::Kwartaal(command) => {
            commands::kwartaal::run(&args.config, args.json, command).await
        }
        Command::Opdracht(command) => {
            commands::opdracht::run(&args.config, args.json, command).await
        }
        Command::Zienswijze(command) => {
            commands::zienswijze::run(&args.config, args.json, command).await
        }
        Command::Overleg(command) => commands::overleg::run(&args.config, args.json, command).await,
        Command::Populatierun(command) => {
            commands::populatierun::run(&args.config, args.json, command).await
        }
        Command::Bereken(opties) => commands::bereken::run(&args.config, opties).await,
        Command::Doorreken(opties) => {
            commands::doorreken::run(&args.config, args.json, opties).await
        }
        Command::Serve => commands::serve::run(&args.config).await,
        Command::Worker => commands::worker::run(&args.config).await,
        Command::Statistiek(command) => commands::statistiek::run(&args.config, command).await,
        Command::Aanvraag(command) => commands::aanvraag::run(&args.config, command).await,
        Command::Herziening(command) => commands::herziening::run(&args.config, command).await,
        Command::Mandaat(command) => commands::mandaat::run(&args.config, args.json, command).await,
        Command::Werkinstructie(command) => {
            commands::werkinstructie::run(&args.config, args.json, command).await
        }
        Command::Migrate => commands::migrate::run(&args.config, args.json).await,
        Command::Database => commands::database::run(&args.config).await,
        Command::ControleerKeten(opties) => {
            commands::controleer_keten::run(&args.config, args.json, opties).await
        }
        Command::ControleerConfig => commands::controleer_config::run(&args.config),
    };
    match uitkomst {
        Ok(()) => ExitCode::SUCCESS,
        Err(fout) => {
            log::complain(&fout);
            ExitCode::FAILURE
        }
    }
}
