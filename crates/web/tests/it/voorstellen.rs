//! A proposal on its pages: two people, a meeting with an amendment, two clerks at once, files, and who sees what.

use actix_web::http::StatusCode;
use domain::bevoegdheid::{Actor, Rol};
use http_base::testing::{Bezoeker, TestApp};
use scraper::{Html, Selector};
use testkit::{actor, collega, consulent, nijkerk, winterswijk};

use crate::app;

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n";

fn griffie() -> Actor {
    actor(Rol::Griffie, winterswijk())
}

const VOORSTEL: &[(&str, &str)] = &[
    ("orgaan", "raad"),
    ("thema", "iit"),
    ("titel", "Toeslag <b>2027</b>"),
    (
        "kaders",
        "in beeld brengen van alle inwoners\nmeetbare indicatoren\n",
    ),
    ("inwerkingtreding", "1-1-2027"),
    ("waarden.0.sleutel", "iit.kindtoeslag.eerste"),
    ("waarden.0.waarde", "450"),
];

fn with<'a>(
    velden: &[(&'a str, &'a str)],
    anders: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let blijft = |paar: &&(&str, &str)| !anders.iter().any(|(naam, _)| *naam == paar.0);
    velden
        .iter()
        .filter(blijft)
        .chain(anders)
        .copied()
        .collect()
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
    tekst
        .join(" ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[tokio::test(flavor = "multi_thread")]
async fn from_draft_over_advice_and_meeting_to_a_value_that_binds() {
    let app = app().await;
    let (een, twee) = (
        app.login(griffie()).await,
        app.login(collega(Rol::Griffie, winterswijk())).await,
    );
    let voorstel = post(&app, &een, "/GM0294/voorstellen/nieuw", VOORSTEL).await;
    let pagina = text(&app, &een, &voorstel).await;
    assert!(pagina.contains("Toeslag <b>2027</b>") && pagina.contains("meetbare indicatoren"));
    assert!(
        pagina.contains("€ 0,00 per jaar") && pagina.contains("450,00"),
        "{pagina}"
    );
    let zelf = app.get(&een, &format!("{voorstel}/indienen")).await;
    assert_eq!(zelf.status, StatusCode::FORBIDDEN);
    assert!(
        text(&app, &twee, "/")
            .await
            .contains("Lees na en dien in: Toeslag")
    );
    assert!(!text(&app, &een, "/").await.contains("Lees na en dien in"));

    let advies = [
        ("soort", "advies"),
        ("van", "Adviesraad Samen Doen"),
        ("datum", "30-10-2026"),
        ("strekking", "positief-met-opmerkingen"),
        ("tekst", "Houd het eenvoudig."),
    ];
    post(&app, &een, &format!("{voorstel}/advies"), &advies).await;
    let reactie = [("datum", "2-11-2026"), ("tekst", "Dat doen wij.")];
    post(
        &app,
        &een,
        &format!("{voorstel}/advies/2/reactie"),
        &reactie,
    )
    .await;
    let nalezen = text(&app, &twee, &format!("{voorstel}/indienen")).await;
    assert!(nalezen.contains("Advies van Adviesraad Samen Doen, 30 oktober 2026: Positief, met"));
    post(
        &app,
        &twee,
        &format!("{voorstel}/indienen"),
        &[("versie", "1")],
    )
    .await;
    assert!(text(&app, &een, "/").await.contains("wacht op behandeling"));

    let formulier = [
        ("vergaderdatum", "19-11-2026"),
        ("nummer", "2026-140"),
        ("uitkomst.beslissing", "aangenomen-met-amendement"),
        ("uitkomst.amendement", "Het bedrag wordt € 475."),
        ("uitkomst.stemming", "geteld"),
        ("uitkomst.stemmenVoor", "15"),
        ("uitkomst.stemmenTegen", "8"),
        ("inwerkingtreding", "1-1-2027"),
        (
            "kaders",
            "in beeld brengen van alle inwoners\nmeetbare indicatoren",
        ),
        ("vast", "1"),
        ("waarden.0.sleutel", "iit.kindtoeslag.eerste"),
        ("waarden.0.waarde", "475"),
    ];
    let besluit = post(&app, &een, &format!("{voorstel}/behandeling"), &formulier).await;
    assert!(besluit.starts_with("/GM0294/besluiten/"), "{besluit}");
    let pagina = text(&app, &een, &besluit).await;
    assert!(pagina.contains("475,00") && pagina.contains("meetbare indicatoren"));
    assert!(pagina.contains("een collega legt de bekendmaking vast"));
    let bekend = [
        ("plaats", "gemeenteblad"),
        ("nummer", "2026, 200"),
        ("datum", "20-11-2026"),
        ("inwerkingtreding", "1-1-2027"),
    ];
    let pad = format!("{besluit}/bekendmaking");
    assert_eq!(
        app.post(&een, &pad, &bekend).await.status,
        StatusCode::FORBIDDEN
    );
    post(&app, &twee, &pad, &bekend).await;
    let consulent = app.login(consulent()).await;
    let parameter = "/GM0294/beleid/iit.kindtoeslag.eerste?peildatum=1-1-2027";
    assert!(text(&app, &consulent, parameter).await.contains("475,00"));
    let verloop = text(&app, &consulent, &voorstel).await;
    for stap in [
        "Opgesteld",
        "Bevestigd en ingediend",
        "Behandeld in de vergadering",
        "Dat doen wij.",
    ] {
        assert!(verloop.contains(stap), "{stap}: {verloop}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_of_two_clerks_sees_both_texts_and_loses_nothing() {
    let app = app().await;
    let (een, twee) = (
        app.login(griffie()).await,
        app.login(collega(Rol::Griffie, winterswijk())).await,
    );
    let voorstel = post(&app, &een, "/GM0294/voorstellen/nieuw", VOORSTEL).await;
    let wijzigen = format!("{voorstel}/wijzigen");
    let eerste = with(
        VOORSTEL,
        &[("versie", "1"), ("vast", "1"), ("waarden.0.waarde", "460")],
    );
    post(&app, &een, &wijzigen, &eerste).await;
    let getypt = [
        ("versie", "1"),
        ("vast", "1"),
        ("waarden.0.waarde", "470"),
        ("titel", "Mijn titel"),
    ];
    let laat = app.post(&twee, &wijzigen, &with(VOORSTEL, &getypt)).await;
    assert_eq!(laat.status, StatusCode::CONFLICT);
    let tekst = laat.tekst();
    for deel in [
        "Test griffie wijzigde dit voorstel",
        "460,00",
        "value=\"470\"",
        "value=\"Mijn titel\"",
        "name=\"versie\" value=\"2\"",
    ] {
        assert!(tekst.contains(deel), "{deel}");
    }
    assert!(
        text(&app, &een, &voorstel).await.contains("460,00"),
        "nothing was overwritten"
    );
    // Who sends it once more, having seen both, writes the next version.
    let opnieuw = with(
        VOORSTEL,
        &[("versie", "2"), ("vast", "1"), ("waarden.0.waarde", "470")],
    );
    post(&app, &twee, &wijzigen, &opnieuw).await;
    assert!(text(&app, &een, &voorstel).await.contains("470,00"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_of_every_form_stands_at_its_field() {
    let app = app().await;
    let (een, twee) = (
        app.login(griffie()).await,
        app.login(collega(Rol::Griffie, winterswijk())).await,
    );
    let fout = with(
        VOORSTEL,
        &[
            ("titel", ""),
            ("inwerkingtreding", "morgen"),
            ("waarden.0.waarde", "veel"),
        ],
    );
    let voorstel = post(&app, &een, "/GM0294/voorstellen/nieuw", VOORSTEL).await;
    post(
        &app,
        &twee,
        &format!("{voorstel}/indienen"),
        &[("versie", "1")],
    )
    .await;
    let afwijkend = [
        ("vergaderdatum", "19-11-2026"),
        ("nummer", "2026-140"),
        ("uitkomst.beslissing", "conform-voorstel"),
        ("inwerkingtreding", "1-1-2027"),
        ("waarden.0.sleutel", "iit.kindtoeslag.eerste"),
        ("waarden.0.waarde", "475"),
    ];
    let advies = format!("{voorstel}/advies");
    let behandeling = format!("{voorstel}/behandeling");
    let intrekken = format!("{voorstel}/intrekken");
    for (pad, velden, aantal) in [
        ("/GM0294/voorstellen/nieuw", fout.as_slice(), 3),
        (advies.as_str(), &[], 5),
        (behandeling.as_str(), &[], 3),
        (behandeling.as_str(), &afwijkend, 1),
        (intrekken.as_str(), &[], 1),
    ] {
        let antwoord = app.post(&een, pad, velden).await;
        assert_eq!(
            antwoord.status,
            StatusCode::BAD_REQUEST,
            "{pad}: {}",
            antwoord.tekst()
        );
        let pagina = Html::parse_document(&antwoord.tekst());
        let anker = Selector::parse("[data-foutoverzicht] a").unwrap();
        let ankers: Vec<_> = pagina
            .select(&anker)
            .filter_map(|a| a.attr("href"))
            .collect();
        assert_eq!(ankers.len(), aantal, "{pad}: {ankers:?}");
        let ids = Selector::parse("[id]").unwrap();
        for anker in ankers {
            let id = anker.trim_start_matches('#');
            assert!(
                pagina.select(&ids).any(|e| e.attr("id") == Some(id)),
                "{pad}: {id}"
            );
        }
    }
    assert!(
        text(&app, &een, &voorstel)
            .await
            .contains("wacht op behandeling"),
        "nothing was written"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_downloaded_and_never_shown_and_what_is_no_pdf_is_refused() {
    let app = app().await;
    let een = app.login(griffie()).await;
    let voorstel = post(&app, &een, "/GM0294/voorstellen/nieuw", VOORSTEL).await;
    let pad = format!("{voorstel}/bijlagen");
    let html = ("bestand", "x.pdf", b"<script>alert(1)</script>".as_slice());
    let geweigerd = app.upload(&een, &pad, &[], html).await;
    assert_eq!(geweigerd.status, StatusCode::BAD_REQUEST);
    assert!(geweigerd.tekst().contains("dit is geen PDF"));
    let mut groot = PDF.to_vec();
    groot.resize(20 * 1024 * 1024 + 1, b' ');
    let te_groot = app
        .upload(&een, &pad, &[], ("bestand", "g.pdf", &groot))
        .await;
    assert_eq!(te_groot.status, StatusCode::BAD_REQUEST);
    assert!(te_groot.tekst().contains("ten hoogste 20 MB"));
    let goed = app
        .upload(&een, &pad, &[], ("bestand", "../Brief \"SDR\".pdf", PDF))
        .await;
    assert_eq!(goed.status, StatusCode::SEE_OTHER, "{}", goed.tekst());
    let pagina = Html::parse_document(&app.get(&een, &voorstel).await.tekst());
    let link = Selector::parse("a[download]").unwrap();
    let href = pagina
        .select(&link)
        .next()
        .unwrap()
        .attr("href")
        .unwrap()
        .to_owned();
    let bestand = app.get(&een, &href).await;
    assert_eq!(bestand.inhoud, PDF);
    let hoe = bestand.kop("content-disposition");
    assert!(
        hoe.starts_with("attachment; filename=\"") && hoe.ends_with(".pdf\""),
        "{hoe}"
    );
    assert_eq!(bestand.kop("x-content-type-options"), "nosniff");
    let ander = app.login(actor(Rol::Griffie, nijkerk())).await;
    assert_eq!(app.get(&ander, &href).await.status, StatusCode::NOT_FOUND);
    let consulent = app.login(consulent()).await;
    assert_eq!(
        app.get(&consulent, &href).await.status,
        StatusCode::NOT_FOUND,
        "a draft"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_not_there_for_others_and_each_role_keeps_to_its_own() {
    let app = app().await;
    let een = app.login(griffie()).await;
    let voorstel = post(&app, &een, "/GM0294/voorstellen/nieuw", VOORSTEL).await;
    for (wie, status) in [
        (consulent(), StatusCode::NOT_FOUND),
        (actor(Rol::College, winterswijk()), StatusCode::NOT_FOUND),
        (
            actor(Rol::Opdrachtgever, winterswijk()),
            StatusCode::NOT_FOUND,
        ),
        (actor(Rol::Griffie, nijkerk()), StatusCode::NOT_FOUND),
    ] {
        let wie = app.login(wie).await;
        assert_eq!(app.get(&wie, &voorstel).await.status, status);
        for deel in ["wijzigen", "advies", "indienen", "behandeling", "intrekken"] {
            let antwoord = app
                .post(&wie, &format!("{voorstel}/{deel}"), VOORSTEL)
                .await;
            assert_eq!(antwoord.status, status, "{deel}");
        }
    }
    let consulent = app.login(consulent()).await;
    assert!(
        text(&app, &consulent, "/GM0294/voorstellen")
            .await
            .contains("geen voorstel dat u kunt zien")
    );
    let nieuw = app.get(&consulent, "/GM0294/voorstellen/nieuw").await;
    assert_eq!(nieuw.status, StatusCode::FORBIDDEN);
    for pad in [
        "/GM0294/voorstellen/1",
        "/GM0294/voorstellen/01890a5d-ac96-774b-bcce-b302099a8057",
    ] {
        assert_eq!(app.get(&een, pad).await.status, StatusCode::NOT_FOUND);
    }
    let tweede = app.login(collega(Rol::Griffie, winterswijk())).await;
    post(
        &app,
        &tweede,
        &format!("{voorstel}/indienen"),
        &[("versie", "1")],
    )
    .await;
    assert!(
        text(&app, &consulent, &voorstel)
            .await
            .contains("wacht op de vergadering")
    );
    let schrijven = app
        .post(&consulent, &format!("{voorstel}/behandeling"), VOORSTEL)
        .await;
    assert_eq!(schrijven.status, StatusCode::FORBIDDEN);
}
