//! Policy as a file on its pages: there and back, one change, a proposal; and files that nobody should send.

use actix_web::http::StatusCode;
use domain::bevoegdheid::{Actor, Rol};
use http_base::testing::{Bezoeker, TestAntwoord, TestApp};
use scraper::{Html, Selector};
use testkit::{actor, collega, consulent, winterswijk};

use crate::app;

const PAD: &str = "/GM0294/beleid/bestand";

fn griffie() -> Actor {
    actor(Rol::Griffie, winterswijk())
}

fn readable(html: &str) -> String {
    let pagina = Html::parse_document(html);
    let main = Selector::parse("main").unwrap();
    let tekst: Vec<_> = pagina.select(&main).flat_map(|m| m.text()).collect();
    let tekst = tekst.join(" ");
    tekst.split_whitespace().collect::<Vec<_>>().join(" ")
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

async fn probe(app: &TestApp, wie: &Bezoeker, naam: &str, inhoud: &[u8]) -> TestAntwoord {
    let velden = [("inwerkingtreding", "1-1-2027")];
    app.upload(wie, PAD, &velden, ("bestand", naam, inhoud))
        .await
}

/// A decision that holds, so that there is something to take along.
async fn decide(app: &TestApp) {
    let (een, twee) = (
        app.login(griffie()).await,
        app.login(collega(Rol::Griffie, winterswijk())).await,
    );
    let besluit = [
        ("orgaan", "raad"),
        ("nummer", "2026-7"),
        ("titel", "Inkomenstoeslag"),
        ("vergaderdatum", "1-10-2026"),
        ("uitkomst.beslissing", "conform-voorstel"),
        ("inwerkingtreding", "1-11-2026"),
        ("waarden.0.sleutel", "iit.referteperiode"),
        ("waarden.0.waarde", "36"),
        ("waarden.1.sleutel", "iit.kindtoeslag.eerste"),
        ("waarden.1.waarde", "1.234,50"),
    ];
    let besluit = post(app, &een, "/GM0294/besluiten/nieuw", &besluit).await;
    let bekend = [
        ("plaats", "gemeenteblad"),
        ("nummer", "2026, 77"),
        ("datum", "20-10-2026"),
        ("inwerkingtreding", "1-11-2026"),
    ];
    post(app, &twee, &format!("{besluit}/bekendmaking"), &bekend).await;
}

/// The fields of the form that makes a proposal, as a browser would send them.
fn fields(html: &str) -> Vec<(String, String)> {
    let pagina = Html::parse_document(html);
    let veld = Selector::parse("form[action$='/voorstellen/nieuw'] input").unwrap();
    pagina
        .select(&veld)
        .filter_map(|v| {
            let (naam, waarde) = (v.value().attr("name")?, v.value().attr("value"));
            Some((naam.to_owned(), waarde.unwrap_or_default().to_owned()))
        })
        .filter(|(naam, _)| naam != "titel" && naam != "_csrf")
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_changed_value_is_one_difference_and_becomes_a_proposal() {
    let app = app().await;
    decide(&app).await;
    let wie = app.login(griffie()).await;
    let uit = app.get(&wie, &format!("{PAD}/beleid.yaml")).await;
    assert_eq!(
        (uit.status, uit.kop("content-type")),
        (StatusCode::OK, "application/yaml")
    );
    let yaml = uit.tekst();
    assert!(
        yaml.contains("iit.referteperiode") && yaml.contains("Raadsbesluit 2026-7"),
        "{yaml}"
    );
    let zelfde = probe(&app, &wie, "beleid.yaml", yaml.as_bytes()).await;
    assert!(
        readable(&zelfde.tekst()).contains("Geen verschillen"),
        "{}",
        zelfde.tekst()
    );

    let anders = yaml.replace("1234.50", "1300.00");
    assert_ne!(yaml, anders);
    let proef = probe(&app, &wie, "beleid.yaml", anders.as_bytes()).await;
    let tekst = readable(&proef.tekst());
    for verwacht in [
        "Gewijzigd 1",
        "Ongewijzigd 1",
        "€ 1.234,50 per jaar",
        "€ 1.300,00 per jaar",
    ] {
        assert!(tekst.contains(verwacht), "{verwacht}: {tekst}");
    }
    let lijst = readable(&app.get(&wie, "/GM0294/voorstellen").await.tekst());
    assert!(
        lijst.contains("Er is geen voorstel"),
        "a trial writes nothing: {lijst}"
    );

    let mut velden = fields(&proef.tekst());
    velden.push(("titel".into(), "Kindtoeslag omhoog".into()));
    let velden: Vec<_> = velden
        .iter()
        .map(|(n, w)| (n.as_str(), w.as_str()))
        .collect();
    let voorstel = post(&app, &wie, "/GM0294/voorstellen/nieuw", &velden).await;
    let pagina = readable(&app.get(&wie, &voorstel).await.tekst());
    assert!(
        pagina.contains("€ 1.300,00") && !pagina.contains("36 maanden"),
        "{pagina}"
    );

    // Who prepares nothing may look and try, and gets no button.
    let consulent = app.login(consulent()).await;
    let proef = probe(&app, &consulent, "beleid.yaml", anders.as_bytes()).await;
    assert_eq!(proef.status, StatusCode::OK);
    assert!(!proef.tekst().contains("Maak hiervan een voorstel"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workbook_goes_there_and_back() {
    let app = app().await;
    decide(&app).await;
    let wie = app.login(griffie()).await;
    let uit = app
        .get(&wie, &format!("{PAD}/beleid.xlsx?peildatum=2026-12-01"))
        .await;
    assert!(uit.inhoud.starts_with(b"PK"));
    let proef = probe(&app, &wie, "beleid.xlsx", &uit.inhoud).await;
    assert!(readable(&proef.tekst()).contains("Geen verschillen"));
    let geen = app.get(&wie, &format!("{PAD}/beleid.pdf")).await;
    assert_eq!(geen.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_told_at_the_field_and_nothing_is_written() {
    let app = app().await;
    let wie = app.login(griffie()).await;
    for (naam, inhoud, verwacht) in [
        ("beleid.yaml", &b"vorm: &x a"[..], "ankers"),
        ("beleid.yaml", b"\xff\xfe", "UTF-8"),
        ("beleid.xlsx", b"geen zip", "geen XLSX-bestand"),
        ("beleid.pdf", b"%PDF", ".yaml of .xlsx"),
        ("", b"", ".yaml of .xlsx"),
    ] {
        let antwoord = probe(&app, &wie, naam, inhoud).await;
        assert_eq!(antwoord.status, StatusCode::BAD_REQUEST, "{naam}");
        let tekst = readable(&antwoord.tekst());
        assert!(tekst.contains(verwacht), "{naam}: {tekst}");
    }
    let groot = vec![b'a'; 50 * 1024 * 1024];
    let antwoord = probe(&app, &wie, "beleid.yaml", &groot).await;
    assert_eq!(antwoord.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(
        antwoord.tekst().contains("ten hoogste 1 MB"),
        "{}",
        antwoord.tekst()
    );
    let fout = b"vorm: stuurhuis-beleid-1\nwaarden:\n- sleutel: iit.referteperiode\n  waarde: veel\n- sleutel: iets\n  waarde: 1\n";
    let tekst = readable(&probe(&app, &wie, "b.yml", fout).await.tekst());
    assert!(
        tekst.contains("Geweigerd 2") && tekst.contains("sleutel: deze sleutel staat niet"),
        "{tekst}"
    );
    assert!(!tekst.contains("Maak hiervan"));
}
