//! The pages of a review: from other facts to the letter, what the forms refuse, who gets in.

use actix_web::http::StatusCode;
use domain::bevoegdheid::Rol;
use http_base::testing::{Bezoeker, TestApp};
use testkit::{collega, winterswijk};

use crate::aanvraag::{accepted, check_guarded, give_mandate};
use crate::app;
use crate::dossier::{caseload, caseload_in, count, deliver, find, hrefs, texts};

/// A review of october 2026 of a single person.
async fn begin(app: &TestApp, wie: &Bezoeker) -> String {
    begin_van(app, wie, "2026-10").await
}

/// A review from a month to october 2026.
async fn begin_van(app: &TestApp, wie: &Bezoeker, van: &str) -> String {
    let lijst = format!("{}/recht/herziening", find(app, wie, 6).await);
    let leeg = app.get(wie, &lijst).await;
    assert!(leeg.tekst().contains("Er zijn nog geen herzieningen."));
    let velden = [
        ("van", van),
        ("totEnMet", "2026-10"),
        ("aanleiding", "Een loonstrook"),
    ];
    let pad = accepted(app, wie, &format!("{lijst}/nieuw"), &velden).await;
    assert_eq!(count(&app.get(wie, &lijst).await, "tbody tr"), 1);
    pad
}

#[tokio::test(flavor = "multi_thread")]
async fn other_facts_become_a_decision_with_a_letter() {
    let (app, wie) = caseload().await;
    give_mandate(&app).await;
    let pad = begin(&app, &wie).await;
    let feit = |soort: &str| format!("{pad}/feiten/{soort}");
    let inkomen = [("gezien", "1"), ("bedrag", "500"), ("vanaf", "1-10-2026")];
    accepted(&app, &wie, &feit("inkomen"), &inkomen).await;
    let maatregel = [
        ("gezien", "2"),
        ("percentage", "10"),
        ("vanaf", "1-10-2026"),
    ];
    accepted(&app, &wie, &feit("maatregel"), &maatregel).await;
    let vervallen = [("gezien", "3"), ("nummer", "3")];
    accepted(&app, &wie, &format!("{pad}/feiten/vervallen"), &vervallen).await;
    let pagina = app.get(&wie, &pad).await.tekst();
    assert!(pagina.contains("niet te bepalen"), "no cause yet: {pagina}");
    let oordeel = [
        ("gezien", "4"),
        ("oorzaak", "te-hoog-verleend"),
        ("dag", "28-11-2026"),
    ];
    accepted(&app, &wie, &format!("{pad}/oordeel"), &oordeel).await;
    let pagina = app.get(&wie, &pad).await.tekst();
    // 500 euro less bijstand, of which 5% stood apart.
    assert!(pagina.contains("475,00"), "{pagina}");
    let zonder = [("gezien", "5"), ("motivering", "U werkte.")];
    let zonder = app.post(&wie, &format!("{pad}/voorstel"), &zonder).await;
    assert_eq!(zonder.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        count(
            &zonder,
            "#veld-afweging-te-hoog-verleend[aria-invalid=true]"
        ),
        1
    );
    let voorstel = [
        ("gezien", "5"),
        ("motivering", "U werkte."),
        ("afweging-te-hoog-verleend", "U kunt het missen."),
    ];
    accepted(&app, &wie, &format!("{pad}/voorstel"), &voorstel).await;
    let zelf = app.get(&wie, &format!("{pad}/besluit")).await;
    assert!(zelf.tekst().contains("U kunt hier nu niet beslissen"));
    let twee = app.login(collega(Rol::Teamleider, winterswijk())).await;
    assert!(
        app.get(&twee, "/")
            .await
            .tekst()
            .contains("Beslis op 1 herziening")
    );
    assert_eq!(
        count(&app.get(&twee, "/GM0294/herzieningen").await, "tbody tr"),
        1
    );
    accepted(&app, &twee, &format!("{pad}/besluit"), &[("gezien", "6")]).await;
    let bekend = [("gezien", "7"), ("dag", "21-11-2026"), ("wijze", "post")];
    accepted(
        &app,
        &wie,
        &format!("{pad}/handelingen/bekendgemaakt"),
        &bekend,
    )
    .await;
    let pagina = app.get(&wie, &pad).await;
    assert!(
        pagina.tekst().contains("4 januari 2027"),
        "{}",
        pagina.tekst()
    );
    assert_eq!(
        hrefs(&pagina, ".sh-paneel a"),
        [format!("{pad}/bezwaar")],
        "an objection can follow"
    );
    let een = app.get(&wie, &format!("{pad}/brief.pdf")).await.inhoud;
    assert!(een.starts_with(b"%PDF-1.7"));
    assert_eq!(een, app.get(&wie, &format!("{pad}/brief.pdf")).await.inhoud);
}

/// A review of september and october in which an income was not told, with a cause for all months.
async fn judged() -> (TestApp, Bezoeker, String) {
    let app = app().await;
    deliver(&app, "09").await;
    let (app, wie) = caseload_in(app).await;
    let pad = begin_van(&app, &wie, "2026-09").await;
    let inkomen = [("gezien", "1"), ("bedrag", "500"), ("vanaf", "1-9-2026")];
    accepted(&app, &wie, &format!("{pad}/feiten/inkomen"), &inkomen).await;
    let leeg = app.get(&wie, &format!("{pad}/oordeel/maanden")).await;
    assert!(
        leeg.tekst().contains("Leg eerst vast"),
        "nothing to differ from"
    );
    let oordeel = [
        ("gezien", "2"),
        ("oorzaak", "inlichtingenplicht"),
        ("dag", "28-11-2026"),
    ];
    accepted(&app, &wie, &format!("{pad}/oordeel"), &oordeel).await;
    (app, wie, pad)
}

#[tokio::test(flavor = "multi_thread")]
async fn some_months_have_a_cause_of_their_own_with_its_own_reasons() {
    let (app, wie, pad) = judged().await;
    let maanden = format!("{pad}/oordeel/maanden");
    let fout = [
        ("gezien", "3"),
        ("van", "mei"),
        ("totEnMet", "2026-10"),
        ("dringendeRedenen", "Ernstig ziek."),
        ("afzien", "percentage"),
        ("deel", "101"),
    ];
    let fout = app.post(&wie, &maanden, &fout).await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    for veld in ["van", "oorzaak", "deel"] {
        assert_eq!(count(&fout, &format!("#fout-{veld}")), 1, "{veld}");
    }
    assert_eq!(count(&fout, "input[name=deel][value='101']"), 1);
    let zonder_reden = [("gezien", "3"), ("afzien", "geheel")];
    let zonder_reden = app.post(&wie, &maanden, &zonder_reden).await;
    assert_eq!(count(&zonder_reden, "#fout-dringendeRedenen"), 1);
    let omgekeerd = [
        ("gezien", "3"),
        ("van", "2026-10"),
        ("totEnMet", "2026-09"),
        ("oorzaak", "te-hoog-verleend"),
    ];
    let omgekeerd = app.post(&wie, &maanden, &omgekeerd).await;
    assert_eq!(count(&omgekeerd, "#fout-totEnMet"), 1);
    let eigen = [
        ("gezien", "3"),
        ("van", "2026-10"),
        ("totEnMet", "2026-10"),
        ("oorzaak", "te-hoog-verleend"),
        ("dringendeRedenen", "Ernstig ziek."),
        ("afzien", "percentage"),
        ("deel", "40"),
    ];
    accepted(&app, &wie, &maanden, &eigen).await;
    let tekst = app.get(&wie, &pad).await.tekst();
    for stuk in [
        "475,00",
        "285,00",
        "190,00",
        "40% minder terug",
        "Ernstig ziek.",
    ] {
        assert!(tekst.contains(stuk), "{stuk} in {tekst}");
    }
    // The cause of the other months is found again; that of october stays.
    let opnieuw = [
        ("gezien", "4"),
        ("oorzaak", "naderhand-middelen"),
        ("dag", "28-11-2026"),
    ];
    accepted(&app, &wie, &format!("{pad}/oordeel"), &opnieuw).await;
    let voorstel = [("gezien", "5"), ("motivering", "U werkte.")];
    let voorstel = app.post(&wie, &format!("{pad}/voorstel"), &voorstel).await;
    for oorzaak in ["naderhand-middelen", "te-hoog-verleend"] {
        assert_eq!(count(&voorstel, &format!("#fout-afweging-{oorzaak}")), 1);
    }
    let weg = [("gezien", "5"), ("plek", "7")];
    let weg = app
        .post(&wie, &format!("{pad}/oordeel/vervallen"), &weg)
        .await;
    assert_eq!(weg.status, StatusCode::NOT_FOUND);
    let weg = [("gezien", "5"), ("plek", "1")];
    accepted(&app, &wie, &format!("{pad}/oordeel/vervallen"), &weg).await;
    assert_eq!(
        count(&app.get(&wie, &format!("{pad}/voorstel")).await, "textarea"),
        2
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn claiming_gross_is_a_choice_with_its_reason() {
    let (app, wie, pad) = judged().await;
    let bruto = format!("{pad}/bruto");
    assert!(hrefs(&app.get(&wie, &pad).await, ".sh-paneel a").contains(&bruto));
    let pagina = app.get(&wie, &bruto).await;
    assert!(
        pagina.tekst().contains("Over 2026 kan de gemeente"),
        "{}",
        pagina.tekst()
    );
    let zonder = [("gezien", "3"), ("vorm", "bruto")];
    let zonder = app.post(&wie, &bruto, &zonder).await;
    assert_eq!(zonder.status, StatusCode::BAD_REQUEST);
    assert_eq!(count(&zonder, "#fout-waarom"), 1);
    assert_eq!(count(&zonder, "input[value=bruto][checked]"), 1);
    let met = [
        ("gezien", "3"),
        ("vorm", "bruto"),
        ("waarom", "De inwoner kon het weten."),
    ];
    accepted(&app, &wie, &bruto, &met).await;
    let pagina = app.get(&wie, &pad).await;
    assert_eq!(
        texts(&pagina, "table:nth-of-type(1) caption").len(),
        2,
        "months and years"
    );
    assert!(pagina.tekst().contains("De inwoner kon het weten."));
    let netto = [("gezien", "4"), ("vorm", "netto")];
    accepted(&app, &wie, &bruto, &netto).await;
    assert!(!app.get(&wie, &pad).await.tekst().contains("per jaar"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_fact_has_a_form_that_tells_all_faults_and_keeps_what_was_typed() {
    let (app, wie) = caseload().await;
    let pad = begin(&app, &wie).await;
    assert_eq!(
        hrefs(&app.get(&wie, &format!("{pad}/feiten")).await, "main ul a").len(),
        9
    );
    for (soort, veld, waarde, melding) in [
        ("inkomen", "bedrag", "veel", "bedrag"),
        ("loon", "maandenGebruikt", "veel", "vrijlating"),
        ("loon", "maandenGebruikt", "veel", "maandenGebruikt"),
        ("kostendelers", "aantal", "0", "aantal"),
        ("partner", "geboortedatum", "morgen", "geboortedatum"),
        ("zonder-partner", "metKinderen", "x", "metKinderen"),
        ("woonsituatie", "huisvesting", "9", "huisvesting"),
        ("vermogen", "bezittingen", "-5", "bezittingen"),
        ("maatregel", "percentage", "101", "percentage"),
        ("einde", "grond", "zin", "grond"),
    ] {
        let pad = format!("{pad}/feiten/{soort}");
        assert_eq!(app.get(&wie, &pad).await.status, StatusCode::OK, "{soort}");
        let velden = [("gezien", "1"), (veld, waarde), ("vanaf", "32-10-2026")];
        let fout = app.post(&wie, &pad, &velden).await;
        assert_eq!(fout.status, StatusCode::BAD_REQUEST, "{soort}");
        assert_eq!(count(&fout, &format!("#fout-{melding}")), 1, "{soort}");
        assert_eq!(count(&fout, "input[value='32-10-2026']"), 1, "{soort}");
    }
    let buiten = [("gezien", "1"), ("bedrag", "500"), ("vanaf", "1-12-2026")];
    let buiten = app
        .post(&wie, &format!("{pad}/feiten/inkomen"), &buiten)
        .await;
    assert_eq!(count(&buiten, "#fout-vanaf"), 1);
    let oud = [("gezien", "9"), ("bedrag", "500"), ("vanaf", "1-10-2026")];
    let oud = app.post(&wie, &format!("{pad}/feiten/inkomen"), &oud).await;
    assert_eq!(oud.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        count(&oud, "input[name=bedrag][value='500']"),
        1,
        "what was typed stays"
    );
    let oordeel = [
        ("gezien", "1"),
        ("oorzaak", "pech"),
        ("dag", "x"),
        ("vakantietoeslag", "mei"),
    ];
    let oordeel = app.post(&wie, &format!("{pad}/oordeel"), &oordeel).await;
    assert_eq!(texts(&oordeel, "[data-foutoverzicht] li").len(), 3);
    let leeg = app
        .post(&wie, &format!("{pad}/voorstel"), &[("gezien", "1")])
        .await;
    assert_eq!(count(&leeg, "#fout-motivering"), 1);
    let nieuw = format!("{}/nieuw", pad.rsplit_once('/').unwrap().0);
    let omgekeerd = [
        ("van", "2026-10"),
        ("totEnMet", "2026-09"),
        ("aanleiding", "x"),
    ];
    let omgekeerd = app.post(&wie, &nieuw, &omgekeerd).await;
    assert_eq!(count(&omgekeerd, "#fout-totEnMet"), 1);
    let stop = [("gezien", "1"), ("tekst", "vergissing")];
    accepted(&app, &wie, &format!("{pad}/handelingen/gestaakt"), &stop).await;
    let te_laat = [("gezien", "2"), ("bedrag", "500"), ("vanaf", "1-10-2026")];
    let te_laat = app
        .post(&wie, &format!("{pad}/feiten/inkomen"), &te_laat)
        .await;
    assert_eq!(te_laat.status, StatusCode::BAD_REQUEST);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_without_the_role_gets_in_and_elsewhere_it_does_not_exist() {
    let (app, wie) = caseload().await;
    let pad = begin(&app, &wie).await;
    let onder = [
        "",
        "/feiten",
        "/feiten/inkomen",
        "/oordeel",
        "/oordeel/maanden",
        "/bruto",
        "/voorstel",
        "/besluit",
        "/brief.pdf",
        "/handelingen/gestaakt",
    ];
    let lijst = pad.rsplit_once('/').unwrap().0.to_owned();
    let mut paden: Vec<_> = onder.iter().map(|deel| format!("{pad}{deel}")).collect();
    paden.extend([
        lijst.clone(),
        format!("{lijst}/nieuw"),
        "/GM0294/herzieningen".to_owned(),
    ]);
    let sociaal = check_guarded(&app, &pad, &paden).await;
    let niet = app
        .post(
            &sociaal,
            &format!("{pad}/feiten/vervallen"),
            &[("gezien", "1")],
        )
        .await;
    assert_eq!(niet.status, StatusCode::FORBIDDEN);
    let weg = format!("{pad}/oordeel/vervallen");
    let niet = app.post(&sociaal, &weg, &[("gezien", "1")]).await;
    assert_eq!(niet.status, StatusCode::FORBIDDEN);
    let ander = format!("{lijst}/01890a5d-ac96-774b-bcce-b302099a8057");
    assert_eq!(app.get(&wie, &ander).await.status, StatusCode::NOT_FOUND);
    let geen_brief = app.get(&wie, &format!("{pad}/brief.pdf")).await;
    assert_eq!(geen_brief.status, StatusCode::NOT_FOUND, "no proposal yet");
}
