//! Why policy cannot be read or recorded.

use application::beleid::{BasisError, BeleidError, VoorstelError};
use domain::beleid::{BasisGeweigerd, BekendmakingGeweigerd, VoorstelGeweigerd};

use super::{Fout, Soort};

impl From<BeleidError> for Fout {
    fn from(fout: BeleidError) -> Self {
        match fout {
            BeleidError::Geweigerd(geweigerd) => geweigerd.into(),
            BeleidError::Invoer(fouten) => fouten.into(),
            BeleidError::Onbekend => Self::niet_gevonden(),
            BeleidError::Stand(stand @ BekendmakingGeweigerd::ZelfdePersoon) => {
                Self::new(Soort::NietToegestaan, format!("{}.", begin_zin(&stand)))
            }
            BeleidError::Stand(stand) => Self::new(Soort::Conflict, format!("{stand}.")),
            BeleidError::Verouderd => Self::new(Soort::Conflict, format!("{fout}.")),
            BeleidError::Db(fout) => fout.into(),
        }
    }
}

impl From<VoorstelError> for Fout {
    fn from(fout: VoorstelError) -> Self {
        match fout {
            VoorstelError::Geweigerd(geweigerd) => geweigerd.into(),
            VoorstelError::Invoer(fouten) => fouten.into(),
            VoorstelError::Onbekend => Self::niet_gevonden(),
            VoorstelError::Stand(VoorstelGeweigerd::GeenInbreng) => Self::niet_gevonden(),
            VoorstelError::Stand(
                stand @ (VoorstelGeweigerd::EigenVoorstel | VoorstelGeweigerd::NietDeOpsteller),
            ) => Self::new(Soort::NietToegestaan, format!("{}.", begin_zin(&stand))),
            VoorstelError::Stand(stand) => {
                Self::new(Soort::Conflict, format!("{}.", begin_zin(&stand)))
            }
            VoorstelError::Verouderd(_) | VoorstelError::Tegelijk => {
                Self::new(Soort::Conflict, format!("{}.", begin_zin(&fout)))
            }
            VoorstelError::Db(fout) => fout.into(),
        }
    }
}

impl From<BasisError> for Fout {
    fn from(fout: BasisError) -> Self {
        match fout {
            BasisError::Geweigerd(geweigerd) => geweigerd.into(),
            BasisError::Invoer(fouten) => fouten.into(),
            BasisError::Onbekend => Self::niet_gevonden(),
            BasisError::Stand(
                stand @ (BasisGeweigerd::ZelfdePersoon | BasisGeweigerd::GeenLid),
            ) => Self::new(Soort::NietToegestaan, format!("{}.", begin_zin(&stand))),
            BasisError::Stand(stand) => {
                Self::new(Soort::Conflict, format!("{}.", begin_zin(&stand)))
            }
            BasisError::Verouderd(_) | BasisError::Tegelijk => {
                Self::new(Soort::Conflict, format!("{}.", begin_zin(&fout)))
            }
            BasisError::Db(fout) => fout.into(),
        }
    }
}

/// The message as a sentence of its own.
pub(super) fn begin_zin(fout: &impl ToString) -> String {
    let tekst = fout.to_string();
    let mut tekens = tekst.chars();
    tekens.next().map_or_else(String::new, |eerste| {
        eerste.to_uppercase().chain(tekens).collect()
    })
}
