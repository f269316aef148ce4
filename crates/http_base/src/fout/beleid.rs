//! Why policy cannot be read or recorded.

use application::beleid::BeleidError;

use super::{Fout, Soort};

impl From<BeleidError> for Fout {
    fn from(fout: BeleidError) -> Self {
        match fout {
            BeleidError::Geweigerd(geweigerd) => geweigerd.into(),
            BeleidError::Invoer(fouten) => fouten.into(),
            BeleidError::Onbekend => Self::niet_gevonden(),
            BeleidError::Stand(stand) => Self::new(Soort::Conflict, format!("{stand}.")),
            BeleidError::Verouderd => Self::new(Soort::Conflict, format!("{fout}.")),
            BeleidError::Db(fout) => fout.into(),
        }
    }
}
