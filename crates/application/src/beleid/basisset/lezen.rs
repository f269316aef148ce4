//! Reading bases: drafts for members, published versions for everybody who reads policy.

use domain::beleid::{Basisset, Basisversie, Beleid, Besluitgrondslag, Grondslag};
use domain::bevoegdheid::{Actor, Permission};
use persistence::{TenantTx, beleid};
use primitives::{BasissetId, BesluitId};

use super::BasisError;

/// A base with what happened to it, if the municipality takes part.
pub async fn find_basisset(
    tx: &mut TenantTx,
    actor: &Actor,
    id: BasissetId,
) -> Result<Option<Basisset>, BasisError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    Ok(beleid::find_basisset(tx, id).await?)
}

/// The bases in which the municipality takes part, by name.
pub async fn list_basissets(tx: &mut TenantTx, actor: &Actor) -> Result<Vec<Basisset>, BasisError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    Ok(beleid::list_basissets(tx).await?)
}

/// Every published version of every base, by name, the newest version of each first.
pub async fn list_basisversies(
    tx: &mut TenantTx,
    actor: &Actor,
) -> Result<Vec<Basisversie>, BasisError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    Ok(beleid::list_basisversies(tx).await?)
}

/// A published version.
pub async fn find_basisversie(
    tx: &mut TenantTx,
    actor: &Actor,
    verwijzing: (BasissetId, u16),
) -> Result<Basisversie, BasisError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    let versie = beleid::find_basisversie(tx, verwijzing).await?;
    versie.ok_or(BasisError::Onbekend)
}

/// The base on which a decision rests, if it rests on one.
pub async fn find_grondslag(
    tx: &mut TenantTx,
    actor: &Actor,
    besluit: BesluitId,
) -> Result<Option<Grondslag>, BasisError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    Ok(beleid::find_grondslag(tx, besluit).await?)
}

/// What any municipality decided, and which of its decisions rest on a base: decisions are public.
pub async fn load_uitkomst_elders(
    tx: &mut TenantTx,
    actor: &Actor,
) -> Result<(Beleid, Vec<Besluitgrondslag>), BasisError> {
    actor.require_somewhere(Permission::BeleidLezen)?;
    let geldend = beleid::load_beleid(tx).await?;
    Ok((geldend, beleid::list_grondslagen(tx).await?))
}
