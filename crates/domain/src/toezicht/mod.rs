//! Supervision: who looked at whose file, for the data protection officer.

mod activiteit;
mod inzagefilter;
mod lijstnummer;

pub use activiteit::Activiteit;
pub use inzagefilter::{Inzagefilter, Inzageinvoer, Inzagesoort, Inzagetijd};
pub use lijstnummer::Lijstnummer;
