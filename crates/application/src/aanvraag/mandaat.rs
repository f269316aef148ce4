//! The mandate register.

use domain::aanvraag::{Mandaat, Mandaatregister};
use domain::bevoegdheid::{Actor, Permission};
use persistence::audit::{self, Handeling};
use persistence::{TenantTx, aanvraag};
use primitives::{Moment, Veldfouten};

use super::AanvraagError;

/// The register, for who treats applications and for the college.
pub async fn load_mandaten(
    tx: &mut TenantTx,
    actor: &Actor,
) -> Result<Mandaatregister, AanvraagError> {
    let gemeente = tx.gemeente();
    if actor
        .require(Permission::MandaatVastleggen, gemeente)
        .is_err()
    {
        actor.require(Permission::AanvraagBehandelen, gemeente)?;
    }
    Ok(aanvraag::load_mandaatregister(tx).await?)
}

/// Records rows of the register. Runs as college: who gives the mandate writes it down (Awb art. 10:3).
pub async fn record_mandaten(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    mandaten: &[Mandaat],
) -> Result<(), AanvraagError> {
    actor.require(Permission::MandaatVastleggen, tx.gemeente())?;
    let door = actor.into();
    let opgeslagen = aanvraag::insert_mandaten(tx, mandaten, &door, now).await;
    opgeslagen.map_err(|fout| {
        if fout.is_refused_by("mandaat_pkey") {
            let melding = "dit mandaat is met deze ingangsdag al vastgelegd";
            Veldfouten::single("van", melding).into()
        } else {
            AanvraagError::from(fout)
        }
    })?;
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
