//! Writing the statutory records of a month, as they go to CBS.

use domain::bevoegdheid::{Actor, Permission};
use domain::statistiek::{Bestand, BusBestand, Maandregel, SrgBestand};
use persistence::TenantTx;
use persistence::audit::{self, Handeling};
use persistence::statistiek::{Leveringsoort, load_bus, load_srg};
use persistence::verwerking::{self, Activiteit};
use primitives::{DossierId, Maand, Moment};

use super::error::UitvoerError;

/// The file of BUS of a month, as it is known now.
pub async fn load_bus_bestand(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    maand: Maand,
) -> Result<BusBestand, UitvoerError> {
    actor.require(Permission::BestandExporteren, tx.gemeente())?;
    let regels = load_bus(tx, maand, now).await?;
    write(tx, actor, now, Leveringsoort::Bus, maand, regels).await
}

/// The file of SRG of a month, as it is known now.
pub async fn load_srg_bestand(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    maand: Maand,
) -> Result<SrgBestand, UitvoerError> {
    actor.require(Permission::BestandExporteren, tx.gemeente())?;
    let regels = load_srg(tx, maand, now).await?;
    write(tx, actor, now, Leveringsoort::Srg, maand, regels).await
}

/// Checks the records against the rules of the statistic (CBS asks for redelivery else) and leaves its trace.
async fn write<R: Maandregel>(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    soort: Leveringsoort,
    maand: Maand,
    regels: Option<Vec<(DossierId, R)>>,
) -> Result<Bestand<R>, UitvoerError> {
    let regels = regels.ok_or(UitvoerError::GeenLevering(maand))?;
    let (dossiers, regels): (Vec<_>, Vec<_>) = regels.into_iter().unzip();
    let bestand = Bestand::try_new(tx.gemeente(), regels)
        .map_err(|fouten| UitvoerError::Fouten(maand, fouten))?;
    let object = format!("{} {maand}", soort.naam());
    audit::record(tx, actor, now, Handeling::Export, &object, None).await?;
    verwerking::record(tx, now, Activiteit::StatistiekVerwerken, &dossiers).await?;
    Ok(bestand)
}
