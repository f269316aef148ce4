//! From the kind of a job to the work.

use persistence::Db;
use persistence::jobs::Job;
use primitives::Moment;

/// What jobs need besides the database.
#[derive(Clone)]
pub struct Gereedschap {}

/// Why a job did not succeed. Its text goes to the log and the queue, so it holds nothing personal.
#[derive(Debug, thiserror::Error)]
pub enum JobFout {
    /// No such kind: made by a newer version, or by hand.
    #[error("onbekende soort job: {0}")]
    OnbekendeSoort(String),
}

impl JobFout {
    /// Whether trying again cannot help.
    pub const fn is_definitief(&self) -> bool {
        match self {
            Self::OnbekendeSoort(_) => true,
        }
    }
}

/// Does the work of one job.
pub(crate) async fn dispatch(
    _db: &Db,
    _gereedschap: &Gereedschap,
    _now: Moment,
    job: &Job,
) -> Result<(), JobFout> {
    Err(JobFout::OnbekendeSoort(job.soort.clone()))
}
