//! Comparing with the other municipalities of the scheme.

use domain::bevoegdheid::{Actor, Permission};
use domain::sturing::{Benchmark, Indicator, Meetpunt, Sluiting};
use persistence::TenantTx;
use persistence::sturing::{self, Gemeentenaam};
use primitives::{Kwartaal, Moment};

use super::error::KwartaalError;

/// How many quarters a trend shows.
pub(super) const KWARTALEN: i32 = 8;

/// One or more indicators beside the group, with the names of its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vergelijking {
    /// The indicators, in the order in which they were asked for.
    pub benchmarks: Vec<Benchmark>,
    /// The municipalities of the scheme, by name.
    pub gemeenten: Vec<Gemeentenaam>,
}

/// One quarter of all municipalities whose figures may be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kwartaalbeeld {
    /// The closings that count, by municipality; who is not there has not closed.
    pub sluitingen: Vec<Sluiting>,
    /// The published figures of the indicators that were asked for.
    pub punten: Vec<(Indicator, Meetpunt)>,
}

/// A quarter at a glance. Runs as commissioner.
pub async fn load_kwartaalbeeld(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    kwartaal: Kwartaal,
    indicatoren: &[Indicator],
) -> Result<Kwartaalbeeld, KwartaalError> {
    actor.require(Permission::CijfersLezen, tx.gemeente())?;
    let sluitingen = sturing::list_sluitingen_van_kwartaal(tx, kwartaal, now).await?;
    let punten = if indicatoren.is_empty() {
        Vec::new()
    } else {
        sturing::list_meetpunten(tx, indicatoren, &[kwartaal], now).await?
    };
    Ok(Kwartaalbeeld { sluitingen, punten })
}

/// One indicator over the eight quarters up to and including `tot`. Runs as commissioner.
pub async fn load_benchmark(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    indicator: Indicator,
    tot: Kwartaal,
) -> Result<Vergelijking, KwartaalError> {
    load_overzicht(tx, actor, now, &[indicator], tot).await
}

/// Several indicators at a glance, over the eight quarters up to and including `tot`. Runs as commissioner.
pub async fn load_overzicht(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    indicatoren: &[Indicator],
    tot: Kwartaal,
) -> Result<Vergelijking, KwartaalError> {
    actor.require(Permission::CijfersLezen, tx.gemeente())?;
    let kwartalen = list_quarters(tot);
    let punten = sturing::list_meetpunten(tx, indicatoren, &kwartalen, now).await?;
    let gemeente = tx.gemeente();
    let benchmark = |indicator: &Indicator| {
        let eigen: Vec<Meetpunt> = punten
            .iter()
            .filter(|(van, _)| van == indicator)
            .map(|(_, punt)| *punt)
            .collect();
        Benchmark::new(*indicator, gemeente, kwartalen.clone(), &eigen)
    };
    let benchmarks = indicatoren.iter().map(benchmark).collect();
    let gemeenten = sturing::list_gemeenten(tx).await?;
    Ok(Vergelijking {
        benchmarks,
        gemeenten,
    })
}

/// The quarters of a trend, oldest first.
pub(super) fn list_quarters(tot: Kwartaal) -> Vec<Kwartaal> {
    (0..KWARTALEN).rev().map(|terug| tot.plus(-terug)).collect()
}
