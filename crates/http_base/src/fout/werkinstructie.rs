//! Why a work rule is not recorded or shown.

use application::werkinstructie::WerkinstructieError;

use super::{Fout, Soort};

impl From<WerkinstructieError> for Fout {
    fn from(fout: WerkinstructieError) -> Self {
        match fout {
            WerkinstructieError::Geweigerd(geweigerd) => geweigerd.into(),
            WerkinstructieError::Invoer(fouten) => fouten.into(),
            WerkinstructieError::Onbekend => Self::niet_gevonden(),
            WerkinstructieError::Verouderd => Self::new(
                Soort::Conflict,
                "Iemand anders wijzigde deze werkinstructie intussen. Bekijk haar opnieuw en wijzig haar dan.",
            ),
            WerkinstructieError::Db(fout) => fout.into(),
        }
    }
}
