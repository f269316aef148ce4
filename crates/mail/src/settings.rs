//! How to reach the mail server.

use std::fmt;

use primitives::Emailadres;
use serde::Deserialize;

use crate::MailError;

/// The section `mail` of the configuration.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailSettings {
    /// The name of the server, which its certificate must bear.
    pub host: String,
    /// The port: 465 for `tls`, 587 for `starttls`.
    pub port: u16,
    /// How the connection is protected.
    pub tls: TlsVorm,
    /// The address that messages come from.
    pub afzender: String,
    /// The name that goes with that address.
    pub afzender_naam: String,
    /// Who logs in at the server; nobody when left out.
    pub gebruiker: Option<String>,
    /// The password that goes with it.
    pub geheim: Option<String>,
    /// The certificate (PEM) of an authority of one's own, for a server inside the organisation.
    pub ca: Option<String>,
}

/// How the connection to the mail server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TlsVorm {
    /// From the first byte.
    Tls,
    /// Turned on after the greeting, and demanded.
    Starttls,
    /// Not at all: only on the machine itself.
    Geen,
}

impl MailSettings {
    /// Refuses what each key allows but together cannot work; the error names the key.
    pub fn check(&self) -> Result<(), MailError> {
        let refuse = |sleutel, reden: &str| {
            Err(MailError::Instelling {
                sleutel,
                reden: reden.to_owned(),
            })
        };
        if self.host.trim().is_empty() {
            return refuse("mail.host", "geef de naam van de mailserver");
        }
        if self.port == 0 {
            return refuse("mail.port", "geef de poort van de mailserver, zoals 587");
        }
        if Emailadres::parse(&self.afzender).is_err() {
            return refuse(
                "mail.afzender",
                "geef een e-mailadres, zoals cijfers@werkleerbedrijf.nl",
            );
        }
        if self.gebruiker.is_some() != self.geheim.is_some() {
            return refuse(
                "mail.gebruiker",
                "geef gebruiker en geheim allebei, of geen van beide",
            );
        }
        if self.tls == TlsVorm::Geen && !self.is_own_machine() {
            return refuse(
                "mail.tls",
                "`geen` mag alleen voor een server op deze machine (127.0.0.1, ::1 of localhost)",
            );
        }
        // Reading PEM finds nothing wrong with a text that holds no certificate at all.
        if self
            .ca
            .as_ref()
            .is_some_and(|ca| !ca.contains("-----BEGIN CERTIFICATE-----"))
        {
            return refuse(
                "mail.ca",
                "geef een certificaat in PEM-vorm: er staat geen certificaat in",
            );
        }
        Ok(())
    }

    fn is_own_machine(&self) -> bool {
        matches!(self.host.as_str(), "127.0.0.1" | "::1" | "localhost")
    }
}

impl fmt::Debug for MailSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailSettings")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("tls", &self.tls)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings() -> MailSettings {
        MailSettings {
            host: "mail.werkleerbedrijf.example".to_owned(),
            port: 587,
            tls: TlsVorm::Starttls,
            afzender: "cijfers@werkleerbedrijf.example".to_owned(),
            afzender_naam: "Werkleerbedrijf".to_owned(),
            gebruiker: Some("stuurhuis".to_owned()),
            geheim: Some("zeer geheim".to_owned()),
            ca: None,
        }
    }

    fn refused_key(settings: &MailSettings) -> &'static str {
        match settings.check() {
            Err(MailError::Instelling { sleutel, .. }) => sleutel,
            anders => panic!("not refused: {anders:?}"),
        }
    }

    #[test]
    fn settings_that_cannot_work_are_refused_by_name() {
        settings().check().unwrap();
        let refuse = |change: fn(&mut MailSettings)| {
            let mut anders = settings();
            change(&mut anders);
            refused_key(&anders)
        };
        assert_eq!(refuse(|s| s.host = " ".to_owned()), "mail.host");
        assert_eq!(
            refuse(|s| s.afzender = "niemand".to_owned()),
            "mail.afzender"
        );
        assert_eq!(refuse(|s| s.port = 0), "mail.port");
        assert_eq!(refuse(|s| s.ca = Some("geen".to_owned())), "mail.ca");
        assert_eq!(refuse(|s| s.geheim = None), "mail.gebruiker");
        assert_eq!(refuse(|s| s.tls = TlsVorm::Geen), "mail.tls");
    }

    #[test]
    fn the_password_is_not_printed() {
        let tekst = format!("{:?}", settings());
        assert!(
            !tekst.contains("geheim") && !tekst.contains("stuurhuis"),
            "{tekst}"
        );
    }
}
