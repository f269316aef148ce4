//! Deciding on an objection: by who may, and who did not take the first decision.

use domain::aanvraag::{
    Aanvraag, Aanvraaghandeling, Bezwaarbesluit, Bezwaaruitkomst, Brief, Namens,
};
use domain::bevoegdheid::{Actor, Permission, Rol};
use persistence::{TenantTx, aanvraag};
use primitives::{AanvraagId, DossierId, Moment, datum_in_nederland};

use super::AanvraagError;
use super::handelen::{append, load_seen};
use super::lezen::Afzender;
use crate::dossier::read_hoofd;

/// What is decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bezwaaropdracht {
    /// Of whom.
    pub dossier: DossierId,
    /// On the objection to the decision on which application.
    pub aanvraag: AanvraagId,
    /// The number of the last act that was shown.
    pub gezien: usize,
    /// What.
    pub uitkomst: Bezwaaruitkomst,
    /// Why, for who objected.
    pub motivering: String,
    /// What takes the place of the first decision.
    pub in_plaats_daarvan: Option<String>,
    /// Why being late is excusable.
    pub verschoonbaar: Option<String>,
    /// How the letter is signed and answered.
    pub afzender: Afzender,
}

/// Decides on the objection by the mandate register, today. The letter is kept as it was decided.
pub async fn record_bezwaarbesluit(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: &Bezwaaropdracht,
) -> Result<Aanvraag, AanvraagError> {
    actor.require(Permission::BeschikkingNemen, tx.gemeente())?;
    let eerder = load_seen(tx, opdracht.dossier, opdracht.aanvraag, opdracht.gezien).await?;
    let (vorm, gemeente) = aanvraag::load_uitvoeringsvorm(tx).await?;
    let namens = Namens::of(vorm);
    let register = aanvraag::load_mandaatregister(tx).await?;
    let rollen: Vec<Rol> = actor.rollen_in(tx.gemeente()).collect();
    let vandaag = datum_in_nederland(now);
    let rol = eerder.decide_bezwaar(namens, &register, &actor.into(), &rollen, vandaag)?;
    let hoofd = read_hoofd(tx, actor, opdracht.dossier).await?;
    let besluit = Bezwaarbesluit {
        besloten_op: vandaag,
        uitkomst: opdracht.uitkomst,
        motivering: opdracht.motivering.clone(),
        in_plaats_daarvan: opdracht.in_plaats_daarvan.clone(),
        verschoonbaar: opdracht.verschoonbaar.clone(),
        namens,
        rol,
    };
    let handeling = Aanvraaghandeling::BezwaarBesloten(Box::new(besluit));
    let nieuw = append(tx, actor, now, eerder, handeling).await?;
    let gegevens = opdracht.afzender.sign(actor, &hoofd, gemeente);
    if let Some(brief) = Brief::of_bezwaar(&nieuw, &gegevens) {
        aanvraag::insert_bezwaarbesluit(tx, &nieuw, &brief).await?;
    }
    Ok(nieuw)
}
