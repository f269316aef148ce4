//! The right of a resident: by the law, and by the council.

use actix_web::http::StatusCode;
use domain::bevoegdheid::Rol;
use testkit::{actor, collega, winterswijk};

use super::{caseload, count, find};

#[tokio::test(flavor = "multi_thread")]
async fn the_amount_of_a_month_is_explained_step_by_step() {
    let (app, wie) = caseload().await;
    let basis = find(&app, &wie, 6).await;
    let pagina = app.get(&wie, &format!("{basis}/recht")).await;
    let tekst = pagina.tekst();
    assert!(
        tekst.contains("Recht op bijstand in oktober 2026"),
        "{tekst}"
    );
    assert!(tekst.contains("Participatiewet art. 21") && tekst.contains("per maand"));
    assert_eq!(
        count(
            &pagina,
            "select#veld-maand option[selected][value='2026-10']"
        ),
        1
    );
    let leeg = app.get(&wie, &format!("{basis}/recht?maand=2026-08")).await;
    assert!(
        leeg.tekst()
            .contains("Er is geen algemene bijstand om te berekenen.")
    );
    let fout = app.get(&wie, &format!("{basis}/recht?maand=2026-00")).await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_toeslag_is_that_of_the_council_and_names_its_decision() {
    let (app, wie) = caseload().await;
    let toeslag = format!("{}/recht/toeslag", find(&app, &wie, 6).await);
    let vraag = [
        ("peildatum", "21-11-2026"),
        ("maandenLaagInkomen", "40"),
        ("inkomen", "1.380,00"),
        ("bezittingen", "5.000"),
        ("schulden", "0"),
        ("laatsteToekenning", ""),
        ("uitzichtOpVerbetering", "nee"),
    ];
    let zonder = app.post(&wie, &toeslag, &vraag).await;
    assert_eq!(zonder.status, StatusCode::OK);
    assert!(
        zonder.tekst().contains("niet te bepalen"),
        "no decision yet"
    );
    let griffie = app.login(actor(Rol::Griffie, winterswijk())).await;
    let besluit = [
        ("orgaan", "raad"),
        ("thema", "iit"),
        ("nummer", "2025-118"),
        ("titel", "Verordening inkomenstoeslag"),
        ("vergaderdatum", "11-12-2025"),
        ("uitkomst.beslissing", "conform-voorstel"),
        ("inwerkingtreding", "1-1-2026"),
        ("waarden.0.sleutel", "iit.bedrag.alleenstaande"),
        ("waarden.0.waarde", "450"),
        ("waarden.1.sleutel", "iit.referteperiode"),
        ("waarden.1.waarde", "36"),
        ("waarden.2.sleutel", "iit.inkomensgrens"),
        ("waarden.2.waarde", "105"),
        ("waarden.3.sleutel", "iit.bedrag.alleenstaande-ouder"),
        ("waarden.3.waarde", "550"),
        ("waarden.4.sleutel", "iit.bedrag.gehuwden"),
        ("waarden.4.waarde", "600"),
    ];
    let genomen = app
        .post(&griffie, "/GM0294/besluiten/nieuw", &besluit)
        .await;
    let bekendmaking = [
        ("plaats", "cvdr"),
        ("nummer", "CVDR741634"),
        ("datum", "18-12-2025"),
        ("inwerkingtreding", "1-1-2026"),
    ];
    let pad = format!("{}/bekendmaking", genomen.kop("location"));
    let collega = app.login(collega(Rol::Griffie, winterswijk())).await;
    let bekend = app.post(&collega, &pad, &bekendmaking).await;
    assert_eq!(bekend.status, StatusCode::SEE_OTHER, "{}", bekend.tekst());
    let met = app.post(&wie, &toeslag, &vraag).await;
    assert!(
        met.tekst()
            .contains("<strong>€\u{a0}450,00</strong> per jaar")
    );
    let bron = "#stappen ~ tbody a[href='/GM0294/besluiten?zoek=2025%2D118']";
    assert_eq!(count(&met, bron), 3, "period, limit and amount");
    let mut rijk = vraag;
    rijk[3].1 = "40.000";
    let rijk = app.post(&wie, &toeslag, &rijk).await;
    assert!(rijk.tekst().contains("geen recht"), "means above the limit");
    let fout = app.post(&wie, &toeslag, &[("inkomen", "1,005")]).await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    assert_eq!(count(&fout, "[data-foutoverzicht] li"), 6);
    let genoemd = "#veld-schulden\">Schulden: vul een bedrag";
    assert!(
        fout.tekst().contains(genoemd),
        "the summary names the field"
    );
}
