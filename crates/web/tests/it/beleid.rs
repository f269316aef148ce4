//! A clerk records, publishes and corrects; everybody sees what holds; nobody else writes.

use actix_web::http::StatusCode;
use domain::beleid::catalogus;
use domain::bevoegdheid::{Actor, Rol, Toekenning, Werkgebied};
use http_base::testing::{Bezoeker, TestApp};
use scraper::{Html, Selector};
use testkit::{actor, collega, consulent, nijkerk, winterswijk};

use crate::app;

fn griffie() -> Actor {
    actor(Rol::Griffie, winterswijk())
}

const BESLUIT: &[(&str, &str)] = &[
    ("orgaan", "raad"),
    ("thema", "iit"),
    ("nummer", "2025-118"),
    ("titel", "Verordening <b>inkomenstoeslag</b>"),
    ("vergaderdatum", "11-12-2025"),
    ("uitkomst.beslissing", "conform-voorstel"),
    ("inwerkingtreding", "1-1-2026"),
    ("waarden.0.sleutel", "iit.bedrag.alleenstaande"),
    ("waarden.0.waarde", "€ 450"),
    ("waarden.1.sleutel", "iit.referteperiode"),
    ("waarden.1.waarde", ""),
    ("waarden.2.sleutel", "iit.bedrag.alleenstaande-ouder"),
    ("waarden.2.waarde", "550"),
    ("waarden.3.sleutel", "iit.bedrag.gehuwden"),
    ("waarden.3.waarde", "600"),
];

const BEKENDMAKING: &[(&str, &str)] = &[
    ("plaats", "cvdr"),
    ("nummer", "CVDR741634"),
    ("datum", "18-12-2025"),
    ("inwerkingtreding", "1-1-2026"),
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

/// Records the decision and gives its address.
async fn record(app: &TestApp, wie: &Bezoeker) -> String {
    let antwoord = app.post(wie, "/GM0294/besluiten/nieuw", BESLUIT).await;
    assert_eq!(
        antwoord.status,
        StatusCode::SEE_OTHER,
        "{}",
        antwoord.tekst()
    );
    antwoord.kop("location").to_owned()
}

/// The text of the row of a table that starts with a link to `href`.
fn row(html: &str, href: &str) -> String {
    let pagina = Html::parse_document(html);
    let rij = Selector::parse("tbody tr").unwrap();
    let kop = Selector::parse("th a").unwrap();
    let mut rijen = pagina.select(&rij);
    let gevonden = rijen.find(|rij| rij.select(&kop).any(|a| a.attr("href") == Some(href)));
    let tekst: String = gevonden
        .expect("a row")
        .text()
        .collect::<Vec<_>>()
        .join(" ");
    tekst.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clerk_records_and_publishes_and_everybody_sees_the_value() {
    let app = app().await;
    let wie = app.login(griffie()).await;
    let besluit = record(&app, &wie).await;
    let pagina = app.get(&wie, &besluit).await.tekst();
    assert!(
        pagina.contains("gelden pas na de bekendmaking")
            && pagina.contains("nog niet bekendgemaakt")
    );
    assert!(
        !pagina.contains("<b>inkomenstoeslag</b>"),
        "what was typed is shown as text"
    );
    let href = "/GM0294/beleid/iit.bedrag.alleenstaande";
    assert!(row(&app.get(&wie, "/GM0294/beleid").await.tekst(), href).contains("Niet vastgesteld"));
    let tweede = app.login(collega(Rol::Griffie, winterswijk())).await;
    let taken = app.get(&tweede, "/").await.tekst();
    assert!(taken.contains("Leg de bekendmaking vast van Raadsbesluit 2025-118"));
    let eigen_taken = app.get(&wie, "/").await.tekst();
    assert!(
        !eigen_taken.contains("Leg de bekendmaking vast"),
        "a colleague does that"
    );

    let zelf = app
        .post(&wie, &format!("{besluit}/bekendmaking"), BEKENDMAKING)
        .await;
    assert_eq!(zelf.status, StatusCode::FORBIDDEN, "{}", zelf.tekst());
    let antwoord = app
        .post(&tweede, &format!("{besluit}/bekendmaking"), BEKENDMAKING)
        .await;
    assert_eq!(
        antwoord.status,
        StatusCode::SEE_OTHER,
        "{}",
        antwoord.tekst()
    );
    assert!(
        !app.get(&tweede, "/")
            .await
            .tekst()
            .contains("Leg de bekendmaking vast")
    );
    let consulent = app.login(consulent()).await;
    let regel = row(&app.get(&consulent, "/GM0294/beleid").await.tekst(), href);
    assert!(
        regel.contains("450,00 per jaar raad Raadsbesluit 2025-118 sinds 01-01-2026"),
        "{regel}"
    );
    let pagina = app.get(&consulent, href).await.tekst();
    assert!(pagina.contains("Nijkerk") && pagina.contains("Geen besluit"));
    let vroeger = app
        .get(&consulent, &format!("{href}?bekendOp=20-11-2026"))
        .await
        .tekst();
    assert!(
        !vroeger.contains("450,00"),
        "it was recorded on 21 November"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_stands_at_its_field_and_nothing_typed_is_lost() {
    let app = app().await;
    let wie = app.login(griffie()).await;
    let fout = with(
        BESLUIT,
        &[
            ("nummer", ""),
            ("vergaderdatum", "31-2-2026"),
            ("uitkomst.stemming", "geteld"),
            ("waarden.1.waarde", "veel'); drop table besluit; --"),
        ],
    );
    let antwoord = app.post(&wie, "/GM0294/besluiten/nieuw", &fout).await;
    assert_eq!(antwoord.status, StatusCode::BAD_REQUEST);
    let pagina = Html::parse_document(&antwoord.tekst());
    let kies = |css: &str| Selector::parse(css).unwrap();
    let overzicht: Vec<_> = pagina
        .select(&kies("[data-foutoverzicht] a"))
        .filter_map(|a| a.attr("href"))
        .collect();
    assert_eq!(overzicht.len(), 5, "{overzicht:?}");
    for anker in overzicht {
        let id = anker.trim_start_matches('#');
        let veld = pagina
            .select(&kies("[id]"))
            .find(|e| e.attr("id") == Some(id));
        assert!(veld.is_some(), "{id} is nowhere on the page");
    }
    let waarde = |naam: &str| {
        let input = kies("input");
        let mut velden = pagina.select(&input);
        velden
            .find(|e| e.attr("name") == Some(naam))
            .unwrap()
            .attr("value")
            .unwrap()
            .to_owned()
    };
    assert_eq!(waarde("waarden.0.waarde"), "€ 450");
    assert_eq!(waarde("waarden.1.waarde"), "veel'); drop table besluit; --");
    assert_eq!(waarde("vergaderdatum"), "31-2-2026");
    let lijst = app.get(&wie, "/GM0294/besluiten").await.tekst();
    assert!(
        lijst.contains("nog geen besluit vastgelegd"),
        "nothing was written"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn one_more_row_keeps_what_was_typed_and_records_nothing() {
    let app = app().await;
    let wie = app.login(griffie()).await;
    let meer = with(BESLUIT, &[("actie", "rij")]);
    let antwoord = app.post(&wie, "/GM0294/besluiten/nieuw", &meer).await;
    assert_eq!(antwoord.status, StatusCode::OK);
    let tekst = antwoord.tekst();
    assert!(tekst.contains("name=\"waarden.2.sleutel\"") && tekst.contains("value=\"2025-118\""));
    assert!(
        app.get(&wie, "/GM0294/besluiten")
            .await
            .tekst()
            .contains("nog geen besluit")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bound_is_refused_with_its_article() {
    let app = app().await;
    let wie = app.login(actor(Rol::College, winterswijk())).await;
    let velden = with(
        BESLUIT,
        &[
            ("orgaan", "college"),
            ("waarden.0.sleutel", "voorschot.percentage"),
            ("waarden.0.waarde", "90"),
        ],
    );
    let antwoord = app.post(&wie, "/GM0294/besluiten/nieuw", &velden).await;
    assert_eq!(antwoord.status, StatusCode::BAD_REQUEST);
    assert!(
        antwoord
            .tekst()
            .contains("ten minste 95% van de bijstand (Participatiewet art. 52 lid 2)")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_shows_both_what_was_and_what_is() {
    let app = app().await;
    let wie = app.login(griffie()).await;
    let besluit = record(&app, &wie).await;
    let tweede = app.login(collega(Rol::Griffie, winterswijk())).await;
    app.post(&tweede, &format!("{besluit}/bekendmaking"), BEKENDMAKING)
        .await;
    let pagina = Html::parse_document(&app.get(&wie, &besluit).await.tekst());
    let kies = Selector::parse("td a").unwrap();
    let mut links = pagina.select(&kies).filter_map(|a| a.attr("href"));
    let correctie = links
        .find(|href| href.ends_with("/correctie"))
        .unwrap()
        .to_owned();
    assert!(
        app.get(&wie, &correctie)
            .await
            .tekst()
            .contains("value=\"450,00\"")
    );
    let zonder_reden = [("waarde", "540"), ("van", "1-1-2026")];
    let antwoord = app.post(&wie, &correctie, &zonder_reden).await;
    assert_eq!(antwoord.status, StatusCode::BAD_REQUEST);
    let goed = [
        ("waarde", "540"),
        ("van", "1-1-2026"),
        ("reden", "typefout"),
    ];
    let antwoord = app.post(&wie, &correctie, &goed).await;
    assert_eq!(
        antwoord.status,
        StatusCode::SEE_OTHER,
        "{}",
        antwoord.tekst()
    );
    let pagina = app.get(&wie, &besluit).await.tekst();
    assert!(pagina.contains("540,00") && pagina.contains("450,00") && pagina.contains("typefout"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_not_write_cannot_and_who_is_elsewhere_sees_nothing() {
    let app = app().await;
    let wie = app.login(griffie()).await;
    let besluit = record(&app, &wie).await;
    let consulent = app.login(consulent()).await;
    for pad in ["/GM0294/beleid", "/GM0294/besluiten", &besluit] {
        assert_eq!(
            app.get(&consulent, pad).await.status,
            StatusCode::OK,
            "{pad}"
        );
    }
    let nieuw = "/GM0294/besluiten/nieuw";
    let bekendmaking = format!("{besluit}/bekendmaking");
    assert_eq!(
        app.get(&consulent, nieuw).await.status,
        StatusCode::FORBIDDEN
    );
    for (pad, velden) in [(nieuw, BESLUIT), (&bekendmaking, BEKENDMAKING)] {
        assert_eq!(
            app.post(&consulent, pad, velden).await.status,
            StatusCode::FORBIDDEN,
            "{pad}"
        );
    }
    let elders = app.login(actor(Rol::Griffie, nijkerk())).await;
    for pad in [
        "/GM0294/beleid",
        "/GM0294/besluiten",
        nieuw,
        &besluit,
        &bekendmaking,
    ] {
        assert_eq!(
            app.get(&elders, pad).await.status,
            StatusCode::NOT_FOUND,
            "{pad}"
        );
    }
    let bij_nijkerk = besluit.replace("GM0294", "GM0267");
    assert_eq!(
        app.get(&elders, &bij_nijkerk).await.status,
        StatusCode::NOT_FOUND
    );
    let college = app.login(actor(Rol::College, winterswijk())).await;
    let antwoord = app.post(&college, &bekendmaking, BEKENDMAKING).await;
    assert_eq!(antwoord.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_records_for_both_organs_chooses_one() {
    let app = app().await;
    let mut beide = griffie();
    beide.toekenningen.push(Toekenning {
        rol: Rol::College,
        werkgebied: Werkgebied::Gemeenten(vec![winterswijk()]),
    });
    let wie = app.login(beide).await;
    let keuze = app.get(&wie, "/GM0294/besluiten/nieuw").await.tekst();
    assert!(keuze.contains("Raadsbesluit") && keuze.contains("Collegebesluit"));
    let formulier = app
        .get(
            &wie,
            "/GM0294/besluiten/nieuw?orgaan=college&thema=bijstand&thema=werk",
        )
        .await;
    assert_eq!(formulier.status, StatusCode::OK);
    let tekst = formulier.tekst();
    assert!(tekst.contains("voorschot.percentage") && tekst.contains("inbeeld.termijn"));
    assert!(
        !tekst.contains("tegenprestatie.uren\""),
        "the council decides that"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn odd_addresses_get_a_page_and_no_failure() {
    let app = app().await;
    let wie = app.login(griffie()).await;
    for (pad, status) in [
        ("/GM0294/beleid/bestaat.niet", StatusCode::NOT_FOUND),
        ("/GM0294/beleid/%27%20or%201=1", StatusCode::NOT_FOUND),
        ("/GM0294/besluiten/1", StatusCode::NOT_FOUND),
        ("/GM0294/besluiten?na=x_y&orgaan=z", StatusCode::OK),
        ("/GM0294/beleid?peildatum=31-02-2026", StatusCode::OK),
        ("/GM0294/beleid?peildatum=9999-12-31", StatusCode::OK),
        (
            "/GM0294/beleid/iit.referteperiode?bekendOp=9999-12-31",
            StatusCode::OK,
        ),
        ("/GM0294/beleid?zoek=%00", StatusCode::BAD_REQUEST),
        ("/GM0294/besluiten?zoek=%00", StatusCode::BAD_REQUEST),
    ] {
        assert_eq!(app.get(&wie, pad).await.status, status, "{pad}");
    }
}

#[actix_web::test]
async fn every_parameter_of_the_catalogue_is_on_the_page_and_has_a_page() {
    let app = app().await;
    let wie = app.login(griffie()).await;
    let pagina = app.get(&wie, "/GM0294/beleid").await.tekst();
    for parameter in catalogus().parameters() {
        let href = format!("/GM0294/beleid/{}", parameter.sleutel);
        assert!(pagina.contains(&format!("href=\"{href}\"")), "{href}");
        let eigen = app.get(&wie, &href).await;
        assert_eq!(eigen.status, StatusCode::OK, "{href}");
        assert!(eigen.tekst().contains("Wat de wet zegt"), "{href}");
    }
}

#[actix_web::test]
async fn municipalities_are_compared_and_a_household_shows_what_it_gets() {
    let app = app().await;
    let wie = app.login(griffie()).await;
    let grenzen = [
        ("waarden.1.sleutel", "iit.inkomensgrens"),
        ("waarden.1.waarde", "110"),
        ("waarden.4.sleutel", "iit.referteperiode"),
        ("waarden.4.waarde", "36"),
    ];
    // Row 1 of the decision is empty; here it sets the income limit.
    let is_vrij = |(naam, _): &&(&str, &str)| !naam.starts_with("waarden.1.");
    let velden: Vec<_> = BESLUIT
        .iter()
        .filter(is_vrij)
        .chain(&grenzen)
        .copied()
        .collect();
    let antwoord = app.post(&wie, "/GM0294/besluiten/nieuw", &velden).await;
    let besluit = antwoord.kop("location").to_owned();
    let tweede = app.login(collega(Rol::Griffie, winterswijk())).await;
    app.post(&tweede, &format!("{besluit}/bekendmaking"), BEKENDMAKING)
        .await;

    let pagina = app
        .get(
            &wie,
            "/GM0294/beleid/vergelijken?peildatum=1-3-2026&verschil=ja",
        )
        .await;
    assert_eq!(pagina.status, StatusCode::OK);
    let tekst = pagina.tekst();
    assert!(tekst.contains("Winterswijk (deze gemeente)") && tekst.contains("Nijkerk"));
    assert!(
        tekst.contains("€\u{a0}450,00"),
        "the single household at 100%"
    );
    assert!(
        tekst.contains("Opbouw") && tekst.contains("Raadsbesluit 2025-118 (GM0294)"),
        "an amount names its decision"
    );
    assert!(
        tekst.contains("niet vastgesteld"),
        "Nijkerk decided nothing"
    );
    assert!(
        !tekst.contains("maatregel.duur.eerste"),
        "alike everywhere, so not asked for"
    );
    assert!(tekst.contains("<svg"), "a picture beside the table");
    let lijst = app
        .get(
            &wie,
            "/GM0294/beleid/vergelijken/lijst.csv?peildatum=2026-03-01",
        )
        .await;
    let csv = lijst.tekst();
    assert!(
        csv.contains("iit.bedrag.gehuwden") && csv.contains("Nijkerk"),
        "{csv}"
    );
    let fout = app
        .get(&wie, "/GM0294/beleid/vergelijken?peildatum=ooit")
        .await;
    assert!(fout.tekst().contains("Vul een datum in die bestaat"));
}
