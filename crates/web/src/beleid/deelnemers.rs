//! The policy of every municipality of the scheme: published policy is public.

use application::beleid::{BeleidError, load_beleid_elders};
use domain::beleid::Deelnemer;
use domain::bevoegdheid::Actor;
use http_base::{AppState, DbRol, Fout, InGemeente, TenantTx};

/// Every municipality with its policy, the one of the page first.
pub(super) async fn list_deelnemers(
    state: &AppState,
    wie: &InGemeente,
) -> Result<Vec<Deelnemer>, Fout> {
    let mut deelnemers = load_deelnemers(state, wie.actor()).await?;
    // Stable: the others keep their order by name.
    deelnemers.sort_by_key(|deelnemer| deelnemer.gemeente != wie.code());
    Ok(deelnemers)
}

/// Every municipality with its policy, by name; one short transaction each.
pub(crate) async fn load_deelnemers(
    state: &AppState,
    actor: &Actor,
) -> Result<Vec<Deelnemer>, Fout> {
    let alle = state.gemeenten.load(&state.db, state.clock.now()).await?;
    let mut deelnemers = Vec::with_capacity(alle.len());
    for gemeente in alle.iter() {
        let beleid: Result<_, BeleidError> = state
            .db
            .in_tenant(
                "load_beleid_elders",
                gemeente.code,
                DbRol::Opdrachtgever,
                async |tx: &mut TenantTx| load_beleid_elders(tx, actor).await,
            )
            .await;
        deelnemers.push(Deelnemer {
            gemeente: gemeente.code,
            naam: gemeente.naam.clone(),
            beleid: beleid?,
        });
    }
    Ok(deelnemers)
}
