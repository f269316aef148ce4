//! Taking the decision: by who may, on behalf of the right organ.

use domain::aanvraag::{Aanvraag, Aanvraaghandeling, Brief, Namens};
use domain::bevoegdheid::{Actor, Permission, Rol};
use persistence::{TenantTx, aanvraag};
use primitives::{AanvraagId, DossierId, Moment, datum_in_nederland};

use super::AanvraagError;
use super::handelen::{append, load_seen};
use super::lezen::Afzender;
use crate::dossier::read_hoofd;

/// Decides as proposed, by the mandate register, today. `afzender` says how the letter is signed and answered. The letter is kept as it was decided; where the municipality itself decides, this is advice and there is no letter.
pub async fn record_besluit(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    (dossier, id): (DossierId, AanvraagId),
    gezien: usize,
    afzender: &Afzender,
) -> Result<Aanvraag, AanvraagError> {
    actor.require(Permission::BeschikkingNemen, tx.gemeente())?;
    let eerder = load_seen(tx, dossier, id, gezien).await?;
    let (vorm, gemeente) = aanvraag::load_uitvoeringsvorm(tx).await?;
    let namens = Namens::of(vorm);
    let register = aanvraag::load_mandaatregister(tx).await?;
    let rollen: Vec<Rol> = actor.rollen_in(tx.gemeente()).collect();
    let vandaag = datum_in_nederland(now);
    let besluit = eerder.decide(namens, &register, &actor.into(), &rollen, vandaag)?;
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let nieuw = append(tx, actor, now, eerder, Aanvraaghandeling::Besloten(besluit)).await?;
    let gegevens = afzender.sign(actor, &hoofd, gemeente);
    if let Some(brief) = Brief::try_new(&nieuw, namens, &gegevens) {
        aanvraag::insert_beschikking(tx, &nieuw, &brief).await?;
    }
    Ok(nieuw)
}
