//! From frame to quarterly report through the pages: writing, giving, answering, following.

use actix_web::http::StatusCode;
use domain::bevoegdheid::{Actor, Rol};
use http_base::testing::{Bezoeker, TestApp};
use testkit::{actor, collega, nijkerk, winterswijk};

use crate::app;
use crate::sturing::{check_form, close, filled};

const PAD: &str = "/GM0294/opdracht/2026";

fn with(rol: Rol) -> Actor {
    actor(rol, winterswijk())
}

/// A decision of the council with two frames; the address of the first frame as the form sends it.
async fn decide_kaders(app: &TestApp) -> String {
    let griffie = app.login(with(Rol::Griffie)).await;
    let velden = [
        ("orgaan", "raad"),
        ("thema", "kaders"),
        ("nummer", "2026-012"),
        ("titel", "Visie op werk"),
        ("vergaderdatum", "11-12-2025"),
        ("inwerkingtreding", "1-1-2026"),
        ("kaders", "iedereen in beeld\r\nduurzame plaatsing"),
        ("uitkomst.beslissing", "conform-voorstel"),
    ];
    let antwoord = app.post(&griffie, "/GM0294/besluiten/nieuw", &velden).await;
    assert_eq!(
        antwoord.status,
        StatusCode::SEE_OTHER,
        "{}",
        antwoord.tekst()
    );
    let besluit = antwoord
        .kop("location")
        .rsplit('/')
        .next()
        .unwrap()
        .to_owned();
    format!("{besluit}:1")
}

async fn draft(app: &TestApp, wie: &Bezoeker, kader: &str, gezien: &str) -> (StatusCode, String) {
    let velden = [
        ("gezien", gezien),
        ("onderdelen.0.nummer", ""),
        ("onderdelen.0.prestatie", "95% is in <beeld>"),
        ("onderdelen.0.kaders", kader),
        ("onderdelen.0.indicator", "in-beeld"),
        ("onderdelen.0.kant", "minstens"),
        ("onderdelen.0.norm", "95"),
        ("onderdelen.1.nummer", ""),
        ("onderdelen.1.prestatie", "op tijd betalen"),
        ("onderdelen.1.zonderKader", "wettelijke taak"),
        ("onderdelen.2.nummer", ""),
        ("onderdelen.2.prestatie", ""),
    ];
    let antwoord = app.post(wie, &format!("{PAD}/opstellen"), &velden).await;
    (antwoord.status, antwoord.tekst())
}

/// Version 1, written by the commissioner and given by the college.
async fn given(app: &TestApp) {
    let kader = decide_kaders(app).await;
    let opdrachtgever = app.login(with(Rol::Opdrachtgever)).await;
    assert_eq!(
        draft(app, &opdrachtgever, &kader, "0").await.0,
        StatusCode::SEE_OTHER
    );
    let college = app.login(with(Rol::College)).await;
    let gegeven = app
        .post(&college, &format!("{PAD}/verstrekken"), &[("gezien", "1")])
        .await;
    assert_eq!(gegeven.status, StatusCode::SEE_OTHER, "{}", gegeven.tekst());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_assignment_is_written_given_answered_and_read_side_by_side() {
    let app = app().await;
    let kader = decide_kaders(&app).await;
    let opdrachtgever = app.login(with(Rol::Opdrachtgever)).await;
    let leeg = app.get(&opdrachtgever, "/GM0294/opdracht").await.tekst();
    assert!(leeg.contains("nog geen opdracht") && leeg.contains("/opstellen\""));
    let formulier = app.get(&opdrachtgever, &format!("{PAD}/opstellen")).await;
    let formulier = formulier.tekst();
    assert!(formulier.contains("iedereen in beeld (kader 1 van raadsbesluit 2026-012)"));
    check_form(&formulier);
    let (status, html) = draft(&app, &opdrachtgever, "", "0").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(
        html.contains("Er is 1 fout") && html.contains("95% is in &#60;beeld&#62;"),
        "{html}"
    );
    check_form(&html);
    assert_eq!(
        draft(&app, &opdrachtgever, &kader, "0").await.0,
        StatusCode::SEE_OTHER
    );

    // The draft is of commissioner and college; the college has a task, and gives what somebody else wrote.
    let directie = app.login(with(Rol::Directie)).await;
    let nog_niets = app.get(&directie, PAD).await.tekst();
    assert!(!nog_niets.contains("op tijd betalen") && nog_niets.contains("nog geen opdracht"));
    let college = app.login(with(Rol::College)).await;
    assert!(
        app.get(&college, "/")
            .await
            .tekst()
            .contains("wacht op verstrekking")
    );
    let nalezen = app
        .get(&college, &format!("{PAD}/verstrekken"))
        .await
        .tekst();
    assert!(nalezen.contains("op tijd betalen") && nalezen.contains("minstens 95,0%"));
    given_by(&app, &college).await;

    let start = app.get(&directie, "/").await.tekst();
    assert!(start.contains("opdracht wacht op antwoord"));
    assert!(start.contains("stand van kwartaal ontbreekt"));
    let plan = app.get(&directie, &format!("{PAD}/plan")).await.tekst();
    check_form(&plan);
    let velden = [
        ("gezien", "0"),
        ("versie", "1"),
        ("antwoorden.0.onderdeel", "1"),
        ("antwoorden.0.aanpak", "elk kwartaal een gesprek"),
        ("antwoorden.0.trekker", ""),
        ("antwoorden.0.gereed", "1-10-2026"),
        ("antwoorden.1.onderdeel", "2"),
    ];
    let gezet = app.post(&directie, &format!("{PAD}/plan"), &velden).await;
    assert_eq!(gezet.status, StatusCode::SEE_OTHER, "{}", gezet.tekst());
    let naast = app.get(&opdrachtgever, PAD).await.tekst();
    for tekst in [
        "elk kwartaal een gesprek",
        "Ontbreekt: wie het doet.",
        "nog niet beantwoord",
        "0 van de 2 onderdelen",
        "kader 1 van raadsbesluit 2026-012",
    ] {
        assert!(naast.contains(tekst), "{tekst}");
    }
    check_form(&naast);
    let versie = app.get(&directie, &format!("{PAD}/versies/1")).await;
    assert!(versie.tekst().contains("Verstrekt op"));
    for pad in ["/versies/2", "/versies/x"] {
        let geen = app.get(&directie, &format!("{PAD}{pad}")).await;
        assert_eq!(geen.status, StatusCode::NOT_FOUND, "{pad}");
    }
}

async fn given_by(app: &TestApp, college: &Bezoeker) {
    let pad = format!("{PAD}/verstrekken");
    let gegeven = app.post(college, &pad, &[("gezien", "1")]).await;
    assert_eq!(gegeven.status, StatusCode::SEE_OTHER, "{}", gegeven.tekst());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_write_at_once_collide_and_what_was_typed_stays() {
    let app = app().await;
    let kader = decide_kaders(&app).await;
    let een = app.login(with(Rol::Opdrachtgever)).await;
    let ander = app.login(collega(Rol::Opdrachtgever, winterswijk())).await;
    assert_eq!(
        draft(&app, &een, &kader, "0").await.0,
        StatusCode::SEE_OTHER
    );
    let (status, html) = draft(&app, &ander, &kader, "0").await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(html.contains("Iemand anders legde intussen iets vast"));
    assert!(
        html.contains("value=\"op tijd betalen\""),
        "what was typed stays"
    );
    assert!(
        html.contains("name=\"gezien\" value=\"1\""),
        "and can be kept now"
    );
    // A row more does not save anything.
    let rij = app
        .post(
            &een,
            &format!("{PAD}/opstellen"),
            &[
                ("gezien", "1"),
                ("actie", "rij"),
                ("onderdelen.0.prestatie", "half af"),
            ],
        )
        .await;
    assert_eq!(rij.status, StatusCode::OK);
    assert!(rij.tekst().contains("onderdelen.1.prestatie"));

    let college = app.login(with(Rol::College)).await;
    given_by(&app, &college).await;
    let directie = app.login(with(Rol::Directie)).await;
    let velden = [
        ("gezien", "0"),
        ("versie", "1"),
        ("antwoorden.0.onderdeel", "1"),
        ("antwoorden.0.aanpak", "wij bellen"),
    ];
    let pad = format!("{PAD}/plan");
    assert_eq!(
        app.post(&directie, &pad, &velden).await.status,
        StatusCode::SEE_OTHER
    );
    let laat = app.post(&directie, &pad, &velden).await;
    assert_eq!(laat.status, StatusCode::CONFLICT);
    assert!(laat.tekst().contains("wij bellen"));
    let concept = app
        .post(&college, &format!("{PAD}/verstrekken"), &[("gezien", "2")])
        .await;
    assert_eq!(concept.status, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_quarter_shows_the_state_beside_the_figure_and_keeps_it_at_closing() {
    let app = filled().await;
    given(&app).await;
    let directie = app.login(with(Rol::Directie)).await;
    let pad = format!("{PAD}/standen/2026-K3");
    let formulier = app.get(&directie, &pad).await.tekst();
    check_form(&formulier);
    let velden = |gezien, toelichting| {
        [
            ("standen.0.onderdeel", "1"),
            ("standen.0.gezien", gezien),
            ("standen.0.stand", "aandacht"),
            ("standen.0.toelichting", toelichting),
            ("standen.1.onderdeel", "2"),
            ("standen.1.gezien", "0"),
            ("standen.1.toelichting", ""),
        ]
    };
    let zonder = app.post(&directie, &pad, &velden("0", "")).await;
    assert_eq!(zonder.status, StatusCode::BAD_REQUEST);
    check_form(&zonder.tekst());
    let gezet = app
        .post(&directie, &pad, &velden("0", "twee vacatures"))
        .await;
    assert_eq!(gezet.status, StatusCode::SEE_OTHER, "{}", gezet.tekst());
    let laat = app.post(&directie, &pad, &velden("0", "anders")).await;
    assert_eq!(laat.status, StatusCode::CONFLICT);
    assert!(
        laat.tekst()
            .contains("Nu vastgelegd: aandacht nodig: twee vacatures")
    );

    let kwartaal = "/GM0294/kwartalen/2026-K3";
    let open = app.get(&directie, kwartaal).await.tekst();
    assert!(open.contains("aandacht nodig") && open.contains("norm minstens 95,0%"));
    close(&app, winterswijk()).await;
    let later = app.post(&directie, &pad, &velden("1", "op sterkte")).await;
    assert_eq!(later.status, StatusCode::SEE_OTHER);
    let gesloten = app.get(&directie, &pad).await.tekst();
    assert!(gesloten.contains("Dit kwartaal is al gesloten."));
    let dicht = app.get(&directie, kwartaal).await.tekst();
    assert!(dicht.contains("twee vacatures") && !dicht.contains("op sterkte"));
    let json = app
        .get(&directie, &format!("{kwartaal}/rapport.json"))
        .await;
    assert!(json.tekst().contains("twee vacatures"));
    let opnieuw = app
        .get(&directie, &format!("{kwartaal}/rapport.json"))
        .await;
    assert_eq!(
        opnieuw.inhoud, json.inhoud,
        "the same closing, the same bytes"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_refused_to_who_has_no_business_there() {
    let app = app().await;
    given(&app).await;
    let schrijven = ["/opstellen", "/verstrekken", "/plan", "/standen/2026-K3"];
    let elders = app.login(actor(Rol::Directie, nijkerk())).await;
    for onder in ["", "/versies/1"].iter().chain(&schrijven) {
        let pad = format!("{PAD}{onder}");
        let anoniem = app.get(&Bezoeker::default(), &pad).await;
        assert_eq!(anoniem.status, StatusCode::SEE_OTHER, "{pad}");
        assert_eq!(
            app.get(&elders, &pad).await.status,
            StatusCode::NOT_FOUND,
            "{pad}"
        );
    }
    let consulent = app.login(with(Rol::Consulent)).await;
    assert_eq!(app.get(&consulent, PAD).await.status, StatusCode::OK);
    for onder in schrijven {
        let pad = format!("{PAD}{onder}");
        assert_eq!(
            app.get(&consulent, &pad).await.status,
            StatusCode::FORBIDDEN,
            "{pad}"
        );
        let antwoord = app.post(&consulent, &pad, &[("gezien", "2")]).await;
        assert_eq!(antwoord.status, StatusCode::FORBIDDEN, "{pad}");
    }
    let directie = app.login(with(Rol::Directie)).await;
    for pad in [
        "/GM0294/opdracht/1900",
        "/GM0294/opdracht/20266",
        "/GM0294/opdracht/2026/standen/2025-K3",
        "/GM0294/opdracht/2026/standen/2026-K9",
        "/GM0294/opdracht/2027/standen/2027-K1",
    ] {
        assert_eq!(
            app.get(&directie, pad).await.status,
            StatusCode::NOT_FOUND,
            "{pad}"
        );
    }
    let geen = app.get(&directie, "/GM0294/opdracht/2025/plan").await;
    assert_eq!(geen.status, StatusCode::CONFLICT);
}
