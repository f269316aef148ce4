//! Why other policy is not calculated or kept.

use domain::bevoegdheid::Geweigerd;
use domain::doorrekening::TeKlein;
use persistence::DbError;
use primitives::Veldfouten;

/// Refused, absent or broken.
#[derive(Debug, thiserror::Error)]
pub enum DoorrekeningError {
    /// The actor may not.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// What was typed is wrong.
    #[error(transparent)]
    Invoer(#[from] Veldfouten),
    /// No month was delivered yet.
    #[error("er is nog geen maandbestand aangeleverd om mee te rekenen")]
    GeenBestand,
    /// Too few households to show anything about them.
    #[error(transparent)]
    TeKlein(#[from] TeKlein),
    /// There is no such calculation.
    #[error("deze doorrekening bestaat niet")]
    Onbekend,
    /// Broken.
    #[error("the calculation cannot be made or stored")]
    Db(#[from] DbError),
}
