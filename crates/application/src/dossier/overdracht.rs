//! Putting a casusregisseur in place.

use domain::bevoegdheid::{Actor, Permission};
use domain::dossier::{Overdracht, OverdrachtError, Overdrachtsopdracht, Reden};
use persistence::audit::{self, Handeling};
use persistence::verwerking::{self, Activiteit};
use persistence::{TenantTx, dossier};
use primitives::{Datum, DossierId, Moment, Veldcontrole, Veldfouten};

use super::error::DossierError;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverdrachtOpdracht {
    /// Whose case.
    pub dossier: DossierId,
    /// The `sub` of the colleague who takes over.
    pub naar: String,
    /// The number of the casusregisseur that the asker saw; 0 when there was none.
    pub gezien_volgnummer: u16,
    /// When it was discussed in the sociaal team.
    pub overlegd_op: Option<Datum>,
    /// Why.
    pub reden: Option<Reden>,
}

/// Records that the casusregisseur changes, in consultation within the sociaal team (piketpaal 4), or that a resident
/// gets the first one (piketpaal 2).
pub async fn record_overdracht(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: &OverdrachtOpdracht,
) -> Result<Overdracht, DossierError> {
    actor.require(Permission::DossierBijwerken, tx.gemeente())?;
    let huidig = dossier::load_casusregie_for_update(tx, opdracht.dossier)
        .await?
        .ok_or(DossierError::NietGevonden)?;
    let naar = dossier::find_medewerker(tx, &opdracht.naar)
        .await?
        .ok_or_else(|| Veldfouten::single("naar", "kies een collega uit de lijst"))?;
    let gevraagd = Overdrachtsopdracht {
        naar,
        gezien_volgnummer: opdracht.gezien_volgnummer,
        overlegd_op: opdracht.overlegd_op,
        reden: opdracht.reden.clone(),
    };
    let overdracht = huidig.transfer_to(gevraagd, now).map_err(refuse)?;
    dossier::insert_overdracht(tx, opdracht.dossier, &overdracht, &actor.sub).await?;
    let object = format!("dossier {}", opdracht.dossier);
    audit::record(
        tx,
        actor,
        now,
        Handeling::Overdracht,
        &object,
        Some(&describe(&overdracht)),
    )
    .await?;
    verwerking::record(tx, now, Activiteit::DossierBijwerken, &[opdracht.dossier]).await?;
    Ok(overdracht)
}

/// Faults at their fields; that somebody else was first is about the form as a whole.
pub(super) fn refuse(fouten: Vec<OverdrachtError>) -> DossierError {
    let mut controle = Veldcontrole::default();
    for fout in fouten {
        match fout.veld() {
            Some(veld) => controle.refuse(veld, fout.to_string()),
            None => return DossierError::Verouderd(fout.to_string()),
        }
    }
    match controle.finish() {
        Err(velden) => velden.into(),
        Ok(()) => DossierError::Verouderd("de overdracht kan nu niet".to_owned()),
    }
}

/// The handover for the audit row. The reason stays in the dossier: it may tell about the resident.
fn describe(overdracht: &Overdracht) -> String {
    let naar = &overdracht.naar.medewerker.naam;
    match (&overdracht.van, overdracht.overlegd_op) {
        (Some(van), Some(dag)) => {
            format!(
                "van {} naar {naar}, besproken op {dag}",
                van.medewerker.naam
            )
        }
        _ => format!("naar {naar}"),
    }
}
