//! Sending by SMTP.

use std::time::{Duration, SystemTime};

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::{Bericht, MailError, MailSettings, Mailer, TlsVorm, Verzending};

/// Longer than a slow server takes, shorter than the lease of a job.
const WACHTTIJD: Duration = Duration::from_secs(30);

/// Sends by an SMTP server, over connections that are kept open between messages.
#[derive(Clone)]
pub struct SmtpMailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    afzender: Mailbox,
}

impl SmtpMailer {
    /// Makes ready to send; connects only when there is something to send. Lives inside a tokio runtime, to
    /// which its connections belong.
    pub fn try_new(settings: &MailSettings) -> Result<Self, MailError> {
        settings.check()?;
        let adres: Address = settings.afzender.parse().map_err(MailError::Adres)?;
        let mut bouwer = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host)
            .port(settings.port)
            .timeout(Some(WACHTTIJD))
            .tls(protection(settings)?);
        if let (Some(gebruiker), Some(geheim)) = (&settings.gebruiker, &settings.geheim) {
            bouwer = bouwer.credentials(Credentials::new(gebruiker.clone(), geheim.clone()));
        }
        Ok(Self {
            transport: bouwer.build(),
            afzender: Mailbox::new(Some(settings.afzender_naam.clone()), adres),
        })
    }

    fn compose(&self, bericht: &Bericht) -> Result<Message, MailError> {
        let aan: Address = bericht.aan.expose().parse().map_err(MailError::Adres)?;
        let kenmerk = bericht.kenmerk.message_id(self.afzender.email.domain());
        Message::builder()
            .from(self.afzender.clone())
            .to(Mailbox::new(None, aan))
            .subject(&bericht.inhoud.onderwerp)
            .date(SystemTime::from(bericht.op))
            .message_id(Some(kenmerk))
            // RFC 3834: no automatic answers to a message that nobody reads answers to.
            .raw_header(HeaderValue::new(
                HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ))
            .multipart(MultiPart::alternative_plain_html(
                bericht.inhoud.tekst.clone(),
                bericht.inhoud.html.clone(),
            ))
            .map_err(MailError::Bericht)
    }
}

impl Mailer for SmtpMailer {
    fn send<'a>(&'a self, bericht: &'a Bericht) -> Verzending<'a> {
        Box::pin(async move {
            let message = self.compose(bericht)?;
            self.transport.send(message).await?;
            Ok(())
        })
    }
}

fn protection(settings: &MailSettings) -> Result<Tls, MailError> {
    if settings.tls == TlsVorm::Geen {
        return Ok(Tls::None);
    }
    let mut bouwer = TlsParameters::builder(settings.host.clone());
    if let Some(ca) = &settings.ca {
        let certificaat =
            Certificate::from_pem(ca.as_bytes()).map_err(|fout| refused_ca(&fout.to_string()))?;
        bouwer = bouwer.add_root_certificate(certificaat);
    }
    let parameters = bouwer
        .build_rustls()
        .map_err(|fout| refused_ca(&fout.to_string()))?;
    Ok(if settings.tls == TlsVorm::Tls {
        Tls::Wrapper(parameters)
    } else {
        Tls::Required(parameters)
    })
}

fn refused_ca(reden: &str) -> MailError {
    MailError::Instelling {
        sleutel: "mail.ca",
        reden: format!("geef een certificaat in PEM-vorm: {reden}"),
    }
}
