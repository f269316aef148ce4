//! Sending: what arrives, what is refused, and what may be tried again.

use mail::{Bericht, Kenmerk, KwartaalGesloten, MailError, Mailer, SmtpMailer, TlsVorm};
use primitives::{Emailadres, Kwartaal, Moment, id_at};

use crate::server::Mailserver;

fn op() -> Moment {
    "2026-04-20T12:30:00Z".parse().unwrap()
}

fn bericht(aan: &str) -> Bericht {
    let inhoud = KwartaalGesloten {
        gemeente: "Súdwest-Fryslân".to_owned(),
        kwartaal: Kwartaal::parse("2026-K1").unwrap(),
        versie: 1,
        url: "https://stuurhuis.example/gm1900/kwartalen/2026-K1".to_owned(),
        organisatie: "Werkleerbedrijf Voorbeeld".to_owned(),
    };
    Bericht {
        kenmerk: Kenmerk::for_job(id_at(op(), 7)),
        aan: Emailadres::parse(aan).unwrap(),
        inhoud: inhoud.render().unwrap(),
        op: op(),
    }
}

#[tokio::test]
async fn a_message_arrives_with_sender_subject_date_text_and_html() {
    let server = Mailserver::start(&[]).await;
    let mailer = SmtpMailer::try_new(&server.settings()).unwrap();
    mailer
        .send(&bericht("griffie@nijkerk.example"))
        .await
        .unwrap();
    let berichten = server.messages();
    let [eml] = berichten.as_slice() else {
        panic!("one message: {berichten:?}")
    };
    for deel in [
        "From: \"Werkleerbedrijf Voorbeeld\" <cijfers@werkleerbedrijf.example>\r\n",
        "To: griffie@nijkerk.example\r\n",
        "Date: Mon, 20 Apr 2026 12:30:00 +0000\r\n",
        "Auto-Submitted: auto-generated\r\n",
        "Content-Type: text/plain; charset=utf-8\r\n",
        "Content-Type: text/html; charset=utf-8\r\n",
        "De cijfers van Súdwest-Fryslân over het 1e kwartaal van 2026 zijn vastgezet.",
        "<a href=\"https://stuurhuis.example/gm1900/kwartalen/2026-K1\">",
    ] {
        assert!(eml.contains(deel), "{deel} is not in\n{eml}");
    }
}

#[tokio::test]
async fn the_same_job_sends_the_same_message_id() {
    let server = Mailserver::start(&[]).await;
    let mailer = SmtpMailer::try_new(&server.settings()).unwrap();
    for _ in 0..2 {
        mailer
            .send(&bericht("griffie@nijkerk.example"))
            .await
            .unwrap();
    }
    let ids: Vec<String> = server
        .messages()
        .iter()
        .filter_map(|eml| {
            eml.lines()
                .find(|regel| regel.starts_with("Message-ID: "))
                .map(str::to_owned)
        })
        .collect();
    let verwacht = format!("Message-ID: <{}@werkleerbedrijf.example>", id_at(op(), 7));
    assert_eq!(ids, [verwacht.clone(), verwacht]);
}

#[tokio::test]
async fn a_busy_server_may_be_tried_again_and_an_unknown_reader_not() {
    let server = Mailserver::start(&[]).await;
    let mailer = SmtpMailer::try_new(&server.settings()).unwrap();
    let later = mailer
        .send(&bericht("later@nijkerk.example"))
        .await
        .unwrap_err();
    assert!(
        later.is_tijdelijk() && matches!(later, MailError::Tijdelijk(_)),
        "{later:?}"
    );
    let nooit = mailer
        .send(&bericht("nooit@nijkerk.example"))
        .await
        .unwrap_err();
    assert!(
        !nooit.is_tijdelijk() && matches!(nooit, MailError::Geweigerd(_)),
        "{nooit:?}"
    );
    assert!(server.messages().is_empty());
    for fout in [later, nooit] {
        assert!(
            !fout.to_string().contains("nijkerk"),
            "the log must not name the reader: {fout}"
        );
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_may_be_tried_again() {
    let server = Mailserver::start(&[]).await;
    let settings = server.settings();
    drop(server);
    let mailer = SmtpMailer::try_new(&settings).unwrap();
    let fout = mailer
        .send(&bericht("griffie@nijkerk.example"))
        .await
        .unwrap_err();
    assert!(fout.is_tijdelijk(), "{fout:?}");
}

#[tokio::test]
async fn logging_in_works_and_a_wrong_password_is_final() {
    let server = Mailserver::start(&["--login", "stuurhuis:geheim"]).await;
    let mut settings = server.settings();
    settings.gebruiker = Some("stuurhuis".to_owned());
    settings.geheim = Some("geheim".to_owned());
    let mailer = SmtpMailer::try_new(&settings).unwrap();
    mailer
        .send(&bericht("griffie@nijkerk.example"))
        .await
        .unwrap();
    assert_eq!(server.messages().len(), 1);
    settings.geheim = Some("anders".to_owned());
    let mailer = SmtpMailer::try_new(&settings).unwrap();
    let fout = mailer
        .send(&bericht("griffie@nijkerk.example"))
        .await
        .unwrap_err();
    assert!(!fout.is_tijdelijk(), "{fout:?}");
}

#[tokio::test]
async fn a_certificate_of_nobody_is_not_trusted_and_no_protection_is_not_accepted() {
    let met = Mailserver::start(&["--starttls"]).await;
    let zonder = Mailserver::start(&[]).await;
    for server in [&met, &zonder] {
        let mut settings = server.settings();
        settings.tls = TlsVorm::Starttls;
        let mailer = SmtpMailer::try_new(&settings).unwrap();
        mailer
            .send(&bericht("griffie@nijkerk.example"))
            .await
            .unwrap_err();
        assert!(server.messages().is_empty());
    }
}

#[tokio::test]
async fn a_certificate_that_is_none_is_refused_at_the_start() {
    let settings = mail::MailSettings {
        host: "mail.example".to_owned(),
        port: 465,
        tls: TlsVorm::Tls,
        afzender: "cijfers@werkleerbedrijf.example".to_owned(),
        afzender_naam: "Werkleerbedrijf".to_owned(),
        gebruiker: None,
        geheim: None,
        ca: Some("geen certificaat".to_owned()),
    };
    let fout = SmtpMailer::try_new(&settings).err().unwrap();
    assert!(fout.to_string().starts_with("mail.ca: "), "{fout}");
}
