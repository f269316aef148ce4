//! The pages of an application: from its receipt to the letter, what the forms refuse, who gets in.

use actix_web::http::StatusCode;
use application::aanvraag::record_mandaten;
use domain::aanvraag::{Besluitsoort, Mandaat, Mandaatbesluit, VierOgen};
use domain::bevoegdheid::Rol;
use domain::recht::Regeling;
use http_base::DbRol;
use http_base::testing::{Bezoeker, TestApp};
use testkit::{TestDb, actor, collega, nijkerk, nu, winterswijk};

use crate::app_on;
use crate::dossier::{caseload, caseload_in, count, find, hrefs, texts};

async fn give_mandate(app: &TestApp) {
    let mandaat = |besluit: Mandaatbesluit| Mandaat {
        regeling: Regeling::AlgemeneBijstand,
        besluit,
        rol: Rol::Teamleider,
        vier_ogen: VierOgen::Altijd,
        vier_ogen_vanaf: None,
        van: primitives::parse_datum("2026-01-01").unwrap(),
        tot: None,
        bron: "voorbeeld".to_owned(),
    };
    let besluiten = Besluitsoort::ALL.iter().map(|besluit| (*besluit).into());
    let mandaten: Vec<_> = besluiten
        .chain([Mandaatbesluit::Bezwaar])
        .map(mandaat)
        .collect();
    let college = actor(Rol::College, winterswijk());
    app.state
        .db
        .in_tenant("test", winterswijk(), DbRol::College, async |tx| {
            record_mandaten(tx, &college, nu(), &mandaten).await
        })
        .await
        .unwrap();
}

/// Posts a form that must be accepted, and gives the page to which it leads.
async fn accepted(app: &TestApp, wie: &Bezoeker, pad: &str, velden: &[(&str, &str)]) -> String {
    let antwoord = app.post(wie, pad, velden).await;
    assert_eq!(
        antwoord.status,
        StatusCode::SEE_OTHER,
        "{}",
        antwoord.tekst()
    );
    antwoord.kop("location").to_owned()
}

async fn receive(app: &TestApp, wie: &Bezoeker) -> String {
    give_mandate(app).await;
    let dossier = find(app, wie, 3).await;
    let velden = [
        ("regeling", "algemene-bijstand"),
        ("ontvangenOp", "2-11-2026"),
        ("kanaal", "balie"),
    ];
    accepted(app, wie, &format!("{dossier}/aanvragen/nieuw"), &velden).await
}

const VOORSTEL: [(&str, &str); 7] = [
    ("gezien", "1"),
    ("besluit", "toekenning"),
    ("ingang", "2-11-2026"),
    ("huisvesting", "huurder"),
    ("bezittingen", "1.000"),
    ("schulden", "0"),
    ("motivering", "Uw inkomen is laag genoeg."),
];

#[tokio::test(flavor = "multi_thread")]
async fn an_application_is_received_proposed_decided_and_made_known() {
    let (app, wie) = caseload().await;
    let pad = receive(&app, &wie).await;
    let pagina = app.get(&wie, &pad).await;
    assert!(
        pagina.tekst().contains("28 december 2026"),
        "{}",
        pagina.tekst()
    );
    let start = app.get(&wie, "/").await;
    assert!(start.tekst().contains("Behandel 1 aanvraag"));
    accepted(&app, &wie, &format!("{pad}/voorstel"), &VOORSTEL).await;
    let twee = app.login(collega(Rol::Teamleider, winterswijk())).await;
    assert!(
        app.get(&twee, "/")
            .await
            .tekst()
            .contains("Beslis op 1 voorstel")
    );
    let zelf = app.get(&wie, &format!("{pad}/besluit")).await;
    assert!(zelf.tekst().contains("U kunt hier nu niet beslissen"));
    let geweigerd = app
        .post(&wie, &format!("{pad}/besluit"), &[("gezien", "2")])
        .await;
    assert_eq!(geweigerd.status, StatusCode::CONFLICT);
    let concept = app.get(&twee, &format!("{pad}/brief.pdf")).await;
    assert!(concept.inhoud.starts_with(b"%PDF-1.7"));
    accepted(&app, &twee, &format!("{pad}/besluit"), &[("gezien", "2")]).await;
    let bekend = [("gezien", "3"), ("dag", "21-11-2026"), ("keuze", "post")];
    let handeling = format!("{pad}/handelingen/bekendgemaakt");
    accepted(&app, &wie, &handeling, &bekend).await;
    let pagina = app.get(&wie, &pad).await.tekst();
    assert!(pagina.contains("4 januari 2027"), "{pagina}");
    assert!(pagina.contains("komt er hetzelfde uit"), "{pagina}");
    let een = app.get(&wie, &format!("{pad}/brief.pdf")).await.inhoud;
    assert_eq!(een, app.get(&wie, &format!("{pad}/brief.pdf")).await.inhoud);
    let dossier = pad.rsplit_once("/aanvragen").unwrap().0;
    let lijst = app.get(&wie, &format!("{dossier}/beschikkingen")).await;
    assert_eq!(count(&lijst, "table tbody tr"), 1);
    assert!(texts(&lijst, "td").contains(&"Toekennen".to_owned()));
    let wachtend = app.get(&wie, "/GM0294/aanvragen").await;
    assert!(wachtend.tekst().contains("Er wacht geen aanvraag."));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_act_has_a_page_and_tells_all_faults_at_their_fields() {
    let (app, wie) = caseload().await;
    let pad = receive(&app, &wie).await;
    for (soort, velden, fout) in [
        (
            "herstel-gevraagd",
            &[("gezien", "1"), ("dag", "x")][..],
            "#veld-dag, #veld-uiterlijk, #veld-tekst",
        ),
        (
            "verdaagd",
            &[
                ("gezien", "1"),
                ("dag", "21-11-2026"),
                ("uiterlijk", "1-12-2026"),
                ("tekst", "druk"),
            ],
            "#veld-uiterlijk",
        ),
        (
            "ingetrokken",
            &[("gezien", "1"), ("dag", "1-11-2026"), ("tekst", "werk")],
            "#veld-dag",
        ),
        (
            "hervat",
            &[("gezien", "1"), ("dag", "21-11-2026")],
            "#veld-dag",
        ),
    ] {
        let pad = format!("{pad}/handelingen/{soort}");
        assert_eq!(app.get(&wie, &pad).await.status, StatusCode::OK, "{soort}");
        let antwoord = app.post(&wie, &pad, velden).await;
        assert_eq!(antwoord.status, StatusCode::BAD_REQUEST, "{soort}");
        let velden = fout
            .split(", ")
            .map(|veld| format!("{veld}[aria-invalid=true]"));
        let aantal = velden.clone().count();
        assert_eq!(
            count(&antwoord, &velden.collect::<Vec<_>>().join(", ")),
            aantal,
            "{soort}"
        );
    }
    let leeg = app
        .post(&wie, &format!("{pad}/voorstel"), &[("gezien", "1")])
        .await;
    assert_eq!(leeg.status, StatusCode::BAD_REQUEST);
    assert!(texts(&leeg, "[data-foutoverzicht] li").len() >= 2);
    let afwijzing = VOORSTEL.map(|(veld, waarde)| match veld {
        "besluit" => (veld, "afwijzing"),
        _ => (veld, waarde),
    });
    let past_niet = app.post(&wie, &format!("{pad}/voorstel"), &afwijzing).await;
    assert!(past_niet.tekst().contains("uit de berekening volgt recht"));
    let oud = [("gezien", "9"), ("dag", "21-11-2026"), ("tekst", "werk")];
    let oud = app
        .post(&wie, &format!("{pad}/handelingen/ingetrokken"), &oud)
        .await;
    assert_eq!(oud.status, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn acts_follow_each_other_until_the_application_is_taken_back() {
    let (app, wie) = caseload().await;
    let pad = receive(&app, &wie).await;
    for (soort, velden) in [
        (
            "herstel-gevraagd",
            &[
                ("gezien", "1"),
                ("dag", "3-11-2026"),
                ("uiterlijk", "17-11-2026"),
                ("tekst", "bankafschriften"),
            ][..],
        ),
        (
            "aangevuld",
            &[("gezien", "2"), ("dag", "10-11-2026"), ("keuze", "ja")],
        ),
        (
            "opgeschort",
            &[
                ("gezien", "3"),
                ("dag", "11-11-2026"),
                ("keuze", "instemming"),
                ("tekst", "brief van 11 november"),
            ],
        ),
        ("hervat", &[("gezien", "4"), ("dag", "13-11-2026")]),
        (
            "verdaagd",
            &[
                ("gezien", "5"),
                ("dag", "20-11-2026"),
                ("uiterlijk", "1-2-2027"),
                ("tekst", "druk"),
            ],
        ),
        (
            "ingetrokken",
            &[
                ("gezien", "6"),
                ("dag", "21-11-2026"),
                ("tekst", "werk gevonden"),
            ],
        ),
    ] {
        let handeling = format!("{pad}/handelingen/{soort}");
        assert_eq!(accepted(&app, &wie, &handeling, velden).await, pad);
    }
    assert_eq!(count(&app.get(&wie, &pad).await, "article"), 7);
    let onbekend = app.get(&wie, &format!("{pad}/handelingen/besloten")).await;
    assert_eq!(onbekend.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_without_the_role_gets_in_and_elsewhere_it_does_not_exist() {
    let (app, wie) = caseload().await;
    let pad = receive(&app, &wie).await;
    let onder = [
        "",
        "/voorstel",
        "/besluit",
        "/brief.pdf",
        "/handelingen/ingetrokken",
        "/handelingen/voorschot-geweigerd",
        "/voorschot",
        "/bezwaar",
        "/bezwaarbrief.pdf",
    ];
    let dossier = pad.rsplit_once("/aanvragen").unwrap().0.to_owned();
    let mut paden: Vec<_> = onder.iter().map(|deel| format!("{pad}{deel}")).collect();
    paden.push(format!("{dossier}/beschikkingen"));
    paden.push(format!("{dossier}/aanvragen/nieuw"));
    paden.push("/GM0294/aanvragen".to_owned());
    for (rol, gemeente, status) in [
        (Rol::Griffie, winterswijk(), StatusCode::FORBIDDEN),
        (Rol::Consulent, nijkerk(), StatusCode::NOT_FOUND),
    ] {
        let ander = app.login(actor(rol, gemeente)).await;
        for pad in &paden {
            assert_eq!(app.get(&ander, pad).await.status, status, "{rol:?} {pad}");
        }
    }
    for pad in &paden {
        let anoniem = app.get(&Bezoeker::default(), pad).await;
        assert_eq!(anoniem.status, StatusCode::SEE_OTHER, "{pad}");
    }
    let sociaal = app.login(actor(Rol::SociaalTeam, winterswijk())).await;
    let lezen = app.get(&sociaal, &pad).await;
    assert_eq!(lezen.status, StatusCode::OK);
    assert!(
        hrefs(&lezen, ".sh-paneel a").is_empty(),
        "who only reads has nothing to do"
    );
    let niet = app.get(&sociaal, &format!("{pad}/voorstel")).await;
    assert_eq!(niet.status, StatusCode::FORBIDDEN);
    let ander = format!("{dossier}/aanvragen/01890a5d-ac96-774b-bcce-b302099a8057");
    assert_eq!(app.get(&wie, &ander).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_decide_is_read_by_all_whom_it_concerns() {
    let (app, wie) = caseload().await;
    let leeg = app.get(&wie, "/GM0294/mandaten").await;
    assert!(leeg.tekst().contains("Er is nog geen mandaat vastgelegd."));
    give_mandate(&app).await;
    let lijst = app.get(&wie, "/GM0294/aanvragen").await;
    assert!(hrefs(&lijst, "main a").contains(&"/GM0294/mandaten".to_owned()));
    for rol in Rol::ALL {
        let lezer = app.login(actor(rol, winterswijk())).await;
        let pagina = app.get(&lezer, "/GM0294/mandaten").await;
        let may = domain::bevoegdheid::Permission::MandaatLezen.is_given_to(rol);
        if !may {
            assert_ne!(pagina.status, StatusCode::OK, "{rol:?}");
            continue;
        }
        assert_eq!(pagina.status, StatusCode::OK, "{rol:?}");
        assert_eq!(count(&pagina, "table tbody tr"), 5, "{rol:?}");
        assert!(pagina.tekst().contains("namens het dagelijks bestuur"));
        assert!(texts(&pagina, "td").contains(&"01-01-2026".to_owned()));
    }
    let elders = app.login(actor(Rol::Consulent, nijkerk())).await;
    let niet = app.get(&elders, "/GM0294/mandaten").await;
    assert_eq!(niet.status, StatusCode::NOT_FOUND);
    let anoniem = app.get(&Bezoeker::default(), "/GM0294/mandaten").await;
    assert_eq!(anoniem.status, StatusCode::SEE_OTHER);
}

/// The proposal with more fields, on what was seen last.
fn with<'a>(gezien: &'a str, meer: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let vast = VOORSTEL.into_iter().filter(|(veld, _)| *veld != "gezien");
    let meer = meer.iter().copied();
    [("gezien", gezien)]
        .into_iter()
        .chain(vast)
        .chain(meer)
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn more_than_one_choice_and_an_exemption_are_asked_for_without_a_script() {
    let (app, wie) = caseload().await;
    let pad = format!("{}/voorstel", receive(&app, &wie).await);
    let leeg = app.get(&wie, &pad).await;
    assert_eq!(count(&leeg, "fieldset.sh-groep"), 1);
    let labels = texts(&leeg, "label");
    let label = |begin: &str| {
        labels
            .iter()
            .find(|label| label.starts_with(begin))
            .unwrap()
    };
    assert!(label("Bezittingen").contains("(leeg bij niet behandelen)"));
    assert!(label("Loon per maand").contains("(niet verplicht)"));
    assert!(!label("Waarom dit besluit").contains('('));
    let eerste = [
        ("afweging-1", "ontheffing"),
        ("keuze-1", "Een half jaar."),
        ("waarom-1", "U zorgt voor uw moeder."),
    ];
    let meer = with("1", &[eerste[0], eerste[1], eerste[2], ("meer", "ja")]);
    let twee = app.post(&wie, &pad, &meer).await;
    assert_eq!(twee.status, StatusCode::OK);
    assert_eq!(count(&twee, "fieldset.sh-groep"), 2);
    assert!(
        twee.tekst().contains("U zorgt voor uw moeder."),
        "what was typed is kept"
    );
    let fout = with(
        "1",
        &[
            eerste[0],
            eerste[1],
            eerste[2],
            ("afweging-2", "ontheffing"),
            ("keuze-2", "x"),
            ("waarom-2", "y"),
            ("ontheffing", "dringende-redenen"),
            ("ontheffingTot", "morgen"),
        ],
    );
    let antwoord = app.post(&wie, &pad, &fout).await;
    assert_eq!(antwoord.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        count(
            &antwoord,
            "#veld-afweging-2[aria-invalid=true], #veld-ontheffingTot[aria-invalid=true]"
        ),
        2
    );
    let goed = with(
        "1",
        &[
            eerste[0],
            eerste[1],
            eerste[2],
            ("afweging-3", "individualisering"),
            ("keuze-3", "Geen."),
            ("waarom-3", "Gewone kosten."),
            ("ontheffing", "dringende-redenen"),
            ("ontheffingTot", "1-5-2027"),
        ],
    );
    let terug = accepted(&app, &wie, &pad, &goed).await;
    let pagina = app.get(&wie, &terug).await;
    assert!(pagina.tekst().contains("Hoeft geen werk te zoeken"));
    assert!(pagina.tekst().contains("tot en met 1 mei 2027"));
    assert!(pagina.tekst().contains("Gewone kosten."));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_advance_is_a_task_is_granted_and_is_shown() {
    let (app, wie) = caseload().await;
    give_mandate(&app).await;
    let dossier = find(&app, &wie, 3).await;
    let velden = [
        ("regeling", "algemene-bijstand"),
        ("ontvangenOp", "12-10-2026"),
        ("kanaal", "balie"),
    ];
    let pad = accepted(&app, &wie, &format!("{dossier}/aanvragen/nieuw"), &velden).await;
    assert!(
        app.get(&wie, "/")
            .await
            .tekst()
            .contains("Verleen 1 voorschot")
    );
    let formulier = format!("{pad}/voorschot");
    assert_eq!(app.get(&wie, &formulier).await.status, StatusCode::OK);
    let leeg = app
        .post(&wie, &formulier, &[("gezien", "1"), ("loon", "veel")])
        .await;
    assert_eq!(leeg.status, StatusCode::BAD_REQUEST);
    let fout = [
        "peildatum",
        "huisvesting",
        "loon",
        "bezittingen",
        "schulden",
    ]
    .map(|veld| format!("#veld-{veld}[aria-invalid=true]"));
    assert_eq!(count(&leeg, &fout.join(", ")), 5);
    let rijk = [
        ("gezien", "1"),
        ("peildatum", "21-11-2026"),
        ("huisvesting", "huurder"),
        ("bezittingen", "50.000"),
        ("schulden", "0"),
    ];
    let geen = app.post(&wie, &formulier, &rijk).await;
    assert!(
        geen.tekst().contains("volgt geen bijstand"),
        "{}",
        geen.tekst()
    );
    let arm = rijk.map(|(veld, waarde)| {
        if veld == "bezittingen" {
            (veld, "0")
        } else {
            (veld, waarde)
        }
    });
    accepted(&app, &wie, &formulier, &arm).await;
    let pagina = app.get(&wie, &pad).await.tekst();
    assert!(pagina.contains("95% van"), "{pagina}");
    assert!(pagina.contains("Volgend voorschot uiterlijk"), "{pagina}");
    assert!(
        !app.get(&wie, "/")
            .await
            .tekst()
            .contains("Verleen 1 voorschot")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_objection_goes_to_another_person_and_ends_with_a_letter() {
    let (app, wie) = caseload().await;
    let pad = receive(&app, &wie).await;
    let handeling = |soort: &str| format!("{pad}/handelingen/{soort}");
    accepted(&app, &wie, &format!("{pad}/voorstel"), &VOORSTEL).await;
    let twee = app.login(collega(Rol::Teamleider, winterswijk())).await;
    accepted(&app, &twee, &format!("{pad}/besluit"), &[("gezien", "2")]).await;
    let bekend = [("gezien", "3"), ("dag", "21-11-2026"), ("keuze", "post")];
    accepted(&app, &wie, &handeling("bekendgemaakt"), &bekend).await;
    let bezwaar = [("gezien", "4"), ("dag", "21-11-2026"), ("keuze", "nee")];
    accepted(&app, &wie, &handeling("bezwaar-ontvangen"), &bezwaar).await;
    let pagina = app.get(&wie, &pad).await.tekst();
    assert!(pagina.contains("15 februari 2027"), "{pagina}");
    assert!(
        pagina.contains("ontvangen op 21 november 2026, op tijd"),
        "{pagina}"
    );
    assert!(
        app.get(&wie, "/")
            .await
            .tekst()
            .contains("Beslis op 1 bezwaar")
    );
    let lijst = app.get(&wie, "/GM0294/aanvragen").await;
    assert!(lijst.tekst().contains("15-02-2027"), "{}", lijst.tekst());
    let formulier = format!("{pad}/bezwaar");
    let zelf = app.get(&twee, &formulier).await;
    assert!(
        zelf.tekst().contains("een collega beslist op het bezwaar"),
        "{}",
        zelf.tekst()
    );
    let geweigerd = [
        ("gezien", "5"),
        ("uitkomst", "ongegrond"),
        ("motivering", "Het klopt."),
    ];
    let geweigerd = app.post(&twee, &formulier, &geweigerd).await;
    assert_eq!(geweigerd.status, StatusCode::CONFLICT);
    let derde = app.login(actor(Rol::Teamleider, winterswijk())).await;
    let leeg = app
        .post(
            &derde,
            &formulier,
            &[
                ("gezien", "5"),
                ("uitkomst", "gegrond"),
                ("motivering", "Ja."),
            ],
        )
        .await;
    assert_eq!(count(&leeg, "#veld-inPlaatsDaarvan[aria-invalid=true]"), 1);
    let goed = [
        ("gezien", "5"),
        ("uitkomst", "gegrond"),
        ("motivering", "U had gelijk."),
        ("inPlaatsDaarvan", "Uw bijstand gaat in op 1 november."),
    ];
    accepted(&app, &derde, &formulier, &goed).await;
    let brief = format!("{pad}/bezwaarbrief.pdf");
    assert!(app.get(&wie, &brief).await.inhoud.starts_with(b"%PDF-1.7"));
    let bekend = [("gezien", "6"), ("dag", "21-11-2026"), ("keuze", "post")];
    accepted(&app, &wie, &handeling("bezwaar-bekendgemaakt"), &bekend).await;
    let pagina = app.get(&wie, &pad).await.tekst();
    assert!(
        pagina.contains("Beroep bij de rechtbank kan tot en met"),
        "{pagina}"
    );
    let wachtend = app.get(&wie, "/GM0294/aanvragen").await;
    assert!(wachtend.tekst().contains("Er wacht geen aanvraag."));
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_college_decides_itself_the_organisation_advises_and_records_its_decision() {
    let test = TestDb::new().await;
    test.execute_as(winterswijk(), "advies").await;
    let (app, wie) = caseload_in(app_on(test)).await;
    let pad = receive(&app, &wie).await;
    let register = app.get(&wie, "/GM0294/mandaten").await;
    assert!(
        register
            .tekst()
            .contains("Burgemeester en wethouders beslissen zelf.")
    );
    accepted(&app, &wie, &format!("{pad}/voorstel"), &VOORSTEL).await;
    let twee = app.login(collega(Rol::Teamleider, winterswijk())).await;
    let beslissen = app.get(&twee, &format!("{pad}/besluit")).await;
    assert!(
        beslissen
            .tekst()
            .contains("advies aan burgemeester en wethouders")
    );
    accepted(&app, &twee, &format!("{pad}/besluit"), &[("gezien", "2")]).await;
    let pagina = app.get(&wie, &pad).await.tekst();
    assert!(pagina.contains("geadviseerd"), "{pagina}");
    assert!(
        pagina.contains("Besluit van het college uiterlijk"),
        "{pagina}"
    );
    let lijst = app.get(&wie, "/GM0294/aanvragen").await;
    assert_eq!(
        count(&lijst, "table tbody tr"),
        1,
        "it waits for the college"
    );
    let versturen = [("gezien", "3"), ("dag", "21-11-2026"), ("keuze", "post")];
    let niet = app
        .post(
            &wie,
            &format!("{pad}/handelingen/bekendgemaakt"),
            &versturen,
        )
        .await;
    assert_eq!(
        niet.status,
        StatusCode::BAD_REQUEST,
        "the municipality sends its own letter"
    );
    let college = [
        ("gezien", "3"),
        ("dag", "21-11-2026"),
        ("keuze", "nee"),
        ("tekst", "Besluit 2026-114: een maand later."),
    ];
    accepted(
        &app,
        &wie,
        &format!("{pad}/handelingen/besloten-door-college"),
        &college,
    )
    .await;
    let pagina = app.get(&wie, &pad).await;
    assert!(
        pagina
            .tekst()
            .contains("Anders dan geadviseerd. Besluit 2026-114")
    );
    assert!(pagina.tekst().contains("door het college besloten"));
    assert!(
        hrefs(&pagina, ".sh-paneel a").is_empty(),
        "nothing is left to do here"
    );
    let lijst = app.get(&wie, "/GM0294/aanvragen").await;
    assert!(lijst.tekst().contains("Er wacht geen aanvraag."));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_work_list_is_turned_page_by_page() {
    let (app, wie) = caseload().await;
    for nummer in 0..21 {
        let dossier = find(&app, &wie, nummer).await;
        let dag = format!("{}-11-2026", 1 + nummer % 20);
        let velden = [
            ("regeling", "algemene-bijstand"),
            ("ontvangenOp", dag.as_str()),
            ("kanaal", "post"),
        ];
        accepted(&app, &wie, &format!("{dossier}/aanvragen/nieuw"), &velden).await;
    }
    let eerste = app.get(&wie, "/GM0294/aanvragen").await;
    assert_eq!(count(&eerste, "table tbody tr"), 20);
    assert!(eerste.tekst().contains("21 aanvragen"));
    let volgende = hrefs(&eerste, "a[rel=next]");
    let tweede = app.get(&wie, &volgende[0]).await;
    assert_eq!(count(&tweede, "table tbody tr"), 1);
    assert!(hrefs(&tweede, "a[rel=next]").is_empty());
    assert_eq!(hrefs(&tweede, "a[rel=prev]"), ["/GM0294/aanvragen"]);
    let onzin = app.get(&wie, "/GM0294/aanvragen?na=gisteren").await;
    assert_eq!(onzin.status, StatusCode::NOT_FOUND);
}
