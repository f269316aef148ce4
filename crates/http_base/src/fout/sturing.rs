//! Why a quarter, a meeting or the staffing cannot be shown or changed.

use application::formatie::FormatieError;
use application::sturing::{KwartaalError, OverlegError, SluitError};
use domain::sturing::OverlegGeweigerd;

use super::{Fout, Soort};

impl From<SluitError> for Fout {
    fn from(fout: SluitError) -> Self {
        match fout {
            SluitError::Geweigerd(geweigerd) => geweigerd.into(),
            SluitError::Sluiting(_) | SluitError::NetGesloten => {
                Self::new(Soort::Conflict, format!("Er is niets gesloten: {fout}."))
            }
            SluitError::Db(fout) => fout.into(),
        }
    }
}

impl From<KwartaalError> for Fout {
    fn from(fout: KwartaalError) -> Self {
        match fout {
            KwartaalError::Geweigerd(geweigerd) => geweigerd.into(),
            KwartaalError::Invoer(fouten) => fouten.into(),
            KwartaalError::NietGesloten(_) => Self::new(
                Soort::NietGevonden,
                format!("Er is geen rapportage: {fout}."),
            ),
            KwartaalError::GeenOntvanger => {
                Self::new(Soort::Conflict, format!("Er is niets gewijzigd: {fout}."))
            }
            KwartaalError::Db(fout) => fout.into(),
        }
    }
}

impl From<OverlegError> for Fout {
    fn from(fout: OverlegError) -> Self {
        match fout {
            OverlegError::Geweigerd(geweigerd) => geweigerd.into(),
            OverlegError::Overleg(OverlegGeweigerd::Invoer(fouten)) => fouten.into(),
            OverlegError::Afwezig => Self::niet_gevonden(),
            OverlegError::Overleg(_) | OverlegError::DagBezet | OverlegError::Gewijzigd => {
                Self::new(Soort::Conflict, format!("Er is niets gewijzigd: {fout}."))
            }
            OverlegError::Db(fout) => fout.into(),
        }
    }
}

impl From<FormatieError> for Fout {
    fn from(fout: FormatieError) -> Self {
        match fout {
            FormatieError::Geweigerd(geweigerd) => geweigerd.into(),
            FormatieError::Invoer(fouten) => fouten.into(),
            FormatieError::Overname(_) => {
                Self::new(Soort::Conflict, format!("Er is niets gewijzigd: {fout}."))
            }
            FormatieError::Db(fout) => fout.into(),
        }
    }
}
