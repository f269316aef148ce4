//! The worker with its tools, for `serve` and `worker`.

use std::sync::Arc;

use mail::{MailSettings, Mailer, SmtpMailer};
use primitives::{SystemClock, SystemIds};
use worker::{Gereedschap, Worker, WorkerInstellingen};

use crate::omgeving::Omgeving;

/// A worker as the settings want it.
pub fn build_worker(omgeving: &Omgeving) -> anyhow::Result<Worker> {
    let settings = &omgeving.settings;
    let gereedschap = Gereedschap {
        mailer: settings.mail.as_ref().map(build_mailer).transpose()?,
        ids: Arc::new(SystemIds),
        publieke_url: settings.http.publieke_url.clone(),
        organisatie: settings.http.organisatie.clone(),
    };
    Ok(Worker::new(
        omgeving.db.clone(),
        Arc::new(SystemClock),
        gereedschap,
        WorkerInstellingen::default(),
    ))
}

fn build_mailer(settings: &MailSettings) -> anyhow::Result<Arc<dyn Mailer>> {
    Ok(Arc::new(SmtpMailer::try_new(settings)?))
}
