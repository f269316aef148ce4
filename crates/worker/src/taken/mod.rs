//! The work of each kind of job.

mod meld_overleg;
mod meld_sluiting;
mod verdeel_overlegbericht;

pub(crate) use meld_overleg::meld_overleg;
pub(crate) use meld_sluiting::meld_sluiting;
pub(crate) use verdeel_overlegbericht::verdeel_overlegbericht;
