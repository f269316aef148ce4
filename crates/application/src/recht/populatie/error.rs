//! Why a population run is refused or stops.

use domain::bevoegdheid::Geweigerd;
use persistence::DbError;
use primitives::Veldfouten;

/// Refused, absent, impossible or broken.
#[derive(Debug, thiserror::Error)]
pub enum PopulatieError {
    /// The actor may not.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// What was typed is wrong.
    #[error(transparent)]
    Invoer(#[from] Veldfouten),
    /// There is no such run here.
    #[error("deze populatierun bestaat hier niet")]
    Onbekend,
    /// No municipality in which the actor may do this.
    #[error("er is geen gemeente waarin u dit mag")]
    GeenGemeente,
    /// No month was delivered yet.
    #[error("er is nog geen maandbestand aangeleverd om mee te rekenen")]
    GeenBestand,
    /// Broken.
    #[error("the run cannot be read or stored")]
    Db(#[from] DbError),
}
