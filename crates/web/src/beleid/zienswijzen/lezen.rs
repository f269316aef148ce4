//! What the pages of a round read: as commissioner what is public, as the own side its draft.

use application::beleid::zienswijze::{
    Rondebeeld, ZienswijzeError, find_antwoord, find_zienswijze, load_rondebeeld,
};
use domain::beleid::zienswijze::{Beantwoording, Zienswijze};
use domain::bevoegdheid::{Actor, Permission};
use http_base::{Aangemeld, AppState, DbRol, Fout, InGemeente, TenantTx};
use primitives::{GemeenteCode, ZienswijzerondeId};

use crate::schil::Schil;
use crate::sturing::own_gemeente;

/// The round of an address; a text that is no id is no round either.
pub(super) fn parse_ronde(kenmerk: &str) -> Result<ZienswijzerondeId, Fout> {
    ZienswijzerondeId::parse(kenmerk).map_err(|_| Fout::niet_gevonden())
}

/// A round as it is public, in the name of a municipality of the reader.
pub(super) async fn ronde_of(
    state: &AppState,
    wie: &Aangemeld,
    kenmerk: &str,
) -> Result<Rondebeeld, Fout> {
    let gemeente = own_gemeente(wie, Permission::BeleidLezen)?.code;
    load(state, wie.actor(), gemeente, parse_ronde(kenmerk)?).await
}

/// A round as it is public, for a page of a municipality.
pub(super) async fn ronde_in(
    state: &AppState,
    wie: &InGemeente,
    kenmerk: &str,
) -> Result<Rondebeeld, Fout> {
    wie.require(Permission::BeleidLezen)?;
    load(state, wie.actor(), wie.code(), parse_ronde(kenmerk)?).await
}

async fn load(
    state: &AppState,
    actor: &Actor,
    gemeente: GemeenteCode,
    id: ZienswijzerondeId,
) -> Result<Rondebeeld, Fout> {
    let werk = async |tx: &mut TenantTx| -> Result<_, ZienswijzeError> {
        load_rondebeeld(tx, actor, id).await
    };
    let db = &state.db;
    Ok(db
        .in_tenant("load_rondebeeld", gemeente, DbRol::Opdrachtgever, werk)
        .await?)
}

/// The view of this council, drafts included.
pub(super) async fn zienswijze_of(
    state: &AppState,
    actor: &Actor,
    gemeente: GemeenteCode,
    id: ZienswijzerondeId,
) -> Result<Option<Zienswijze>, Fout> {
    let werk = async |tx: &mut TenantTx| -> Result<_, ZienswijzeError> {
        find_zienswijze(tx, actor, id).await
    };
    let db = &state.db;
    Ok(db
        .in_tenant("find_zienswijze", gemeente, DbRol::Raad, werk)
        .await?)
}

/// The answer to this council, drafts included.
pub(super) async fn antwoord_of(
    state: &AppState,
    actor: &Actor,
    gemeente: GemeenteCode,
    id: ZienswijzerondeId,
) -> Result<Option<Beantwoording>, Fout> {
    let werk = async |tx: &mut TenantTx| -> Result<_, ZienswijzeError> {
        find_antwoord(tx, actor, id).await
    };
    let db = &state.db;
    Ok(db
        .in_tenant("find_antwoord", gemeente, DbRol::Uitvoering, werk)
        .await?)
}

/// The address of a round among those of all members.
pub(super) fn pad_of(id: ZienswijzerondeId) -> String {
    format!("/zienswijzen/{id}")
}

/// The address of a round for one municipality.
pub(super) fn pad_in(gemeente: GemeenteCode, id: ZienswijzerondeId) -> String {
    format!("/{gemeente}/zienswijzen/{id}")
}

/// The frame of a page under a round of all members.
pub(super) fn schil_onder(
    state: &AppState,
    wie: &Aangemeld,
    beeld: &Rondebeeld,
    titel: &str,
) -> Schil {
    let kop = &beeld.ronde.kop;
    Schil::platform(state, wie, "/zienswijzen", titel)
        .kruimel("Zienswijzen", "/zienswijzen")
        .kruimel(kop.titel.clone(), pad_of(kop.id))
}

/// The frame of a page under a round of a municipality.
pub(super) fn schil_in(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Rondebeeld,
    titel: &str,
) -> Schil {
    let kop = &beeld.ronde.kop;
    Schil::in_gemeente(state, wie, "/zienswijzen", titel)
        .kruimel("Zienswijzen", format!("/{}/zienswijzen", wie.code()))
        .kruimel(kop.titel.clone(), pad_in(wie.code(), kop.id))
}
