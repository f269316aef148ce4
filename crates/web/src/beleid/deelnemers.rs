//! The policy of every municipality of the scheme: published policy is public.

use application::beleid::{BeleidError, load_beleid_elders};
use domain::beleid::Deelnemer;
use http_base::{AppState, DbRol, Fout, InGemeente, TenantTx};

/// Every municipality with its policy, the one of the page first; one short transaction each.
pub(super) async fn list_deelnemers(
    state: &AppState,
    wie: &InGemeente,
) -> Result<Vec<Deelnemer>, Fout> {
    let alle = state.gemeenten.load(&state.db, state.clock.now()).await?;
    let actor = wie.actor();
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
    // Stable: the others keep their order by name.
    deelnemers.sort_by_key(|deelnemer| deelnemer.gemeente != wie.code());
    Ok(deelnemers)
}
