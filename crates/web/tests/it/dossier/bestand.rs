//! A municipality with residents, as it is delivered, and with policy.

use actix_web::http::StatusCode;
use application::statistiek::{Leveringsopdracht, Ontvangen, Wijze, record_levering};
use domain::bevoegdheid::Rol;
use http_base::DbRol;
use http_base::testing::{Bezoeker, TestApp};
use primitives::SystemIds;
use testkit::{Maandbestand, actor, collega, consulent, nu, winterswijk};

use crate::app;

/// Winterswijk with twenty-five residents, of whom one was measured this quarter; and a case worker.
pub async fn caseload() -> (TestApp, Bezoeker) {
    caseload_in(app().await).await
}

/// The same, in an app with a database of its own.
pub async fn caseload_in(app: TestApp) -> (TestApp, Bezoeker) {
    deliver(&app, "10").await;
    let wie = app.login(consulent()).await;
    (app, wie)
}

/// A month of 2026 of 25 single people.
pub async fn deliver(app: &TestApp, maand: &'static str) {
    let mut bestand = Maandbestand::new(winterswijk(), maand);
    for nummer in 0..25 {
        bestand = bestand.alleenstaande(nummer);
    }
    let bestand = bestand
        .op_trede(1, 3, &format!("2026{maand}03"))
        .op_trede(2, 2, "20260212");
    take_over(app, &bestand).await;
}

/// A delivery of Winterswijk.
pub async fn take_over(app: &TestApp, bestand: &Maandbestand) {
    let (bus, srg) = (bestand.bus(), bestand.srg());
    let ontvangen = Ontvangen {
        bus: bus.as_deref().map(str::as_bytes),
        srg: srg.as_deref().map(str::as_bytes),
        namen: None,
    };
    let opdracht = Leveringsopdracht::parse(winterswijk(), ontvangen, Wijze::Definitief).unwrap();
    let teamleider = actor(Rol::Teamleider, winterswijk());
    app.state
        .db
        .in_tenant("test", winterswijk(), DbRol::Uitvoering, async |tx| {
            record_levering(tx, &teamleider, nu(), &SystemIds, &opdracht).await
        })
        .await
        .unwrap();
}

/// A decision of council or college on a theme, by its number, that holds from 1 July 2026, made known by a colleague.
pub async fn decide_beleid(
    app: &TestApp,
    rol: Rol,
    (thema, nummer): (&str, &str),
    waarden: &[(&str, &str)],
) {
    let orgaan = match rol {
        Rol::Griffie => "raad",
        _ => "college",
    };
    let vast = [
        ("orgaan", orgaan),
        ("thema", thema),
        ("nummer", nummer),
        ("titel", "Regels 2026"),
        ("vergaderdatum", "11-12-2025"),
        ("uitkomst.beslissing", "conform-voorstel"),
        ("inwerkingtreding", "1-7-2026"),
    ];
    let velden = (0..).zip(waarden).flat_map(|(rij, (sleutel, waarde))| {
        [
            (format!("waarden.{rij}.sleutel"), *sleutel),
            (format!("waarden.{rij}.waarde"), *waarde),
        ]
    });
    let velden: Vec<_> = velden.collect();
    let besluit: Vec<_> = vast
        .into_iter()
        .chain(velden.iter().map(|(veld, waarde)| (veld.as_str(), *waarde)))
        .collect();
    let een = app.login(actor(rol, winterswijk())).await;
    let genomen = app.post(&een, "/GM0294/besluiten/nieuw", &besluit).await;
    assert_eq!(genomen.status, StatusCode::SEE_OTHER, "{}", genomen.tekst());
    let pad = format!("{}/bekendmaking", genomen.kop("location"));
    let bekendmaking = [
        ("plaats", "cvdr"),
        ("nummer", "CVDR741635"),
        ("datum", "18-12-2025"),
        ("inwerkingtreding", "1-7-2026"),
    ];
    let ander = app.login(collega(rol, winterswijk())).await;
    let bekend = app.post(&ander, &pad, &bekendmaking).await;
    assert_eq!(bekend.status, StatusCode::SEE_OTHER, "{}", bekend.tekst());
}
