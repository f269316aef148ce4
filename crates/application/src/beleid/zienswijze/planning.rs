//! The calendar of the planning and control cycle.

use domain::beleid::Notatie;
use domain::beleid::zienswijze::{Planning, StapInvoer};
use domain::bevoegdheid::{Actor, Permission};
use persistence::TenantTx;
use persistence::audit::{self, Handeling};
use persistence::beleid::zienswijze;
use primitives::{Datum, Moment, Veldfouten, datum_in_nederland};

use super::ZienswijzeError;
use super::lezen::load_all;

/// What is due in a calendar year. Runs as commissioner.
pub async fn load_planning(
    tx: &mut TenantTx,
    actor: &Actor,
    vandaag: Datum,
    jaar: i16,
) -> Result<Planning, ZienswijzeError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    let beelden = load_all(tx).await?;
    let gedaan = zienswijze::list_planstappen(tx).await?;
    let rondes: Vec<_> = beelden.iter().map(|beeld| beeld.ronde.clone()).collect();
    let binnen = |id| {
        let beeld = beelden.iter().find(|beeld| beeld.ronde.kop.id == id);
        beeld.map_or((0, 0), super::Rondebeeld::telling)
    };
    Ok(Planning::new(jaar, &rondes, &gedaan, binnen, vandaag))
}

/// Records that a step of the cycle is done. Runs as execution.
pub async fn record_planstap(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    (invoer, notatie): (&StapInvoer, Notatie),
) -> Result<(), ZienswijzeError> {
    actor.require(Permission::ZienswijzerondeVoorbereiden, tx.gemeente())?;
    let gedaan = invoer.parse(notatie, datum_in_nederland(now), now)?;
    if !zienswijze::insert_planstap(tx, &gedaan, &actor.into()).await? {
        let melding = "van deze stap is al vastgelegd wanneer hij is gedaan";
        return Err(Veldfouten::single("stap", melding).into());
    }
    let object = format!("planning {} {}", gedaan.stap.code(), gedaan.jaar);
    let dag = gedaan.gedaan_op.to_string();
    audit::record(tx, actor, now, Handeling::Zienswijze, &object, Some(&dag)).await?;
    Ok(())
}
