//! Recording what a meeting did with a proposal, and the decision that arose.

use domain::beleid::{
    BehandelingInvoer, Behandeluitkomst, Herkomst, Notatie, Voorstel, Voorstelhandeling,
};
use domain::bevoegdheid::Actor;
use persistence::TenantTx;
use primitives::{IdGenerator, Moment, VoorstelId};

use super::VoorstelError;
use super::handelen::{load_eigen, record_handeling};
use crate::beleid::basisset::insert_grondslag;
use crate::beleid::record_besluit::insert_besluit;
use crate::beleid::uitgangspunt::Uitgangspunt;

/// What to record.
#[derive(Clone, Debug)]
pub struct RecordBehandeling<'a> {
    /// The proposal.
    pub voorstel: VoorstelId,
    /// The treatment as typed.
    pub invoer: &'a BehandelingInvoer,
    /// How it is written.
    pub notatie: Notatie,
}

/// Records the outcome of a meeting. Where the organ took it, the decision arises in the same transaction.
pub async fn record_behandeling(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    opdracht: RecordBehandeling<'_>,
) -> Result<Voorstel, VoorstelError> {
    let voorstel = load_eigen(tx, actor, opdracht.voorstel).await?;
    voorstel.check_behandelen()?;
    let uitgangspunt = Uitgangspunt::load(tx).await?;
    let omgeving = uitgangspunt.omgeving(now, opdracht.notatie);
    let Behandeluitkomst {
        behandeling,
        besluit,
    } = opdracht.invoer.parse(&voorstel, omgeving, ids)?;
    if let Some(besluit) = &besluit {
        let herkomst = Herkomst::Voorstel {
            sub: actor.sub.clone(),
            voorstel: voorstel.kop().id,
        };
        insert_besluit(tx, actor, now, besluit, &herkomst).await?;
        insert_grondslag(tx, besluit.kop(), voorstel.tekst().grondslag.as_ref()).await?;
    }
    let handeling = Voorstelhandeling::Behandeld(behandeling);
    record_handeling(tx, actor, now, voorstel, handeling).await
}
