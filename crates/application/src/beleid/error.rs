//! Why policy cannot be read or recorded.

use domain::beleid::BekendmakingGeweigerd;
use domain::bevoegdheid::Geweigerd;
use persistence::DbError;
use primitives::Veldfouten;

use super::basisset::TekstError;

/// Refused, absent or broken.
#[derive(Debug, thiserror::Error)]
pub enum BeleidError {
    /// The actor may not.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// Something typed is wrong.
    #[error(transparent)]
    Invoer(#[from] Veldfouten),
    /// The decision is not in a state to be published.
    #[error(transparent)]
    Stand(#[from] BekendmakingGeweigerd),
    /// There is no such decision, or no such value in it.
    #[error("dit besluit of deze waarde bestaat niet")]
    Onbekend,
    /// Somebody else corrected the same value meanwhile.
    #[error("iemand anders heeft deze waarde intussen gecorrigeerd: bekijk die correctie eerst")]
    Verouderd,
    /// The database is broken.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<TekstError> for BeleidError {
    fn from(fout: TekstError) -> Self {
        match fout {
            TekstError::Invoer(fouten) => Self::Invoer(fouten),
            TekstError::Db(fout) => Self::Db(fout),
        }
    }
}
