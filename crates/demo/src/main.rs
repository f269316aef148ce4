//! `stuurhuis-demo`: what turns an empty machine into a system to try.

mod commands;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Hulpmiddelen voor de demo en de tests. Niet voor productie.
#[derive(Parser)]
#[command(name = "stuurhuis-demo", disable_help_subcommand = true)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Start het hele systeem en vult het de eerste keer. Stop met Ctrl-C.
    Start(commands::start::Args),
    /// Start alleen de aanmelddienst met verzonnen gebruikers.
    Idp(commands::idp::Args),
    /// Schrijft verzonnen maandbestanden BUS en SRG, met namen erbij.
    Genereer(commands::genereer::Args),
    /// Geeft een toegangsbewijs voor de API, op naam van een verzonnen gebruiker.
    Token(commands::token::Args),
}

#[tokio::main]
async fn main() -> ExitCode {
    let uitkomst = match Args::parse().command {
        Command::Start(args) => commands::start::run(&args).await,
        Command::Genereer(args) => commands::genereer::run(&args),
        Command::Idp(args) => commands::idp::run(&args).await,
        Command::Token(args) => commands::token::run(&args).await,
    };
    match uitkomst {
        Ok(()) => ExitCode::SUCCESS,
        Err(fout) => {
            commands::complain(&fout);
            ExitCode::FAILURE
        }
    }
}
