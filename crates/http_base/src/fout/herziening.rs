//! Why something about a review is not shown or not done.

use application::herziening::HerzieningError;
use domain::herziening::ZaakGeweigerd;

use super::{Fout, Soort};

impl From<HerzieningError> for Fout {
    fn from(fout: HerzieningError) -> Self {
        match fout {
            HerzieningError::Geweigerd(geweigerd) => geweigerd.into(),
            HerzieningError::NietGevonden => Self::niet_gevonden(),
            HerzieningError::Invoer(fouten) => fouten.into(),
            HerzieningError::Stand(ZaakGeweigerd::GeenBegin) => {
                Self::storing(ZaakGeweigerd::GeenBegin)
            }
            HerzieningError::Stand(reden) => Self::new(
                Soort::Conflict,
                super::aanvraag::sentence(&reden.to_string()),
            ),
            HerzieningError::Verouderd => Self::new(
                Soort::Conflict,
                "Iemand anders legde intussen iets vast. Bekijk de herziening opnieuw en doe het dan.",
            ),
            HerzieningError::Db(fout) => fout.into(),
        }
    }
}
