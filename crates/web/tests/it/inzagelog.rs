//! Who looked at whose file: the page, its file, its place in the work list.

use actix_web::http::StatusCode;
use domain::bevoegdheid::{Actor, Rol};
use http_base::testing::{Bezoeker, TestApp, test_state};
use testkit::{TestDb, actor, consulent, nijkerk, winterswijk};

use crate::app;
use crate::dossier::{caseload, count, find, hrefs, texts};

/// A caseload of which a case worker saw the list and one dossier; and the officer.
async fn looked_at() -> (TestApp, Bezoeker, String) {
    let (app, wie) = caseload().await;
    app.get(&wie, "/GM0294/inwoners").await;
    let pad = find(&app, &wie, 1).await;
    app.get(&wie, &pad).await;
    let fg = app.login(actor(Rol::Fg, winterswijk())).await;
    let dossier = pad.rsplit('/').next().unwrap().to_owned();
    (app, fg, dossier)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_officer_sees_pages_a_filter_and_a_file() {
    let (app, fg, dossier) = looked_at().await;
    let pagina = app.get(&fg, "/GM0294/inzagelog").await;
    assert_eq!(pagina.status, StatusCode::OK, "{}", pagina.tekst());
    let tekst = pagina.tekst();
    assert!(tekst.contains("1 inzage") && tekst.contains("Test consulent"));
    assert!(tekst.contains(&dossier) && !tekst.contains(&format!("/inwoners/{dossier}")));
    assert_eq!(count(&pagina, "table tbody tr"), 1, "lists do not drown it");

    let vraag = format!("/GM0294/inzagelog?dossier={dossier}&medewerker=test-consulent");
    let gefilterd = app.get(&fg, &vraag).await;
    assert!(gefilterd.tekst().contains("Dossier bekijken"));
    let leeg = app.get(&fg, "/GM0294/inzagelog?tot=2020-01-01").await;
    assert!(leeg.tekst().contains("past bij wat u koos"));

    for (formaat, begin) in [
        ("csv", &b"Datum;Datum en tijd;"[..]),
        ("xlsx", b"PK"),
        ("ods", b"PK"),
    ] {
        let bestand = app
            .get(
                &fg,
                &format!("/GM0294/inzagelog/lijst.{formaat}?dossier={dossier}"),
            )
            .await;
        assert_eq!(bestand.status, StatusCode::OK, "{formaat}");
        assert!(bestand.inhoud.starts_with(begin), "{formaat}");
    }
    let geen = app.get(&fg, "/GM0294/inzagelog/lijst.exe").await;
    assert_eq!(geen.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_one_row_that_can_be_opened() {
    let (app, fg, dossier) = looked_at().await;
    let lijsten = app.get(&fg, "/GM0294/inzagelog?soort=lijsten").await;
    assert_eq!(count(&lijsten, "table tbody tr"), 2, "a list and a search");
    let [naar] = hrefs(&lijsten, "table tbody a").try_into().unwrap();
    assert!(lijsten.tekst().contains("Lijst van 20 inwoners"));
    let open = app.get(&fg, &format!("/GM0294/inzagelog{naar}")).await;
    assert_eq!(open.status, StatusCode::OK, "{}", open.tekst());
    assert_eq!(count(&open, "table tbody tr"), 20);
    assert!(open.tekst().contains("20 inwoners in deze lijst"));
    // Who and when once, above the numbers; what remains of the columns is the number.
    assert_eq!(texts(&open, "table thead th"), ["Dossiernummer"]);
    assert_eq!(
        texts(&open, "dl dt"),
        ["Wanneer", "Medewerker", "Rol", "Activiteit"]
    );
    let terug = hrefs(&open, "a[data-terug]");
    assert_eq!(terug, ["/GM0294/inzagelog?soort=lijsten"]);

    let alles = app.get(&fg, "/GM0294/inzagelog?soort=alles").await;
    assert_eq!(count(&alles, "table tbody tr"), 4, "and a monthly file");
    assert!(alles.tekst().contains("Lijst van 25 inwoners"));
    // Who asks for one resident sees in which list the resident stood.
    let vraag = format!("/GM0294/inzagelog?soort=alles&dossier={dossier}");
    let een = app.get(&fg, &vraag).await;
    let kolom = texts(&een, "table tbody td:nth-child(4)");
    assert!(kolom.len() >= 3 && kolom.iter().all(|tekst| tekst.contains(&dossier)));
    for lijst in ["x", "' or 1=1", "0123456789abcdef0123456789abcdeg"] {
        let vraag = format!("/GM0294/inzagelog?lijst={}", lijst.replace(' ', "%20"));
        assert_eq!(app.get(&fg, &vraag).await.status, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_filter_keeps_what_was_typed_and_says_what_is_wrong() {
    let (app, fg, _) = looked_at().await;
    let fout = app
        .get(
            &fg,
            "/GM0294/inzagelog?dossier=%27%20or%201%3D1&van=31-02-2026&medewerker=a%07b",
        )
        .await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    let tekst = fout.tekst();
    assert!(tekst.contains("geen dossiernummer") && tekst.contains("31-02-2026"));
    assert!(
        tekst.contains("Test consulent"),
        "the choice of employees stays"
    );
    for pad in [
        "?na=x",
        "?na=-300000000000000000_1",
        "?soort=spieken",
        "?tijd=nacht",
    ] {
        let fout = app.get(&fg, &format!("/GM0294/inzagelog{pad}")).await;
        assert_eq!(fout.status, StatusCode::BAD_REQUEST, "{pad}");
    }
    let bestand = app
        .get(&fg, "/GM0294/inzagelog/lijst.csv?van=gisteren")
        .await;
    assert_eq!(bestand.status, StatusCode::BAD_REQUEST);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_number_that_a_case_worker_reads_out_finds_the_dossier_in_the_log() {
    let (app, wie) = caseload().await;
    let pad = find(&app, &wie, 1).await;
    let fg = app.login(actor(Rol::Fg, winterswijk())).await;
    for onder in ["", "/notities", "/tijdlijn"] {
        let pagina = app.get(&wie, &format!("{pad}{onder}")).await;
        let [nummer] = texts(&pagina, "[data-dossiernummer]").try_into().unwrap();
        let log = app
            .get(&fg, &format!("/GM0294/inzagelog?dossier={nummer}"))
            .await;
        assert!(texts(&log, "table tbody td").contains(&nummer), "{onder}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_names_of_employees_are_read_with_an_audit_row_also_when_the_filter_is_wrong() {
    let test = TestDb::new().await;
    let state = test_state(test.db.clone(), testkit::nu(), web::render_foutpagina);
    let app = TestApp::new(state, web::configure);
    let fg = app.login(actor(Rol::Fg, winterswijk())).await;
    let fout = app
        .get(&fg, "/GM0294/inzagelog?van=31-02-2026&dossier=x")
        .await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        test.audit_rows(winterswijk(), "inzagelog: keuzelijst van medewerkers")
            .await,
        ["test-fg"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_officer_begins_with_what_happened_this_week() {
    let (app, fg, _) = looked_at().await;
    let start = app.get(&fg, "/").await;
    let tekst = start.tekst();
    // The tests happen on a Saturday.
    assert!(
        tekst.contains("Controleer 1 inzage in dossiers en 2 in lijsten buiten kantooruren"),
        "{tekst}"
    );
    let naar = hrefs(&start, ".sh-taak a");
    assert_eq!(app.get(&fg, &naar[0]).await.status, StatusCode::OK);
    assert!(
        app.get(&fg, "/GM0294")
            .await
            .tekst()
            .contains("/GM0294/inzagelog")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_reads_the_log() {
    let app = app().await;
    for (wie, status) in [
        (consulent(), StatusCode::FORBIDDEN),
        (actor(Rol::Teamleider, winterswijk()), StatusCode::FORBIDDEN),
        (actor(Rol::Fg, nijkerk()), StatusCode::NOT_FOUND),
        (
            Actor::system("beheer", Rol::Beheerder),
            StatusCode::NOT_FOUND,
        ),
    ] {
        let bezoeker = app.login(wie.clone()).await;
        for pad in ["/GM0294/inzagelog", "/GM0294/inzagelog/lijst.csv"] {
            assert_eq!(
                app.get(&bezoeker, pad).await.status,
                status,
                "{wie:?} {pad}"
            );
        }
    }
    let anoniem = app.get(&Bezoeker::default(), "/GM0294/inzagelog").await;
    assert_eq!(anoniem.status, StatusCode::SEE_OTHER);
}
