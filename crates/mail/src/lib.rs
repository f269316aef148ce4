//! Mail behind a [`Mailer`]: what is sent, in which words, and whether trying again can help.
//!
//! A mail holds no figures and nothing about residents: it says that something is ready and where to read it.
//! It is sent by a job, after the transaction that caused it; sending the same job again gives a message with
//! the same id, so that mail programs show it once.

mod bericht;
mod error;
mod inhoud;
mod settings;
mod smtp;
mod zienswijze;

use std::pin::Pin;

pub use bericht::{Bericht, Kenmerk};
pub use error::MailError;
pub use inhoud::{Inhoud, KwartaalGesloten, OverlegKlaar};
pub use settings::{MailSettings, TlsVorm};
pub use smtp::SmtpMailer;
pub use zienswijze::{ZienswijzeBericht, Zienswijzeaanleiding};

/// The sending of one message.
pub type Verzending<'a> = Pin<Box<dyn Future<Output = Result<(), MailError>> + Send + 'a>>;

/// Sends messages. Outside our process, hence a trait.
pub trait Mailer: Send + Sync {
    /// Hands one message to the mail server, which answers for it from then on.
    fn send<'a>(&'a self, bericht: &'a Bericht) -> Verzending<'a>;
}
