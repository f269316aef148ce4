//! Policy as a file: what holds on a day, and the trial of a file that somebody filled in.

use domain::beleid::{Beleidsbestand, Beleidsbestandinvoer, Notatie, Proefrapport};
use domain::bevoegdheid::{Actor, Permission};
use persistence::TenantTx;
use primitives::{Datum, IdGenerator, Moment, datum_in_nederland};

use super::BeleidError;
use super::uitgangspunt::Uitgangspunt;

/// What was decided and holds on a day in the municipality and its areas, as known on a moment.
pub async fn load_beleidsbestand(
    tx: &mut TenantTx,
    actor: &Actor,
    (peildatum, bekend_op): (Datum, Moment),
) -> Result<Beleidsbestand, BeleidError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    let Uitgangspunt {
        beleid, gebieden, ..
    } = Uitgangspunt::load(tx).await?;
    let wanneer = (peildatum, bekend_op);
    Ok(Beleidsbestand::of_beleid(
        tx.gemeente(),
        &beleid,
        &gebieden,
        wanneer,
    ))
}

/// Tells what a file would change from a day on, with every fault at once. Writes nothing.
///
/// A file without a day of its own is held against what holds today.
pub async fn check_beleidsbestand(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    (bestand, inwerkingtreding): (&Beleidsbestandinvoer, &str),
) -> Result<Proefrapport, BeleidError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    let uitgangspunt = Uitgangspunt::load(tx).await?;
    let omgeving = uitgangspunt.omgeving(now, Notatie::Formulier);
    let mut bestand = bestand.clone();
    if bestand.peildatum.trim().is_empty() {
        bestand.peildatum = datum_in_nederland(now).to_string();
    }
    Ok(bestand.compare(inwerkingtreding, omgeving, ids)?)
}
