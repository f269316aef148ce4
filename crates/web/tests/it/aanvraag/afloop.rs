//! How an application ends where somebody objects, and where the college decides itself.

use super::*;

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
    assert!(beslissen.tekst().contains("Advies vaststellen"));
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
