//! Showing a quarter: closed figures, or how they stand before closing.

use std::collections::BTreeMap;

use domain::bevoegdheid::{Actor, Permission};
use domain::opdracht::Opdrachtregel;
use domain::sturing::{
    Aandachtspunt, DREMPEL, Kwaliteitsregel, Oordeel, PubliekCijfer, Rekenwijze, Sluiting,
    Toelichting,
};
use persistence::sturing::{self, Sluitingakte};
use persistence::{TenantTx, opdracht};
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
    /// The items of the assignment as they stood at the closing.
    pub opdracht: Vec<Opdrachtregel>,
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
    /// The items of the assignment as they stand now, beside these figures.
    pub opdracht: Vec<Opdrachtregel>,
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
    let (cijfers, kwaliteit, opdracht) = match &akte {
        None => (Vec::new(), BTreeMap::new(), Vec::new()),
        Some(akte) => (
            sturing::list_cijfers(tx, akte.sluiting.id).await?,
            sturing::list_kwaliteit(tx, akte.sluiting.id).await?,
            opdracht::list_regels(tx, akte.sluiting.id).await?,
        ),
    };
    Ok(Kwartaaloverzicht {
        akte,
        cijfers,
        kwaliteit,
        opdracht,
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
    let publiek = cijfers.publish(DREMPEL);
    let beeld = opdracht::load_beeld(tx, kwartaal.jaar()).await?;
    Ok(Voorlopig {
        opdracht: beeld.list_regels(kwartaal, &publiek),
        cijfers: publiek,
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
