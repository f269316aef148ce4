//! Why the log of who looked at whose file is not shown.

use application::toezicht::{INZAGEN_MAX, ToezichtError};
use primitives::getal_nl;

use super::{Fout, Soort};

impl From<ToezichtError> for Fout {
    fn from(fout: ToezichtError) -> Self {
        match fout {
            ToezichtError::Geweigerd(geweigerd) => geweigerd.into(),
            ToezichtError::TeVeel => Self::new(
                Soort::OngeldigeInvoer,
                format!(
                    "Dit zijn meer dan {} regels, te veel voor één bestand. Kies een kortere periode of één medewerker.",
                    getal_nl(INZAGEN_MAX.into(), 0)
                ),
            )
            .with_titel("Te veel regels"),
            ToezichtError::Db(fout) => fout.into(),
        }
    }
}
