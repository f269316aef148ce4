//! The quarter, the benchmark, the meeting and the staffing, through the pages.

use actix_web::http::StatusCode;
use domain::bevoegdheid::{Actor, Rol};
use http_base::testing::{Bezoeker, TestApp, test_state};
use primitives::{GemeenteCode, Maand};
use testkit::{TestDb, actor, consulent, fill_bestand, nijkerk, nu, winterswijk};

use crate::app;

/// Winterswijk with 400 residents and Nijkerk with 600, known over seven quarters up to 2026-K3.
pub async fn filled() -> TestApp {
    let test = TestDb::new().await;
    let maanden = ["2025-01", "2026-09"].map(|maand| Maand::parse(maand).unwrap());
    let mut superuser = test.superuser().await;
    fill_bestand(&mut superuser, winterswijk(), 400, maanden.into()).await;
    fill_bestand(&mut superuser, nijkerk(), 600, maanden.into()).await;
    let state = test_state(test.db.clone(), nu(), web::render_foutpagina);
    std::mem::forget(test);
    TestApp::new(state, web::configure)
}

fn with(rol: Rol) -> Actor {
    actor(rol, winterswijk())
}

pub async fn close(app: &TestApp, gemeente: GemeenteCode) {
    let directie = app.login(actor(Rol::Directie, gemeente)).await;
    let pad = format!("/{gemeente}/kwartalen/2026-K3/sluiten");
    let gesloten = app
        .post(&directie, &pad, &[("toelichting", "De formatie volgt.")])
        .await;
    assert_eq!(
        gesloten.status,
        StatusCode::SEE_OTHER,
        "{}",
        gesloten.tekst()
    );
}

/// Every `id` is used once and every control has a label.
pub fn check_form(html: &str) {
    let pagina = scraper::Html::parse_document(html);
    let kies = |css: &str| scraper::Selector::parse(css).unwrap();
    let labels: Vec<_> = pagina
        .select(&kies("label"))
        .filter_map(|l| l.attr("for"))
        .collect();
    for veld in pagina.select(&kies("input:not([type=hidden]), select, textarea")) {
        let id = veld.attr("id").unwrap();
        assert!(labels.contains(&id), "{id} has no label");
    }
    let mut ids: Vec<_> = pagina
        .select(&kies("[id]"))
        .filter_map(|e| e.attr("id"))
        .collect();
    let aantal = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), aantal, "an id is used twice");
    assert_eq!(pagina.select(&kies("h1")).count(), 1);
    assert_eq!(
        pagina.select(&kies("[style]")).count(),
        0,
        "the policy refuses style attributes"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn management_closes_a_quarter_from_the_work_list_and_everybody_reads_it() {
    let app = filled().await;
    let directie = app.login(with(Rol::Directie)).await;
    let start = app.get(&directie, "/").await.tekst();
    assert!(start.contains("Sluit het 3e kwartaal 2026"));
    assert!(start.contains("href=\"/GM0294/kwartalen/2026-K3/sluiten\""));

    let open = app
        .get(&directie, "/GM0294/kwartalen/2026-K3")
        .await
        .tekst();
    assert!(open.contains("voorlopige cijfers") && open.contains("Leg de formatie vast."));
    check_form(&open);

    let pad = "/GM0294/kwartalen/2026-K3/sluiten";
    let vraag = app.get(&directie, pad).await.tekst();
    assert!(vraag.contains("veranderen deze cijfers niet meer"));
    check_form(&vraag);
    let zonder = app.post(&directie, pad, &[]).await;
    assert_eq!(zonder.status, StatusCode::BAD_REQUEST);
    assert!(
        zonder
            .tekst()
            .contains("Er zijn aandachtspunten: leg uit waarom u toch sluit.")
    );
    let verkeerd = app
        .post(
            &directie,
            pad,
            &[("toelichting", "x"), ("bekendOp", "31-2-2026")],
        )
        .await;
    assert_eq!(verkeerd.status, StatusCode::BAD_REQUEST);
    assert!(
        verkeerd.tekst().contains("value=\"31-2-2026\""),
        "what was typed stays"
    );
    close(&app, winterswijk()).await;

    let lezer = app.login(with(Rol::Opdrachtgever)).await;
    let dicht = app.get(&lezer, "/GM0294/kwartalen/2026-K3").await.tekst();
    assert!(dicht.contains("gesloten") && dicht.contains("De formatie volgt."));
    assert!(
        !dicht.contains("/sluiten\""),
        "a commissioner does not close"
    );
    check_form(&dicht);
    assert!(
        !app.get(&directie, "/")
            .await
            .tekst()
            .contains("Sluit het 3e kwartaal")
    );
    let nogmaals = app
        .post(&directie, pad, &[("toelichting", "nog eens")])
        .await;
    assert_eq!(nogmaals.status, StatusCode::CONFLICT);
    let vergelijken = [("toelichting", "nog eens"), ("vergelijking", "ja")];
    let opnieuw = app.post(&directie, pad, &vergelijken).await;
    assert_eq!(opnieuw.status, StatusCode::SEE_OTHER);
    let tweede = app
        .get(&lezer, "/GM0294/kwartalen/2026-K3/rapport.json")
        .await
        .tekst();
    assert!(tweede.contains("toen Winterswijk sloot, had nog geen andere gemeente"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_report_is_had_in_every_form_and_stays_the_same() {
    let app = filled().await;
    let lezer = app.login(with(Rol::Opdrachtgever)).await;
    let vroeg = app
        .get(&lezer, "/GM0294/kwartalen/2026-K3/rapport.pdf")
        .await;
    assert_eq!(vroeg.status, StatusCode::NOT_FOUND);
    close(&app, winterswijk()).await;
    for (formaat, begin) in [
        ("pdf", b"%PDF".as_slice()),
        ("xlsx", b"PK"),
        ("ods", b"PK"),
        ("csv", b"gemeentecode"),
        ("json", b"{"),
    ] {
        let pad = format!("/GM0294/kwartalen/2026-K3/rapport.{formaat}");
        let eerste = app.get(&lezer, &pad).await;
        assert_eq!(eerste.status, StatusCode::OK, "{formaat}");
        let inhoud = eerste
            .inhoud
            .strip_prefix(b"\xef\xbb\xbf")
            .unwrap_or(&eerste.inhoud);
        assert!(inhoud.starts_with(begin), "{formaat}");
        let naam = format!("kwartaalrapportage-GM0294-2026-K3.{formaat}");
        assert!(eerste.kop("content-disposition").contains(&naam));
        assert_eq!(
            app.get(&lezer, &pad).await.inhoud,
            eerste.inhoud,
            "{formaat}"
        );
    }
    let geen = app
        .get(&lezer, "/GM0294/kwartalen/2026-K3/rapport.exe")
        .await;
    assert_eq!(geen.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_page_of_a_commissioner_shows_the_quarter_at_a_glance() {
    let app = filled().await;
    close(&app, winterswijk()).await;
    let lezer = app.login(with(Rol::Opdrachtgever)).await;
    let start = app.get(&lezer, "/").await.tekst();
    assert!(start.contains("Het 3e kwartaal 2026 in één oogopslag"));
    assert!(start.contains("href=\"/GM0294/kwartalen/2026-K3/rapport.pdf\""));
    let gemeente = app.get(&lezer, "/GM0294").await.tekst();
    assert!(
        gemeente.contains("benchmark?indicator=in-beeld&amp;kwartaal=2026-K3")
            || gemeente.contains("benchmark?indicator=in-beeld&#38;kwartaal=2026-K3")
    );
    let consulent = app.login(consulent()).await;
    assert!(
        !app.get(&consulent, "/")
            .await
            .tekst()
            .contains("in één oogopslag")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comment_stands_on_the_page_as_text() {
    let app = filled().await;
    let lezer = app.login(with(Rol::Opdrachtgever)).await;
    let pad = "/GM0294/kwartalen/2026-K3/toelichtingen";
    let leeg = app
        .post(&lezer, pad, &[("tekst", " "), ("indicator", "geluk")])
        .await;
    assert_eq!(leeg.status, StatusCode::BAD_REQUEST);
    assert!(leeg.tekst().contains("Er zijn 2 fouten in het formulier"));
    let goed = [
        ("tekst", "<b>Een fabriek sloot.</b>"),
        ("indicator", "instroom"),
    ];
    assert_eq!(
        app.post(&lezer, pad, &goed).await.status,
        StatusCode::SEE_OTHER
    );
    let html = app.get(&lezer, "/GM0294/kwartalen/2026-K3").await.tekst();
    assert!(html.contains("Over Instroom") && html.contains("Een fabriek sloot."));
    assert!(!html.contains("<b>Een fabriek"));
    let consulent = app.login(consulent()).await;
    assert_eq!(
        app.post(&consulent, pad, &goed).await.status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_goes_from_plan_to_decisions_and_agreements() {
    let app = filled().await;
    close(&app, winterswijk()).await;
    let lezer = app.login(with(Rol::Opdrachtgever)).await;
    let leeg = app.get(&lezer, "/overleg").await.tekst();
    assert!(leeg.contains("Er is nog geen overleg gepland."));
    check_form(&leeg);
    let fout = app
        .post(
            &lezer,
            "/overleg",
            &[("datum", "30-9-2026"), ("kwartaal", "2026-K3")],
        )
        .await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    let plan = [
        ("datum", "20-11-2026"),
        ("kwartaal", "2026-K3"),
        ("plaats", "Raadhuis"),
    ];
    let gepland = app.post(&lezer, "/overleg", &plan).await;
    assert_eq!(gepland.kop("location"), "/overleg/2026-11-20");
    let dubbel = app.post(&lezer, "/overleg", &plan).await;
    assert!(dubbel.tekst().contains("al een overleg gepland"));

    // Another member prepares it too, and sees its own documents only.
    let nijkerk = app.login(actor(Rol::Directie, nijkerk())).await;
    let punt = [("titel", "Statushouders"), ("toelichting", "")];
    let agenda = app
        .post(&nijkerk, "/overleg/2026-11-20/agendapunten", &punt)
        .await;
    assert_eq!(agenda.status, StatusCode::SEE_OTHER);
    let html = app.get(&nijkerk, "/overleg/2026-11-20").await.tekst();
    assert!(html.contains("Statushouders") && html.contains("Winterswijk"));
    assert!(!html.contains("href=\"/GM0294/kwartalen"));
    check_form(&html);

    let formulier = app
        .get(&lezer, "/overleg/2026-11-20/besluiten")
        .await
        .tekst();
    check_form(&formulier);
    let besluiten = [("versie", "2"), ("besluit-6", "Plan volgt in januari")];
    let vast = app
        .post(&lezer, "/overleg/2026-11-20/besluiten", &besluiten)
        .await;
    assert_eq!(vast.status, StatusCode::SEE_OTHER, "{}", vast.tekst());
    assert_eq!(
        app.post(&lezer, "/overleg/2026-11-20/besluiten", &besluiten)
            .await
            .status,
        StatusCode::CONFLICT
    );
    let afspraak = [
        ("tekst", "Meet de treden"),
        ("eigenaar", "teamleider"),
        ("uiterlijk", "21-11-2026"),
    ];
    let nieuw = app
        .post(&lezer, "/overleg/2026-11-20/afspraken", &afspraak)
        .await;
    assert_eq!(nieuw.status, StatusCode::SEE_OTHER, "{}", nieuw.tekst());
    let html = app.get(&lezer, "/overleg/2026-11-20").await.tekst();
    assert!(html.contains("Besluit: Plan volgt in januari") && html.contains("Meet de treden"));
    let pagina = scraper::Html::parse_document(&html);
    let link = scraper::Selector::parse("#afspraken ~ tbody a, a[href*='/afspraken/']").unwrap();
    let pad = pagina
        .select(&link)
        .next()
        .unwrap()
        .attr("href")
        .unwrap()
        .to_owned();
    check_form(&app.get(&lezer, &pad).await.tekst());
    let leeg = app
        .post(&lezer, &pad, &[("hoe", "afgerond"), ("tekst", "")])
        .await;
    assert_eq!(leeg.status, StatusCode::BAD_REQUEST);
    let klaar = app
        .post(
            &lezer,
            &pad,
            &[("hoe", "afgerond"), ("tekst", "Iedereen gemeten")],
        )
        .await;
    assert_eq!(klaar.status, StatusCode::SEE_OTHER);
    assert!(
        app.get(&lezer, "/overleg")
            .await
            .tekst()
            .contains("Er zijn geen lopende afspraken.")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn staffing_is_recorded_by_management_and_read_by_commissioners() {
    let app = app().await;
    let directie = app.login(with(Rol::Directie)).await;
    check_form(&app.get(&directie, "/formatie").await.tekst());
    let leeg = app.post(&directie, "/formatie", &[]).await;
    assert_eq!(leeg.status, StatusCode::BAD_REQUEST);
    assert!(leeg.tekst().contains("Er zijn 5 fouten in het formulier"));
    let goed = [
        ("gemeente", "GM0294"),
        ("functie", "klantmanager"),
        ("doelgroep", "regulier"),
        ("fte", "1,67"),
        ("van", "1-1-2026"),
    ];
    assert_eq!(
        app.post(&directie, "/formatie", &goed).await.status,
        StatusCode::SEE_OTHER
    );
    let lezer = app.login(with(Rol::Opdrachtgever)).await;
    let html = app.get(&lezer, "/formatie").await.tekst();
    assert!(html.contains("1,67") && html.contains("reguliere doelgroep"));
    assert!(!html.contains("<form class=\"sh-formulier\""));
    assert_eq!(
        app.post(&lezer, "/formatie", &goed).await.status,
        StatusCode::FORBIDDEN
    );
    let elders = [("gemeente", "GM0267"), goed[1], goed[2], goed[3], goed[4]];
    assert_eq!(
        app.post(&directie, "/formatie", &elders).await.status,
        StatusCode::BAD_REQUEST
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn addresses_are_added_and_taken_off() {
    let app = app().await;
    let lezer = app.login(with(Rol::Opdrachtgever)).await;
    let pad = "/GM0294/kwartalen/ontvangers";
    let fout = app
        .post(&lezer, pad, &[("email", "geen adres"), ("rol", "")])
        .await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    assert!(fout.tekst().contains("geen e-mailadres"));
    let goed = [("email", "o@winterswijk.example"), ("rol", "opdrachtgever")];
    assert_eq!(
        app.post(&lezer, pad, &goed).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        app.post(&lezer, pad, &goed).await.status,
        StatusCode::BAD_REQUEST
    );
    let html = app.get(&lezer, pad).await.tekst();
    check_form(&html);
    let pagina = scraper::Html::parse_document(&html);
    let knop = scraper::Selector::parse("form[action$='/einde']").unwrap();
    let einde = pagina
        .select(&knop)
        .next()
        .unwrap()
        .attr("action")
        .unwrap()
        .to_owned();
    assert_eq!(
        app.post(&lezer, &einde, &[]).await.status,
        StatusCode::SEE_OTHER
    );
    assert!(
        app.get(&lezer, pad)
            .await
            .tekst()
            .contains("Niemand krijgt bericht.")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_in_where_he_does_not_belong() {
    let app = app().await;
    let paden = [
        "/GM0294/kwartalen",
        "/GM0294/kwartalen/2026-K3",
        "/GM0294/kwartalen/2026-K3/sluiten",
        "/GM0294/kwartalen/2026-K3/rapport.pdf",
        "/GM0294/kwartalen/ontvangers",
        "/GM0294/benchmark",
        "/GM0294/benchmark/lijst.csv",
    ];
    let elders = app.login(actor(Rol::Directie, nijkerk())).await;
    let fg = app.login(with(Rol::Fg)).await;
    for pad in paden {
        assert_eq!(
            app.get(&Bezoeker::default(), pad).await.status,
            StatusCode::SEE_OTHER,
            "{pad}"
        );
        assert_eq!(
            app.get(&elders, pad).await.status,
            StatusCode::NOT_FOUND,
            "{pad}"
        );
        assert_eq!(
            app.get(&fg, pad).await.status,
            StatusCode::FORBIDDEN,
            "{pad}"
        );
    }
    for pad in ["/overleg", "/overleg/2026-11-20", "/formatie"] {
        assert_eq!(
            app.get(&Bezoeker::default(), pad).await.status,
            StatusCode::SEE_OTHER,
            "{pad}"
        );
        assert_eq!(
            app.get(&fg, pad).await.status,
            StatusCode::FORBIDDEN,
            "{pad}"
        );
    }
    let lezer = app.login(with(Rol::Opdrachtgever)).await;
    let sluiten = "/GM0294/kwartalen/2026-K3/sluiten";
    assert_eq!(app.get(&lezer, sluiten).await.status, StatusCode::FORBIDDEN);
    let directie = app.login(with(Rol::Directie)).await;
    let lopend = app
        .get(&directie, "/GM0294/kwartalen/2026-K4/sluiten")
        .await;
    assert_eq!(lopend.status, StatusCode::CONFLICT);
    for pad in [
        "/GM0294/kwartalen/2026-K5",
        "/GM0294/kwartalen/x",
        "/overleg/2026-02-30",
    ] {
        assert_eq!(
            app.get(&directie, pad).await.status,
            StatusCode::NOT_FOUND,
            "{pad}"
        );
    }
}
