//! The documents of a round.

use domain::beleid::Bijlage;
use domain::bevoegdheid::{Actor, Permission};
use persistence::TenantTx;
use persistence::audit::{self, Handeling};
use persistence::beleid::zienswijze;
use primitives::{BijlageId, IdGenerator, Moment, Veldfouten, ZienswijzerondeId};

use super::ZienswijzeError;
use super::lezen::load_ronde;

/// Adds a PDF to a round that has not ended. Runs as execution.
pub async fn record_stuk(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    (ronde, naam, inhoud): (ZienswijzerondeId, &str, &[u8]),
) -> Result<BijlageId, ZienswijzeError> {
    actor.require(Permission::ZienswijzerondeVoorbereiden, tx.gemeente())?;
    load_ronde(tx, ronde).await?.check_lopend()?;
    let id = BijlageId::new(ids.next());
    let stuk = Bijlage::try_new(id, naam, inhoud.to_vec())
        .map_err(|fout| Veldfouten::single("bestand", fout.to_string()))?;
    zienswijze::insert_stuk(tx, ronde, &stuk, (&actor.into(), now)).await?;
    let object = format!("zienswijzeronde {ronde} stuk");
    let naam = Some(stuk.naam());
    audit::record(tx, actor, now, Handeling::Bijlage, &object, naam).await?;
    Ok(id)
}

/// The name and content of a document. Runs as commissioner.
pub async fn find_stuk(
    tx: &mut TenantTx,
    actor: &Actor,
    ronde: ZienswijzerondeId,
    id: BijlageId,
) -> Result<Option<(String, Vec<u8>)>, ZienswijzeError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    Ok(zienswijze::find_stuk(tx, ronde, id).await?)
}
