//! Takes jobs from the queue and runs use cases. Holds no rules: a job is a call of a use case, or a message.

mod dispatch;
mod taken;
mod worker;

pub use dispatch::{Gereedschap, JobFout};
pub use taken::{Populatieafloop, calculate_populatie};
pub use worker::{Worker, WorkerInstellingen};
