//! The worker with its tools, for `serve` and `worker`.

use std::sync::Arc;

use primitives::SystemClock;
use worker::{Gereedschap, Worker, WorkerInstellingen};

use crate::omgeving::Omgeving;

/// A worker as the settings want it.
pub fn build_worker(omgeving: &Omgeving) -> Worker {
    let gereedschap = Gereedschap {};
    Worker::new(
        omgeving.db.clone(),
        Arc::new(SystemClock),
        gereedschap,
        WorkerInstellingen::default(),
    )
}
