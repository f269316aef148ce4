//! The log, page by page and as a file.

use domain::bevoegdheid::{Actor, Permission};
use domain::dossier::Medewerker;
use domain::toezicht::Inzagefilter;
use persistence::TenantTx;
use persistence::audit::{self, Handeling};
use persistence::toezicht::{self, Inzagebladwijzer, Inzageregel};
use primitives::Moment;

use super::ToezichtError;
use crate::dossier::Totaal;

/// Rows of one page.
const REGELS: usize = 20;
/// A list is counted up to here.
const GETELD_MAX: u64 = 1000;
/// More employees than the scheme has.
const MEDEWERKERS_MAX: i64 = 2_000;
/// The most rows of one file.
pub const INZAGEN_MAX: usize = 50_000;

/// A page of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inzagepagina {
    /// The rows, the newest first.
    pub regels: Vec<Inzageregel>,
    /// How many there are on all pages.
    pub totaal: Totaal,
    /// After which row the next page begins; none on the last.
    pub volgende: Option<Inzagebladwijzer>,
    /// Everyone who did something in this municipality, by name.
    pub medewerkers: Vec<Medewerker>,
}

/// A page of who looked at whose file, the newest first.
pub async fn list_inzage(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    filter: &Inzagefilter,
    na: Option<Inzagebladwijzer>,
) -> Result<Inzagepagina, ToezichtError> {
    actor.require(Permission::InzagelogLezen, tx.gemeente())?;
    let een_meer = i64::try_from(REGELS + 1).unwrap_or(i64::MAX);
    let mut regels = toezicht::list_inzage(tx, filter, na, een_meer).await?;
    let is_laatste = regels.len() <= REGELS;
    regels.truncate(REGELS);
    let volgende = regels
        .last()
        .filter(|_| !is_laatste)
        .map(Inzagebladwijzer::from);
    let totaal = count(tx, filter).await?;
    let medewerkers = toezicht::list_medewerkers(tx, MEDEWERKERS_MAX).await?;
    record_read(tx, actor, now, filter, "inzagelog").await?;
    Ok(Inzagepagina {
        regels,
        totaal,
        volgende,
        medewerkers,
    })
}

/// Everyone who did something in this municipality, by name, to choose from. Reading their names is written down.
pub async fn list_medewerkers(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
) -> Result<Vec<Medewerker>, ToezichtError> {
    actor.require(Permission::InzagelogLezen, tx.gemeente())?;
    let medewerkers = toezicht::list_medewerkers(tx, MEDEWERKERS_MAX).await?;
    let object = "inzagelog: keuzelijst van medewerkers";
    audit::record(tx, actor, now, Handeling::Raadpleging, object, None).await?;
    Ok(medewerkers)
}

/// Every row of the log that fits, one for each person, for a file; refused when there are more than [`INZAGEN_MAX`].
pub async fn load_inzagelijst(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    filter: &Inzagefilter,
) -> Result<Vec<Inzageregel>, ToezichtError> {
    actor.require(Permission::InzagelogLezen, tx.gemeente())?;
    let een_meer = i64::try_from(INZAGEN_MAX + 1).unwrap_or(i64::MAX);
    let regels = toezicht::list_inzage_per_persoon(tx, filter, None, een_meer).await?;
    if regels.len() > INZAGEN_MAX {
        return Err(ToezichtError::TeVeel);
    }
    record_read(tx, actor, now, filter, "inzagelog als bestand").await?;
    Ok(regels)
}

async fn count(tx: &mut TenantTx, filter: &Inzagefilter) -> Result<Totaal, ToezichtError> {
    let een_meer = i64::try_from(GETELD_MAX + 1).unwrap_or(i64::MAX);
    let geteld = toezicht::count_inzage(tx, filter, een_meer).await?;
    Ok(if geteld > GETELD_MAX {
        Totaal::MeerDan(GETELD_MAX)
    } else {
        Totaal::Precies(geteld)
    })
}

/// Writes down that the log was read, and about which dossier, employee or list. No row in the processing log: its
/// reader sees pseudonyms only.
async fn record_read(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    filter: &Inzagefilter,
    wat: &str,
) -> Result<(), ToezichtError> {
    let over_dossier = filter.dossier.map(|dossier| format!("dossier {dossier}"));
    let over_wie = filter
        .medewerker
        .as_ref()
        .map(|sub| format!("medewerker {sub}"));
    let over_lijst = filter.lijst.map(|lijst| format!("lijst {lijst}"));
    let waarover: Vec<_> = [over_dossier, over_wie, over_lijst]
        .into_iter()
        .flatten()
        .collect();
    let object = if waarover.is_empty() {
        wat.to_owned()
    } else {
        format!("{wat}: {}", waarover.join(", "))
    };
    audit::record(tx, actor, now, Handeling::Raadpleging, &object, None).await?;
    Ok(())
}
