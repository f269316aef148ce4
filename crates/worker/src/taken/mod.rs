//! The work of each kind of job.

mod meld_overleg;
mod meld_sluiting;
mod meld_zienswijze;
mod reken_populatie;
mod verdeel_overlegbericht;
mod verdeel_zienswijzebericht;

pub(crate) use meld_overleg::meld_overleg;
pub(crate) use meld_sluiting::meld_sluiting;
pub(crate) use meld_zienswijze::meld_zienswijze;
pub(crate) use reken_populatie::reken_populatie;
pub use reken_populatie::{Populatieafloop, calculate_populatie};
pub(crate) use verdeel_overlegbericht::verdeel_overlegbericht;
pub(crate) use verdeel_zienswijzebericht::verdeel_zienswijzebericht;
