//! Writing a note.

use domain::bevoegdheid::{Actor, Permission};
use domain::dossier::{Notitie, Notitiesoort, Notitietekst};
use persistence::audit::{self, Handeling};
use persistence::verwerking::{self, Activiteit};
use persistence::{TenantTx, dossier};
use primitives::{
    Datum, DossierId, IdGenerator, Moment, NotitieId, Veldfouten, datum_in_nederland,
};

use super::error::DossierError;
use crate::herhaling;

/// What is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notitieopdracht {
    /// About whom.
    pub dossier: DossierId,
    /// What kind.
    pub soort: Notitiesoort,
    /// About which day.
    pub datum: Datum,
    /// What.
    pub tekst: Notitietekst,
}

/// Writes a note, once however often the button is pressed. One that is a contact keeps the resident in beeld.
pub async fn record_notitie(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    opdracht: &Notitieopdracht,
) -> Result<Notitie, DossierError> {
    actor.require(Permission::DossierBijwerken, tx.gemeente())?;
    let notitie = Notitie::try_new(
        NotitieId::new(ids.next()),
        opdracht.soort,
        opdracht.datum,
        opdracht.tekst.clone(),
        actor.naam.clone(),
        datum_in_nederland(now),
    )
    .map_err(|fout| Veldfouten::single("datum", fout.to_string()))?;
    dossier::load_casusregie_for_update(tx, opdracht.dossier)
        .await?
        .ok_or(DossierError::NietGevonden)?;
    let sinds = herhaling::since(now);
    let eerder =
        dossier::find_zelfde_notitie(tx, opdracht.dossier, &notitie, &actor.sub, sinds).await?;
    if let Some(eerder) = eerder {
        return Ok(eerder);
    }
    dossier::insert_notitie(tx, opdracht.dossier, &notitie, &actor.sub, now).await?;
    let object = format!("dossier {}", opdracht.dossier);
    let toelichting = format!("{} van {}", opdracht.soort.naam(), opdracht.datum);
    audit::record(
        tx,
        actor,
        now,
        Handeling::Notitie,
        &object,
        Some(&toelichting),
    )
    .await?;
    verwerking::record(tx, now, Activiteit::DossierBijwerken, &[opdracht.dossier]).await?;
    Ok(notitie)
}
