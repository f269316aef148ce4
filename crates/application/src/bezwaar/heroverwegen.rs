//! Calculating the right again while an objection is dealt with, frozen beside the act. Awb art. 7:11.

use domain::bevoegdheid::{Actor, Permission};
use domain::bezwaar::{
    Besluitinhoud, Bestredenbesluit, Bezwaar, Bezwaarhandeling, Heroverweging, find_geldend,
};
use domain::herziening::{Herzieningskop, Herzieningsstand, Herzieningszaak};
use persistence::aanvraag::Berekening;
use persistence::{TenantTx, aanvraag, bezwaar, herziening};
use primitives::{BezwaarId, DossierId, HerzieningId, IdGenerator, Moment, datum_in_nederland};

use super::BezwaarError;
use super::handelen::{append, load_seen};
use crate::aanvraag::{Voorstelopdracht, propose};
use crate::dossier::read_hoofd;
use crate::herziening::copy_herziening;

/// Calculates what an application was about again, on the facts and the policy as known now. `opdracht` tells the application
/// that the objection is about, and in `gezien` the number of the last act of the objection that was shown.
pub async fn record_heroverweging(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    id: BezwaarId,
    opdracht: &Voorstelopdracht,
) -> Result<Bezwaar, BezwaarError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    let eerder = load_seen(tx, opdracht.dossier, id, opdracht.gezien).await?;
    let tegen = eerder.kop().bestreden.besluit;
    if tegen != Bestredenbesluit::Aanvraag(opdracht.aanvraag) {
        return Err(BezwaarError::NietGevonden);
    }
    let over = aanvraag::find_aanvraag(tx, opdracht.dossier, opdracht.aanvraag).await?;
    let over = over.ok_or(BezwaarError::NietGevonden)?;
    let eerst = over.find_voorstel().ok_or(BezwaarError::NietGevonden)?;
    let (nieuw, berekening) = propose(tx, actor, now, &over, opdracht).await?;
    over.check_vervanging(&nieuw)?;
    let berekening = berekening.ok_or(BezwaarError::NietGevonden)?;
    let heroverweging = Heroverweging {
        heroverwogen_op: datum_in_nederland(now),
        eerst: match find_geldend(tegen, &bezwaar::list_bezwaren(tx, tegen).await?) {
            Some((_, geldend)) => geldend.clone(),
            None => Besluitinhoud::Aanvraag(Box::new(eerst.clone())),
        },
        nieuw: Besluitinhoud::Aanvraag(Box::new(nieuw)),
        herziening: None,
    };
    freeze(tx, actor, now, eerder, (heroverweging, &berekening)).await
}

/// Begins to calculate the months of a review again: a review in the objection, with the facts of the last one in it or else of
/// the one that is objected to. One that was begun goes on.
pub async fn begin_heroverweging(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    (dossier, id): (DossierId, BezwaarId),
) -> Result<Herzieningszaak, BezwaarError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    read_hoofd(tx, actor, dossier).await?;
    let bezwaar = bezwaar::find_bezwaar(tx, dossier, id).await?;
    let bezwaar = bezwaar.ok_or(BezwaarError::NietGevonden)?;
    bezwaar.check_open()?;
    let Bestredenbesluit::Herziening(eerste) = bezwaar.kop().bestreden.besluit else {
        return Err(BezwaarError::NietGevonden);
    };
    let laatste = herziening::find_in_bezwaar(tx, id).await?;
    let laatste = laatste.filter(|zaak| zaak.stand() != Herzieningsstand::Gestaakt);
    let eerder = match laatste {
        Some(zaak) if zaak.stand() == Herzieningsstand::InBewerking => return Ok(zaak),
        Some(zaak) => zaak,
        None => find_zaak(tx, dossier, eerste).await?,
    };
    let kop = Herzieningskop {
        id: HerzieningId::new(ids.next()),
        dossier,
        in_bezwaar: Some(id),
    };
    let aanleiding = format!("Bezwaar {} tegen het eerste besluit", bezwaar.kop().nummer);
    let zaak = copy_herziening(tx, actor, now, kop, (&eerder, aanleiding)).await;
    Ok(zaak?)
}

/// Takes a review that was proposed in an objection into it, with its frozen calculation.
pub(crate) async fn record_zaak(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    id: BezwaarId,
    zaak: &Herzieningszaak,
    berekening: &Berekening,
) -> Result<(), BezwaarError> {
    let dossier = zaak.kop().dossier;
    let bezwaar = bezwaar::find_bezwaar(tx, dossier, id).await?;
    let bezwaar = bezwaar.ok_or(BezwaarError::NietGevonden)?;
    let tegen = bezwaar.kop().bestreden.besluit;
    let Bestredenbesluit::Herziening(eerste) = tegen else {
        return Err(BezwaarError::NietGevonden);
    };
    let eerste = find_zaak(tx, dossier, eerste).await?;
    let inhoud = |zaak: &Herzieningszaak| {
        let voorstel = zaak.find_voorstel().ok_or(BezwaarError::NietGevonden)?;
        Ok::<_, BezwaarError>(Besluitinhoud::Herziening(Box::new(voorstel.clone())))
    };
    let heroverweging = Heroverweging {
        heroverwogen_op: datum_in_nederland(now),
        eerst: match find_geldend(tegen, &bezwaar::list_bezwaren(tx, tegen).await?) {
            Some((_, geldend)) => geldend.clone(),
            None => inhoud(&eerste)?,
        },
        nieuw: inhoud(zaak)?,
        herziening: Some(zaak.kop().id),
    };
    freeze(tx, actor, now, bezwaar, (heroverweging, berekening)).await?;
    Ok(())
}

async fn freeze(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    eerder: Bezwaar,
    (heroverweging, berekening): (Heroverweging, &Berekening),
) -> Result<Bezwaar, BezwaarError> {
    let handeling = Bezwaarhandeling::Heroverwogen(Box::new(heroverweging));
    let nieuw = append(tx, actor, now, eerder, handeling).await?;
    bezwaar::insert_berekening(tx, &nieuw, berekening).await?;
    Ok(nieuw)
}

async fn find_zaak(
    tx: &mut TenantTx,
    dossier: DossierId,
    id: HerzieningId,
) -> Result<Herzieningszaak, BezwaarError> {
    herziening::find_herziening(tx, dossier, id)
        .await?
        .ok_or(BezwaarError::NietGevonden)
}
