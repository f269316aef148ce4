//! The list of residents.

use domain::bevoegdheid::{Actor, Permission};
use domain::dossier::Inbeeldtermijn;
use domain::ontwikkeling::Meetstand;
use persistence::TenantTx;
use persistence::dossier::{self, Bladwijzer, Inwonerregel, Lijstvraag, Wat, Wie};
use persistence::verwerking::{self, Activiteit};
use primitives::{Datum, DossierId, Moment, datum_in_nederland};

use super::error::DossierError;
use super::termijn::load_termijn;

/// Rows of one page.
pub(super) const REGELS: usize = 20;
/// A list is counted up to here.
const GETELD_MAX: u64 = 1000;
/// More residents than any municipality of the scheme has in its caseload.
const BESTAND_MAX: i64 = 50_000;

/// Whose residents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Van {
    /// Everyone.
    #[default]
    Iedereen,
    /// Those of whom the actor is casusregisseur.
    Mij,
    /// Those without a casusregisseur.
    Niemand,
}

/// What they need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Nodig {
    /// Anything or nothing.
    #[default]
    Alles,
    /// A measurement in this quarter.
    Meting,
    /// A contact, because the term of "in beeld" is over.
    Contact,
}

/// Which residents are asked for. Nothing in it is personal, so it may stand in an address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lijstfilter {
    /// Whose.
    pub van: Van,
    /// What they need.
    pub nodig: Nodig,
}

/// How many residents a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Totaal {
    /// So many.
    Precies(u64),
    /// More than this; the rest was not counted.
    MeerDan(u64),
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inwonerpagina {
    /// The residents, who was measured or seen longest ago first.
    pub regels: Vec<Inwonerregel>,
    /// How many there are on all pages.
    pub totaal: Totaal,
    /// After which resident the next page begins; none on the last.
    pub volgende: Option<Bladwijzer>,
}

impl Lijstfilter {
    /// The question for the database; the term is read only where it matters.
    async fn load_vraag(
        self,
        tx: &mut TenantTx,
        actor: &Actor,
        now: Moment,
    ) -> Result<Lijstvraag, DossierError> {
        let termijn = match self.nodig {
            Nodig::Contact => load_termijn(tx, now).await?,
            Nodig::Alles | Nodig::Meting => Inbeeldtermijn::STANDAARD,
        };
        Ok(self.vraag(actor, termijn, datum_in_nederland(now)))
    }

    pub(super) fn vraag(
        self,
        actor: &Actor,
        termijn: Inbeeldtermijn,
        vandaag: Datum,
    ) -> Lijstvraag {
        Lijstvraag {
            wie: match self.van {
                Van::Iedereen => Wie::Iedereen,
                Van::Mij => Wie::Van(actor.sub.clone()),
                Van::Niemand => Wie::ZonderCasusregisseur,
            },
            wat: match self.nodig {
                Nodig::Alles => Wat::Alles,
                Nodig::Meting => Wat::NietGemetenSinds(Meetstand::grens(vandaag)),
                Nodig::Contact => Wat::NietGezienSinds(termijn.grens(vandaag)),
            },
        }
    }
}

/// A page of the residents of the caseload, what is due first on top.
pub async fn list_inwoners(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    filter: Lijstfilter,
    na: Option<Bladwijzer>,
) -> Result<Inwonerpagina, DossierError> {
    actor.require(Permission::DossierLezen, tx.gemeente())?;
    let vraag = filter.load_vraag(tx, actor, now).await?;
    let totaal = count(tx, &vraag).await?;
    let mut regels = dossier::list_inwoners(tx, &vraag, na, page_and_one()).await?;
    let volgende = cut_page(&mut regels).map(|laatste| Bladwijzer::of(laatste, vraag.wat));
    record_shown(tx, actor, now, "inwonerslijst", &regels).await?;
    Ok(Inwonerpagina {
        regels,
        totaal,
        volgende,
    })
}

/// Every resident of a list, for a file. All of them are in the processing log.
pub async fn load_inwonerslijst(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    filter: Lijstfilter,
) -> Result<Vec<Inwonerregel>, DossierError> {
    actor.require(Permission::DossierLezen, tx.gemeente())?;
    let vraag = filter.load_vraag(tx, actor, now).await?;
    let regels = dossier::list_inwoners(tx, &vraag, None, BESTAND_MAX).await?;
    record_shown(tx, actor, now, "inwonerslijst als bestand", &regels).await?;
    Ok(regels)
}

async fn count(tx: &mut TenantTx, vraag: &Lijstvraag) -> Result<Totaal, DossierError> {
    if dossier::has_more_inwoners(tx, vraag, GETELD_MAX).await? {
        return Ok(Totaal::MeerDan(GETELD_MAX));
    }
    Ok(Totaal::Precies(dossier::count_inwoners(tx, vraag).await?))
}

/// One row more than a page, to know whether there is a next one.
pub(super) fn page_and_one() -> i64 {
    i64::try_from(REGELS + 1).unwrap_or(i64::MAX)
}

/// Leaves the rows of the page, and gives its last one when there are more.
pub(super) fn cut_page(regels: &mut Vec<Inwonerregel>) -> Option<&Inwonerregel> {
    if regels.len() <= REGELS {
        return None;
    }
    regels.truncate(REGELS);
    regels.last()
}

/// Records who was shown. The last statement of a reading transaction: the audit row holds a lock until the commit.
pub(super) async fn record_shown(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    object: &str,
    regels: &[Inwonerregel],
) -> Result<(), DossierError> {
    let getoond: Vec<DossierId> = regels.iter().map(|regel| regel.dossier).collect();
    verwerking::record_raadpleging(tx, actor, now, Activiteit::InwonersZoeken, object, &getoond)
        .await?;
    Ok(())
}
