//! Staffing, as known on a moment.

use application::formatie::{FormatieError, Formatieopdracht, list_formatie, record_formatie};
use application::sturing::calculate_voorlopig;
use domain::bevoegdheid::Geweigerd;
use domain::sturing::{Indicator, Klasse};
use persistence::{DbRol, TenantTx};
use primitives::Moment;
use testkit::{TestDb, nijkerk, nu, winterswijk};

use super::{directie, fill, kwartaal, opdrachtgever, read};

async fn record(test: &TestDb, now: Moment, fte: &str, van: &str) -> Result<(), FormatieError> {
    let opdracht = Formatieopdracht {
        functie: "klantmanager".into(),
        doelgroep: "alle".into(),
        fte: fte.into(),
        van: van.into(),
    };
    test.db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| {
                record_formatie(tx, &directie(winterswijk()), now, &opdracht).await
            },
        )
        .await
        .map(drop)
}

async fn caseload_per_fte(test: &TestDb, now: Moment) -> Option<String> {
    let voorlopig = test
        .db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Rapportage,
            async |tx: &mut TenantTx| {
                calculate_voorlopig(tx, &directie(winterswijk()), now, kwartaal()).await
            },
        )
        .await
        .unwrap();
    let cijfer = voorlopig
        .cijfers
        .iter()
        .find(|c| (c.indicator, c.klasse) == (Indicator::CaseloadPerFte, Klasse::Totaal))
        .unwrap();
    cijfer.uitkomst.waarde().map(|w| w.to_string())
}

#[tokio::test]
async fn the_caseload_is_divided_by_the_staffing_as_it_was_known() {
    let test = TestDb::new().await;
    fill(&test, winterswijk(), 400).await;
    assert_eq!(caseload_per_fte(&test, nu()).await, None);
    record(&test, nu(), "2", "1-1-2026").await.unwrap();
    let met_twee = caseload_per_fte(&test, nu()).await.unwrap();
    // A correction that became known a day later counts from then on, and not before.
    let morgen = nu() + jiff::SignedDuration::from_hours(24);
    record(&test, morgen, "4", "1-1-2026").await.unwrap();
    assert_eq!(
        caseload_per_fte(&test, nu()).await.as_deref(),
        Some(met_twee.as_str())
    );
    assert_ne!(
        caseload_per_fte(&test, morgen).await.as_deref(),
        Some(met_twee.as_str())
    );
    let regels = read(&test, winterswijk(), async |tx: &mut TenantTx| {
        list_formatie(tx, &opdrachtgever(winterswijk()), morgen).await
    })
    .await
    .unwrap();
    let fte: Vec<_> = regels.iter().map(|r| r.fte.to_string()).collect();
    assert_eq!(fte, ["4"]);
}

#[tokio::test]
async fn staffing_stays_in_the_municipality_and_with_management() {
    let test = TestDb::new().await;
    record(&test, nu(), "2", "1-1-2026").await.unwrap();
    let elders = read(&test, nijkerk(), async |tx: &mut TenantTx| {
        list_formatie(tx, &opdrachtgever(nijkerk()), nu()).await
    })
    .await
    .unwrap();
    assert_eq!(elders, []);
    let opdracht = Formatieopdracht {
        functie: "klantmanager".into(),
        doelgroep: "alle".into(),
        fte: "1".into(),
        van: "1-1-2026".into(),
    };
    let uitkomst = test
        .db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| {
                record_formatie(tx, &opdrachtgever(winterswijk()), nu(), &opdracht).await
            },
        )
        .await;
    assert!(matches!(
        uitkomst,
        Err(FormatieError::Geweigerd(Geweigerd::RolSchietTekort(_)))
    ));
}
