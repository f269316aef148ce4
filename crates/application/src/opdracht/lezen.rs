//! Reading the assignment of a year.

use domain::bevoegdheid::{Actor, Permission};
use domain::opdracht::{JAREN, Opdrachtbeeld};
use persistence::{DbRol, TenantTx, opdracht};
use primitives::GemeenteCode;

use super::OpdrachtError;

/// A year with an assignment.
pub type Opdrachtjaar = i16;

/// The role in which somebody writes or gives an assignment: that of the college for who gives.
pub fn schrijfrol(actor: &Actor, gemeente: GemeenteCode) -> DbRol {
    if actor.may(Permission::OpdrachtVerstrekken, gemeente) {
        DbRol::College
    } else {
        DbRol::Opdrachtgever
    }
}

/// The role in which somebody reads an assignment. Who does not prepare it reads in one that sees no drafts.
pub fn leesrol(actor: &Actor, gemeente: GemeenteCode) -> DbRol {
    if actor.may(Permission::OpdrachtVoorbereiden, gemeente) {
        schrijfrol(actor, gemeente)
    } else if actor.may(Permission::UitvoeringsplanVastleggen, gemeente) {
        DbRol::Uitvoering
    } else {
        DbRol::Raad
    }
}

/// The assignment of a year with plan, states and frames. Runs as [`leesrol`].
pub async fn load_opdrachtbeeld(
    tx: &mut TenantTx,
    actor: &Actor,
    jaar: Opdrachtjaar,
) -> Result<Opdrachtbeeld, OpdrachtError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    check_jaar(jaar)?;
    Ok(opdracht::load_beeld(tx, jaar).await?)
}

/// The years for which there is an assignment that the reader sees, the last first. Runs as [`leesrol`].
pub async fn list_opdrachtjaren(
    tx: &mut TenantTx,
    actor: &Actor,
) -> Result<Vec<Opdrachtjaar>, OpdrachtError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    Ok(opdracht::list_jaren(tx).await?)
}

pub(super) fn check_jaar(jaar: Opdrachtjaar) -> Result<(), OpdrachtError> {
    if JAREN.contains(&jaar) {
        Ok(())
    } else {
        Err(OpdrachtError::GeenJaar)
    }
}
