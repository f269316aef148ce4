//! Running the platform.

use application::gemeente::BeheerError;

use super::{Fout, Soort};

impl From<BeheerError> for Fout {
    fn from(fout: BeheerError) -> Self {
        match fout {
            BeheerError::Geweigerd(geweigerd) => geweigerd.into(),
            BeheerError::GeenMislukteJob => Self::new(
                Soort::Conflict,
                "Deze taak wacht niet meer op u: hij is al opnieuw geprobeerd of verwerkt.",
            ),
            BeheerError::Db(fout) => fout.into(),
        }
    }
}
