//! Showing a quarter: closed figures, or how they stand before closing.

use std::collections::BTreeMap;

use domain::bevoegdheid::{Actor, Permission};
use domain::sturing::{
    Aandachtspunt, DREMPEL, Kwaliteitsregel, Oordeel, PubliekCijfer, Rekenwijze, Sluiting,
    Toelichting,
};
use persistence::TenantTx;
use persistence::sturing::{self, Sluitingakte};
use primitives::{Kwartaal, Moment};

use super::close_kwartaal::calculate;
use super::error::KwartaalError;

/// A closed quarter of a municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kwartaaloverzicht {
    /// The closing that counts; none while the quarter is open.
    pub akte: Option<Sluitingakte>,
    /// Its figures.
    pub cijfers: Vec<PubliekCijfer>,
    /// How well the registrations behind them were kept.
    pub kwaliteit: BTreeMap<Kwaliteitsregel, Oordeel>,
    /// What people said about the quarter, oldest first.
    pub toelichtingen: Vec<Toelichting>,
}

/// How figures stand now, before closing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voorlopig {
    /// The figures, small cells suppressed.
    pub cijfers: Vec<PubliekCijfer>,
    /// How well the registrations behind them are kept.
    pub kwaliteit: BTreeMap<Kwaliteitsregel, Oordeel>,
    /// What somebody should look at before closing.
    pub aandachtspunten: Vec<Aandachtspunt>,
    /// How was calculated.
    pub rekenwijze: Rekenwijze,
    /// Whether nobody is registered at all.
    pub is_leeg: bool,
}

/// The quarter as closed, with its comments. Runs as commissioner.
pub async fn load_kwartaal(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    kwartaal: Kwartaal,
) -> Result<Kwartaaloverzicht, KwartaalError> {
    actor.require(Permission::CijfersLezen, tx.gemeente())?;
    let akte = sturing::find_sluiting(tx, kwartaal).await?;
    let toelichtingen = sturing::list_toelichtingen(tx, kwartaal, now).await?;
    let (cijfers, kwaliteit) = match &akte {
        None => (Vec::new(), BTreeMap::new()),
        Some(akte) => (
            sturing::list_cijfers(tx, akte.sluiting.id).await?,
            sturing::list_kwaliteit(tx, akte.sluiting.id).await?,
        ),
    };
    Ok(Kwartaaloverzicht {
        akte,
        cijfers,
        kwaliteit,
        toelichtingen,
    })
}

/// The figures as they would be closed now. Runs as reporting, the only role that sees what they are made of.
pub async fn calculate_voorlopig(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    kwartaal: Kwartaal,
) -> Result<Voorlopig, KwartaalError> {
    actor.require(Permission::CijfersLezen, tx.gemeente())?;
    let cijfers = calculate(tx, kwartaal, now).await?;
    Ok(Voorlopig {
        cijfers: cijfers.publish(DREMPEL),
        is_leeg: cijfers.is_leeg(),
        kwaliteit: cijfers.kwaliteit,
        aandachtspunten: cijfers.aandachtspunten,
        rekenwijze: cijfers.rekenwijze,
    })
}

/// The last closing of every quarter of the municipality, newest quarter first. Runs as commissioner.
pub async fn list_kwartalen(
    tx: &mut TenantTx,
    actor: &Actor,
) -> Result<Vec<Sluiting>, KwartaalError> {
    actor.require(Permission::CijfersLezen, tx.gemeente())?;
    Ok(sturing::list_sluitingen(tx).await?)
}
