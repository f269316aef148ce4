//! Population runs: starting and following without personal data, and what a municipality sees of it.

use actix_web::http::StatusCode;
use application::recht::populatie::calculate_batch;
use domain::bevoegdheid::{Actor, Rol};
use http_base::DbRol;
use http_base::testing::{Bezoeker, TestApp};
use primitives::PopulatierunId;
use testkit::{actor, nijkerk, nu, winterswijk};

use crate::dossier::{caseload, count, find};

const NIEUW: [(&str, &str); 4] = [
    ("naam", "Normen per 1 juli"),
    ("van", "30-6-2026"),
    ("tot", "1-7-2026"),
    ("grens", "1"),
];

async fn start(app: &TestApp, wie: &Bezoeker) -> String {
    let gestart = app.post(wie, "/populatieruns/nieuw", &NIEUW).await;
    assert_eq!(gestart.status, StatusCode::SEE_OTHER, "{}", gestart.tekst());
    gestart.kop("location").to_owned()
}

/// Does the work of a run in Winterswijk.
async fn calculate(app: &TestApp, pad: &str) {
    let run = PopulatierunId::parse(pad.rsplit('/').next().unwrap()).unwrap();
    let wie = Actor::system("populatierun", Rol::Teamleider);
    app.state
        .db
        .in_tenant("test", winterswijk(), DbRol::Uitvoering, async |tx| {
            calculate_batch(tx, &wie, nu(), run, 1_000).await
        })
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_is_started_followed_interrupted_and_resumed_without_personal_data() {
    let (app, _) = caseload().await;
    let beheerder = app.login(Actor::system("beheer", Rol::Beheerder)).await;
    let leeg = app.get(&beheerder, "/populatieruns").await;
    assert!(leeg.tekst().contains("Er is nog geen populatierun."));
    let formulier = app.get(&beheerder, "/populatieruns/nieuw").await.tekst();
    assert!(
        formulier.contains("2 gemeenten"),
        "what will happen: {formulier}"
    );
    let pad = start(&app, &beheerder).await;
    let stand = app.get(&beheerder, &pad).await.tekst();
    assert!(stand.contains("gestart in 2 gemeenten") && stand.contains("0 van 2 gemeenten klaar"));
    let knop = app
        .post(&beheerder, &format!("{pad}/onderbreking"), &[])
        .await;
    assert_eq!(knop.status, StatusCode::SEE_OTHER);
    let stand = app.get(&beheerder, &pad).await.tekst();
    assert!(stand.contains("onderbroken in 2 gemeenten") && stand.contains("Run hervatten"));
    app.post(&beheerder, &format!("{pad}/hervatting"), &[])
        .await;
    calculate(&app, &pad).await;
    let pagina = app.get(&beheerder, &pad).await;
    let stand = pagina.tekst();
    assert!(
        stand.contains("1 van 2 gemeenten klaar, 25 huishoudens"),
        "{stand}"
    );
    assert!(stand.contains("25 van 25"));
    assert_eq!(
        count(&pagina, "a[href*='/inwoners/']"),
        0,
        "nobody by name or dossier"
    );
    let lijst = app.get(&beheerder, "/populatieruns").await.tekst();
    assert!(lijst.contains("Normen per 1 juli") && lijst.contains("30-06-2026"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_wrong_field_is_named_and_nothing_starts() {
    let (app, _) = caseload().await;
    let directie = app.login(Actor::system("directie", Rol::Directie)).await;
    let fout = [
        ("naam", ""),
        ("van", "31-6-2026"),
        ("tot", "1-1-2060"),
        ("grens", "veel"),
    ];
    let fout = app.post(&directie, "/populatieruns/nieuw", &fout).await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        count(&fout, "[data-foutoverzicht] li"),
        4,
        "{}",
        fout.tekst()
    );
    assert!(
        fout.tekst().contains("value=\"31-6-2026\""),
        "what was typed is kept"
    );
    let lijst = app.get(&directie, "/populatieruns").await.tekst();
    assert!(lijst.contains("Er is nog geen populatierun."));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_is_laid_beside_itself_as_it_was_known_before() {
    let (app, _) = caseload().await;
    let directie = app.login(Actor::system("directie", Rol::Directie)).await;
    let met = |van: &'static str, tot: &'static str| {
        [
            ("naam", "Verbetering"),
            ("van", "1-1-2024"),
            ("tot", "1-1-2024"),
            ("van_bekend_op", van),
            ("tot_bekend_op", tot),
            ("grens", "10"),
        ]
    };
    let nieuw = "/populatieruns/nieuw";
    let fout = app.post(&directie, nieuw, &met("31-12-2060", "")).await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    let tekst = fout.tekst();
    assert!(tekst.contains("value=\"31-12-2060\"") && tekst.contains("tot en met vandaag"));
    assert_eq!(
        count(&fout, "details[open] #veld-van_bekend_op"),
        1,
        "shown: {tekst}"
    );
    let fout = app.post(&directie, nieuw, &met("", "")).await;
    assert!(
        fout.tekst()
            .contains("of dezelfde dag met bedragen die later bekend zijn")
    );
    let gestart = app.post(&directie, nieuw, &met("20-11-2026", "")).await;
    assert_eq!(gestart.status, StatusCode::SEE_OTHER, "{}", gestart.tekst());
    let stand = app.get(&directie, gestart.kop("location")).await.tekst();
    assert!(
        stand.contains("1 januari 2024, zoals bekend op 20 november 2026"),
        "{stand}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_municipality_sees_before_and_after_and_whom_to_look_at() {
    let (app, consulent) = caseload().await;
    let directie = app.login(Actor::system("directie", Rol::Directie)).await;
    let run = start(&app, &directie).await;
    let pad = format!("/GM0294{run}");
    let wacht = app.get(&consulent, &pad).await.tekst();
    assert!(wacht.contains("nog niet begonnen"), "{wacht}");
    calculate(&app, &run).await;
    let pagina = app.get(&consulent, &pad).await;
    let tekst = pagina.tekst();
    assert!(
        tekst.contains("Voor en na") && tekst.contains("25 van 25 huishoudens"),
        "{tekst}"
    );
    assert_eq!(
        count(&pagina, "#uitzonderingen ~ tbody tr"),
        20,
        "the first page"
    );
    assert_eq!(count(&pagina, "nav a[rel='next']"), 1);
    let geen = app
        .get(&consulent, &format!("{pad}?reden=daling"))
        .await
        .tekst();
    assert!(geen.contains("Er is geen huishouden om naar te kijken."));
    let onzin = app.get(&consulent, &format!("{pad}?reden=x")).await;
    assert_eq!(onzin.status, StatusCode::BAD_REQUEST);
    let csv = app
        .get(&consulent, &format!("{pad}/lijst.csv"))
        .await
        .tekst();
    assert!(
        csv.contains("norm wijkt af van de levering") && csv.lines().count() >= 26,
        "{csv}"
    );
    let lijst = app.get(&consulent, "/GM0294/populatieruns").await.tekst();
    assert!(lijst.contains(&pad));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_in_with_another_role_or_elsewhere() {
    let (app, consulent) = caseload().await;
    let directie = app.login(Actor::system("directie", Rol::Directie)).await;
    let run = start(&app, &directie).await;
    let hier = format!("/GM0294{run}");
    let anoniem = Bezoeker::default();
    for pad in [
        "/populatieruns",
        "/populatieruns/nieuw",
        &run,
        &hier,
        "/GM0294/populatieruns",
    ] {
        let antwoord = app.get(&anoniem, pad).await;
        assert_eq!(antwoord.status, StatusCode::SEE_OTHER, "{pad}");
    }
    for pad in ["/populatieruns", "/populatieruns/nieuw", &run] {
        let antwoord = app.get(&consulent, pad).await;
        assert_eq!(antwoord.status, StatusCode::FORBIDDEN, "{pad}");
    }
    let gepost = app.post(&consulent, "/populatieruns/nieuw", &NIEUW).await;
    assert_eq!(gepost.status, StatusCode::FORBIDDEN);
    let knop = app
        .post(&consulent, &format!("{run}/onderbreking"), &[])
        .await;
    assert_eq!(knop.status, StatusCode::FORBIDDEN);
    for pad in [hier.as_str(), "/GM0294/populatieruns"] {
        let antwoord = app.get(&directie, pad).await;
        assert_eq!(
            antwoord.status,
            StatusCode::FORBIDDEN,
            "no personal data: {pad}"
        );
    }
    let elders = app.login(actor(Rol::Consulent, nijkerk())).await;
    let antwoord = app.get(&elders, &hier).await;
    assert_eq!(antwoord.status, StatusCode::NOT_FOUND);
    let hier_alleen = app.login(actor(Rol::Directie, winterswijk())).await;
    let stand = app.get(&hier_alleen, &run).await.tekst();
    assert!(
        stand.contains("0 van 1 gemeente klaar"),
        "only what is his: {stand}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_more_work_gives_a_household_is_shown_and_explained() {
    let (app, wie) = caseload().await;
    let pad = format!("{}/recht/werken", find(&app, &wie, 6).await);
    let pagina = app.get(&wie, &pad).await;
    let tekst = pagina.tekst();
    assert!(
        tekst.contains("Wat levert meer werken op?") && tekst.contains("er bijstand"),
        "{tekst}"
    );
    assert_eq!(count(&pagina, "#loonstappen ~ tbody tr"), 21);
    assert!(
        tekst.contains("iit.inkomensgrens"),
        "nothing was decided, and that is said"
    );
    assert!(tekst.contains("art. 31 lid 2 onder n"));
    let geen = app
        .get(&wie, &format!("{pad}?vrijlating=geen&bruto=900"))
        .await
        .tekst();
    assert!(geen.contains("100%"));
    let fout = app
        .get(&wie, &format!("{pad}?vrijlating=x&bruto=veel"))
        .await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    assert_eq!(count(&fout, "[data-foutoverzicht] li"), 2);
    let griffie = app.login(actor(Rol::Griffie, winterswijk())).await;
    assert_eq!(app.get(&griffie, &pad).await.status, StatusCode::FORBIDDEN);
    let elders = app.login(actor(Rol::Consulent, nijkerk())).await;
    assert_eq!(app.get(&elders, &pad).await.status, StatusCode::NOT_FOUND);
    let anoniem = app.get(&Bezoeker::default(), &pad).await;
    assert_eq!(anoniem.status, StatusCode::SEE_OTHER);
}
