//! Reading policy in more than one transaction: of every municipality of the scheme (published policy is public), and
//! in each role in which somebody reads.

use application::beleid::{
    BeleidError, BijlageVan, Bijlageregel, VoorstelError, find_bijlage, find_voorstel, leesrollen,
    list_bijlagen, load_beleid_elders,
};
use domain::beleid::{Deelnemer, Voorstel};
use domain::bevoegdheid::Actor;
use primitives::{BijlageId, GemeenteCode, VoorstelId};

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

/// The proposal of an address, if one of the roles in which this actor reads may see it.
pub async fn find_leesbaar_voorstel(
    state: &AppState,
    actor: &Actor,
    gemeente: GemeenteCode,
    kenmerk: &str,
) -> Result<Voorstel, Fout> {
    // A text that is no id is no proposal either.
    let id = VoorstelId::parse(kenmerk).map_err(|_| Fout::niet_gevonden())?;
    let find = async |tx: &mut TenantTx| find_voorstel(tx, actor, id).await;
    for rol in leesrollen(actor, gemeente) {
        let gelezen: Result<_, VoorstelError> = state
            .db
            .in_tenant("find_voorstel", gemeente, rol, find)
            .await;
        if let Some(voorstel) = gelezen? {
            return Ok(voorstel);
        }
    }
    Err(Fout::niet_gevonden())
}

/// The files of a proposal or decision, as far as each role in which this actor reads may see.
pub async fn list_leesbare_bijlagen(
    state: &AppState,
    actor: &Actor,
    gemeente: GemeenteCode,
    van: BijlageVan,
) -> Result<Vec<Bijlageregel>, Fout> {
    let lees = async |tx: &mut TenantTx| list_bijlagen(tx, actor, van).await;
    let mut regels: Vec<Bijlageregel> = Vec::new();
    for rol in leesrollen(actor, gemeente) {
        let gelezen: Result<_, VoorstelError> = state
            .db
            .in_tenant("list_bijlagen", gemeente, rol, lees)
            .await;
        for regel in gelezen? {
            if !regels.contains(&regel) {
                regels.push(regel);
            }
        }
    }
    Ok(regels)
}

/// The name and content of a file, if one of the roles in which this actor reads may see it.
pub async fn find_leesbare_bijlage(
    state: &AppState,
    actor: &Actor,
    gemeente: GemeenteCode,
    (van, kenmerk): (BijlageVan, &str),
) -> Result<(String, Vec<u8>), Fout> {
    // A text that is no id is no file either.
    let id = BijlageId::parse(kenmerk).map_err(|_| Fout::niet_gevonden())?;
    let find = async |tx: &mut TenantTx| find_bijlage(tx, actor, van, id).await;
    for rol in leesrollen(actor, gemeente) {
        let gelezen: Result<_, VoorstelError> = state
            .db
            .in_tenant("find_bijlage", gemeente, rol, find)
            .await;
        if let Some(bijlage) = gelezen? {
            return Ok(bijlage);
        }
    }
    Err(Fout::niet_gevonden())
}
