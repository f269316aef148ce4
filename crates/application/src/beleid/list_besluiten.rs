//! The decisions of a municipality, page by page.

use domain::beleid::{Besluitakte, Orgaan};
use domain::bevoegdheid::{Actor, Permission};
use persistence::beleid::{Besluitfilter, Besluitpositie};
use persistence::{TenantTx, beleid};

use super::BeleidError;

/// Which decisions, from where.
#[derive(Clone, Debug, Default)]
pub struct BesluitenVraag {
    /// Of this organ only.
    pub orgaan: Option<Orgaan>,
    /// With this text in number or title.
    pub zoek: Option<String>,
    /// After the last one that was shown.
    pub na: Option<Besluitpositie>,
    /// How many.
    pub aantal: u8,
}

/// A page of decisions.
#[derive(Clone, Debug)]
pub struct Besluitenlijst {
    /// The latest meeting first.
    pub besluiten: Vec<Besluitakte>,
    /// Where the next page starts, if there is one.
    pub volgende: Option<Besluitpositie>,
}

/// Lists decisions, the latest meeting first.
pub async fn list_besluiten(
    tx: &mut TenantTx,
    actor: &Actor,
    vraag: BesluitenVraag,
) -> Result<Besluitenlijst, BeleidError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    let filter = Besluitfilter {
        orgaan: vraag.orgaan,
        zoek: vraag
            .zoek
            .map(|zoek| legible(&zoek))
            .filter(|zoek| !zoek.is_empty()),
    };
    let aantal = usize::from(vraag.aantal);
    // One more than asked tells whether there is a next page.
    let een_meer = i64::from(vraag.aantal) + 1;
    let mut besluiten = beleid::list_besluiten(tx, &filter, vraag.na, een_meer).await?;
    let is_meer = besluiten.len() > aantal;
    besluiten.truncate(aantal);
    let laatste = besluiten.last().map(|akte| {
        let kop = akte.besluit.kop();
        Besluitpositie {
            vergaderdatum: kop.vergaderdatum,
            id: kop.id,
        }
    });
    Ok(Besluitenlijst {
        volgende: laatste.filter(|_| is_meer),
        besluiten,
    })
}

/// The text without characters that nobody types; the database refuses some of them.
fn legible(zoek: &str) -> String {
    let leesbaar: String = zoek.chars().filter(|teken| !teken.is_control()).collect();
    leesbaar.trim().to_owned()
}

/// More than this nobody leaves unpublished.
const ONBEKENDGEMAAKT_MAX: i64 = 50;

/// Decisions that were taken and bind nobody yet, the one that should enter into force first on top.
pub async fn list_onbekendgemaakt(
    tx: &mut TenantTx,
    actor: &Actor,
) -> Result<Vec<Besluitakte>, BeleidError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    Ok(beleid::list_onbekendgemaakt(tx, ONBEKENDGEMAAKT_MAX).await?)
}
