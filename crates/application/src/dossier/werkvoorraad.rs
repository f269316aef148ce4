//! "Wat moet ik nu doen": how many residents wait for what.

use domain::bevoegdheid::{Actor, Permission, Rol};
use domain::dossier::Inbeeldtermijn;
use persistence::{TenantTx, dossier};
use primitives::{Moment, datum_in_nederland};

use super::error::DossierError;
use super::lijst::{Lijstfilter, Nodig, Van};
use super::raadplegen::medewerker;
use super::termijn::load_termijn;

/// What waits for one person in one municipality. Numbers only: nobody's data are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Werkvoorraad {
    /// Whose residents were counted: the own ones, or everyone for who leads the team.
    pub van: Van,
    /// Residents to measure in this quarter.
    pub te_meten: u64,
    /// Residents who are out of beeld.
    pub uit_beeld: u64,
    /// Residents of the municipality without a casusregisseur.
    pub zonder_casusregisseur: u64,
    /// The term of "in beeld".
    pub termijn: Inbeeldtermijn,
}

/// Counts what waits, and remembers that the colleague was at work here.
pub async fn load_werkvoorraad(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
) -> Result<Werkvoorraad, DossierError> {
    actor.require(Permission::DossierBijwerken, tx.gemeente())?;
    let vandaag = datum_in_nederland(now);
    dossier::record_gezien(tx, &medewerker(actor), vandaag).await?;
    let leads = actor
        .rollen_in(tx.gemeente())
        .any(|rol| rol == Rol::Teamleider);
    let van = if leads { Van::Iedereen } else { Van::Mij };
    let termijn = load_termijn(tx, now).await?;
    let mut count = async |van, nodig| {
        let vraag = Lijstfilter { van, nodig }.vraag(actor, termijn, vandaag);
        dossier::count_inwoners(tx, &vraag).await
    };
    Ok(Werkvoorraad {
        van,
        te_meten: count(van, Nodig::Meting).await?,
        uit_beeld: count(van, Nodig::Contact).await?,
        zonder_casusregisseur: count(Van::Niemand, Nodig::Alles).await?,
        termijn,
    })
}
