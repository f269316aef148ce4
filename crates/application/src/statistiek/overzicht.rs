//! The history of deliveries, and what is due.

use domain::bevoegdheid::{Actor, Permission};
use persistence::TenantTx;
use persistence::statistiek::{self, Levering, Leveringsoort};
use primitives::{LeveringId, Maand, Moment, datum_in_nederland};

use super::error::LeveringError;

/// A page of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leveringenlijst {
    /// The deliveries, the newest first.
    pub leveringen: Vec<Levering>,
    /// The delivery before which the next page begins; none on the last page.
    pub volgende: Option<LeveringId>,
}

/// The last deliveries, or those before `voor`, at most `aantal`. Holds no personal data.
pub async fn list_leveringen(
    tx: &mut TenantTx,
    actor: &Actor,
    voor: Option<LeveringId>,
    aantal: usize,
) -> Result<Leveringenlijst, LeveringError> {
    actor.require(Permission::BestandImporteren, tx.gemeente())?;
    // One more than is shown tells whether there is a next page.
    let gevraagd = i64::try_from(aantal + 1).unwrap_or(i64::MAX);
    let mut leveringen = statistiek::list_leveringen(tx, voor, gevraagd).await?;
    let is_meer = leveringen.len() > aantal;
    leveringen.truncate(aantal);
    let volgende = leveringen
        .last()
        .filter(|_| is_meer)
        .map(|levering| levering.id);
    Ok(Leveringenlijst {
        leveringen,
        volgende,
    })
}

/// The last month that is over and of which no file of BUS came in yet; none when nothing is due.
///
/// Regeling statistiek Participatiewet art. 2: within four weeks after each calendar month.
pub async fn find_ontbrekende_maand(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
) -> Result<Option<Maand>, LeveringError> {
    actor.require(Permission::BestandImporteren, tx.gemeente())?;
    let voorbij = Maand::of(datum_in_nederland(now)).plus(-1);
    let laatste = statistiek::load_laatste_maand(tx, Leveringsoort::Bus).await?;
    Ok(laatste
        .is_none_or(|laatste| laatste < voorbij)
        .then_some(voorbij))
}
