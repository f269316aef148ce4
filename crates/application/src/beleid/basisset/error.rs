//! Why something does not happen to a base.

use domain::beleid::{BasisGeweigerd, Basisset};
use domain::bevoegdheid::Geweigerd;
use persistence::DbError;
use primitives::Veldfouten;

/// Refused, absent or broken.
#[derive(Debug, thiserror::Error)]
pub enum BasisError {
    /// The actor may not.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// Something typed is wrong.
    #[error(transparent)]
    Invoer(#[from] Veldfouten),
    /// The base is not in a state for it, or this is not the person for it.
    #[error(transparent)]
    Stand(#[from] BasisGeweigerd),
    /// There is no such base, or it is not for this municipality.
    #[error("deze basisset bestaat niet")]
    Onbekend,
    /// Somebody else changed the base since the form was opened; here is the base of now.
    #[error("iemand anders werkte intussen aan deze basisset: bekijk eerst de nieuwe tekst")]
    Verouderd(Box<Basisset>),
    /// Somebody else did something to the base at the same moment.
    #[error("iemand anders werkte op hetzelfde moment aan deze basisset: probeer het nog eens")]
    Tegelijk,
    /// The database is broken.
    #[error(transparent)]
    Db(#[from] DbError),
}
