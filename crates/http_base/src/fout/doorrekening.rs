//! Why other policy is not calculated or kept.

use application::doorrekening::DoorrekeningError;

use super::{Fout, Soort};

impl From<DoorrekeningError> for Fout {
    fn from(fout: DoorrekeningError) -> Self {
        match fout {
            DoorrekeningError::Geweigerd(geweigerd) => geweigerd.into(),
            DoorrekeningError::Invoer(fouten) => fouten.into(),
            DoorrekeningError::Onbekend => Self::niet_gevonden(),
            DoorrekeningError::GeenBestand => Self::new(
                Soort::Conflict,
                "Er is nog geen maandbestand aangeleverd om mee te rekenen. Reken door zodra de eerste maand is ingelezen.",
            ),
            DoorrekeningError::TeKlein(_) => Self::new(
                Soort::Conflict,
                "Er zijn te weinig huishoudens met een uitkering om iets te laten zien zonder dat het over personen gaat.",
            ),
            DoorrekeningError::Db(fout) => fout.into(),
        }
    }
}
