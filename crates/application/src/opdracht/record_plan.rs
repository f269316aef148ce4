//! Answering an assignment.

use domain::beleid::Notatie;
use domain::bevoegdheid::{Actor, Permission};
use domain::opdracht::{OpdrachtGeweigerd, PlanInvoer, Uitvoeringsplan};
use persistence::audit::Handeling;
use persistence::{TenantTx, audit, opdracht};
use primitives::Moment;

use super::OpdrachtError;
use super::lezen::{Opdrachtjaar, check_jaar};

/// A plan as typed.
#[derive(Clone, Debug)]
pub struct Planopdracht<'a> {
    /// The year.
    pub jaar: Opdrachtjaar,
    /// The number of the plan when the form was opened; 0 when there was none.
    pub gezien: u32,
    /// The version of the assignment that the form showed.
    pub opdrachtversie: u32,
    /// The answers.
    pub invoer: &'a PlanInvoer,
    /// How they are written.
    pub notatie: Notatie,
}

/// Records the answers to the assignment as it is now, unless plan or assignment changed since the form was opened.
/// An item without an answer stays without. Runs as execution.
pub async fn record_plan(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    nieuw: &Planopdracht<'_>,
) -> Result<Uitvoeringsplan, OpdrachtError> {
    actor.require(Permission::UitvoeringsplanVastleggen, tx.gemeente())?;
    check_jaar(nieuw.jaar)?;
    let beeld = opdracht::load_beeld(tx, nieuw.jaar).await?;
    let verstrekt = beeld.opdracht.verstrekt();
    let verstrekt = verstrekt.ok_or(OpdrachtGeweigerd::NietVerstrekt)?;
    let nummer = beeld.plan.map_or(0, |plan| plan.nummer);
    // Items may be gone in a later version: that is a collision, not a mistake of who typed.
    if (nummer, verstrekt.versie) != (nieuw.gezien, nieuw.opdrachtversie) {
        return Err(OpdrachtError::Verouderd);
    }
    let plan = Uitvoeringsplan {
        jaar: nieuw.jaar,
        nummer: nummer + 1,
        opdrachtversie: verstrekt.versie,
        antwoorden: nieuw.invoer.parse(verstrekt, nieuw.notatie)?,
        door: actor.into(),
        op: now,
    };
    opdracht::insert_plan(tx, &plan)
        .await
        .map_err(|fout| OpdrachtError::or_verouderd(fout, "uitvoeringsplan_pkey"))?;
    let object = format!("uitvoeringsplan {}", plan.jaar);
    let wat = format!(
        "plan {} op opdracht versie {}",
        plan.nummer, plan.opdrachtversie
    );
    let handeling = Handeling::Uitvoeringsplan;
    audit::record(tx, actor, now, handeling, &object, Some(&wat)).await?;
    Ok(plan)
}
