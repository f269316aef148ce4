//! Writing what the municipality asks of the organisation.

use domain::bevoegdheid::{Actor, Permission};
use domain::opdracht::{Opdracht, OpdrachtInvoer};
use persistence::audit::Handeling;
use persistence::{DbError, TenantTx, audit, opdracht};
use primitives::Moment;

use super::OpdrachtError;
use super::lezen::{Opdrachtjaar, check_jaar};

/// A draft as typed.
#[derive(Clone, Debug)]
pub struct Conceptopdracht<'a> {
    /// The year.
    pub jaar: Opdrachtjaar,
    /// The number of the last act when the form was opened; 0 when there was none.
    pub gezien: u32,
    /// The items.
    pub invoer: &'a OpdrachtInvoer,
}

/// Records a draft in place of the last, or of the next version when the last was given, unless somebody else wrote
/// one since the form was opened. Runs as [`schrijfrol`](super::schrijfrol).
pub async fn record_concept(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    concept: &Conceptopdracht<'_>,
) -> Result<Opdracht, OpdrachtError> {
    actor.require(Permission::OpdrachtVoorbereiden, tx.gemeente())?;
    check_jaar(concept.jaar)?;
    let eerder = opdracht::load_opdracht(tx, concept.jaar).await?;
    let kaders = opdracht::list_kaders(tx).await?;
    let onderdelen = concept.invoer.parse(&eerder, &kaders)?;
    if eerder.laatste_nummer() != concept.gezien {
        return Err(OpdrachtError::Verouderd);
    }
    let nieuw = eerder.draft(onderdelen, actor.into(), now);
    insert_last(tx, actor, now, &nieuw).await?;
    Ok(nieuw)
}

/// Stores the last act with its audit row.
pub(super) async fn insert_last(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    nieuw: &Opdracht,
) -> Result<(), OpdrachtError> {
    let jaar = nieuw.jaar();
    let akte = nieuw.akten().last();
    let akte = akte.ok_or_else(|| DbError::inconsistent("opdrachtakte", "nummer", jaar))?;
    opdracht::insert_akte(tx, jaar, akte)
        .await
        .map_err(|fout| OpdrachtError::or_verouderd(fout, "opdrachtakte_pkey"))?;
    let object = format!("opdracht {jaar}");
    let wat = format!("versie {} {}", akte.versie, akte.handeling.code());
    audit::record(tx, actor, now, Handeling::Opdracht, &object, Some(&wat)).await?;
    Ok(())
}
