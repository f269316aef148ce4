//! Why a message was not sent, in two families: trying again may help, or it cannot.

/// A message was not sent. Says nothing of the reader, because it goes to the log.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The server could not be reached, or asked to come back later.
    #[error("de mailserver neemt het bericht nu niet aan")]
    Tijdelijk(#[source] Box<lettre::transport::smtp::Error>),
    /// The server refused the message, the reader or our credentials for good.
    #[error("de mailserver weigert het bericht")]
    Geweigerd(#[source] Box<lettre::transport::smtp::Error>),
    /// The message cannot be written as mail.
    #[error("het bericht is niet als e-mail te schrijven")]
    Bericht(#[source] lettre::error::Error),
    /// The address of the reader cannot be written as mail.
    #[error("het adres is niet als e-mailadres te schrijven")]
    Adres(#[source] lettre::address::AddressError),
    /// A text could not be filled in.
    #[error("de tekst van het bericht is niet te maken")]
    Sjabloon(#[from] askama::Error),
    /// A setting does not work.
    #[error("{sleutel}: {reden}")]
    Instelling {
        /// Which setting, such as `mail.afzender`.
        sleutel: &'static str,
        /// What is wrong and what to do.
        reden: String,
    },
}

impl MailError {
    /// Whether trying again later may help.
    pub const fn is_tijdelijk(&self) -> bool {
        matches!(self, Self::Tijdelijk(_))
    }
}

impl From<lettre::transport::smtp::Error> for MailError {
    fn from(fout: lettre::transport::smtp::Error) -> Self {
        // A code of 500 and above is a refusal; `client` is a fault of ours, such as an unknown way to log in.
        // Everything else is the network, the certificate or a server that is busy: an operator can mend it
        // while the job waits.
        if fout.is_permanent() || fout.is_client() {
            Self::Geweigerd(Box::new(fout))
        } else {
            Self::Tijdelijk(Box::new(fout))
        }
    }
}
