//! Why a caseload is not taken over or not written.

use application::statistiek::{LeveringError, UitvoerError};

use super::{Fout, Soort};

impl From<LeveringError> for Fout {
    fn from(fout: LeveringError) -> Self {
        match fout {
            LeveringError::Geweigerd(geweigerd) => geweigerd.into(),
            LeveringError::BekendInToekomst | LeveringError::AlNieuwerBekend(_) => {
                Self::new(Soort::Conflict, format!("Er is niets overgenomen: {fout}."))
            }
            LeveringError::Dossier(fout) => fout.into(),
            LeveringError::Db(fout) => fout.into(),
        }
    }
}

impl From<UitvoerError> for Fout {
    fn from(fout: UitvoerError) -> Self {
        match fout {
            UitvoerError::Geweigerd(geweigerd) => geweigerd.into(),
            UitvoerError::GeenLevering(_) => {
                Self::new(Soort::NietGevonden, format!("Er is geen bestand: {fout}."))
            }
            UitvoerError::Fouten(..) => {
                Self::new(Soort::Conflict, format!("Er is geen bestand: {fout}."))
            }
            UitvoerError::Db(fout) => fout.into(),
        }
    }
}
