//! The mandate register.

use domain::aanvraag::{Mandaat, Mandaatregister, Namens};
use domain::bevoegdheid::{Actor, Permission};
use persistence::audit::{self, Handeling};
use persistence::{TenantTx, aanvraag};
use primitives::Moment;

use super::AanvraagError;

/// On whose behalf is decided here, and who may; nobody's data.
pub async fn load_mandaten(
    tx: &mut TenantTx,
    actor: &Actor,
) -> Result<(Namens, Mandaatregister), AanvraagError> {
    actor.require(Permission::MandaatLezen, tx.gemeente())?;
    let (vorm, _) = aanvraag::load_uitvoeringsvorm(tx).await?;
    let register = aanvraag::load_mandaatregister(tx).await?;
    Ok((Namens::of(vorm), register))
}

/// Refuses what the register does not take, as [`record_mandaten`] does, and writes nothing.
pub async fn check_mandaten(
    tx: &mut TenantTx,
    actor: &Actor,
    mandaten: &[Mandaat],
) -> Result<(), AanvraagError> {
    actor.require(Permission::MandaatVastleggen, tx.gemeente())?;
    let register = aanvraag::load_mandaatregister(tx).await?;
    Ok(register.check_nieuw(mandaten)?)
}

/// Records rows of the register. Runs as college: who gives the mandate writes it down (Awb art. 10:3).
pub async fn record_mandaten(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    mandaten: &[Mandaat],
) -> Result<(), AanvraagError> {
    check_mandaten(tx, actor, mandaten).await?;
    aanvraag::insert_mandaten(tx, mandaten, &actor.into(), now)
        .await
        .map_err(AanvraagError::of_sleutel)?;
    let toelichting = format!("{} regels", mandaten.len());
    let object = "mandaatregister";
    audit::record(
        tx,
        actor,
        now,
        Handeling::Mandaat,
        object,
        Some(&toelichting),
    )
    .await?;
    Ok(())
}
