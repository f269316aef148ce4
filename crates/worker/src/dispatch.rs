//! From the kind of a job to the work.

use std::sync::Arc;

use application::beleid::zienswijze::{MeldZienswijze, VerdeelZienswijzebericht};
use application::recht::populatie::RekenPopulatie;
use application::sturing::{MeldOverleg, MeldSluiting, VerdeelOverlegbericht};
use mail::{Bericht, MailError, Mailer};
use persistence::jobs::{Job, Jobsoort};
use persistence::{Db, DbError};
use primitives::{IdGenerator, Moment};

use crate::taken::{
    meld_overleg, meld_sluiting, meld_zienswijze, reken_populatie, verdeel_overlegbericht,
    verdeel_zienswijzebericht,
};

/// What jobs need besides the database.
#[derive(Clone)]
pub struct Gereedschap {
    /// Sends mail; none where no mail server is configured: then nobody is told, and the log says so.
    pub mailer: Option<Arc<dyn Mailer>>,
    /// Makes the ids of jobs that follow from a job.
    pub ids: Arc<dyn IdGenerator>,
    /// The address that people type, without a slash at the end.
    pub publieke_url: String,
    /// The name of the executing organisation.
    pub organisatie: String,
}

/// Why a job did not succeed. Its text goes to the log and the queue, so it holds nothing personal.
#[derive(Debug, thiserror::Error)]
pub enum JobFout {
    /// No such kind: made by a newer version, or by hand.
    #[error("onbekende soort job: {0}")]
    OnbekendeSoort(String),
    /// The content is not what the kind asks for.
    #[error("de inhoud past niet bij de soort job")]
    Inhoud(#[from] serde_json::Error),
    /// Work for a municipality that does not say for which.
    #[error("de job noemt geen gemeente")]
    GeenGemeente,
    /// A message was not sent.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// The database did not answer.
    #[error("de database antwoordt niet zoals verwacht")]
    Database(#[from] DbError),
}

impl Gereedschap {
    /// Sends what a job tells. Without a mail server nobody is told, and the log says so.
    pub(crate) async fn send(&self, job: &Job, bericht: &Bericht) -> Result<(), JobFout> {
        let Some(mailer) = &self.mailer else {
            tracing::warn!(job = %job.id, "geen mailserver ingesteld: bericht niet verstuurd");
            return Ok(());
        };
        Ok(mailer.send(bericht).await?)
    }
}

impl JobFout {
    /// Whether trying again cannot help.
    pub const fn is_definitief(&self) -> bool {
        match self {
            Self::OnbekendeSoort(_) | Self::Inhoud(_) | Self::GeenGemeente => true,
            Self::Mail(fout) => !fout.is_tijdelijk(),
            Self::Database(_) => false,
        }
    }
}

/// Does the work of one job.
pub(crate) async fn dispatch(
    db: &Db,
    gereedschap: &Gereedschap,
    now: Moment,
    job: &Job,
) -> Result<(), JobFout> {
    match job.soort.as_str() {
        MeldSluiting::SOORT => meld_sluiting(db, gereedschap, job).await,
        MeldOverleg::SOORT => meld_overleg(db, gereedschap, job).await,
        VerdeelOverlegbericht::SOORT => verdeel_overlegbericht(db, gereedschap, now, job).await,
        VerdeelZienswijzebericht::SOORT => {
            verdeel_zienswijzebericht(db, gereedschap, now, job).await
        }
        MeldZienswijze::SOORT => meld_zienswijze(db, gereedschap, now, job).await,
        RekenPopulatie::SOORT => reken_populatie(db, now, job).await,
        anders => Err(JobFout::OnbekendeSoort(anders.to_owned())),
    }
}
