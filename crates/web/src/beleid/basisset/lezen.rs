//! What the pages of bases read, and say in the same words.

use application::beleid::{
    BasisError, find_basisset, find_grondslag, list_basissets, list_basisversies,
    load_uitkomst_elders,
};
use domain::beleid::{Basisdeelnemer, Basisset, Basisversie};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Fout, InGemeente, TenantTx};
use primitives::{BasissetId, BesluitId, GemeenteCode};

use super::grondslag::list_grondslagfeiten;

use crate::schil::Schil;

/// Every published version of every base, by name, the newest version of each first.
pub(in crate::beleid) async fn versies_of(
    state: &AppState,
    wie: &InGemeente,
) -> Result<Vec<Basisversie>, Fout> {
    let actor = wie.actor();
    let gelezen: Result<_, BasisError> = state
        .db
        .in_tenant(
            "list_basisversies",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| list_basisversies(tx, actor).await,
        )
        .await;
    Ok(gelezen?)
}

/// The newest version of each base in which the municipality of the page takes part.
pub(in crate::beleid) async fn basisversies_van(
    state: &AppState,
    wie: &InGemeente,
) -> Result<Vec<Basisversie>, Fout> {
    let mut versies = versies_of(state, wie).await?;
    versies.dedup_by_key(|versie| versie.basisset);
    versies.retain(|versie| versie.tekst.has_lid(wie.code()));
    Ok(versies)
}

/// The base on which a decision of this municipality rests, as facts of a page.
pub(in crate::beleid) async fn list_basisfeiten(
    state: &AppState,
    wie: &InGemeente,
    besluit: BesluitId,
) -> Result<Vec<(&'static str, String)>, Fout> {
    let actor = wie.actor();
    let gelezen: Result<_, BasisError> = state
        .db
        .in_tenant(
            "find_grondslag",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| find_grondslag(tx, actor, besluit).await,
        )
        .await;
    let grondslag = gelezen?;
    Ok(grondslag.iter().flat_map(list_grondslagfeiten).collect())
}

/// The bases that the municipality of the page works out, with their drafts.
pub(super) async fn eigen_sets(state: &AppState, wie: &InGemeente) -> Result<Vec<Basisset>, Fout> {
    let actor = wie.actor();
    let gelezen: Result<_, BasisError> = state
        .db
        .in_tenant(
            "list_basissets",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| list_basissets(tx, actor).await,
        )
        .await;
    Ok(gelezen?)
}

/// The base of the address, if the municipality of the page takes part.
pub(super) async fn find_set(
    state: &AppState,
    wie: &InGemeente,
    id: BasissetId,
) -> Result<Option<Basisset>, Fout> {
    let actor = wie.actor();
    let gelezen: Result<_, BasisError> = state
        .db
        .in_tenant(
            "find_basisset",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| find_basisset(tx, actor, id).await,
        )
        .await;
    Ok(gelezen?)
}

/// The base of the address, for who may work on it.
pub(super) async fn eigen_set(
    state: &AppState,
    wie: &InGemeente,
    kenmerk: &str,
) -> Result<Basisset, Fout> {
    wie.require(Permission::BasissetOpstellen)?;
    let set = find_set(state, wie, parse_id(kenmerk)?).await?;
    set.ok_or_else(Fout::niet_gevonden)
}

/// The id of the address; a text that is none is no base either.
pub(super) fn parse_id(kenmerk: &str) -> Result<BasissetId, Fout> {
    BasissetId::parse(kenmerk).map_err(|_| Fout::niet_gevonden())
}

/// The members of a version with their policy, the one of the page first; one short transaction each.
pub(super) async fn list_deelnemers(
    state: &AppState,
    wie: &InGemeente,
    basis: &Basisversie,
) -> Result<Vec<Basisdeelnemer>, Fout> {
    let alle = state.gemeenten.load(&state.db, state.clock.now()).await?;
    let actor = wie.actor();
    let mut deelnemers = Vec::with_capacity(basis.tekst.leden.len());
    for gemeente in alle.iter().filter(|g| basis.tekst.has_lid(g.code)) {
        let gelezen: Result<_, BasisError> = state
            .db
            .in_tenant(
                "load_uitkomst_elders",
                gemeente.code,
                DbRol::Opdrachtgever,
                async |tx: &mut TenantTx| load_uitkomst_elders(tx, actor).await,
            )
            .await;
        let (beleid, grondslagen) = gelezen?;
        deelnemers.push(Basisdeelnemer {
            gemeente: gemeente.code,
            naam: gemeente.naam.clone(),
            beleid,
            grondslagen,
        });
    }
    // Stable: the others keep their order by name.
    deelnemers.sort_by_key(|deelnemer| deelnemer.gemeente != wie.code());
    Ok(deelnemers)
}

/// The names of municipalities, in the order of their codes.
pub(super) async fn namen_of(
    state: &AppState,
    codes: &[GemeenteCode],
) -> Result<Vec<String>, Fout> {
    let alle = state.gemeenten.load(&state.db, state.clock.now()).await?;
    let naam = |code: &GemeenteCode| {
        let gemeente = alle.iter().find(|g| g.code == *code);
        gemeente.map_or_else(|| code.to_string(), |g| g.naam.clone())
    };
    Ok(codes.iter().map(naam).collect())
}

/// The address of a base, under the municipality of the page.
pub(super) fn pad_of(wie: &InGemeente, id: BasissetId) -> String {
    format!("/{}/beleid/basis/{id}", wie.code())
}

/// The frame of a page about bases.
pub(super) fn schil(state: &AppState, wie: &InGemeente, titel: &str) -> Schil {
    Schil::in_gemeente(state, wie, "/beleid", titel)
        .kruimel("Beleid", format!("/{}/beleid", wie.code()))
        .kruimel(
            "Gezamenlijke basis",
            format!("/{}/beleid/basis", wie.code()),
        )
}
