//! `stuurhuis kwartaal ontvanger`: adding an address that is told by mail.

use application::sturing::{Ontvangeropdracht, list_ontvangers, record_ontvanger};
use domain::bevoegdheid::{Actor, Rol};
use persistence::DbRol;
use primitives::{Clock, GemeenteCode, SystemClock, SystemIds};
use serde_json::json;

use super::kwartaal::list_gemeenten;
use crate::log;
use crate::omgeving::Omgeving;

/// Wie bericht krijgt, en namens welke gemeente.
#[derive(clap::Args)]
pub struct OntvangerArgs {
    /// De gemeente, zoals GM0294.
    #[arg(value_parser = GemeenteCode::parse)]
    gemeente: GemeenteCode,
    /// Hoedanigheid: opdrachtgever, bestuur of griffie.
    #[arg(long)]
    rol: String,
    /// Het e-mailadres.
    #[arg(long)]
    email: String,
}

/// Adds the address; one that is on the list already stays as it is, so that a script can be repeated.
pub async fn add(omgeving: &Omgeving, json: bool, args: &OntvangerArgs) -> anyhow::Result<()> {
    let gemeenten = list_gemeenten(omgeving).await?;
    anyhow::ensure!(
        gemeenten.iter().any(|g| g.code == args.gemeente),
        "{} doet niet mee",
        args.gemeente
    );
    let actor = Actor::system("opdrachtregel", Rol::Opdrachtgever);
    let now = SystemClock.now();
    let opdracht = Ontvangeropdracht {
        rol: args.rol.clone(),
        email: args.email.clone(),
    };
    let is_nieuw = omgeving
        .db
        .in_tenant(
            "record_ontvanger",
            args.gemeente,
            DbRol::Opdrachtgever,
            async |tx| {
                let bekend = list_ontvangers(tx, &actor).await?;
                let is_bekend = bekend.iter().any(|ontvanger| {
                    ontvanger.rol.sleutel() == opdracht.rol
                        && ontvanger
                            .email
                            .expose()
                            .eq_ignore_ascii_case(&opdracht.email)
                });
                if !is_bekend {
                    record_ontvanger(tx, &actor, now, &SystemIds, &opdracht).await?;
                }
                Ok::<_, application::sturing::KwartaalError>(!is_bekend)
            },
        )
        .await?;
    // The address itself is not repeated: the output may end up in a log.
    log::say(&if json {
        json!({ "gemeente": args.gemeente, "nieuw": is_nieuw }).to_string()
    } else if is_nieuw {
        format!("{}: het adres is toegevoegd.", args.gemeente)
    } else {
        format!("{}: het adres stond al op de lijst.", args.gemeente)
    })
}
