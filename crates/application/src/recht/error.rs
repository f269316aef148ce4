//! Why a right is not calculated.

use domain::bevoegdheid::Geweigerd;
use persistence::DbError;

/// Refused or broken.
#[derive(Debug, thiserror::Error)]
pub enum RechtError {
    /// The actor may not.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// Broken.
    #[error("the right cannot be calculated")]
    Db(#[from] DbError),
}
