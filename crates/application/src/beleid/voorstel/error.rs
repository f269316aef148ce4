//! Why something does not happen to a proposal.

use domain::beleid::{Voorstel, VoorstelGeweigerd};
use domain::bevoegdheid::Geweigerd;
use persistence::DbError;
use primitives::Veldfouten;

use crate::beleid::BeleidError;
use crate::beleid::basisset::TekstError;

/// Refused, absent or broken.
#[derive(Debug, thiserror::Error)]
pub enum VoorstelError {
    /// The actor may not.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// Something typed is wrong.
    #[error(transparent)]
    Invoer(#[from] Veldfouten),
    /// The proposal is not in a state for it, or this is not the person for it.
    #[error(transparent)]
    Stand(#[from] VoorstelGeweigerd),
    /// There is no such proposal or file, or it is not for this reader.
    #[error("dit voorstel bestaat niet")]
    Onbekend,
    /// Somebody else changed the text since the form was opened; here is the text of now.
    #[error("iemand anders wijzigde dit voorstel intussen: bekijk eerst de nieuwe tekst")]
    Verouderd(Box<Voorstel>),
    /// Somebody else did something to the proposal at the same moment.
    #[error("iemand anders werkte op hetzelfde moment aan dit voorstel: probeer het nog eens")]
    Tegelijk,
    /// The database is broken.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<BeleidError> for VoorstelError {
    fn from(fout: BeleidError) -> Self {
        match fout {
            BeleidError::Geweigerd(geweigerd) => Self::Geweigerd(geweigerd),
            BeleidError::Invoer(fouten) => Self::Invoer(fouten),
            BeleidError::Db(fout) => Self::Db(fout),
            // A decision that was just made is there, and nobody else has seen it.
            BeleidError::Stand(_) | BeleidError::Onbekend => Self::Onbekend,
            BeleidError::Verouderd => Self::Tegelijk,
        }
    }
}

impl From<TekstError> for VoorstelError {
    fn from(fout: TekstError) -> Self {
        match fout {
            TekstError::Invoer(fouten) => Self::Invoer(fouten),
            TekstError::Db(fout) => Self::Db(fout),
        }
    }
}
