//! The work queues: jobs are written in the transaction of their cause, claimed with a lease, and removed when
//! their work is done. Effects outside the database are safe to repeat: a job may run twice.

mod queue;
mod rows;

pub use queue::{claim, complete, count, enqueue, fail, list_failed, postpone, release};
pub use rows::{Job, Jobsoort, MislukteJob, Rij, Telling};
