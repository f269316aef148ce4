//! The pages of an application: from its receipt to the letter, what the forms refuse, who gets in.

mod afloop;
mod lijsten;
mod regelingen;
mod toekenning;
mod voorstel;

use actix_web::http::StatusCode;
use application::aanvraag::record_mandaten;
use domain::aanvraag::{Besluitsoort, Mandaat, Mandaatbesluit, VierOgen};
use domain::bevoegdheid::Rol;
use domain::herziening::Herzieningsbesluit;
use domain::recht::Regeling;
use http_base::DbRol;
use http_base::testing::{Bezoeker, TestApp};
use testkit::{TestDb, actor, collega, nijkerk, nu, winterswijk};

use crate::app_on;
use crate::dossier::{attributes, caseload, caseload_in, count, find, hrefs, texts};

pub async fn give_mandate(app: &TestApp) {
    give_mandate_for(app, Regeling::AlgemeneBijstand).await;
}

/// A teamleider decides about a scheme, always as a second person.
async fn give_mandate_for(app: &TestApp, regeling: Regeling) {
    let mandaat = |besluit: Mandaatbesluit| Mandaat {
        regeling,
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
        .chain(
            Herzieningsbesluit::ALL
                .iter()
                .map(|besluit| (*besluit).into()),
        )
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
pub async fn accepted(app: &TestApp, wie: &Bezoeker, pad: &str, velden: &[(&str, &str)]) -> String {
    let antwoord = app.post(wie, pad, velden).await;
    assert_eq!(
        antwoord.status,
        StatusCode::SEE_OTHER,
        "{}",
        antwoord.tekst()
    );
    antwoord.kop("location").to_owned()
}

pub async fn receive(app: &TestApp, wie: &Bezoeker) -> String {
    give_mandate(app).await;
    receive_for(app, wie, "algemene-bijstand").await
}

/// An application for a scheme.
async fn receive_for(app: &TestApp, wie: &Bezoeker, regeling: &str) -> String {
    let dossier = find(app, wie, 3).await;
    let velden = [
        ("regeling", regeling),
        ("ontvangenOp", "2-11-2026"),
        ("kanaal", "balie"),
    ];
    accepted(app, wie, &format!("{dossier}/aanvragen/nieuw"), &velden).await
}

pub const VOORSTEL: [(&str, &str); 7] = [
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
    assert!(texts(&leeg, "[data-foutoverzicht] li").len() >= 6);
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
    assert_eq!(oud.status, StatusCode::BAD_REQUEST);
    assert!(
        oud.tekst()
            .contains("er is intussen iets anders vastgelegd")
    );
    assert!(oud.tekst().contains("werk"), "what was typed stays");
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
    ];
    let dossier = pad.rsplit_once("/aanvragen").unwrap().0.to_owned();
    let mut paden: Vec<_> = onder.iter().map(|deel| format!("{pad}{deel}")).collect();
    paden.push(format!("{dossier}/beschikkingen"));
    paden.push(format!("{dossier}/aanvragen/nieuw"));
    paden.push("/GM0294/aanvragen".to_owned());
    let sociaal = check_guarded(&app, &pad, &paden).await;
    let niet = app.get(&sociaal, &format!("{pad}/voorstel")).await;
    assert_eq!(niet.status, StatusCode::FORBIDDEN);
    let ander = format!("{dossier}/aanvragen/01890a5d-ac96-774b-bcce-b302099a8057");
    assert_eq!(app.get(&wie, &ander).await.status, StatusCode::NOT_FOUND);
}

/// None of these paths is for another role, another municipality or nobody; who only reads sees `pad` with nothing to do on it.
pub async fn check_guarded(app: &TestApp, pad: &str, paden: &[String]) -> Bezoeker {
    for (rol, gemeente, status) in [
        (Rol::Griffie, winterswijk(), StatusCode::FORBIDDEN),
        (Rol::Consulent, nijkerk(), StatusCode::NOT_FOUND),
    ] {
        let ander = app.login(actor(rol, gemeente)).await;
        for pad in paden {
            assert_eq!(app.get(&ander, pad).await.status, status, "{rol:?} {pad}");
        }
    }
    for pad in paden {
        let anoniem = app.get(&Bezoeker::default(), pad).await;
        assert_eq!(anoniem.status, StatusCode::SEE_OTHER, "{pad}");
    }
    let sociaal = app.login(actor(Rol::SociaalTeam, winterswijk())).await;
    let lezen = app.get(&sociaal, pad).await;
    assert_eq!(lezen.status, StatusCode::OK);
    assert!(
        hrefs(&lezen, ".sh-paneel a").is_empty(),
        "who only reads has nothing to do"
    );
    sociaal
}
