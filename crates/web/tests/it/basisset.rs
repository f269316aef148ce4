//! A shared base on its pages: drafted, published by a second person, decided per municipality with reasons, and two
//! clerks at once.

use actix_web::http::StatusCode;
use domain::bevoegdheid::{Actor, Rol};
use http_base::testing::{Bezoeker, TestApp};
use scraper::{Html, Selector};
use testkit::{actor, collega, consulent, nijkerk, winterswijk};

use crate::app;

const NIEUW: &str = "/GM0294/beleid/basis/nieuw";
const BASIS: &[(&str, &str)] = &[
    ("naam", "Inkomenstoeslag samen"),
    ("toelichting", "Voorbeeld: wij willen hetzelfde."),
    ("vanaf", "1-1-2027"),
    ("leden", "GM0294"),
    ("leden", "GM0267"),
    ("waarden.iit.referteperiode.waarde", "36"),
    (
        "waarden.iit.referteperiode.uitleg",
        "Drie jaar is gangbaar.",
    ),
    ("waarden.iit.kindtoeslag.eerste.waarde", "100"),
    ("waarden.voorschot.percentage.waarde", "100"),
];

fn griffie() -> Actor {
    actor(Rol::Griffie, winterswijk())
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
    readable(&antwoord.tekst())
}

fn readable(html: &str) -> String {
    let pagina = Html::parse_document(html);
    let main = Selector::parse("main").unwrap();
    let tekst: Vec<_> = pagina.select(&main).flat_map(|m| m.text()).collect();
    let tekst = tekst.join(" ");
    tekst.split_whitespace().collect::<Vec<_>>().join(" ")
}

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

/// A published base of Winterswijk and Nijkerk.
async fn published(app: &TestApp) -> (Bezoeker, Bezoeker, String) {
    let (een, twee) = (
        app.login(griffie()).await,
        app.login(collega(Rol::Griffie, winterswijk())).await,
    );
    let set = post(app, &een, NIEUW, BASIS).await;
    post(
        app,
        &twee,
        &format!("{set}/publiceren"),
        &[("bewerking", "1")],
    )
    .await;
    (een, twee, set)
}

/// What a link on a page with these words leads to.
fn link(html: &str, woorden: &str) -> String {
    let pagina = Html::parse_document(html);
    let a = Selector::parse("main a").unwrap();
    let link = pagina
        .select(&a)
        .find(|a| a.text().collect::<String>().contains(woorden))
        .unwrap_or_else(|| panic!("no link {woorden}"));
    link.value().attr("href").unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_drafts_a_base_does_not_publish_it_and_others_see_only_what_is_published() {
    let app = app().await;
    let een = app.login(griffie()).await;
    let twee = app.login(collega(Rol::Griffie, winterswijk())).await;
    let set = post(&app, &een, NIEUW, BASIS).await;
    assert!(text(&app, &een, &set).await.contains("Dit is een concept."));
    let publiceren = format!("{set}/publiceren");
    let zelf = app.post(&een, &publiceren, &[("bewerking", "1")]).await;
    assert_eq!(zelf.status, StatusCode::FORBIDDEN);

    // The other member sees and may publish the draft, a municipality outside does not know of it.
    let lid = app.login(actor(Rol::Opdrachtgever, nijkerk())).await;
    let bij_lid = set.replace("GM0294", "GM0267");
    assert!(
        text(&app, &lid, &bij_lid)
            .await
            .contains("Drie jaar is gangbaar.")
    );
    assert_eq!(app.get(&lid, &set).await.status, StatusCode::NOT_FOUND);

    assert!(
        text(&app, &twee, &publiceren)
            .await
            .contains("Drie jaar is gangbaar.")
    );
    post(&app, &twee, &publiceren, &[("bewerking", "1")]).await;
    let pagina = text(&app, &een, &set).await;
    assert!(
        pagina.contains("versie 1 gepubliceerd") && pagina.contains("Nijkerk"),
        "{pagina}"
    );
    let nogmaals = app.post(&twee, &publiceren, &[("bewerking", "2")]).await;
    assert_eq!(nogmaals.status, StatusCode::CONFLICT);

    let consulent = app.login(consulent()).await;
    assert!(
        text(&app, &consulent, "/GM0294/beleid/basis")
            .await
            .contains("Inkomenstoeslag samen")
    );
    for (pad, velden) in [
        (NIEUW.to_owned(), BASIS),
        (format!("{set}/wijzigen"), BASIS),
        (publiceren, &[]),
    ] {
        assert_eq!(
            app.get(&consulent, &pad).await.status,
            StatusCode::FORBIDDEN,
            "{pad}"
        );
        assert_eq!(
            app.post(&consulent, &pad, velden).await.status,
            StatusCode::FORBIDDEN,
            "{pad}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_of_a_base_is_told_at_once_and_what_was_typed_stays() {
    let app = app().await;
    let wie = app.login(griffie()).await;
    let velden = [
        ("naam", ""),
        ("vanaf", "ooit"),
        ("leden", "GM0267"),
        ("waarden.iit.referteperiode.waarde", "drie"),
        ("waarden.voorschot.percentage.waarde", "50"),
    ];
    let antwoord = app.post(&wie, NIEUW, &velden).await;
    assert_eq!(antwoord.status, StatusCode::BAD_REQUEST);
    let tekst = readable(&antwoord.tekst());
    for verwacht in [
        "Naam: vul dit in",
        "vul een datum in die bestaat",
        "uw eigen gemeente doet mee",
        "schrijf een aantal hele maanden",
    ] {
        assert!(tekst.contains(verwacht), "{verwacht}: {tekst}");
    }
    assert!(antwoord.tekst().contains("value=\"drie\""));
    let velden = with(BASIS, &[("waarden.voorschot.percentage.waarde", "50")]);
    let antwoord = app.post(&wie, NIEUW, &velden).await;
    assert!(
        readable(&antwoord.tekst()).contains("te laag"),
        "the law's bound"
    );
}

/// Submits a proposal and lets the council adopt it; where the decision stands.
async fn adopt(app: &TestApp, een: &Bezoeker, twee: &Bezoeker, voorstel: &str) -> String {
    let indienen = format!("{voorstel}/indienen");
    post(app, twee, &indienen, &[("versie", "1")]).await;
    let behandeling = [
        ("vergaderdatum", "19-11-2026"),
        ("nummer", "2026-141"),
        ("uitkomst.beslissing", "conform-voorstel"),
        ("inwerkingtreding", "1-1-2027"),
        ("vast", "2"),
        ("waarden.0.sleutel", "iit.referteperiode"),
        ("waarden.0.waarde", "12"),
        ("waarden.1.sleutel", "iit.kindtoeslag.eerste"),
        ("waarden.1.waarde", "100"),
    ];
    post(app, een, &format!("{voorstel}/behandeling"), &behandeling).await
}

/// Records the publication of a decision.
async fn make_known(app: &TestApp, wie: &Bezoeker, besluit: &str) {
    let bekend = [
        ("plaats", "gemeenteblad"),
        ("nummer", "2026, 501"),
        ("datum", "20-11-2026"),
        ("inwerkingtreding", "1-1-2027"),
    ];
    post(app, wie, &format!("{besluit}/bekendmaking"), &bekend).await;
}

/// A member sees the decision of the other, without a way to pages that are not there for him.
async fn check_links(app: &TestApp, eigen: &Bezoeker, (set, besluit): (&str, &str)) {
    let lid = app.login(actor(Rol::Griffie, nijkerk())).await;
    let buren = app.get(&lid, &set.replace("GM0294", "GM0267")).await;
    let html = buren.tekst();
    assert!(
        html.contains("12 maanden") && !html.contains("href=\"/GM0294/besluiten"),
        "{html}"
    );
    let html = app.get(eigen, set).await.tekst();
    assert!(html.contains(&format!("href=\"{besluit}\"")), "{html}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_municipality_decides_by_itself_and_gives_a_reason_where_it_deviates() {
    let app = app().await;
    let (een, twee, set) = published(&app).await;
    let html = app.get(&een, &set).await.tekst();
    let nieuw = link(&html, "Voorstel aan de raad");
    let formulier = app.get(&een, &nieuw).await.tekst();
    assert!(formulier.contains("value=\"36\"") && formulier.contains("value=\"100,00\""));
    assert!(
        !formulier.contains("voorschot.percentage"),
        "that is for the college"
    );

    let id = set.rsplit('/').next().unwrap();
    let voorstel = [
        ("orgaan", "raad"),
        ("titel", "Inkomenstoeslag 2027"),
        ("inwerkingtreding", "1-1-2027"),
        ("basisset", id),
        ("basisversie", "1"),
        ("vast", "2"),
        ("waarden.0.sleutel", "iit.referteperiode"),
        ("waarden.0.waarde", "12"),
        ("waarden.1.sleutel", "iit.kindtoeslag.eerste"),
        ("waarden.1.waarde", "100"),
        ("grondslag.iit.referteperiode", ""),
    ];
    let pad = "/GM0294/voorstellen/nieuw";
    let zonder = app.post(&een, pad, &voorstel).await;
    assert_eq!(zonder.status, StatusCode::BAD_REQUEST);
    let tekst = readable(&zonder.tekst());
    assert!(
        tekst.contains("dit wijkt af van de basis (36 maanden)"),
        "{tekst}"
    );
    let met = with(
        &voorstel,
        &[(
            "grondslag.iit.referteperiode",
            "Onze inwoners wachten korter.",
        )],
    );
    let voorstel = post(&app, &een, pad, &met).await;
    assert!(
        text(&app, &een, &voorstel)
            .await
            .contains("Onze inwoners wachten korter.")
    );

    let besluit = adopt(&app, &een, &twee, &voorstel).await;
    let voor = text(&app, &een, &set).await;
    assert!(
        !voor.contains("Onze inwoners wachten korter."),
        "nothing binds before publication"
    );
    make_known(&app, &twee, &besluit).await;
    let na = text(&app, &een, &set).await;
    assert!(
        na.contains("12 maanden wijkt af Onze inwoners wachten korter."),
        "{na}"
    );
    assert!(
        na.contains("nog niet besloten") && na.contains("gelijk"),
        "{na}"
    );
    check_links(&app, &een, (&set, &besluit)).await;
    let eigen = text(&app, &een, &besluit).await;
    assert!(eigen.contains("Inkomenstoeslag samen, versie 1"), "{eigen}");
    let beleid = text(&app, &een, "/GM0294/beleid?peildatum=1-3-2027").await;
    assert!(
        beleid.contains("wijkt af van Inkomenstoeslag samen"),
        "{beleid}"
    );

    // A new version changes nothing that was decided; it shows who still holds the older one.
    let nieuw = with(
        BASIS,
        &[
            ("bewerking", "2"),
            ("waarden.iit.kindtoeslag.eerste.waarde", "150"),
        ],
    );
    post(&app, &een, &format!("{set}/wijzigen"), &nieuw).await;
    post(
        &app,
        &twee,
        &format!("{set}/publiceren"),
        &[("bewerking", "3")],
    )
    .await;
    let twee_versies = text(&app, &een, &set).await;
    assert!(
        twee_versies.contains("houdt versie 1 aan"),
        "{twee_versies}"
    );
    assert!(
        twee_versies.contains("versie 1 niet de nieuwste"),
        "{twee_versies}"
    );
    let oud = text(&app, &een, &format!("{set}?versie=1")).await;
    assert!(oud.contains("Dit is een oudere versie."));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_clerks_at_once_on_a_base_lose_nothing() {
    let app = app().await;
    let een = app.login(griffie()).await;
    let twee = app.login(actor(Rol::College, nijkerk())).await;
    let set = post(&app, &een, NIEUW, BASIS).await;
    let bij_twee = set.replace("GM0294", "GM0267");
    let eerst = with(
        BASIS,
        &[
            ("bewerking", "1"),
            ("waarden.iit.referteperiode.waarde", "24"),
        ],
    );
    post(&app, &een, &format!("{set}/wijzigen"), &eerst).await;
    let later = with(
        BASIS,
        &[
            ("bewerking", "1"),
            ("waarden.iit.referteperiode.waarde", "48"),
        ],
    );
    let botsing = app
        .post(&twee, &format!("{bij_twee}/wijzigen"), &later)
        .await;
    assert_eq!(botsing.status, StatusCode::CONFLICT);
    let tekst = readable(&botsing.tekst());
    assert!(
        tekst.contains("terwijl u bezig was") && tekst.contains("24 48"),
        "{tekst}"
    );
    assert!(
        text(&app, &een, &set).await.contains("24 maanden"),
        "the first text stays"
    );
    let opnieuw = with(&later, &[("bewerking", "2")]);
    post(&app, &twee, &format!("{bij_twee}/wijzigen"), &opnieuw).await;
    assert!(text(&app, &een, &set).await.contains("48 maanden"));
    // Both wrote: neither publishes.
    for (wie, pad) in [(&een, &set), (&twee, &bij_twee)] {
        let antwoord = app
            .post(wie, &format!("{pad}/publiceren"), &[("bewerking", "3")])
            .await;
        assert_eq!(antwoord.status, StatusCode::FORBIDDEN);
    }
}
