//! Reading everything that the quarterly report shows.

use std::collections::{BTreeMap, HashMap};

use domain::bevoegdheid::{Actor, Permission};
use domain::sturing::{Benchmark, Indicator, Klasse, Kwartaalrapport, Meetpunt, Reekspunt};
use persistence::sturing::{self, Sluitingakte};
use persistence::{DbError, TenantTx, opdracht};
use primitives::Kwartaal;

use super::error::KwartaalError;
use super::load_benchmark::list_quarters;

/// The report of the closing that counts. Runs as commissioner.
///
/// Everything besides the closing itself is read as it was at the moment of closing, so the same closing gives
/// the same report for ever.
pub async fn load_rapport(
    tx: &mut TenantTx,
    actor: &Actor,
    kwartaal: Kwartaal,
) -> Result<Kwartaalrapport, KwartaalError> {
    actor.require(Permission::CijfersLezen, tx.gemeente())?;
    let akte = sturing::find_sluiting(tx, kwartaal).await?;
    let akte = akte.ok_or(KwartaalError::NietGesloten(kwartaal))?;
    let gemeente = tx.gemeente();
    let namen = sturing::list_gemeenten(tx).await?;
    let naam = namen.into_iter().find(|g| g.code == gemeente);
    let toen = akte.sluiting.gesloten_op;
    Ok(Kwartaalrapport {
        gemeente_naam: naam.map_or_else(|| gemeente.to_string(), |g| g.naam),
        cijfers: sturing::list_cijfers(tx, akte.sluiting.id).await?,
        kwaliteit: sturing::list_kwaliteit(tx, akte.sluiting.id).await?,
        toelichtingen: sturing::list_toelichtingen(tx, kwartaal, toen).await?,
        opdracht: opdracht::list_regels(tx, akte.sluiting.id).await?,
        overleg: sturing::find_last_held(tx, toen).await?,
        verloop: load_verloop(tx, &akte).await?,
        rekenwijze: akte.rekenwijze,
        aandachtspunten: akte.aandachtspunten,
        sluiting: akte.sluiting,
    })
}

type Verloop = BTreeMap<(Indicator, Klasse), Vec<Reekspunt>>;

/// Every indicator over eight quarters beside the group, as known at the moment of closing.
async fn load_verloop(tx: &mut TenantTx, akte: &Sluitingakte) -> Result<Verloop, DbError> {
    let kwartalen = list_quarters(akte.sluiting.kwartaal);
    let toen = akte.sluiting.gesloten_op;
    let punten = sturing::list_meetpunten(tx, &Indicator::ALL, &kwartalen, toen).await?;
    let mut per_indicator: HashMap<Indicator, Vec<Meetpunt>> = HashMap::new();
    for (indicator, punt) in punten {
        per_indicator.entry(indicator).or_default().push(punt);
    }
    let mut verloop = Verloop::new();
    for (indicator, punten) in per_indicator {
        let gemeente = akte.sluiting.gemeente;
        let benchmark = Benchmark::new(indicator, gemeente, kwartalen.clone(), &punten);
        for reeks in benchmark.reeksen {
            verloop.insert((indicator, reeks.klasse), reeks.punten);
        }
    }
    Ok(verloop)
}
