//! Sending the documents of a meeting, through the pages.

use actix_web::http::StatusCode;
use domain::bevoegdheid::Rol;
use http_base::testing::Bezoeker;
use testkit::{actor, nijkerk, winterswijk};

use crate::sturing::{check_form, close, filled};

const OVERLEG: &str = "/overleg/2026-11-25";
const VERSTUREN: &str = "/overleg/2026-11-25/versturen";

#[tokio::test(flavor = "multi_thread")]
async fn documents_are_sent_once_after_a_look_at_who_gets_them() {
    let app = filled().await;
    let lezer = app.login(actor(Rol::Opdrachtgever, winterswijk())).await;
    let plan = [
        ("datum", "25-11-2026"),
        ("kwartaal", "2026-K3"),
        ("plaats", "Raadhuis"),
    ];
    assert_eq!(
        app.post(&lezer, "/overleg", &plan).await.status,
        StatusCode::SEE_OTHER
    );
    let nog_leeg = app.get(&lezer, VERSTUREN).await;
    assert_eq!(nog_leeg.status, StatusCode::CONFLICT);
    assert!(nog_leeg.tekst().contains("er zijn nog geen stukken"));
    assert!(!app.get(&lezer, OVERLEG).await.tekst().contains(VERSTUREN));

    close(&app, winterswijk()).await;
    let elders = app.login(actor(Rol::Opdrachtgever, nijkerk())).await;
    for (wie, code, adres) in [
        (&lezer, "GM0294", "o@winterswijk.example"),
        (&elders, "GM0267", "o@nijkerk.example"),
    ] {
        let velden = [("email", adres), ("rol", "opdrachtgever")];
        let pad = format!("/{code}/kwartalen/ontvangers");
        assert_eq!(
            app.post(wie, &pad, &velden).await.status,
            StatusCode::SEE_OTHER
        );
    }
    assert!(app.get(&lezer, OVERLEG).await.tekst().contains(VERSTUREN));
    let vraag = app.get(&lezer, VERSTUREN).await.tekst();
    check_form(&vraag);
    assert!(vraag.contains("o@winterswijk.example") && !vraag.contains("o@nijkerk.example"));
    assert!(vraag.contains("nog niet gesloten voor: Nijkerk."));
    assert!(vraag.contains("de lijst die deze gemeente zelf bijhoudt"));

    let oud = app.post(&lezer, VERSTUREN, &[("versie", "9")]).await;
    assert_eq!(oud.status, StatusCode::CONFLICT);
    let versie = [("versie", "1")];
    let verstuurd = app.post(&lezer, VERSTUREN, &versie).await;
    assert_eq!(verstuurd.kop("location"), OVERLEG);
    let html = app.get(&elders, OVERLEG).await.tekst();
    assert!(html.contains("Stukken verstuurd op") && !html.contains(VERSTUREN));
    let nogmaals = app.post(&lezer, VERSTUREN, &versie).await;
    assert_eq!(nogmaals.status, StatusCode::CONFLICT);
    assert!(nogmaals.tekst().contains("zijn al verstuurd"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_prepare_the_meeting_sends_nothing() {
    let app = filled().await;
    let anoniem = app.get(&Bezoeker::default(), VERSTUREN).await;
    assert_eq!(anoniem.status, StatusCode::SEE_OTHER);
    for rol in [Rol::Fg, Rol::Consulent] {
        let wie = app.login(actor(rol, winterswijk())).await;
        assert_eq!(app.get(&wie, VERSTUREN).await.status, StatusCode::FORBIDDEN);
        assert_eq!(
            app.post(&wie, VERSTUREN, &[("versie", "1")]).await.status,
            StatusCode::FORBIDDEN
        );
    }
    let directie = app.login(actor(Rol::Directie, winterswijk())).await;
    assert_eq!(
        app.get(&directie, VERSTUREN).await.status,
        StatusCode::NOT_FOUND
    );
}
