//! Staffing of a municipality.

mod list_formatie;
mod record_formatie;
mod record_formatiebestand;

pub use list_formatie::list_formatie;
pub use record_formatie::{Formatieopdracht, record_formatie};
pub use record_formatiebestand::{Formatieverslag, record_formatiebestand};

use domain::bevoegdheid::Geweigerd;
use domain::formatie::Overnamefouten;
use persistence::DbError;
use primitives::Veldfouten;

/// Why staffing is not recorded or shown.
#[derive(Debug, thiserror::Error)]
pub enum FormatieError {
    /// The actor may not.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// What was typed is wrong.
    #[error(transparent)]
    Invoer(#[from] Veldfouten),
    /// Steps of a file contradict what is known.
    #[error(transparent)]
    Overname(#[from] Overnamefouten),
    /// Broken.
    #[error("the staffing cannot be stored or read")]
    Db(#[from] DbError),
}
