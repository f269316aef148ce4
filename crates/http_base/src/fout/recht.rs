//! Why a population run is refused or stops.

use application::recht::populatie::PopulatieError;

use super::{Fout, Soort};

impl From<PopulatieError> for Fout {
    fn from(fout: PopulatieError) -> Self {
        match fout {
            PopulatieError::Geweigerd(geweigerd) => geweigerd.into(),
            PopulatieError::Invoer(fouten) => fouten.into(),
            PopulatieError::Onbekend => Self::niet_gevonden(),
            PopulatieError::GeenGemeente => Self::new(
                Soort::NietToegestaan,
                "Er is geen gemeente waarin u een populatierun mag starten. Vraag de beheerder om een rol.",
            ),
            PopulatieError::GeenBestand => Self::new(
                Soort::Conflict,
                "Er is nog geen maandbestand aangeleverd om mee te rekenen. Hervat de run zodra de eerste maand is ingelezen.",
            ),
            PopulatieError::Db(fout) => fout.into(),
        }
    }
}
