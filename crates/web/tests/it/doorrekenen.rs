//! A clerk sees what another amount would mean, keeps it, and nobody sees a household.

use actix_web::http::StatusCode;
use domain::bevoegdheid::{Actor, Rol};
use http_base::testing::{Bezoeker, TestApp, test_state};
use primitives::Maand;
use scraper::{Html, Selector};
use testkit::{TestDb, actor, collega, fill_bestand, fill_huishoudens, nijkerk, nu, winterswijk};

use crate::app;
use crate::sturing::check_form;

const PAD: &str = "/GM0294/doorrekenen";

/// What the clerk fills in when no ordinance holds: all that the toeslag asks, in the second the amount is higher.
const ALLES: &str = "vanaf=1-1-2027&iit.bedrag.alleenstaande=450%2C00&iit.bedrag.alleenstaande-ouder=500\
&iit.bedrag.gehuwden=550&iit.referteperiode=36&iit.inkomensgrens=110";

async fn filled() -> TestApp {
    filled_with(TestDb::new().await).await
}

async fn filled_with(test: TestDb) -> TestApp {
    let maanden = ["2026-08", "2026-09"].map(|maand| Maand::parse(maand).unwrap());
    let mut superuser = test.superuser().await;
    fill_bestand(&mut superuser, winterswijk(), 400, maanden.into()).await;
    fill_huishoudens(&mut superuser, winterswijk()).await;
    let state = test_state(test.db.clone(), nu(), web::render_foutpagina);
    std::mem::forget(test);
    TestApp::new(state, web::configure)
}

fn with(rol: Rol) -> Actor {
    actor(rol, winterswijk())
}

async fn get(app: &TestApp, wie: &Bezoeker, vraag: &str) -> (StatusCode, String) {
    let antwoord = app.get(wie, &format!("{PAD}{vraag}")).await;
    (antwoord.status, antwoord.tekst())
}

/// The cells of a table by its id, row by row.
fn table(html: &str, id: &str) -> Vec<Vec<String>> {
    let pagina = Html::parse_document(html);
    let kies = |css: &str| Selector::parse(css).unwrap();
    let tabel = pagina
        .select(&kies("table"))
        .find(|tabel| tabel.select(&kies(&format!("#{id}"))).next().is_some())
        .unwrap_or_else(|| panic!("no table {id}"));
    let cel = |cel: scraper::ElementRef<'_>| cel.text().collect::<String>().trim().to_owned();
    tabel
        .select(&kies("tbody tr"))
        .map(|rij| rij.select(&kies("th, td")).map(cel).collect())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_begins_with_what_holds_and_shows_the_effect_of_another_value() {
    let app = filled().await;
    let wie = app.login(with(Rol::Griffie)).await;
    let (status, html) = get(&app, &wie, "").await;
    assert_eq!(status, StatusCode::OK, "{html}");
    assert!(html.contains("Er is nog niets veranderd."));
    assert!(html.contains("Nu niets vastgesteld."));
    check_form(&html.replace("<input class=\"sh-schuif\"", "<meta class=\"sh-schuif\""));

    let (status, html) = get(&app, &wie, "?vanaf=1-1-2027&norm.verlaging.woonsituatie=20").await;
    assert_eq!(status, StatusCode::OK);
    let huishoudens = table(&html, "tabel-leefvorm");
    let verliest: u32 = huishoudens[0][2].parse().unwrap();
    assert!(verliest >= 10, "{huishoudens:?}");
    let kosten = table(&html, "tabel-kosten");
    assert_eq!(kosten[0][..2], ["2027", "Algemene bijstand"]);
    assert!(
        kosten[0][4].contains('-') || kosten[0][4].contains('−'),
        "{kosten:?}"
    );
    assert_eq!(kosten[1][4], "€\u{a0}0,00");
    // Without an ordinance what the toeslag costs is not known, and is not written as zero.
    assert_eq!(kosten[1][2], "niet te bepalen");
    assert!(html.contains("woont bij iemand in"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_number_is_about_nobody_or_about_ten_households() {
    let app = filled().await;
    let wie = app.login(with(Rol::Opdrachtgever)).await;
    for referteperiode in [0, 12, 24, 30, 36, 48, 60] {
        let vraag = ALLES.replace(
            "referteperiode=36",
            &format!("referteperiode={referteperiode}"),
        );
        let (status, html) = get(
            &app,
            &wie,
            &format!("?{vraag}&norm.verlaging.woonsituatie=10"),
        )
        .await;
        assert_eq!(status, StatusCode::OK);
        for id in ["tabel-leefvorm", "tabel-inkomen", "tabel-verdeling"] {
            for getal in table(&html, id).iter().flat_map(|rij| rij.iter().skip(1)) {
                let getal: u32 = getal.replace('.', "").parse().unwrap();
                assert!(!(1..10).contains(&getal), "{id} {referteperiode}: {getal}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_is_told_at_its_field_and_what_was_typed_stays() {
    let app = filled().await;
    let wie = app.login(with(Rol::College)).await;
    let vraag = "?vanaf=31-2-2027&norm.verlaging.woonsituatie=120&iit.referteperiode=lang";
    let (status, html) = get(&app, &wie, vraag).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(html.contains("Er zijn 2 fouten"), "{html}");
    for tekst in ["value=\"31-2-2027\"", "value=\"lang\"", "value=\"120\""] {
        assert!(html.contains(tekst), "{tekst}");
    }
    let (_, html) = get(
        &app,
        &wie,
        "?vanaf=1-1-2027&norm.verlaging.woonsituatie=120",
    )
    .await;
    assert!(html.contains("art. 27"), "{html}");
    let (status, html) = get(&app, &wie, "?vanaf=1-1-2027&giften.grens=1300").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(html.contains("niet wie giften krijgt"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_script_gets_only_the_effect() {
    let app = filled().await;
    let wie = app.login(with(Rol::Griffie)).await;
    let (status, deel) = get(&app, &wie, &format!("/uitkomst?{ALLES}")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(deel.contains("data-samenvatting") && !deel.contains("<html"));
    let (status, deel) = get(&app, &wie, "/uitkomst?vanaf=x").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(deel.contains("Nog niet goed ingevuld: vanaf"), "{deel}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_organs_keep_a_calculation_and_commissioners_read_it() {
    let app = filled().await;
    let griffie = app.login(with(Rol::Griffie)).await;
    let velden = [
        ("vanaf", "1-1-2027"),
        ("norm.verlaging.woonsituatie", "20"),
        ("naam", "Lagere norm <2027>"),
    ];
    let antwoord = app.post(&griffie, PAD, &velden).await;
    assert_eq!(
        antwoord.status,
        StatusCode::SEE_OTHER,
        "{}",
        antwoord.tekst()
    );
    let adres = antwoord.kop("location").to_owned();
    let opdrachtgever = app.login(with(Rol::Opdrachtgever)).await;
    let bewaard = app.get(&opdrachtgever, &adres).await.tekst();
    assert!(bewaard.contains("is gelijk aan de bewaarde"), "{bewaard}");
    assert!(bewaard.contains("Lagere norm &#60;2027&#62;"));
    let lijst = get(&app, &opdrachtgever, "").await.1;
    assert!(lijst.contains(&adres) && !lijst.contains("Naam van deze doorrekening"));

    let dubbel = app.post(&griffie, PAD, &velden).await;
    assert_eq!(dubbel.status, StatusCode::BAD_REQUEST);
    assert!(dubbel.tekst().contains("al een doorrekening met deze naam"));
    let naamloos = app.post(&griffie, PAD, &velden[..2]).await;
    assert_eq!(naamloos.status, StatusCode::BAD_REQUEST);
    let geweigerd = app.post(&opdrachtgever, PAD, &velden).await;
    assert_eq!(geweigerd.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn others_do_not_come_in() {
    let app = app().await;
    for (wie, status) in [
        (with(Rol::Consulent), StatusCode::FORBIDDEN),
        (with(Rol::Fg), StatusCode::FORBIDDEN),
        (actor(Rol::Griffie, nijkerk()), StatusCode::NOT_FOUND),
    ] {
        let bezoeker = app.login(wie).await;
        for pad in ["", "/uitkomst", "/01890a5d-ac96-774b-bcce-b302099a8057"] {
            assert_eq!(get(&app, &bezoeker, pad).await.0, status, "{pad}");
        }
    }
    let griffie = app.login(with(Rol::Griffie)).await;
    for pad in ["/bestaat-niet", "/01890a5d-ac96-774b-bcce-b302099a8057"] {
        assert_eq!(
            get(&app, &griffie, pad).await.0,
            StatusCode::NOT_FOUND,
            "{pad}"
        );
    }
    // Without a delivery the page says so.
    let (status, html) = get(&app, &griffie, "").await;
    assert_eq!(status, StatusCode::OK);
    assert!(html.contains("nog geen maandbestand"), "{html}");
}

#[tokio::test(flavor = "multi_thread")]
async fn households_that_are_left_out_are_never_called_unchanged() {
    let test = TestDb::new().await;
    test.merge("GM9991", "Voorbeelddorp", winterswijk(), "2026-01-01")
        .await;
    let app = filled_with(test).await;
    let vraag = "?vanaf=1-1-2027&iit.bedrag.alleenstaande=450";
    let (een, twee) = (
        app.login(with(Rol::Griffie)).await,
        app.login(collega(Rol::Griffie, winterswijk())).await,
    );
    let (_, html) = get(&app, &een, vraag).await;
    assert!(html.contains("<dt>Krijgen evenveel</dt>"));

    // Fictitious: the village keeps its own amount, and of nobody it is recorded where they live.
    let rijen = ["alleenstaande", "alleenstaande-ouder", "gehuwden"].iter();
    let rijen = rijen.enumerate().flat_map(|(nummer, soort)| {
        [
            (
                format!("waarden.{nummer}.sleutel"),
                format!("iit.bedrag.{soort}"),
            ),
            (format!("waarden.{nummer}.waarde"), "300".to_owned()),
            (format!("waarden.{nummer}.gebied"), "GM9991".to_owned()),
            (format!("waarden.{nummer}.tot"), "1-1-2028".to_owned()),
        ]
    });
    let rijen: Vec<_> = rijen.collect();
    let mut velden = vec![
        ("orgaan", "raad"),
        ("thema", "iit"),
        ("nummer", "2026-7"),
        ("titel", "Regels voor het dorp"),
        ("vergaderdatum", "11-2-2026"),
        ("uitkomst.beslissing", "conform-voorstel"),
        ("inwerkingtreding", "1-3-2026"),
    ];
    velden.extend(rijen.iter().map(|(naam, waarde)| (&**naam, &**waarde)));
    let antwoord = app.post(&een, "/GM0294/besluiten/nieuw", &velden).await;
    assert_eq!(
        antwoord.status,
        StatusCode::SEE_OTHER,
        "{}",
        antwoord.tekst()
    );
    let bekend = [
        ("plaats", "gemeenteblad"),
        ("nummer", "2026, 88"),
        ("datum", "20-2-2026"),
        ("inwerkingtreding", "1-3-2026"),
    ];
    let pad = format!("{}/bekendmaking", antwoord.kop("location"));
    let antwoord = app.post(&twee, &pad, &bekend).await;
    assert_eq!(
        antwoord.status,
        StatusCode::SEE_OTHER,
        "{}",
        antwoord.tekst()
    );

    let (_, html) = get(&app, &een, vraag).await;
    assert!(html.contains("Het effect is niet te bepalen: geen van de "));
    assert!(html.contains("niet vastgelegd in welk deel zij wonen"));
    for onwaar in [
        "Het kost evenveel",
        "Krijgen evenveel",
        "€\u{a0}0,00 per jaar",
    ] {
        assert!(!html.contains(onwaar), "{onwaar}");
    }
}
