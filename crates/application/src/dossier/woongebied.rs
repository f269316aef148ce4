//! Where a resident lives, where parts of the municipality have rules of their own.

use domain::beleid::Woonplek;
use domain::bevoegdheid::{Actor, Permission};
use domain::dossier::{Woongebied, WoongebiedError, find_woonplek};
use domain::gemeente::Gebied;
use persistence::audit::{self, Handeling};
use persistence::verwerking::{self, Activiteit};
use persistence::{DbError, TenantTx, dossier, gemeente};
use primitives::{Datum, DossierId, GemeenteCode, Moment, Veldcontrole, datum_in_nederland};

use super::error::DossierError;
use super::raadplegen::{Dossierhoofd, read_hoofd, record_read};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Woongebiedopdracht {
    /// Of whom; it holds for everyone in the household too, who lives at the same address.
    pub dossier: DossierId,
    /// The former municipality; none for elsewhere in the municipality.
    pub gebied: Option<GemeenteCode>,
    /// Since when.
    pub sinds: Datum,
}

/// The page on which it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Woongebiedpagina {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// The areas to choose from.
    pub gebieden: Vec<Gebied>,
    /// What was recorded, the last known first.
    pub vastgelegd: Vec<Woongebied>,
}

/// Where somebody lives now, for the overview of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Woonstand {
    /// Where.
    pub plek: Woonplek,
    /// The name of the area; none where it is none or not known.
    pub naam: Option<String>,
}

/// What was recorded, with the areas of the municipality.
pub async fn load_woongebied(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
) -> Result<Woongebiedpagina, DossierError> {
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let gebieden = gemeente::list_gebieden(tx).await?;
    let vastgelegd = dossier::list_woongebieden(tx, dossier).await?;
    record_read(tx, actor, now, &hoofd, "woongebied").await?;
    Ok(Woongebiedpagina {
        hoofd,
        gebieden,
        vastgelegd,
    })
}

/// Records where a resident and the household live. Gives how many people it is about.
pub async fn record_woongebied(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: &Woongebiedopdracht,
) -> Result<usize, DossierError> {
    actor.require(Permission::DossierBijwerken, tx.gemeente())?;
    let hoofd = read_hoofd(tx, actor, opdracht.dossier).await?;
    let gebieden = gemeente::list_gebieden(tx).await?;
    let nieuw = Woongebied::try_new(
        opdracht.gebied,
        opdracht.sinds,
        (now, &actor.naam),
        &gebieden,
    );
    let nieuw = nieuw.map_err(|fouten| refuse(&fouten))?;
    let mut bewoners = hoofd.bewoners();
    bewoners.sort_unstable();
    bewoners.dedup();
    let rijen: Vec<_> = bewoners.iter().map(|d| (*d, nieuw.clone())).collect();
    dossier::insert_woongebieden(tx, &rijen, &actor.sub).await?;
    let object = format!("dossier {}", opdracht.dossier);
    let waar = nieuw
        .gebied
        .map_or("elders in de gemeente".to_owned(), |g| g.to_string());
    let toelichting = format!("woongebied {waar} sinds {}", nieuw.sinds);
    let handeling = Handeling::Dossier;
    audit::record(tx, actor, now, handeling, &object, Some(&toelichting)).await?;
    verwerking::record(tx, now, Activiteit::DossierBijwerken, &bewoners).await?;
    Ok(bewoners.len())
}

/// Where a resident lives today; none where no part of the municipality has rules of its own.
pub(super) async fn load_woonstand(
    tx: &mut TenantTx,
    now: Moment,
    dossier: DossierId,
) -> Result<Option<Woonstand>, DbError> {
    let vandaag = datum_in_nederland(now);
    let gebieden = gemeente::list_gebieden(tx).await?;
    if gebieden.iter().all(|g| g.eigen_regels_tot() <= vandaag) {
        return Ok(None);
    }
    let vastgelegd = dossier::list_woongebieden(tx, dossier).await?;
    let plek = find_woonplek(&vastgelegd, vandaag);
    let naam = gebieden
        .into_iter()
        .find(|g| plek == Woonplek::Gebied(g.code));
    Ok(Some(Woonstand {
        plek,
        naam: naam.map(|gebied| gebied.naam),
    }))
}

/// Where the people of a household live on a day, as known now.
pub(crate) async fn find_gezamenlijke_woonplek(
    tx: &mut TenantTx,
    bewoners: &[DossierId],
    dag: Datum,
) -> Result<Woonplek, DbError> {
    let per_bewoner = dossier::load_woongebieden(tx, bewoners).await?;
    let plekken = per_bewoner.values().map(|rijen| find_woonplek(rijen, dag));
    Ok(Woonplek::shared(plekken))
}

pub(super) fn refuse(fouten: &[WoongebiedError]) -> DossierError {
    let mut controle = Veldcontrole::default();
    for fout in fouten {
        controle.refuse(fout.veld(), fout.to_string());
    }
    match controle.finish() {
        Err(velden) => velden.into(),
        Ok(()) => DossierError::Verouderd("dit kan nu niet worden vastgelegd".to_owned()),
    }
}
