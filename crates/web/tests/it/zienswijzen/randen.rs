//! Late, files, who has no business there, and the calendar.

use primitives::FixedClock;
use testkit::consulent;

use super::*;

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n";

#[tokio::test(flavor = "multi_thread")]
async fn after_the_last_day_a_view_is_taken_with_the_word_that_it_is_late() {
    let app = app().await;
    let m = mensen(&app).await;
    let ronde = post(&app, &m.directie, "/zienswijzen/nieuw", RONDE).await;
    let mut state = (**app.state).clone();
    state.clock = std::sync::Arc::new(FixedClock("2026-12-29T09:00:00Z".parse().unwrap()));
    let later = TestApp::new(state, web::configure);
    let (een, twee) = (
        later.login(actor(Rol::Griffie, winterswijk())).await,
        later.login(collega(Rol::Griffie, winterswijk())).await,
    );
    assert!(text(&later, &een, "/").await.contains("te laat"));
    let eigen = format!("/GM0294{ronde}");
    assert!(
        text(&later, &een, &format!("{eigen}/opstellen"))
            .await
            .contains("U kunt nog indienen")
    );
    post(&later, &een, &format!("{eigen}/opstellen"), PUNTEN).await;
    let besluit = [
        ("versie", "1"),
        ("nummer", "2026-99"),
        ("datum", "28-12-2026"),
    ];
    post(&later, &twee, &format!("{eigen}/indienen"), &besluit).await;
    let tekst = text(&later, &twee, &eigen).await;
    assert!(
        tekst.contains("te laat ingediend")
            && tekst.contains("na de laatste dag (28 december 2026)")
    );
    let planning = text(&later, &twee, "/planning").await;
    assert!(
        planning.contains("1 van 2 binnen") && planning.contains("te laat"),
        "{planning}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_is_downloaded_by_every_member_and_what_is_no_pdf_is_refused() {
    let app = app().await;
    let m = mensen(&app).await;
    let ronde = post(&app, &m.directie, "/zienswijzen/nieuw", RONDE).await;
    let stukken = format!("{ronde}/stukken");
    let html = ("bestand", "x.pdf", b"<script>".as_slice());
    let geweigerd = app.upload(&m.directie, &stukken, &[], html).await;
    assert_eq!(geweigerd.status, StatusCode::BAD_REQUEST);
    let goed = app
        .upload(&m.directie, &stukken, &[], ("bestand", "Nota.pdf", PDF))
        .await;
    assert_eq!(goed.status, StatusCode::SEE_OTHER, "{}", goed.tekst());
    let lezer = app.login(actor(Rol::Opdrachtgever, nijkerk())).await;
    let pagina = Html::parse_document(&app.get(&lezer, &format!("/GM0267{ronde}")).await.tekst());
    let link = Selector::parse("a[download]").unwrap();
    let href = pagina
        .select(&link)
        .next()
        .unwrap()
        .attr("href")
        .unwrap()
        .to_owned();
    let bestand = app.get(&lezer, &href).await;
    assert_eq!(bestand.inhoud, PDF);
    assert!(bestand.kop("content-disposition").starts_with("attachment"));
    let door_raad = app
        .upload(&m.een, &stukken, &[], ("bestand", "x.pdf", PDF))
        .await;
    assert_eq!(door_raad.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_address_is_closed_to_who_has_no_business_there() {
    let app = app().await;
    let m = mensen(&app).await;
    let ronde = post(&app, &m.directie, "/zienswijzen/nieuw", RONDE).await;
    let eigen = format!("/GM0294{ronde}");
    post(&app, &m.een, &format!("{eigen}/opstellen"), PUNTEN).await;
    let elders = app.login(actor(Rol::Griffie, nijkerk())).await;
    let lezer = app.login(actor(Rol::Opdrachtgever, winterswijk())).await;
    let beheerder = app.login(Actor::system("beheer", Rol::Beheerder)).await;
    for deel in ["opstellen", "indienen", "antwoord", "antwoord/vaststellen"] {
        let pad = format!("{eigen}/{deel}");
        let vreemd = app.post(&elders, &pad, PUNTEN).await.status;
        assert_eq!(vreemd, StatusCode::NOT_FOUND, "{deel}");
        let rol = app.post(&lezer, &pad, PUNTEN).await.status;
        assert_eq!(rol, StatusCode::FORBIDDEN, "{deel}");
        let niemand = app.post(&Bezoeker::default(), &pad, PUNTEN).await.status;
        assert_ne!(niemand, StatusCode::OK, "{deel}");
    }
    for pad in ["/zienswijzen/nieuw", "/planning"] {
        assert_eq!(
            app.post(&m.een, pad, RONDE).await.status,
            StatusCode::FORBIDDEN,
            "{pad}"
        );
    }
    for deel in ["afronden", "intrekken"] {
        let pad = format!("{ronde}/{deel}");
        for wie in [&m.een, &m.directie, &lezer] {
            assert_eq!(
                app.post(wie, &pad, RONDE).await.status,
                StatusCode::FORBIDDEN,
                "{deel}"
            );
        }
    }
    for pad in [ronde.as_str(), "/zienswijzen", "/planning"] {
        assert_eq!(
            app.get(&beheerder, pad).await.status,
            StatusCode::FORBIDDEN,
            "{pad}"
        );
        assert_eq!(
            app.get(&Bezoeker::default(), pad).await.status,
            StatusCode::SEE_OTHER
        );
    }
    for pad in [
        "/zienswijzen/1",
        "/zienswijzen/01890a5d-ac96-774b-bcce-b302099a8057",
    ] {
        assert_eq!(
            app.get(&m.een, pad).await.status,
            StatusCode::NOT_FOUND,
            "{pad}"
        );
        let eigen = format!("/GM0294{pad}");
        assert_eq!(
            app.get(&m.een, &eigen).await.status,
            StatusCode::NOT_FOUND,
            "{pad}"
        );
    }
    let consulent = app.login(consulent()).await;
    assert!(
        !text(&app, &consulent, &eigen).await.contains("Werkplan"),
        "a draft"
    );
    let reden = [("tekst", "Verkeerd stuk.")];
    post(&app, &m.bestuur, &format!("{ronde}/intrekken"), &reden).await;
    let na = app
        .post(&m.een, &format!("{eigen}/opstellen"), PUNTEN)
        .await;
    assert_eq!(na.status, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_calendar_shows_what_is_due_and_management_records_what_is_done() {
    let app = app().await;
    let m = mensen(&app).await;
    let planning = text(&app, &m.een, "/planning?jaar=2026").await;
    for deel in [
        "Kadernota 2027 naar de raden",
        "Wgr art. 34b",
        "Vastgestelde begroting 2027 naar Gedeputeerde Staten",
        "14-09-2026",
        "te laat",
    ] {
        assert!(planning.contains(deel), "{deel}: {planning}");
    }
    assert!(!planning.contains("Vastleggen dat een stap is gedaan"));
    let stap = [
        ("jaar", "2026"),
        ("stap", "begroting-naar-gs 2027"),
        ("gedaanOp", "10-9-2026"),
    ];
    let terug = post(&app, &m.directie, "/planning", &stap).await;
    assert_eq!(terug, "/planning?jaar=2026");
    assert!(
        text(&app, &m.een, &terug)
            .await
            .contains("gedaan op 10-09-2026")
    );
    let nogmaals = app.post(&m.directie, "/planning", &stap).await;
    assert_eq!(nogmaals.status, StatusCode::BAD_REQUEST);
    let leeg = app
        .post(&m.directie, "/planning", &[("jaar", "2026")])
        .await;
    assert_eq!(ankers(&leeg.tekst()), ["stap", "gedaanOp"]);
    for jaar in ["2010", "-5", "99999", "x"] {
        let pad = format!("/planning?jaar={jaar}");
        let status = app.get(&m.een, &pad).await.status;
        assert!(
            status == StatusCode::OK || status == StatusCode::BAD_REQUEST,
            "{jaar}: {status}"
        );
    }
}
