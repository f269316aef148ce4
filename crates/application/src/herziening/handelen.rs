//! A review begins, and what happens in it.

use domain::bevoegdheid::{Actor, Permission};
use domain::herziening::{Herzieningsakte, Herzieningshandeling, Herzieningskop, Herzieningszaak};
use persistence::audit::{self, Handeling};
use persistence::verwerking::{self, Activiteit};
use persistence::{TenantTx, herziening, recht};
use primitives::{DossierId, HerzieningId, IdGenerator, Maand, Moment, Veldfouten};

use super::HerzieningError;
use crate::dossier::read_hoofd;

/// Begins a review of the months from the first to the last of `bereik`, in which there must be algemene bijstand.
pub async fn begin_herziening(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    (dossier, bereik, aanleiding): (DossierId, (Maand, Maand), &str),
) -> Result<Herzieningszaak, HerzieningError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    read_hoofd(tx, actor, dossier).await?;
    let kop = Herzieningskop {
        id: HerzieningId::new(ids.next()),
        dossier,
        in_bezwaar: None,
    };
    let begonnen = Herzieningshandeling::Begonnen {
        van: bereik.0,
        tot_en_met: bereik.1,
        aanleiding: aanleiding.to_owned(),
    };
    let zaak = Herzieningszaak::try_new(kop, akte(actor, now, begonnen))?;
    let maanden = recht::list_maanduitkeringen_of(tx, dossier, bereik).await?;
    if maanden.is_empty() {
        let melding = "in deze maanden was er geen algemene bijstand";
        return Err(Veldfouten::single("van", melding).into());
    }
    herziening::insert_herziening(tx, &zaak).await?;
    record_trail(tx, actor, now, Handeling::Herziening, &zaak).await?;
    Ok(zaak)
}

/// Records an act as somebody saw the review: `gezien` is the number of the last act that was shown. A proposal and a
/// decision have functions of their own and are refused here.
pub async fn record_herzieningshandeling(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    (dossier, id): (DossierId, HerzieningId),
    gezien: usize,
    handeling: Herzieningshandeling,
) -> Result<Herzieningszaak, HerzieningError> {
    let permission = match handeling {
        Herzieningshandeling::Teruggegeven { .. } => Permission::BeschikkingNemen,
        _ => Permission::AanvraagBehandelen,
    };
    actor.require(permission, tx.gemeente())?;
    if matches!(
        handeling,
        Herzieningshandeling::Voorgesteld(_) | Herzieningshandeling::Besloten(_)
    ) {
        return Err(HerzieningError::NietGevonden);
    }
    let eerder = load_seen(tx, dossier, id, gezien).await?;
    append(tx, actor, now, eerder, handeling).await
}

/// The review, unless somebody recorded something since it was shown.
pub(super) async fn load_seen(
    tx: &mut TenantTx,
    dossier: DossierId,
    id: HerzieningId,
    gezien: usize,
) -> Result<Herzieningszaak, HerzieningError> {
    let zaak = herziening::find_herziening(tx, dossier, id)
        .await?
        .ok_or(HerzieningError::NietGevonden)?;
    if zaak.akten().len() == gezien {
        Ok(zaak)
    } else {
        Err(HerzieningError::Verouderd)
    }
}

/// Begins a review in an objection with what `eerder` counted: the same months, facts and findings, to be changed.
pub(crate) async fn copy_herziening(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    kop: Herzieningskop,
    (eerder, aanleiding): (&Herzieningszaak, String),
) -> Result<Herzieningszaak, HerzieningError> {
    let (van, tot_en_met) = eerder.bereik();
    let begonnen = Herzieningshandeling::Begonnen {
        van,
        tot_en_met,
        aanleiding,
    };
    let mut zaak = Herzieningszaak::try_new(kop, akte(actor, now, begonnen))?;
    herziening::insert_herziening(tx, &zaak).await?;
    record_trail(tx, actor, now, Handeling::Herziening, &zaak).await?;
    let feiten = eerder.list_feiten().into_iter();
    let feiten =
        feiten.map(|(_, feit)| Herzieningshandeling::FeitVastgelegd { feit: feit.clone() });
    let oordeel = eerder.find_oordeel().cloned();
    let oordeel = oordeel.map(|oordeel| Herzieningshandeling::Beoordeeld { oordeel });
    for handeling in feiten.chain(oordeel) {
        zaak = append(tx, actor, now, zaak, handeling).await?;
    }
    Ok(zaak)
}

/// Adds an act, with its audit row and its row of the processing log.
pub(super) async fn append(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    eerder: Herzieningszaak,
    handeling: Herzieningshandeling,
) -> Result<Herzieningszaak, HerzieningError> {
    let soort = match handeling {
        Herzieningshandeling::Besloten(_) => Handeling::Beschikking,
        _ => Handeling::Herziening,
    };
    let nieuw = eerder.apply(akte(actor, now, handeling))?;
    herziening::insert_akte(tx, &nieuw)
        .await
        .map_err(HerzieningError::of_akte)?;
    record_trail(tx, actor, now, soort, &nieuw).await?;
    Ok(nieuw)
}

fn akte(actor: &Actor, now: Moment, handeling: Herzieningshandeling) -> Herzieningsakte {
    Herzieningsakte {
        handeling,
        door: actor.into(),
        op: now,
    }
}

async fn record_trail(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    soort: Handeling,
    zaak: &Herzieningszaak,
) -> Result<(), HerzieningError> {
    let kop = zaak.kop();
    let object = format!("herziening {} van dossier {}", kop.id, kop.dossier);
    let laatste = zaak.akten().last().map(|akte| akte.handeling.code());
    audit::record(tx, actor, now, soort, &object, laatste).await?;
    verwerking::record(tx, now, Activiteit::Herzien, &[kop.dossier]).await?;
    Ok(())
}
