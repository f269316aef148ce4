//! The other schemes of a resident: chosen, filled in, explained, and for whom.

use actix_web::http::StatusCode;
use domain::bevoegdheid::Rol;
use testkit::{actor, collega, nijkerk, winterswijk};

use super::{caseload, count, find, hrefs};

/// The answers of a caseworker about a cost of a thousand euros.
const KOSTEN: [(&str, &str); 13] = [
    ("regeling", "bijzondere-bijstand"),
    ("peildatum", "21-11-2026"),
    ("inkomen", "1.000,00"),
    ("bezittingen", "5.000"),
    ("schulden", "0"),
    ("soortKosten", "Uitvaart"),
    ("kosten", "1.000"),
    ("noodzakelijk", "ja"),
    ("bijzonder", "ja"),
    ("voorliggend", "nee"),
    ("eerdereKosten", "0"),
    ("draagkrachtGebruikt", "0"),
    ("draagkrachtMaanden", "12"),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_scheme_is_chosen_filled_in_and_explained() {
    let (app, wie) = caseload().await;
    let basis = find(&app, &wie, 6).await;
    let recht = app.get(&wie, &format!("{basis}/recht")).await;
    let regelingen = format!("{basis}/recht/regelingen");
    let links = hrefs(&recht, "main a");
    assert!(links.contains(&regelingen), "{links:?}");
    let keuze = app.get(&wie, &regelingen).await;
    for slug in ["bijzondere-bijstand", "meedoen", "zorgverzekering"] {
        let adres = format!("{regelingen}?regeling={slug}");
        assert!(hrefs(&keuze, "main a").contains(&adres), "{slug}");
        assert_eq!(app.get(&wie, &adres).await.status, StatusCode::OK);
    }
    let onbekend = app.get(&wie, &format!("{regelingen}?regeling=x")).await;
    assert_eq!(onbekend.status, StatusCode::BAD_REQUEST);
    let zonder = app.post(&wie, &regelingen, &KOSTEN).await;
    assert_eq!(zonder.status, StatusCode::OK);
    let tekst = zonder.tekst();
    assert!(
        tekst.contains("<strong>€\u{a0}1.000,00</strong> voor deze kosten"),
        "{tekst}"
    );
    assert!(tekst.contains("Participatiewet art. 48 lid 1"), "a gift");
    let college = app.login(actor(Rol::College, winterswijk())).await;
    let besluit = [
        ("orgaan", "college"),
        ("thema", "bijzondere-bijstand"),
        ("nummer", "2025-77"),
        ("titel", "Beleidsregels bijzondere bijstand"),
        ("vergaderdatum", "11-12-2025"),
        ("uitkomst.beslissing", "conform-voorstel"),
        ("inwerkingtreding", "1-1-2026"),
        ("waarden.0.sleutel", "bijzondere-bijstand.kosten"),
        ("waarden.0.waarde", "Uitvaart: 800,00"),
        ("waarden.1.sleutel", "bijzondere-bijstand.drempel"),
        ("waarden.1.waarde", "150"),
    ];
    let genomen = app
        .post(&college, "/GM0294/besluiten/nieuw", &besluit)
        .await;
    assert_eq!(genomen.status, StatusCode::SEE_OTHER, "{}", genomen.tekst());
    let pad = format!("{}/bekendmaking", genomen.kop("location"));
    let ander = app.login(collega(Rol::College, winterswijk())).await;
    let bekendmaking = [
        ("plaats", "cvdr"),
        ("nummer", "CVDR741635"),
        ("datum", "18-12-2025"),
        ("inwerkingtreding", "1-1-2026"),
    ];
    let bekend = app.post(&ander, &pad, &bekendmaking).await;
    assert_eq!(bekend.status, StatusCode::SEE_OTHER, "{}", bekend.tekst());
    let met = app.post(&wie, &regelingen, &KOSTEN).await;
    let tekst = met.tekst();
    assert!(tekst.contains("<strong>€\u{a0}800,00</strong>"), "{tekst}");
    let bron = "#stappen ~ tbody a[href='/GM0294/besluiten?zoek=2025%2D77']";
    assert_eq!(count(&met, bron), 2, "the list of costs and the threshold");
    let mut laag = KOSTEN;
    laag[6].1 = "150";
    let laag = app.post(&wie, &regelingen, &laag).await.tekst();
    assert!(
        laag.contains("geen recht") && laag.contains("drempel"),
        "{laag}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_field_of_a_scheme_is_named_and_what_was_typed_stays() {
    let (app, wie) = caseload().await;
    let regelingen = format!("{}/recht/regelingen", find(&app, &wie, 6).await);
    let invoer = [
        ("regeling", "meedoen"),
        ("peildatum", "31-02-2026"),
        ("inkomen", "1,005"),
        ("kinderenTot12", "twee"),
    ];
    let fout = app.post(&wie, &regelingen, &invoer).await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    assert_eq!(count(&fout, "[data-foutoverzicht] li"), 6);
    assert_eq!(count(&fout, "input#veld-kinderenTot12[value='twee']"), 1);
    let goed = [
        ("regeling", "meedoen"),
        ("peildatum", "21-11-2026"),
        ("inkomen", "1.000"),
        ("bezittingen", "0"),
        ("schulden", "0"),
        ("kinderenTot12", "1"),
        ("kinderenVanaf12", "0"),
    ];
    let goed = app.post(&wie, &regelingen, &goed).await;
    assert_eq!(goed.status, StatusCode::OK);
    let tekst = goed.tekst();
    assert!(
        tekst.contains("niet te bepalen") && tekst.contains("meedoen.inkomensgrens"),
        "no decision yet: {tekst}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_calculates_a_scheme_without_the_right_to() {
    let (app, wie) = caseload().await;
    let regelingen = format!("{}/recht/regelingen", find(&app, &wie, 6).await);
    let griffie = app.login(actor(Rol::Griffie, winterswijk())).await;
    let nijkerker = app.login(actor(Rol::Consulent, nijkerk())).await;
    for (wie, status) in [
        (&griffie, StatusCode::FORBIDDEN),
        (&nijkerker, StatusCode::NOT_FOUND),
        (&wie, StatusCode::OK),
    ] {
        assert_eq!(app.post(wie, &regelingen, &KOSTEN).await.status, status);
    }
    let fg = app.login(actor(Rol::Fg, winterswijk())).await;
    let log = app.get(&fg, "/GM0294/inzagelog").await.tekst();
    assert!(log.contains("regelingen"), "{log}");
}
