//! Files of proposals and decisions.

use domain::beleid::{Bijlage, Orgaan};
use domain::bevoegdheid::{Actor, Permission};
use persistence::audit::{self, Handeling};
use persistence::beleid::{BijlageVan, Bijlageregel};
use persistence::{TenantTx, beleid};
use primitives::{BijlageId, IdGenerator, Moment, Veldfouten};

use super::VoorstelError;
use super::handelen::load_eigen;

/// A file to add.
#[derive(Clone, Copy, Debug)]
pub struct RecordBijlage<'a> {
    /// What it belongs to.
    pub van: BijlageVan,
    /// The name on the machine of the sender; cleaned before it is kept.
    pub naam: &'a str,
    /// What is in it.
    pub inhoud: &'a [u8],
}

/// Adds a PDF to a proposal that is not decided, or to a decision.
pub async fn record_bijlage(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    opdracht: RecordBijlage<'_>,
) -> Result<BijlageId, VoorstelError> {
    let orgaan = load_orgaan(tx, actor, opdracht.van).await?;
    let id = BijlageId::new(ids.next());
    let bijlage = Bijlage::try_new(id, opdracht.naam, opdracht.inhoud.to_vec())
        .map_err(|fout| Veldfouten::single("bestand", fout.to_string()))?;
    let door = actor.into();
    beleid::insert_bijlage(tx, opdracht.van, orgaan, &bijlage, (&door, now)).await?;
    let object = match opdracht.van {
        BijlageVan::Voorstel(id) => format!("voorstel {id}"),
        BijlageVan::Besluit(id) => format!("besluit {id}"),
    };
    let naam = Some(bijlage.naam());
    audit::record(tx, actor, now, Handeling::Bijlage, &object, naam).await?;
    Ok(id)
}

/// The organ of what a file is added to, if this person may.
async fn load_orgaan(
    tx: &mut TenantTx,
    actor: &Actor,
    van: BijlageVan,
) -> Result<Orgaan, VoorstelError> {
    match van {
        BijlageVan::Voorstel(id) => {
            let voorstel = load_eigen(tx, actor, id).await?;
            voorstel.check_inbreng()?;
            Ok(voorstel.kop().orgaan)
        }
        BijlageVan::Besluit(id) => {
            let gemeente = tx.gemeente();
            let akte = beleid::find_besluit(tx, id).await?;
            let orgaan = akte.ok_or(VoorstelError::Onbekend)?.besluit.kop().orgaan;
            actor.require(orgaan.permission(), gemeente)?;
            Ok(orgaan)
        }
    }
}

/// The files of a proposal or decision, as far as the role of the transaction may see.
pub async fn list_bijlagen(
    tx: &mut TenantTx,
    actor: &Actor,
    van: BijlageVan,
) -> Result<Vec<Bijlageregel>, VoorstelError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    Ok(beleid::list_bijlagen(tx, van).await?)
}

/// The name and content of a file.
pub async fn find_bijlage(
    tx: &mut TenantTx,
    actor: &Actor,
    van: BijlageVan,
    id: BijlageId,
) -> Result<Option<(String, Vec<u8>)>, VoorstelError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    Ok(beleid::find_bijlage(tx, van, id).await?)
}
