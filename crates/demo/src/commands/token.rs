//! `stuurhuis-demo token`: a bearer token for curl.

use anyhow::Context;
use serde_json::Value;

/// Opties van het commando.
#[derive(clap::Args)]
pub struct Args {
    /// Welke verzonnen gebruiker, zoals demo-consulent-winterswijk.
    #[arg(long)]
    gebruiker: String,
    /// Adres van de aanmelddienst.
    #[arg(long, default_value = "http://127.0.0.1:9400")]
    idp: String,
}

/// Prints the token alone, so that a script can use it.
pub async fn run(args: &Args) -> anyhow::Result<()> {
    let antwoord = reqwest::Client::new()
        .post(format!("{}/token", args.idp))
        .form(&[
            ("grant_type", "urn:stuurhuis:demo"),
            ("gebruiker", &args.gebruiker),
        ])
        .send()
        .await
        .context("de aanmelddienst antwoordt niet: draait de demo?")?;
    let inhoud: Value = antwoord
        .json()
        .await
        .context("de aanmelddienst gaf geen JSON")?;
    let token = inhoud.get("access_token").and_then(Value::as_str);
    println!(
        "{}",
        token.with_context(|| format!("de aanmelddienst weigerde: {inhoud}"))?
    );
    Ok(())
}
