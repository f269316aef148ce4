//! Why something about an objection is not shown or not done.

use application::bezwaar::BezwaarError;
use domain::bezwaar::BezwaarGeweigerd;

use super::{Fout, Soort};

impl From<BezwaarError> for Fout {
    fn from(fout: BezwaarError) -> Self {
        match fout {
            BezwaarError::Geweigerd(geweigerd) => geweigerd.into(),
            BezwaarError::NietGevonden => Self::niet_gevonden(),
            BezwaarError::Invoer(fouten) => fouten.into(),
            BezwaarError::Stand(BezwaarGeweigerd::GeenBegin) => {
                Self::storing(BezwaarGeweigerd::GeenBegin)
            }
            BezwaarError::Stand(reden) => Self::new(
                Soort::Conflict,
                super::aanvraag::sentence(&reden.to_string()),
            ),
            BezwaarError::Verouderd => Self::new(
                Soort::Conflict,
                "Iemand anders legde intussen iets vast. Bekijk het bezwaar opnieuw en doe het dan.",
            ),
            BezwaarError::Db(fout) => fout.into(),
        }
    }
}
