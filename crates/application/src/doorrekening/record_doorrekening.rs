//! Keeping a calculation under a name.

use domain::beleid::Orgaan;
use domain::bevoegdheid::{Actor, Geweigerd, Permission};
use domain::doorrekening::{Doorrekeningakte, Doorrekeningnaam};
use persistence::audit::Handeling;
use persistence::{TenantTx, audit, doorrekening};
use primitives::{DoorrekeningId, GemeenteCode, IdGenerator, Moment, Veldfouten};

use super::{Berekend, DoorrekeningError};

/// The name of the constraint that lets one calculation of a name through.
const EENMALIG: &str = "doorrekening_naam_uniek";

/// The organ for which the actor keeps calculations: the one whose decisions he records.
pub fn orgaan_of(actor: &Actor, gemeente: GemeenteCode) -> Result<Orgaan, Geweigerd> {
    let mut organen = Orgaan::ALL.into_iter();
    let eigen = organen.find(|orgaan| actor.may(orgaan.permission(), gemeente));
    eigen.map_or_else(
        || {
            actor
                .require(Permission::RaadsbesluitVastleggen, gemeente)
                .map(|()| Orgaan::Raad)
        },
        Ok,
    )
}

/// Keeps a calculation, with its audit line. Runs in the role of [`orgaan_of`].
pub async fn record_doorrekening(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    (naam, berekend): (&Doorrekeningnaam, &Berekend),
) -> Result<DoorrekeningId, DoorrekeningError> {
    actor.require(Permission::BeleidDoorrekenen, tx.gemeente())?;
    orgaan_of(actor, tx.gemeente())?;
    if berekend.vraag.wijzigingen().is_empty() {
        let melding = "verander ten minste één waarde: zonder verandering is er niets te bewaren";
        return Err(Veldfouten::single("waarden", melding).into());
    }
    let uitkomst = berekend.render_uitkomst()?;
    let akte = Doorrekeningakte {
        id: DoorrekeningId::new(ids.next()),
        naam: naam.clone(),
        vraag: berekend.vraag.clone(),
        maand: berekend.maand,
        bekend_op: berekend.bekend_op,
        hash: doorrekening::calculate_hash(&uitkomst),
        uitkomst,
        gemaakt_op: now,
        gemaakt_door: actor.naam.clone(),
    };
    match doorrekening::insert_doorrekening(tx, &akte).await {
        Err(fout) if fout.is_refused_by(EENMALIG) => {
            let melding = "er is al een doorrekening met deze naam: kies een andere";
            return Err(Veldfouten::single("naam", melding).into());
        }
        uitkomst => uitkomst?,
    }
    let object = format!("doorrekening {}", akte.id);
    audit::record(tx, actor, now, Handeling::Berekening, &object, None).await?;
    Ok(akte.id)
}
