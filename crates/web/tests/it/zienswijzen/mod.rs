//! A round of zienswijzen on its pages: two clerks, management and board, two at once, late, files, and who may what.

mod randen;

use actix_web::http::StatusCode;
use domain::bevoegdheid::{Actor, Rol};
use http_base::testing::{Bezoeker, TestApp};
use scraper::{Html, Selector};
use testkit::{actor, collega, nijkerk, winterswijk};

use crate::app;

const RONDE: &[(&str, &str)] = &[
    ("soort", "nota"),
    ("titel", "Nota <b>samenwerking</b>"),
    ("jaar", "2027"),
    ("verzondenOp", "2-11-2026"),
    ("uiterlijk", "28-12-2026"),
    ("bestuurOp", "20-1-2027"),
];

const PUNTEN: &[(&str, &str)] = &[
    ("versie", "0"),
    ("strekking", "punten"),
    ("punten.0.onderwerp", "Werkplan"),
    (
        "punten.0.tekst",
        "Neem per jaar een doel op voor het aantal klanten.",
    ),
    ("punten.1.onderwerp", ""),
    ("punten.1.tekst", "Toon in- en uitstroom per programma."),
    ("punten.2.tekst", ""),
];

struct Mensen {
    directie: Bezoeker,
    bestuur: Bezoeker,
    een: Bezoeker,
    twee: Bezoeker,
}

async fn mensen(app: &TestApp) -> Mensen {
    Mensen {
        directie: app.login(Actor::system("directie", Rol::Directie)).await,
        bestuur: app.login(Actor::system("bestuur", Rol::Bestuur)).await,
        een: app.login(actor(Rol::Griffie, winterswijk())).await,
        twee: app.login(collega(Rol::Griffie, winterswijk())).await,
    }
}

async fn post(app: &TestApp, wie: &Bezoeker, pad: &str, velden: &[(&str, &str)]) -> String {
    let antwoord = app.post(wie, pad, velden).await;
    assert_eq!(
        antwoord.status,
        StatusCode::SEE_OTHER,
        "{pad}: {}",
        antwoord.tekst()
    );
    antwoord.kop("location").to_owned()
}

async fn text(app: &TestApp, wie: &Bezoeker, pad: &str) -> String {
    let antwoord = app.get(wie, pad).await;
    assert_eq!(antwoord.status, StatusCode::OK, "{pad}");
    let pagina = Html::parse_document(&antwoord.tekst());
    let main = Selector::parse("main").unwrap();
    let tekst: Vec<_> = pagina.select(&main).flat_map(|m| m.text()).collect();
    let woorden: Vec<_> = tekst
        .iter()
        .flat_map(|deel| deel.split_whitespace())
        .collect();
    woorden.join(" ")
}

/// The addresses of the error summary, each of which must lead to something.
fn ankers(html: &str) -> Vec<String> {
    let pagina = Html::parse_document(html);
    let anker = Selector::parse("[data-foutoverzicht] a").unwrap();
    let ids = Selector::parse("[id]").unwrap();
    let ankers: Vec<_> = pagina
        .select(&anker)
        .filter_map(|a| a.attr("href"))
        .map(|href| href.trim_start_matches("#veld-").to_owned())
        .collect();
    for anker in &ankers {
        let id = format!("veld-{anker}");
        let er_is = pagina.select(&ids).any(|e| e.attr("id") == Some(&id));
        assert!(er_is, "{id}");
    }
    ankers
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clerk_records_points_a_colleague_brings_them_in_and_the_council_sees_the_answer() {
    let app = app().await;
    let m = mensen(&app).await;
    let ronde = post(&app, &m.directie, "/zienswijzen/nieuw", RONDE).await;
    assert!(
        text(&app, &m.een, "/")
            .await
            .contains("Zienswijze van de raad: Nota <b>samenwerking</b>")
    );
    let eigen = format!("/GM0294{ronde}");
    post(&app, &m.een, &format!("{eigen}/opstellen"), PUNTEN).await;
    let concept = text(&app, &m.een, &eigen).await;
    assert!(concept.contains("Concept van de zienswijze") && concept.contains("Werkplan"));
    // Who wrote does not bring it in, nor is asked to.
    let zelf = app.get(&m.een, &format!("{eigen}/indienen")).await;
    assert_eq!(zelf.status, StatusCode::FORBIDDEN);
    assert!(
        !text(&app, &m.een, "/")
            .await
            .contains("Zienswijze van de raad")
    );
    assert!(
        text(&app, &m.twee, "/")
            .await
            .contains("Nalezen en indienen")
    );
    let opdrachtgever = app.login(actor(Rol::Opdrachtgever, nijkerk())).await;
    assert!(
        !text(&app, &opdrachtgever, &ronde)
            .await
            .contains("Werkplan"),
        "a draft"
    );

    let besluit = [
        ("versie", "1"),
        ("nummer", "2026-88"),
        ("datum", "19-11-2026"),
    ];
    post(&app, &m.twee, &format!("{eigen}/indienen"), &besluit).await;
    let publiek = text(&app, &opdrachtgever, &ronde).await;
    assert!(
        publiek.contains("Werkplan")
            && publiek.contains("raadsbesluit 2026-88 van 19 november 2026")
    );
    assert!(publiek.contains("1 van 2 raden dienden iets in"));

    assert!(
        text(&app, &m.directie, "/")
            .await
            .contains("Bereid het antwoord voor")
    );
    let half = [
        ("versie", "0"),
        ("reacties.0.oordeel", "overgenomen"),
        ("reacties.0.toelichting", "Het werkplan krijgt een doel."),
    ];
    let antwoord = format!("{eigen}/antwoord");
    post(&app, &m.directie, &antwoord, &half).await;
    let niet_heel = app
        .get(&m.bestuur, &format!("{antwoord}/vaststellen"))
        .await;
    assert_eq!(niet_heel.status, StatusCode::CONFLICT);
    let heel = [
        ("versie", "1"),
        ("reacties.0.oordeel", "overgenomen"),
        ("reacties.0.toelichting", "Het werkplan krijgt een doel."),
        ("reacties.1.oordeel", "niet-overgenomen"),
        (
            "reacties.1.toelichting",
            "Dat staat al in de kwartaalrapportage.",
        ),
    ];
    post(&app, &m.directie, &antwoord, &heel).await;
    assert!(
        !text(&app, &m.een, &eigen).await.contains("krijgt een doel"),
        "a draft"
    );
    assert!(
        text(&app, &m.bestuur, "/")
            .await
            .contains("Stel het antwoord vast")
    );
    let vaststellen = format!("{antwoord}/vaststellen");
    let door_directie = app
        .post(&m.directie, &vaststellen, &[("versie", "2")])
        .await;
    assert_eq!(door_directie.status, StatusCode::FORBIDDEN);
    post(&app, &m.bestuur, &vaststellen, &[("versie", "2")]).await;
    let raad = text(&app, &m.een, &eigen).await;
    assert!(raad.contains("Het werkplan krijgt een doel.") && raad.contains("niet overgenomen"));
    assert!(raad.contains("beantwoord"));
}

/// A round of which the one view, of Winterswijk, has its answer; its address.
async fn answered(app: &TestApp, m: &Mensen) -> String {
    let ronde = post(app, &m.directie, "/zienswijzen/nieuw", RONDE).await;
    let eigen = format!("/GM0294{ronde}");
    post(app, &m.een, &format!("{eigen}/opstellen"), PUNTEN).await;
    let besluit = [("versie", "1"), ("nummer", "1"), ("datum", "19-11-2026")];
    post(app, &m.twee, &format!("{eigen}/indienen"), &besluit).await;
    let heel = [
        ("versie", "0"),
        ("reacties.0.oordeel", "overgenomen"),
        ("reacties.0.toelichting", "Ja."),
        ("reacties.1.oordeel", "niet-overgenomen"),
        ("reacties.1.toelichting", "Nee."),
    ];
    post(app, &m.directie, &format!("{eigen}/antwoord"), &heel).await;
    let vast = format!("{eigen}/antwoord/vaststellen");
    post(app, &m.bestuur, &vast, &[("versie", "1")]).await;
    ronde
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_is_finished_when_every_council_has_spoken_and_has_its_answer() {
    let app = app().await;
    let m = mensen(&app).await;
    let ronde = answered(&app, &m).await;
    // Nijkerk still has time, so the round is not finished; that it has no view settles it.
    let afronden = format!("{ronde}/afronden");
    let te_vroeg = app.get(&m.bestuur, &afronden).await;
    assert_eq!(te_vroeg.status, StatusCode::CONFLICT);
    assert!(te_vroeg.tekst().contains("nog niets van Nijkerk"));
    let (n1, n2) = (
        app.login(actor(Rol::Griffie, nijkerk())).await,
        app.login(collega(Rol::Griffie, nijkerk())).await,
    );
    let elders = format!("/GM0267{ronde}");
    let geen = [("versie", "0"), ("strekking", "geen-zienswijze")];
    post(&app, &n1, &format!("{elders}/opstellen"), &geen).await;
    post(&app, &n2, &format!("{elders}/indienen"), &[("versie", "1")]).await;
    assert!(text(&app, &m.bestuur, "/").await.contains("Rond af: Nota"));
    let leeg = app.post(&m.bestuur, &afronden, &[("tekst", " ")]).await;
    assert_eq!(
        (leeg.status, ankers(&leeg.tekst())),
        (StatusCode::BAD_REQUEST, vec!["tekst".to_owned()])
    );
    post(
        &app,
        &m.bestuur,
        &afronden,
        &[("tekst", "Vastgesteld op 20 januari 2027.")],
    )
    .await;
    let af = text(&app, &m.een, &ronde).await;
    assert!(af.contains("afgerond") && af.contains("Vastgesteld op 20 januari 2027."));
    assert_eq!(
        app.get(&m.bestuur, &afronden).await.status,
        StatusCode::CONFLICT
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn every_broken_term_stands_at_its_field_and_what_was_typed_stays() {
    let app = app().await;
    let m = mensen(&app).await;
    let kort = [
        ("soort", "ontwerpbegroting"),
        ("titel", "Ontwerpbegroting 2028"),
        ("jaar", "2028"),
        ("verzondenOp", "1-7-2027"),
        ("uiterlijk", "1-8-2027"),
        ("bestuurOp", "20-9-2027"),
    ];
    let antwoord = app.post(&m.directie, "/zienswijzen/nieuw", &kort).await;
    assert_eq!(antwoord.status, StatusCode::BAD_REQUEST);
    let html = antwoord.tekst();
    assert_eq!(ankers(&html), ["uiterlijk", "bestuurOp", "bestuurOp"]);
    for deel in [
        "Wgr art. 35 lid 1 en 3",
        "14 september 2027 (Wgr art. 34 lid 2)",
        "value=\"1-8-2027\"",
    ] {
        assert!(html.contains(deel), "{deel}");
    }
    let leeg = app.post(&m.directie, "/zienswijzen/nieuw", &[]).await;
    assert_eq!(
        ankers(&leeg.tekst()),
        ["soort", "titel", "jaar", "verzondenOp", "bestuurOp"]
    );
    assert!(
        text(&app, &m.directie, "/zienswijzen")
            .await
            .contains("Er is nog geen ronde")
    );

    let ronde = post(&app, &m.directie, "/zienswijzen/nieuw", RONDE).await;
    let opstellen = format!("/GM0294{ronde}/opstellen");
    let fout = [
        ("versie", "0"),
        ("strekking", "punten"),
        ("punten.0.onderwerp", "Alleen een onderwerp"),
        ("punten.0.tekst", ""),
    ];
    let antwoord = app.post(&m.een, &opstellen, &fout).await;
    assert_eq!(antwoord.status, StatusCode::BAD_REQUEST);
    assert_eq!(ankers(&antwoord.tekst()), ["punten.0.tekst"]);
    assert!(antwoord.tekst().contains("Alleen een onderwerp"));
    let meer = app
        .post(
            &m.een,
            &opstellen,
            &[fout.as_slice(), &[("actie", "rij")]].concat(),
        )
        .await;
    assert_eq!(meer.status, StatusCode::OK);
    assert!(meer.tekst().contains("veld-punten.3.tekst"));
    post(&app, &m.een, &opstellen, PUNTEN).await;
    let indienen = format!("/GM0294{ronde}/indienen");
    let zonder = app.post(&m.twee, &indienen, &[("versie", "1")]).await;
    assert_eq!(ankers(&zonder.tekst()), ["nummer", "datum"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_clerks_the_second_sees_both_texts_and_loses_nothing() {
    let app = app().await;
    let m = mensen(&app).await;
    let ronde = post(&app, &m.directie, "/zienswijzen/nieuw", RONDE).await;
    let opstellen = format!("/GM0294{ronde}/opstellen");
    post(&app, &m.een, &opstellen, PUNTEN).await;
    let anders = [
        ("versie", "0"),
        ("strekking", "punten"),
        ("punten.0.tekst", "Wat ik typte."),
    ];
    let laat = app.post(&m.twee, &opstellen, &anders).await;
    assert_eq!(laat.status, StatusCode::CONFLICT);
    let html = laat.tekst();
    for deel in [
        "Test griffie schreef aan deze zienswijze",
        "Werkplan",
        "Wat ik typte.",
        "name=\"versie\" value=\"1\"",
    ] {
        assert!(html.contains(deel), "{deel}");
    }
    // Whoever reads an old text does not bring in a new one.
    let gewijzigd = [
        ("versie", "1"),
        ("strekking", "punten"),
        ("punten.0.tekst", "De nieuwe tekst."),
    ];
    post(&app, &m.een, &opstellen, &gewijzigd).await;
    let besluit = [("versie", "1"), ("nummer", "1"), ("datum", "19-11-2026")];
    let oud = app
        .post(&m.twee, &format!("/GM0294{ronde}/indienen"), &besluit)
        .await;
    assert_eq!(oud.status, StatusCode::CONFLICT);
}
