//! What every act on a proposal has in common.

use domain::beleid::{Voorstel, Voorstelakte, Voorstelhandeling};
use domain::bevoegdheid::Actor;
use persistence::audit::{self, Handeling};
use persistence::{DbError, TenantTx, beleid};
use primitives::{Moment, VoorstelId};

use super::VoorstelError;

/// The proposal, if this person may act on it.
pub(super) async fn load_eigen(
    tx: &mut TenantTx,
    actor: &Actor,
    id: VoorstelId,
) -> Result<Voorstel, VoorstelError> {
    let gemeente = tx.gemeente();
    let voorstel = beleid::find_voorstel(tx, id).await?;
    let voorstel = voorstel.ok_or(VoorstelError::Onbekend)?;
    actor.require(voorstel.kop().orgaan.permission(), gemeente)?;
    Ok(voorstel)
}

/// Refuses when the form was made for another text than that of now.
pub(super) fn check_versie(voorstel: &Voorstel, gezien: u32) -> Result<(), VoorstelError> {
    if voorstel.versie() == gezien {
        Ok(())
    } else {
        Err(VoorstelError::Verouderd(Box::new(voorstel.clone())))
    }
}

/// Lets the domain judge an act, and stores it with its audit row.
pub(super) async fn record_handeling(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    voorstel: Voorstel,
    handeling: Voorstelhandeling,
) -> Result<Voorstel, VoorstelError> {
    let soort = handeling.code();
    let akte = Voorstelakte {
        handeling,
        door: actor.into(),
        op: now,
    };
    let voorstel = voorstel.with(akte)?;
    beleid::insert_akte(tx, &voorstel)
        .await
        .map_err(as_tegelijk)?;
    record_audit(tx, actor, now, &voorstel, soort).await?;
    Ok(voorstel)
}

pub(super) async fn record_audit(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    voorstel: &Voorstel,
    soort: &str,
) -> Result<(), DbError> {
    let object = format!("voorstel {}", voorstel.kop().id);
    let toelichting = format!("{soort}: {}", voorstel.tekst().titel);
    audit::record(
        tx,
        actor,
        now,
        Handeling::Voorstel,
        &object,
        Some(&toelichting),
    )
    .await
}

fn as_tegelijk(fout: DbError) -> VoorstelError {
    if fout.is_refused_by("voorstelakte_pkey") {
        VoorstelError::Tegelijk
    } else {
        fout.into()
    }
}
