//! Why something about a dossier is not shown or not done.

use application::dossier::DossierError;

use super::{Fout, Soort};

impl From<DossierError> for Fout {
    fn from(fout: DossierError) -> Self {
        match fout {
            DossierError::Geweigerd(geweigerd) => geweigerd.into(),
            DossierError::NietGevonden => Self::niet_gevonden(),
            DossierError::Invoer(velden) => velden.into(),
            DossierError::Verouderd(melding) => Self::new(Soort::Conflict, melding),
            DossierError::Db(fout) => fout.into(),
        }
    }
}
