//! Measuring the ladder.

use domain::bevoegdheid::{Actor, Permission};
use domain::ontwikkeling::{Antwoorden, Meting, decide_trede};
use persistence::audit::{self, Handeling};
use persistence::verwerking::{self, Activiteit};
use persistence::{TenantTx, dossier, ontwikkeling};
use primitives::{Datum, DossierId, Moment, Veldfouten, datum_in_nederland};

use crate::dossier::DossierError;

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metingopdracht {
    /// About whom.
    pub dossier: DossierId,
    /// On which day.
    pub gemeten_op: Datum,
    /// The answers to the criteria.
    pub antwoorden: Antwoorden,
}

/// Records a measurement: the answers decide the step. A second one of the same day puts the first right.
pub async fn record_meting(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: &Metingopdracht,
) -> Result<Meting, DossierError> {
    actor.require(Permission::DossierBijwerken, tx.gemeente())?;
    let geboortedatum = dossier::find_geboortedatum(tx, opdracht.dossier)
        .await?
        .ok_or(DossierError::NietGevonden)?;
    let vaststelling = decide_trede(&opdracht.antwoorden).map_err(|vraag| {
        Veldfouten::single(
            vraag.naam(),
            "beantwoord ook deze vraag: dan is de trede bekend",
        )
    })?;
    let meting = Meting::try_new(
        opdracht.dossier,
        geboortedatum,
        opdracht.gemeten_op,
        vaststelling,
        datum_in_nederland(now),
    )
    .map_err(|fout| Veldfouten::single("gemetenOp", fout.to_string()))?;
    ontwikkeling::insert_meting(tx, &meting, &actor.sub, &actor.naam, now).await?;
    let object = format!("dossier {}", opdracht.dossier);
    let toelichting = format!(
        "trede {} door {}, gemeten op {}",
        meting.vaststelling.trede().nummer(),
        meting.vaststelling.criterium().naam(),
        meting.gemeten_op(),
    );
    audit::record(
        tx,
        actor,
        now,
        Handeling::Meting,
        &object,
        Some(&toelichting),
    )
    .await?;
    verwerking::record(tx, now, Activiteit::DossierBijwerken, &[opdracht.dossier]).await?;
    Ok(meting)
}
