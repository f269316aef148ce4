//! Why an assignment, its plan or a state is not recorded or shown.

use application::opdracht::OpdrachtError;
use domain::opdracht::OpdrachtGeweigerd;

use super::{Fout, Soort};

impl From<OpdrachtError> for Fout {
    fn from(fout: OpdrachtError) -> Self {
        match fout {
            OpdrachtError::Geweigerd(geweigerd) => geweigerd.into(),
            OpdrachtError::Invoer(fouten) => fouten.into(),
            OpdrachtError::Stand(reden) => reden.into(),
            OpdrachtError::GeenJaar => Self::niet_gevonden(),
            OpdrachtError::Verouderd => Self::new(
                Soort::Conflict,
                "Iemand anders legde intussen iets vast. Bekijk eerst wat er nu staat en doe het dan opnieuw.",
            ),
            OpdrachtError::Db(fout) => fout.into(),
        }
    }
}

impl From<OpdrachtGeweigerd> for Fout {
    fn from(reden: OpdrachtGeweigerd) -> Self {
        let detail = match reden {
            OpdrachtGeweigerd::GeenConcept => {
                "Er is geen concept om te verstrekken. Stel eerst een nieuwe versie op."
            }
            OpdrachtGeweigerd::EigenConcept => {
                "U schreef zelf mee aan deze versie. Een collega van het college verstrekt haar, want twee mensen kijken ernaar."
            }
            OpdrachtGeweigerd::NietVerstrekt => {
                "Voor dit jaar is nog geen opdracht verstrekt. Er is dus nog niets te beantwoorden of te volgen."
            }
            OpdrachtGeweigerd::Volgorde => return Self::storing(reden),
        };
        Self::new(Soort::Conflict, detail)
    }
}
