//! The work of each kind of job.

mod meld_sluiting;

pub(crate) use meld_sluiting::meld_sluiting;
