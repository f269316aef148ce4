//! Putting right a value that was recorded wrongly.

use domain::beleid::{Correctie, CorrectieInvoer, Notatie};
use domain::bevoegdheid::Actor;
use persistence::audit::{self, Handeling};
use persistence::{TenantTx, beleid};
use primitives::{BesluitId, IdGenerator, Moment, WaardeId};

use super::BeleidError;
use super::uitgangspunt::Uitgangspunt;

/// What to record.
#[derive(Clone, Debug)]
pub struct RecordCorrectie<'a> {
    /// The decision.
    pub besluit: BesluitId,
    /// The value of the decision as it was first recorded.
    pub waarde: WaardeId,
    /// The correction as typed.
    pub invoer: &'a CorrectieInvoer,
    /// How it is written.
    pub notatie: Notatie,
}

/// Records what a decision really says about a value. The wrong value stays in the file, with what was known then.
pub async fn record_correctie(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    opdracht: RecordCorrectie<'_>,
) -> Result<Correctie, BeleidError> {
    let gemeente = tx.gemeente();
    let akte = beleid::find_besluit(tx, opdracht.besluit)
        .await?
        .ok_or(BeleidError::Onbekend)?;
    actor.require(akte.besluit.kop().orgaan.permission(), gemeente)?;
    let mut waarden = akte.besluit.waarden().iter();
    let besloten = waarden
        .find(|waarde| waarde.id == opdracht.waarde)
        .ok_or(BeleidError::Onbekend)?;
    let uitgangspunt = Uitgangspunt::load(tx).await?;
    let omgeving = uitgangspunt.omgeving(now, opdracht.notatie);
    let correctie = opdracht.invoer.parse(&akte, besloten, omgeving, ids)?;
    beleid::insert_correctie(tx, &correctie, &actor.naam, now)
        .await
        .map_err(|fout| {
            if fout.is_refused_by("parameterwaarde_een_correctie") {
                BeleidError::Verouderd
            } else {
                fout.into()
            }
        })?;
    let object = format!("besluit {}", opdracht.besluit);
    let toelichting = format!("{}: {}", correctie.sleutel, correctie.reden);
    audit::record(
        tx,
        actor,
        now,
        Handeling::Correctie,
        &object,
        Some(&toelichting),
    )
    .await?;
    Ok(correctie)
}
