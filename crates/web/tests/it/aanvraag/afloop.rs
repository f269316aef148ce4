//! How an application ends where the college decides itself.

use super::*;

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
