//! The policy of every municipality of the scheme: published policy is public.

use application::beleid::{BeleidError, load_beleid_elders};
use domain::beleid::Deelnemer;
use domain::bevoegdheid::Actor;
use primitives::GemeenteCode;

use crate::{AppState, DbRol, Fout, TenantTx};

/// Every municipality with its policy, that of the address first; one short transaction each.
pub async fn list_deelnemers(
    state: &AppState,
    actor: &Actor,
    eerst: GemeenteCode,
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
    // Stable: the others keep their order by name.
    deelnemers.sort_by_key(|deelnemer| deelnemer.gemeente != eerst);
    Ok(deelnemers)
}
