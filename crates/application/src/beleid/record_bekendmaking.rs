//! Recording the publication of a decision.

use domain::beleid::{BekendmakingGeweigerd, BekendmakingInvoer, Besluit, Notatie};
use domain::bevoegdheid::Actor;
use persistence::audit::{self, Handeling};
use persistence::{TenantTx, beleid};
use primitives::{BesluitId, Moment};

use super::BeleidError;
use super::uitgangspunt::Uitgangspunt;

/// What to record.
#[derive(Clone, Debug)]
pub struct RecordBekendmaking<'a> {
    /// The decision.
    pub besluit: BesluitId,
    /// The publication as typed.
    pub invoer: &'a BekendmakingInvoer,
    /// How it is written.
    pub notatie: Notatie,
}

/// Records where and when a decision was published, by somebody else than who recorded it. From its entry into
/// force its values bind.
pub async fn record_bekendmaking(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: RecordBekendmaking<'_>,
) -> Result<Besluit, BeleidError> {
    let gemeente = tx.gemeente();
    let akte = beleid::find_besluit(tx, opdracht.besluit).await?;
    let akte = akte.ok_or(BeleidError::Onbekend)?;
    actor.require(akte.besluit.kop().orgaan.permission(), gemeente)?;
    akte.check_bekend_te_maken(&actor.sub)?;
    let besluit = akte.corrected();
    let uitgangspunt = Uitgangspunt::load(tx).await?;
    let omgeving = uitgangspunt.omgeving(now, opdracht.notatie);
    let bekendmaking = opdracht.invoer.parse(&besluit, omgeving)?;
    beleid::insert_bekendmaking(tx, besluit.kop(), &bekendmaking, &actor.into(), now)
        .await
        .map_err(|fout| {
            if fout.is_refused_by("bekendmaking_pkey") {
                BeleidError::Stand(BekendmakingGeweigerd::AlBekendgemaakt)
            } else {
                fout.into()
            }
        })?;
    let object = format!("besluit {}", besluit.kop().id);
    let toelichting = format!("{}, {}", besluit.verwijzing(), bekendmaking.publicatie);
    audit::record(
        tx,
        actor,
        now,
        Handeling::Bekendmaking,
        &object,
        Some(&toelichting),
    )
    .await?;
    Ok(besluit.publish(bekendmaking, now)?)
}
