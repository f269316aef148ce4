//! An application comes in.

use domain::aanvraag::{Aanvraag, Aanvraagakte, Aanvraaghandeling, Aanvraagkop, Kanaal};
use domain::bevoegdheid::{Actor, Permission};
use domain::recht::Regeling;
use persistence::audit::Handeling;
use persistence::{TenantTx, aanvraag};
use primitives::{AanvraagId, Datum, DossierId, IdGenerator, Moment, Veldfouten};

use super::AanvraagError;
use super::handelen::record_trail;
use crate::dossier::read_hoofd;

/// What came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ontvangstopdracht {
    /// Of whom.
    pub dossier: DossierId,
    /// For what.
    pub regeling: Regeling,
    /// On which day.
    pub ontvangen_op: Datum,
    /// The day of the melding. Participatiewet art. 44 lid 2.
    pub gemeld_op: Datum,
    /// How.
    pub kanaal: Kanaal,
}

/// Records the receipt of an application; the term to decide begins. The same again is refused by its field.
pub async fn record_ontvangst(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    opdracht: &Ontvangstopdracht,
) -> Result<Aanvraag, AanvraagError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    read_hoofd(tx, actor, opdracht.dossier).await?;
    let kop = Aanvraagkop {
        id: AanvraagId::new(ids.next()),
        dossier: opdracht.dossier,
        regeling: opdracht.regeling,
    };
    let akte = Aanvraagakte {
        handeling: Aanvraaghandeling::Ontvangen {
            ontvangen_op: opdracht.ontvangen_op,
            gemeld_op: opdracht.gemeld_op,
            kanaal: opdracht.kanaal,
        },
        door: actor.into(),
        op: now,
    };
    let nieuw = Aanvraag::try_new(kop, akte)?;
    aanvraag::insert_aanvraag(tx, &nieuw)
        .await
        .map_err(|fout| {
            if fout.is_refused_by("aanvraag_eenmaal") {
                let melding = "deze aanvraag van deze dag is al vastgelegd";
                Veldfouten::single("ontvangenOp", melding).into()
            } else {
                AanvraagError::from(fout)
            }
        })?;
    record_trail(tx, actor, now, Handeling::Aanvraag, &nieuw).await?;
    Ok(nieuw)
}
