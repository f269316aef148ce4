//! The pages of an objection: receipt, the hearing, the decision by another person, the letter; who gets in.

use actix_web::http::StatusCode;
use domain::bevoegdheid::Rol;
use http_base::testing::{Bezoeker, TestApp};
use testkit::{actor, collega, winterswijk};

use crate::aanvraag::{VOORSTEL, accepted, check_guarded, receive};
use crate::dossier::{caseload, count, hrefs, texts};

/// An application on which was decided and which was made known on 21 November 2026.
async fn decided(app: &TestApp, wie: &Bezoeker) -> String {
    decided_as(app, wie, &VOORSTEL).await
}

async fn decided_as(app: &TestApp, wie: &Bezoeker, voorstel: &[(&str, &str)]) -> String {
    let pad = receive(app, wie).await;
    accepted(app, wie, &format!("{pad}/voorstel"), voorstel).await;
    let twee = app.login(collega(Rol::Teamleider, winterswijk())).await;
    accepted(app, &twee, &format!("{pad}/besluit"), &[("gezien", "2")]).await;
    let bekend = [("gezien", "3"), ("dag", "21-11-2026"), ("keuze", "post")];
    let handeling = format!("{pad}/handelingen/bekendgemaakt");
    accepted(app, wie, &handeling, &bekend).await;
    pad
}

async fn object(app: &TestApp, wie: &Bezoeker, pad: &str, gezien: &str) -> String {
    let bezwaar = [
        ("gezien", gezien),
        ("indiener", "inwoner"),
        ("ontvangenOp", "21-11-2026"),
        ("commissie", "nee"),
    ];
    accepted(app, wie, &format!("{pad}/bezwaar"), &bezwaar).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_objection_goes_to_another_person_and_ends_with_a_letter() {
    let (app, wie) = caseload().await;
    let besluit = decided(&app, &wie).await;
    let pad = object(&app, &wie, &besluit, "0").await;
    let handeling = |soort: &str| format!("{pad}/handelingen/{soort}");
    let pagina = app.get(&wie, &pad).await.tekst();
    assert!(pagina.contains("15 februari 2027"), "{pagina}");
    assert!(pagina.contains("21 november 2026, op tijd"), "{pagina}");
    let start = app.get(&wie, "/").await.tekst();
    assert!(start.contains("Beslis op 1 bezwaar"), "{start}");
    let lijst = app.get(&wie, "/GM0294/bezwaren").await;
    assert!(lijst.tekst().contains("15-02-2027"), "{}", lijst.tekst());
    let van_besluit = app.get(&wie, &besluit).await;
    assert!(van_besluit.tekst().contains("Bezwaar 1: De inwoner"));
    let formulier = format!("{pad}/besluit");
    let derde = app.login(actor(Rol::Teamleider, winterswijk())).await;
    let ongehoord = app.get(&derde, &formulier).await.tekst();
    assert!(
        ongehoord.contains("leg eerst vast dat de indiener is gehoord"),
        "{ongehoord}"
    );
    let gehoord = [
        ("gezien", "1"),
        ("dag", "21-11-2026"),
        ("wie", "u en twee leden van de commissie"),
        ("tekst", "U vertelde over uw spaargeld."),
    ];
    accepted(&app, &wie, &handeling("gehoord"), &gehoord).await;
    let twee = app.login(collega(Rol::Teamleider, winterswijk())).await;
    let zelf = app.get(&twee, &formulier).await.tekst();
    assert!(
        zelf.contains("een collega beslist op het bezwaar"),
        "{zelf}"
    );
    let geweigerd = [
        ("gezien", "2"),
        ("uitkomst", "ongegrond"),
        ("motivering", "Het klopt."),
    ];
    let geweigerd = app.post(&twee, &formulier, &geweigerd).await;
    assert_eq!(geweigerd.status, StatusCode::CONFLICT);
    let leeg = [
        ("gezien", "2"),
        ("uitkomst", "gegrond"),
        ("motivering", "Ja."),
    ];
    let leeg = app.post(&derde, &formulier, &leeg).await;
    assert_eq!(count(&leeg, "#veld-inPlaatsDaarvan[aria-invalid=true]"), 1);
    let goed = [
        ("gezien", "2"),
        ("uitkomst", "gegrond"),
        ("motivering", "U had gelijk."),
        ("inPlaatsDaarvan", "Uw bijstand gaat in op 1 november."),
    ];
    accepted(&app, &derde, &formulier, &goed).await;
    let brief = format!("{pad}/brief.pdf");
    assert!(app.get(&wie, &brief).await.inhoud.starts_with(b"%PDF-1.7"));
    let bekend = [("gezien", "3"), ("dag", "21-11-2026"), ("keuze", "post")];
    accepted(&app, &wie, &handeling("bekendgemaakt"), &bekend).await;
    let pagina = app.get(&wie, &pad).await;
    assert!(
        pagina
            .tekst()
            .contains("Beroep bij de rechtbank kan tot en met")
    );
    assert!(hrefs(&pagina, ".sh-paneel a").is_empty());
    assert_eq!(count(&pagina, "a[href$='/aanvragen/nieuw']"), 1);
    let wachtend = app.get(&wie, "/GM0294/bezwaren").await;
    assert!(wachtend.tekst().contains("Er wacht geen bezwaar."));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_act_has_a_form_and_two_people_object_to_one_decision() {
    let (app, wie) = caseload().await;
    let besluit = decided(&app, &wie).await;
    let een = object(&app, &wie, &besluit, "0").await;
    let fout = [
        ("gezien", "1"),
        ("indiener", "partner"),
        ("ontvangenOp", "31-11-2026"),
    ];
    let fout = app.post(&wie, &format!("{besluit}/bezwaar"), &fout).await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    for veld in ["naam", "ontvangenOp"] {
        let kiezer = format!("#veld-{veld}[aria-invalid=true]");
        assert_eq!(count(&fout, &kiezer), 1, "{veld}");
    }
    let partner = [
        ("gezien", "1"),
        ("indiener", "partner"),
        ("naam", "P. Voorbeeld"),
        ("ontvangenOp", "21-11-2026"),
        ("commissie", "ja"),
    ];
    let twee = accepted(&app, &wie, &format!("{besluit}/bezwaar"), &partner).await;
    let pagina = app.get(&wie, &besluit).await.tekst();
    assert!(
        pagina.contains("Bezwaar 2: De partner, P. Voorbeeld"),
        "{pagina}"
    );
    for (soort, velden) in [
        (
            "herstel-gevraagd",
            &[
                ("gezien", "1"),
                ("dag", "21-11-2026"),
                ("uiterlijk", "5-12-2026"),
                ("tekst", "handtekening"),
            ][..],
        ),
        ("aangevuld", &[("gezien", "2"), ("dag", "21-11-2026")]),
        (
            "verdaagd",
            &[
                ("gezien", "3"),
                ("dag", "21-11-2026"),
                ("uiterlijk", "1-5-2027"),
                ("tekst", "druk"),
            ],
        ),
        (
            "uitgesteld",
            &[
                ("gezien", "4"),
                ("dag", "21-11-2026"),
                ("uiterlijk", "1-7-2027"),
                ("keuze", "indiener"),
                ("tekst", "de partner, per brief"),
            ],
        ),
        (
            "niet-gehoord",
            &[
                ("gezien", "5"),
                ("dag", "21-11-2026"),
                ("keuze", "geen-wens"),
                ("tekst", "brief van 21 november"),
            ],
        ),
        (
            "ingetrokken",
            &[
                ("gezien", "6"),
                ("dag", "21-11-2026"),
                ("tekst", "opgelost"),
            ],
        ),
    ] {
        let handeling = format!("{twee}/handelingen/{soort}");
        assert_eq!(app.get(&wie, &handeling).await.status, StatusCode::OK);
        assert_eq!(accepted(&app, &wie, &handeling, velden).await, twee);
    }
    assert_eq!(count(&app.get(&wie, &twee).await, "article"), 7);
    let eerste = app.get(&wie, &een).await;
    assert_eq!(count(&eerste, "article"), 1, "the other goes on by itself");
    let onbekend = app.get(&wie, &format!("{een}/handelingen/besloten")).await;
    assert_eq!(onbekend.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_without_the_role_gets_in_and_elsewhere_it_does_not_exist() {
    let (app, wie) = caseload().await;
    let besluit = decided(&app, &wie).await;
    let pad = object(&app, &wie, &besluit, "0").await;
    let onder = [
        "",
        "/besluit",
        "/berekening",
        "/brief.pdf",
        "/handelingen/gehoord",
    ];
    let mut paden: Vec<_> = onder.iter().map(|deel| format!("{pad}{deel}")).collect();
    paden.push(format!("{besluit}/bezwaar"));
    paden.push("/GM0294/bezwaren".to_owned());
    let sociaal = check_guarded(&app, &pad, &paden).await;
    let niet = app
        .get(&sociaal, &format!("{pad}/handelingen/gehoord"))
        .await;
    assert_eq!(niet.status, StatusCode::FORBIDDEN);
    let niet = app
        .post(&sociaal, &format!("{pad}/berekening"), &HEROVERWEGING)
        .await;
    assert_eq!(niet.status, StatusCode::FORBIDDEN);
    let (basis, _) = pad.rsplit_once('/').unwrap();
    let ander = format!("{basis}/01890a5d-ac96-774b-bcce-b302099a8057");
    assert_eq!(app.get(&wie, &ander).await.status, StatusCode::NOT_FOUND);
}

/// The facts of the decision with half of the possessions, and an earlier day.
const HEROVERWEGING: [(&str, &str); 7] = [
    ("gezien", "2"),
    ("besluit", "toekenning"),
    ("ingang", "2-11-2026"),
    ("huisvesting", "inwonend"),
    ("bezittingen", "500"),
    ("schulden", "0"),
    ("motivering", "U woont bij iemand in."),
];

#[tokio::test(flavor = "multi_thread")]
async fn the_right_is_calculated_again_in_the_form_of_the_decision() {
    let (app, wie) = caseload().await;
    let laat = VOORSTEL.map(|(veld, waarde)| match veld {
        "ingang" => (veld, "10-11-2026"),
        _ => (veld, waarde),
    });
    let besluit = decided_as(&app, &wie, &laat).await;
    let pad = object(&app, &wie, &besluit, "0").await;
    let gehoord = [
        ("gezien", "1"),
        ("dag", "21-11-2026"),
        ("wie", "u"),
        ("tekst", "U woont ergens anders."),
    ];
    accepted(&app, &wie, &format!("{pad}/handelingen/gehoord"), &gehoord).await;
    let formulier = format!("{pad}/berekening");
    let leeg = app.get(&wie, &formulier).await;
    for gevuld in [
        "#veld-ingang[value='10-11-2026']",
        "#veld-bezittingen[value='1000,00']",
        "#veld-schulden[value='0,00']",
        "#veld-huisvesting option[value=huurder][selected]",
    ] {
        assert_eq!(count(&leeg, gevuld), 1, "{gevuld}: {}", leeg.tekst());
    }
    assert_eq!(count(&leeg, "input[value=buiten-behandeling]"), 0);
    let fout = [
        ("gezien", "2"),
        ("bezittingen", "veel"),
        ("ingang", "2-11-2026"),
    ];
    let fout = app.post(&wie, &formulier, &fout).await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    for veld in ["besluit", "bezittingen", "motivering", "huisvesting"] {
        assert!(fout.tekst().contains(&format!("#veld-{veld}")), "{veld}");
    }
    accepted(&app, &wie, &formulier, &HEROVERWEGING).await;
    let pagina = app.get(&wie, &pad).await;
    let cellen = texts(&pagina, "#vergelijking td, #vergelijking th, table td");
    assert!(
        ["10 november 2026", "2 november 2026"]
            .iter()
            .all(|dag| cellen.contains(&(*dag).to_owned())),
        "{cellen:?}"
    );
    let weer = app.get(&wie, &formulier).await;
    assert_eq!(count(&weer, "#veld-bezittingen[value='500,00']"), 1);
    let derde = app.login(actor(Rol::Teamleider, winterswijk())).await;
    let beslissen = format!("{pad}/besluit");
    let kiezen = [
        ("gezien", "3"),
        ("uitkomst", "gegrond"),
        ("motivering", "U had gelijk."),
    ];
    let zonder = app.post(&derde, &beslissen, &kiezen).await;
    assert_eq!(zonder.status, StatusCode::BAD_REQUEST);
    assert!(
        zonder
            .tekst()
            .contains("kies wat er in plaats van het eerste besluit komt")
    );
    let met = [&kiezen[..], &[("nieuw", "berekening")]].concat();
    accepted(&app, &derde, &beslissen, &met).await;
    let pagina = app.get(&wie, &pad).await;
    assert_eq!(count(&pagina, "a[href$='/aanvragen/nieuw']"), 0);
    let brief = app.get(&wie, &format!("{pad}/brief.pdf")).await.inhoud;
    assert!(brief.starts_with(b"%PDF-1.7"));
    let van_besluit = app.get(&wie, &besluit).await.tekst();
    assert!(
        van_besluit.contains("In plaats van dit besluit: Toekennen"),
        "{van_besluit}"
    );
    assert!(
        van_besluit.contains("Dit besluit is vervangen."),
        "{van_besluit}"
    );
    let lijst = besluit.rsplit_once("/aanvragen").unwrap().0;
    let lijst = app.get(&wie, &format!("{lijst}/beschikkingen")).await;
    assert!(lijst.tekst().contains("Na bezwaar:"), "{}", lijst.tekst());
    let klaar = app.post(&wie, &formulier, &HEROVERWEGING).await;
    assert_eq!(klaar.status, StatusCode::CONFLICT);
}
