//! The caseload in and out: taking over files of BUS and SRG, and writing them back.

mod error;
mod levering;
mod opdracht;
mod overzicht;
mod uitvoer;
mod verslag;

pub use error::{LeveringError, UitvoerError};
pub use levering::record_levering;
pub use opdracht::{Leveringsopdracht, Lijsten, Ontvangen, Ontvangstfouten, Wijze};
pub use overzicht::{Leveringenlijst, find_ontbrekende_maand, list_leveringen};
pub use persistence::statistiek::{Levering, Leveringsoort, Telling};
pub use uitvoer::{load_bus_bestand, load_srg_bestand};
pub use verslag::{Bestandsverslag, Importverslag, Namenverslag};
