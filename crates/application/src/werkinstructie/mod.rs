//! Execution policy of the organisation: reading and recording work rules.

mod list_werkinstructies;
mod record_werkinstructie;
mod record_werkinstructies;

pub use list_werkinstructies::list_werkinstructies;
pub use record_werkinstructie::{RecordWerkinstructie, record_werkinstructie};
pub use record_werkinstructies::{Werkinstructieovername, record_werkinstructies};

use domain::bevoegdheid::Geweigerd;
use persistence::DbError;
use primitives::Veldfouten;

/// Why a work rule is not recorded or shown.
#[derive(Debug, thiserror::Error)]
pub enum WerkinstructieError {
    /// The actor may not.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// What was typed is wrong, or is not for the organisation to decide.
    #[error(transparent)]
    Invoer(#[from] Veldfouten),
    /// There is no such work rule.
    #[error("deze werkinstructie bestaat niet")]
    Onbekend,
    /// Somebody else recorded a version since the form was opened.
    #[error("iemand anders wijzigde deze werkinstructie intussen: bekijk haar opnieuw")]
    Verouderd,
    /// Broken.
    #[error("the work rule cannot be stored or read")]
    Db(#[from] DbError),
}
