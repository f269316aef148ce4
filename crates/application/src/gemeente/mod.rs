//! Running the platform: municipalities and the work queue. No personal data.

mod load_beheer;
mod update_mislukte_job;

pub use load_beheer::{Beheerbeeld, load_beheer};
pub use update_mislukte_job::update_mislukte_job;

use domain::bevoegdheid::Geweigerd;
use persistence::DbError;
pub use persistence::jobs::{MislukteJob, Telling};

/// Why the platform is not shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum BeheerError {
    /// The actor may not.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// There is no such job, or it does not wait for anybody.
    #[error("no such failed job")]
    GeenMislukteJob,
    /// Broken.
    #[error("the state of the platform cannot be read or changed")]
    Db(#[from] DbError),
}
