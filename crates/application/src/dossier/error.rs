//! Why something about a dossier is not shown or not done.

use domain::bevoegdheid::Geweigerd;
use persistence::DbError;
use primitives::Veldfouten;

/// Why something about a dossier is not shown or not done.
#[derive(Debug, thiserror::Error)]
pub enum DossierError {
    /// The actor may not.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// No such resident in this municipality.
    #[error("deze inwoner is hier niet bekend")]
    NietGevonden,
    /// What was asked breaks a rule; every wrong field with its reason.
    #[error("de invoer klopt niet: {0}")]
    Invoer(#[from] Veldfouten),
    /// Somebody else was first; in words what it is now.
    #[error("{0}")]
    Verouderd(String),
    /// Broken.
    #[error("the dossier cannot be read or written")]
    Db(#[from] DbError),
}
