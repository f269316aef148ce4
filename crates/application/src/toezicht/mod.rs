//! Supervision: the data protection officer reads who looked at whose file. Reading the log is written down too.

mod inzagelog;
mod weekbeeld;

use domain::bevoegdheid::Geweigerd;
use persistence::DbError;
pub use persistence::toezicht::{Inzagebladwijzer, Inzagelijst, Inzager, Inzageregel, Weektelling};

pub use inzagelog::{INZAGEN_MAX, Inzagepagina, list_inzage, list_medewerkers, load_inzagelijst};
pub use weekbeeld::load_weekbeeld;

/// Why the log is not shown.
#[derive(Debug, thiserror::Error)]
pub enum ToezichtError {
    /// The actor may not.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// A file of so many rows is of no use, and one that leaves some out would mislead.
    #[error("the list is too long for one file")]
    TeVeel,
    /// Broken.
    #[error("the log cannot be read")]
    Db(#[from] DbError),
}
