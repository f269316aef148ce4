//! `stuurhuis-demo idp`: the development identity provider.

use demo::idp::{IdpInstellingen, serve};

/// Opties van het commando.
#[derive(clap::Args)]
pub struct Args {
    /// Poort op deze machine.
    #[arg(long, default_value_t = 9400)]
    poort: u16,
    /// Adres waarop Stuurhuis te bereiken is, zonder schuine streep.
    #[arg(long, default_value = "http://127.0.0.1:8080")]
    stuurhuis: String,
}

/// Runs until it is ended.
pub async fn run(args: &Args) -> anyhow::Result<()> {
    let (server, issuer) = serve(&IdpInstellingen {
        poort: args.poort,
        stuurhuis: args.stuurhuis.clone(),
    })?;
    println!("aanmelddienst gereed op {issuer}");
    Ok(server.await?)
}
