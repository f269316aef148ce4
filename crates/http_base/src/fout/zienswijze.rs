//! Why a round, a view of a council or an answer of the board cannot be shown or changed.

use application::beleid::zienswijze::ZienswijzeError;
use domain::beleid::zienswijze::Ontwerpgeweigerd;

use super::beleid::begin_zin;
use super::{Fout, Soort};

impl From<ZienswijzeError> for Fout {
    fn from(fout: ZienswijzeError) -> Self {
        match fout {
            ZienswijzeError::Geweigerd(geweigerd) => geweigerd.into(),
            ZienswijzeError::Invoer(fouten) => fouten.into(),
            ZienswijzeError::Onbekend => Self::niet_gevonden(),
            ZienswijzeError::Ontwerp(reden @ Ontwerpgeweigerd::EigenTekst) => {
                Self::new(Soort::NietToegestaan, format!("{}.", begin_zin(&reden)))
            }
            ZienswijzeError::Ronde(_)
            | ZienswijzeError::Ontwerp(_)
            | ZienswijzeError::ZienswijzeVerouderd(_)
            | ZienswijzeError::AntwoordVerouderd(_)
            | ZienswijzeError::Tegelijk => {
                Self::new(Soort::Conflict, format!("{}.", begin_zin(&fout)))
            }
            ZienswijzeError::Db(fout) => fout.into(),
        }
    }
}
