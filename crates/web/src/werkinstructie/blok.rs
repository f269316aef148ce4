//! The work rules on the page of a parameter, beside what the municipality decided.

use application::werkinstructie::{WerkinstructieError, list_werkinstructies};
use domain::beleid::{Beleid, Parameter};
use domain::werkinstructie::{Werkinstructie, compare_gemeente};
use http_base::{AppState, DbRol, Fout, InGemeente, TenantTx};
use primitives::{Datum, Moment};

use super::lezen::{LIJST, besluit_of, render_geldigheid, render_verhouding};
use crate::beleid::link_to;
use crate::onderdelen::{Link, Status};

/// A work rule about the parameter.
pub(crate) struct Werkregel {
    pub(crate) link: Link,
    pub(crate) geldigheid: String,
    pub(crate) tekst: String,
    pub(crate) waarde: Option<String>,
    pub(crate) status: Status,
    pub(crate) besluit: Option<Link>,
}

/// The work rules of a day about a parameter, for the municipality of the page.
pub(crate) async fn list_werkregels(
    state: &AppState,
    wie: &InGemeente,
    parameter: &Parameter,
    beleid: &Beleid,
    wanneer: (Datum, Moment),
) -> Result<Vec<Werkregel>, Fout> {
    let actor = wie.actor();
    let instructies: Result<_, WerkinstructieError> = state
        .db
        .in_tenant(
            "list_werkinstructies",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| list_werkinstructies(tx, actor).await,
        )
        .await;
    let instructies = instructies?;
    let geldig = instructies
        .iter()
        .filter(|i| i.is_geldig_op(wanneer.0) && i.is_over(&parameter.sleutel));
    let regel = |instructie: &Werkinstructie| {
        let versie = &instructie.laatste;
        let verhouding = compare_gemeente(versie, parameter, beleid, wanneer);
        Werkregel {
            link: Link::new(versie.titel.clone(), format!("{LIJST}/{}", instructie.id)),
            geldigheid: render_geldigheid(versie),
            tekst: versie.tekst.clone(),
            waarde: versie
                .find_waarde(&parameter.sleutel)
                .map(|waarde| parameter.render(waarde)),
            status: render_verhouding(&verhouding),
            besluit: besluit_of(&verhouding).map(link_to),
        }
    };
    Ok(geldig.map(regel).collect())
}
