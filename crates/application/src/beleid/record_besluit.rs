//! Recording a decision of council or college with its values.

use domain::beleid::{Besluit, BesluitInvoer, Herkomst, Notatie, Orgaan};
use domain::bevoegdheid::Actor;
use persistence::audit::{self, Handeling};
use persistence::{TenantTx, beleid};
use primitives::{IdGenerator, Moment, Veldfouten};

use super::BeleidError;
use super::uitgangspunt::Uitgangspunt;

/// What to record.
#[derive(Clone, Debug)]
pub struct RecordBesluit<'a> {
    /// Who decided.
    pub orgaan: Orgaan,
    /// The decision as typed.
    pub invoer: &'a BesluitInvoer,
    /// How it is written.
    pub notatie: Notatie,
    /// How it comes into the file.
    pub wijze: Wijze,
}

/// Whether somebody records a decision now, or it is taken over as it was decided before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wijze {
    /// Recorded by hand or by a system: a second person records the publication.
    Vastlegging,
    /// Taken over from a file by the command line: one actor records decision and publication.
    Overname,
}

/// Records a decision with its outcome and values. They bind nobody before its publication is recorded, by
/// somebody else.
pub async fn record_besluit(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    opdracht: RecordBesluit<'_>,
) -> Result<Besluit, BeleidError> {
    let gemeente = tx.gemeente();
    actor.require(opdracht.orgaan.permission(), gemeente)?;
    let uitgangspunt = Uitgangspunt::load(tx).await?;
    let omgeving = uitgangspunt.omgeving(now, opdracht.notatie);
    let besluit = opdracht.invoer.parse(opdracht.orgaan, omgeving, ids)?;
    let herkomst = match opdracht.wijze {
        Wijze::Overname => Herkomst::Overname,
        Wijze::Vastlegging => Herkomst::Vastgelegd {
            sub: actor.sub.clone(),
        },
    };
    insert_besluit(tx, actor, now, &besluit, &herkomst).await?;
    Ok(besluit)
}

/// Stores a decision that was judged, with its audit row.
pub(super) async fn insert_besluit(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    besluit: &Besluit,
    herkomst: &Herkomst,
) -> Result<(), BeleidError> {
    beleid::insert_besluit(tx, besluit, herkomst, &actor.into(), now)
        .await
        .map_err(|fout| {
            if fout.is_refused_by("besluit_nummer_uniek") {
                let melding = "dit nummer is al gebruikt voor een ander besluit";
                BeleidError::Invoer(Veldfouten::single("nummer", melding))
            } else {
                fout.into()
            }
        })?;
    let object = format!("besluit {}", besluit.kop().id);
    let toelichting = format!("{}, {}", besluit.verwijzing(), besluit.kop().uitkomst);
    audit::record(
        tx,
        actor,
        now,
        Handeling::Besluit,
        &object,
        Some(&toelichting),
    )
    .await?;
    Ok(())
}
