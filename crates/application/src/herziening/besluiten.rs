//! Proposing a review on a calculation that is frozen with it, and deciding on it.

use domain::aanvraag::Namens;
use domain::bevoegdheid::{Actor, Permission, Rol};
use domain::herziening::{
    Herzieningshandeling, Herzieningsvoorstel, Herzieningszaak, render_brief,
};
use domain::recht::herziening::Oorzaak;
use persistence::aanvraag::{self, Berekening};
use persistence::{TenantTx, herziening};
use primitives::{DossierId, HerzieningId, Moment, Veldfouten, datum_in_nederland};

use super::HerzieningError;
use super::handelen::{append, load_seen};
use super::lezen::load_leveringen;
use crate::aanvraag::Afzender;
use crate::bezwaar::record_zaak;
use crate::dossier::read_hoofd;

/// What is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Herzieningsvoorstelopdracht {
    /// Of whom.
    pub dossier: DossierId,
    /// Which review.
    pub herziening: HerzieningId,
    /// The number of the last act that was shown.
    pub gezien: usize,
    /// Why, for the resident.
    pub motivering: String,
    /// Why the college claims where the law lets it choose, by cause.
    pub afwegingen: Vec<(Oorzaak, String)>,
}

/// Calculates the months on the facts as known now, and records the proposal that follows from it with its inputs; in an
/// objection, there too: with that is decided on it.
pub async fn record_herzieningsvoorstel(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: &Herzieningsvoorstelopdracht,
) -> Result<Herzieningszaak, HerzieningError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    let eerder = load_seen(tx, opdracht.dossier, opdracht.herziening, opdracht.gezien).await?;
    let (maanden, _) = load_leveringen(tx, &eerder).await?;
    let invoer = eerder.invoer(maanden);
    let uitkomst = invoer.calculate(datum_in_nederland(now));
    let onleesbaar = |_| Veldfouten::single("motivering", "deze feiten zijn niet te bewaren");
    let berekening = Berekening {
        vraag: serde_json::to_string(&invoer).map_err(onleesbaar)?,
        antwoord: serde_json::to_string(&uitkomst).map_err(onleesbaar)?,
        bekend_op: now,
    };
    let voorstel = Herzieningsvoorstel::try_new(
        uitkomst,
        eerder.find_oordeel(),
        opdracht.motivering.clone(),
        &opdracht.afwegingen,
    )?;
    let handeling = Herzieningshandeling::Voorgesteld(Box::new(voorstel));
    let nieuw = append(tx, actor, now, eerder, handeling).await?;
    herziening::insert_berekening(tx, &nieuw, &berekening).await?;
    if let Some(bezwaar) = nieuw.kop().in_bezwaar {
        record_zaak(tx, actor, now, bezwaar, &nieuw, &berekening).await?;
    }
    Ok(nieuw)
}

/// Decides as proposed, by the mandate register, today. The letter is kept as it was decided.
pub async fn record_herzieningsbesluit(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    (dossier, id): (DossierId, HerzieningId),
    gezien: usize,
    afzender: &Afzender,
) -> Result<Herzieningszaak, HerzieningError> {
    actor.require(Permission::BeschikkingNemen, tx.gemeente())?;
    let eerder = load_seen(tx, dossier, id, gezien).await?;
    let (vorm, gemeente) = aanvraag::load_uitvoeringsvorm(tx).await?;
    let namens = Namens::of(vorm);
    let register = aanvraag::load_mandaatregister(tx).await?;
    let rollen: Vec<Rol> = actor.rollen_in(tx.gemeente()).collect();
    let vandaag = datum_in_nederland(now);
    let besluit = eerder.decide(namens, &register, &actor.into(), &rollen, vandaag)?;
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let handeling = Herzieningshandeling::Besloten(besluit);
    let nieuw = append(tx, actor, now, eerder, handeling).await?;
    let gegevens = afzender.sign(actor, &hoofd, gemeente);
    if let Some(brief) = render_brief(&nieuw, namens, &gegevens) {
        herziening::insert_besluit(tx, &nieuw, &brief).await?;
    }
    Ok(nieuw)
}
