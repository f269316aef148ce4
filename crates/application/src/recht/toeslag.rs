//! The individuele inkomenstoeslag of a resident, by the council's rules. Nothing is stored: this explains at the
//! desk what an application would give.

use domain::beleid::Beleid;
use domain::bevoegdheid::Actor;
use domain::recht::{IitBeleid, Maandbeeld, Toeslagfeiten, Vermogen};
use persistence::TenantTx;
use primitives::{Datum, DossierId, Moment};

use super::levering::{Aanleiding, Regelingspagina, load_bij_inwoner};
use crate::dossier::DossierError;

/// What the caseworker tells besides what was delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Toeslagvraag {
    /// The day of the application.
    pub peildatum: Datum,
    /// What the household owns and owes; a delivery does not tell.
    pub vermogen: Vermogen,
    /// What decides about the toeslag besides the household and its means.
    pub feiten: Toeslagfeiten,
}

/// The toeslag of a resident on the household of the last delivery, with its explanation; without a question only
/// what is known. The processing log gets a row for everyone in the household.
pub async fn load_toeslag(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
    vraag: Option<&Toeslagvraag>,
) -> Result<Regelingspagina, DossierError> {
    let vraag = vraag.map(|vraag| Aanleiding {
        peildatum: vraag.peildatum,
        read: |beleid: &Beleid| IitBeleid::in_force(beleid, vraag.peildatum, now),
        explain: |beeld: &Maandbeeld, beleid: &IitBeleid| {
            beeld.explain_toeslag(vraag.peildatum, vraag.vermogen, &vraag.feiten, beleid)
        },
    });
    load_bij_inwoner(tx, actor, now, dossier, "inkomenstoeslag", vraag).await
}
