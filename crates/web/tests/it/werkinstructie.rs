//! Execution policy through the pages, beside what councils decide.

use actix_web::http::StatusCode;
use domain::bevoegdheid::{Actor, Rol};
use http_base::testing::{Bezoeker, TestApp};
use primitives::FixedClock;
use testkit::{actor, collega, nijkerk, winterswijk};

use crate::app;
use crate::sturing::check_form;

fn with(rol: Rol) -> Actor {
    actor(rol, winterswijk())
}

fn velden<'a>(waarde: &'a str, gezien: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("gezien", gezien),
        ("titel", "Aanvragen en <formulieren>"),
        ("tekst", "Wij kijken naar de hele periode."),
        ("van", "1-1-2026"),
        ("sleutels", "iit.referteperiode"),
        ("waarden.betaling.inleverdag", waarde),
    ]
}

async fn record(app: &TestApp, wie: &Bezoeker) -> String {
    let antwoord = app
        .post(wie, "/uitvoeringsbeleid/nieuw", &velden("5", "0"))
        .await;
    assert_eq!(
        antwoord.status,
        StatusCode::SEE_OTHER,
        "{}",
        antwoord.tekst()
    );
    antwoord.kop("location").to_owned()
}

/// The pages half an hour later: what is recorded then was not known before.
fn half_an_hour_later(app: &TestApp) -> TestApp {
    let mut state = (**app.state).clone();
    let straks = testkit::nu() + jiff::SignedDuration::from_mins(30);
    state.clock = std::sync::Arc::new(FixedClock(straks));
    TestApp::new(state, web::configure)
}

/// The council decides 36 months, and publishes it.
async fn decide(app: &TestApp) {
    let griffie = app.login(with(Rol::Griffie)).await;
    let besluit = [
        ("orgaan", "raad"),
        ("nummer", "2026-140"),
        ("titel", "Verordening inkomenstoeslag"),
        ("vergaderdatum", "5-11-2026"),
        ("inwerkingtreding", "20-11-2026"),
        ("uitkomst.beslissing", "conform-voorstel"),
        ("waarden.0.sleutel", "iit.referteperiode"),
        ("waarden.0.waarde", "36"),
    ];
    let gelegd = app
        .post(&griffie, "/GM0294/besluiten/nieuw", &besluit)
        .await;
    assert_eq!(gelegd.status, StatusCode::SEE_OTHER, "{}", gelegd.tekst());
    let pad = format!("{}/bekendmaking", gelegd.kop("location"));
    let tweede = app.login(collega(Rol::Griffie, winterswijk())).await;
    let bekend = [
        ("plaats", "gemeenteblad"),
        ("nummer", "gmb-2026-500000"),
        ("datum", "19-11-2026"),
    ];
    let gemaakt = app.post(&tweede, &pad, &bekend).await;
    assert_eq!(gemaakt.status, StatusCode::SEE_OTHER, "{}", gemaakt.tekst());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_work_rule_stands_beside_what_each_council_decided() {
    let app = app().await;
    let directie = app.login(with(Rol::Directie)).await;
    let formulier = app.get(&directie, "/uitvoeringsbeleid/nieuw").await.tekst();
    check_form(&formulier);
    assert!(formulier.contains("name=\"waarden.betaling.inleverdag\""));
    let pad = record(&app, &directie).await;
    let lezer = app.login(with(Rol::Consulent)).await;
    let lijst = app.get(&lezer, "/uitvoeringsbeleid").await.tekst();
    assert!(lijst.contains("Aanvragen en &#60;formulieren&#62;") && !lijst.contains("/nieuw\""));
    let blad = app.get(&lezer, &pad).await.tekst();
    assert!(blad.contains("de raad besloot hier niets over"));
    assert!(blad.contains("de organisatie bepaalt dit zelf"));
    let parameter = "/GM0294/beleid/iit.referteperiode";
    let naast = app.get(&lezer, parameter).await.tekst();
    assert!(naast.contains("Hoe de organisatie werkt"));
    assert!(naast.contains("de raad besloot hier niets over"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_decision_goes_before_it_in_that_municipality_only() {
    let app = app().await;
    let directie = app.login(with(Rol::Directie)).await;
    let pad = record(&app, &directie).await;
    let later = half_an_hour_later(&app);
    decide(&later).await;
    let parameter = later
        .get(&directie, "/GM0294/beleid/iit.referteperiode")
        .await;
    assert!(
        parameter
            .tekst()
            .contains("gaat niet voor: de raad besloot later")
    );
    let blad = later.get(&directie, &pad).await.tekst();
    assert!(blad.contains("36 maanden") && blad.contains("Raadsbesluit 2026-140"));
    assert!(blad.contains("gaat niet voor: de raad besloot later"));
    assert!(
        blad.contains("de raad besloot hier niets over"),
        "Nijkerk decided nothing"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_value_of_the_council_is_refused_and_what_was_typed_stays() {
    let app = app().await;
    let directie = app.login(with(Rol::Directie)).await;
    let mut fout = velden("veel", "0");
    fout.push(("waarden.iit.referteperiode", "24"));
    let antwoord = app.post(&directie, "/uitvoeringsbeleid/nieuw", &fout).await;
    assert_eq!(antwoord.status, StatusCode::BAD_REQUEST);
    let html = antwoord.tekst();
    assert!(
        html.contains("beslist de raad hierover (Participatiewet art. 8"),
        "{html}"
    );
    assert!(html.contains("value=\"24\"") && html.contains("value=\"veel\""));
    assert!(html.contains("Er zijn 2 fouten"));
    check_form(&html);
    let pad = record(&app, &directie).await;
    let wijzigen = format!("{pad}/wijzigen");
    check_form(&app.get(&directie, &wijzigen).await.tekst());
    let nieuw = app.post(&directie, &wijzigen, &velden("7", "1")).await;
    assert_eq!(nieuw.status, StatusCode::SEE_OTHER);
    let laat = app.post(&directie, &wijzigen, &velden("9", "1")).await;
    assert_eq!(laat.status, StatusCode::CONFLICT);
    assert!(laat.tekst().contains("value=\"9\"") && laat.tekst().contains("Nu vastgelegd"));
    assert!(app.get(&directie, &pad).await.tekst().contains("Versie 1"));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_management_writes_and_nobody_reads_without_a_role() {
    let app = app().await;
    let directie = app.login(with(Rol::Directie)).await;
    let pad = record(&app, &directie).await;
    let anoniem = Bezoeker::default();
    let beheerder = app.login(Actor::system("beheer", Rol::Beheerder)).await;
    for adres in ["/uitvoeringsbeleid", &pad] {
        let antwoord = app.get(&anoniem, adres).await;
        assert_eq!(antwoord.status, StatusCode::SEE_OTHER, "{adres}");
        let antwoord = app.get(&beheerder, adres).await;
        assert_eq!(antwoord.status, StatusCode::FORBIDDEN, "{adres}");
    }
    for wie in [
        with(Rol::Griffie),
        with(Rol::Consulent),
        actor(Rol::Bestuur, nijkerk()),
    ] {
        let wie = app.login(wie).await;
        for adres in [
            "/uitvoeringsbeleid/nieuw".to_owned(),
            format!("{pad}/wijzigen"),
        ] {
            let antwoord = app.get(&wie, &adres).await;
            assert_eq!(antwoord.status, StatusCode::FORBIDDEN, "{adres}");
            let antwoord = app.post(&wie, &adres, &velden("5", "1")).await;
            assert_eq!(antwoord.status, StatusCode::FORBIDDEN, "{adres}");
        }
    }
    for adres in [
        "/uitvoeringsbeleid/x",
        "/uitvoeringsbeleid/01890a5d-ac96-774b-bcce-b302099a8057",
    ] {
        let antwoord = app.get(&directie, adres).await;
        assert_eq!(antwoord.status, StatusCode::NOT_FOUND, "{adres}");
    }
}
