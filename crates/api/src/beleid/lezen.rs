//! What several endpoints read: the question in the address, the body, the policy itself.

use application::beleid::{BeleidError, find_besluit, load_beleid};
use domain::beleid::{Beleid, Besluitakte};
use http_base::{AppState, DbRol, DragerInGemeente, Fout, TenantTx};
use primitives::{BesluitId, Datum, Moment, Veldcontrole, parse_datum};
use serde::Deserialize;

/// For which day, and as known on which moment.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Tijdvraag {
    peildatum: Option<String>,
    bekend_op: Option<String>,
}

impl Tijdvraag {
    /// The day and the moment; today and now where the question names none.
    pub(super) fn parse(&self, state: &AppState) -> Result<(Datum, Moment), Fout> {
        let mut controle = Veldcontrole::default();
        let dag = self.peildatum.as_deref().map(|tekst| {
            let dag = parse_datum(tekst);
            if dag.is_none() {
                controle.refuse(
                    "peildatum",
                    "schrijf een datum die bestaat, zoals 2026-03-01",
                );
            }
            dag
        });
        let moment = self.bekend_op.as_deref().map(|tekst| {
            let moment: Option<Moment> = tekst.parse().ok();
            if moment.is_none() {
                let melding = "schrijf een moment met tijdzone, zoals 2026-04-20T12:00:00Z";
                controle.refuse("bekendOp", melding);
            }
            moment
        });
        controle.finish()?;
        Ok((
            dag.flatten().unwrap_or_else(|| state.clock.today()),
            moment.flatten().unwrap_or_else(|| state.clock.now()),
        ))
    }
}

/// The policy of the municipality of the address.
pub(crate) async fn beleid_of(
    state: &AppState,
    wie: &DragerInGemeente,
) -> Result<Beleid, BeleidError> {
    let load = async |tx: &mut TenantTx| load_beleid(tx, &wie.actor).await;
    let db = &state.db;
    db.in_tenant("load_beleid", wie.code(), DbRol::Opdrachtgever, load)
        .await
}

/// The decision of the address.
pub(super) async fn besluit_of(
    state: &AppState,
    wie: &DragerInGemeente,
    kenmerk: &str,
) -> Result<Besluitakte, BeleidError> {
    // A text that is no id is no decision either.
    let Ok(id) = BesluitId::parse(kenmerk) else {
        return Err(BeleidError::Onbekend);
    };
    let find = async |tx: &mut TenantTx| find_besluit(tx, &wie.actor, id).await;
    let db = &state.db;
    db.in_tenant("find_besluit", wie.code(), DbRol::Opdrachtgever, find)
        .await
}
