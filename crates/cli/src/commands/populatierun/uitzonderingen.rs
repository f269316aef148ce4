//! The households of a municipality that somebody should look at, by dossier and without names.

use anyhow::Context;
use application::recht::populatie::{Uitzondering, Uitzonderingvraag, load_uitzonderingenlijst};
use domain::bevoegdheid::{Actor, Rol};
use domain::recht::populatie::Signaal;
use persistence::{DbRol, TenantTx};
use primitives::{Clock, Geld, GemeenteCode, PopulatierunId, SystemClock, geld_nl};
use serde_json::json;

use crate::log;
use crate::omgeving::Omgeving;

/// Van welke run en gemeente.
#[derive(clap::Args)]
pub struct Args {
    /// Het kenmerk van de run.
    #[arg(value_parser = PopulatierunId::parse)]
    run: PopulatierunId,
    /// CBS-code, zoals GM0294.
    #[arg(value_parser = GemeenteCode::parse)]
    code: GemeenteCode,
    /// Alleen deze reden, zoals daling.
    #[arg(long, value_parser = read_signaal)]
    reden: Option<Signaal>,
}

/// Runs the command.
pub(super) async fn run(omgeving: &Omgeving, json: bool, args: &Args) -> anyhow::Result<()> {
    omgeving.require_gemeente(args.code).await?;
    let (actor, now) = (
        Actor::system("opdrachtregel", Rol::Teamleider),
        SystemClock.now(),
    );
    let vraag = Uitzonderingvraag {
        run: args.run,
        signaal: args.reden,
        na: None,
    };
    let lijst = async |tx: &mut TenantTx| load_uitzonderingenlijst(tx, &actor, now, &vraag).await;
    let (_, regels) = omgeving
        .db
        .in_tenant(
            "load_uitzonderingenlijst",
            args.code,
            DbRol::Uitvoering,
            lijst,
        )
        .await
        .with_context(|| format!("de uitzonderingen van {} zijn niet te lezen", args.code))?;
    for regel in &regels {
        let uitzondering = &regel.uitzondering;
        log::say(&if json {
            render_json(uitzondering)
        } else {
            render(uitzondering)
        })?;
    }
    Ok(())
}

fn render(uitzondering: &Uitzondering) -> String {
    let bedrag = |bedrag: Option<Geld>| bedrag.map_or_else(|| "onbekend".to_owned(), geld_nl);
    let vergelijking = &uitzondering.vergelijking;
    let signalen: Vec<_> = vergelijking
        .signalen
        .list()
        .map(Signaal::omschrijving)
        .collect();
    format!(
        "{}  {} wordt {}  {}",
        uitzondering.dossier,
        bedrag(vergelijking.oud),
        bedrag(vergelijking.nieuw),
        signalen.join(", ")
    )
}

fn render_json(uitzondering: &Uitzondering) -> String {
    let vergelijking = &uitzondering.vergelijking;
    json!({
        "dossier": uitzondering.dossier,
        "oud": vergelijking.oud,
        "nieuw": vergelijking.nieuw,
        "signalen": vergelijking.signalen.list().map(Signaal::code).collect::<Vec<_>>(),
        "reden": vergelijking.reden,
    })
    .to_string()
}

fn read_signaal(tekst: &str) -> Result<Signaal, String> {
    Signaal::from_code(tekst).ok_or_else(|| {
        let codes: Vec<_> = Signaal::ALL.into_iter().map(Signaal::code).collect();
        format!("kies uit {}", codes.join(", "))
    })
}
