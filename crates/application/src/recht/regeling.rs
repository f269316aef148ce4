//! Bijzondere bijstand and the minima schemes of a resident. Nothing is stored: this explains at the desk what an
//! application would give.

use domain::beleid::Beleid;
use domain::bevoegdheid::Actor;
use domain::recht::regelingen::{Regelingsfeiten, Waarden};
use domain::recht::{Maandbeeld, Vermogen};
use persistence::TenantTx;
use primitives::{Datum, DossierId, Moment};

use super::levering::{Aanleiding, Regelingspagina, load_bij_inwoner};
use crate::dossier::DossierError;

/// What the caseworker tells besides what was delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regelingsvraag {
    /// The day of the application.
    pub peildatum: Datum,
    /// What the household owns and owes; a delivery does not tell.
    pub vermogen: Vermogen,
    /// What decides about the scheme besides the household and its means.
    pub feiten: Regelingsfeiten,
}

/// A scheme for a resident on the household of the last delivery, with its explanation; without a question only what is
/// known. The processing log gets a row for everyone in the household.
pub async fn load_regeling(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
    vraag: Option<&Regelingsvraag>,
) -> Result<Regelingspagina, DossierError> {
    let vraag = vraag.map(|vraag| Aanleiding {
        peildatum: vraag.peildatum,
        read: |beleid: &Beleid| {
            Waarden::in_force(vraag.feiten.gebruik(), beleid, vraag.peildatum, now)
        },
        explain: |beeld: &Maandbeeld, waarden: &Waarden| {
            beeld.explain_regeling(vraag.peildatum, vraag.vermogen, &vraag.feiten, waarden)
        },
    });
    load_bij_inwoner(tx, actor, now, dossier, "regelingen", vraag).await
}
