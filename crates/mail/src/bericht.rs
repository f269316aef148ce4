//! One message to one reader.

use primitives::{Emailadres, Moment};
use uuid::Uuid;

use crate::Inhoud;

/// A message, complete but for the sender.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bericht {
    /// What makes it one and the same message when it is sent again.
    pub kenmerk: Kenmerk,
    /// To whom.
    pub aan: Emailadres,
    /// The words.
    pub inhoud: Inhoud,
    /// The moment that the message bears: when its job was made, not when it is tried.
    pub op: Moment,
}

/// What identifies a message: the job that sends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Kenmerk(Uuid);

impl Kenmerk {
    /// The message of a job; a job sends one message.
    pub const fn for_job(job: Uuid) -> Self {
        Self(job)
    }

    /// The message id as RFC 5322 writes it, the same each time.
    pub(crate) fn message_id(self, domein: &str) -> String {
        format!("<{}@{domein}>", self.0)
    }
}
