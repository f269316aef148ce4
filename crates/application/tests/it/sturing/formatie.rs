//! Staffing, as known on a moment.

use application::formatie::{
    FormatieError, Formatieopdracht, Formatieverslag, list_formatie, record_formatie,
    record_formatiebestand,
};
use application::statistiek::Wijze;
use application::sturing::calculate_voorlopig;
use domain::bevoegdheid::Geweigerd;
use domain::formatie::Formatiebestand;
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

async fn import(
    test: &TestDb,
    regels: &str,
    wijze: Wijze,
) -> Result<Formatieverslag, FormatieError> {
    let tekst = format!("functie;doelgroep;van;fte;bekend_op\n{regels}");
    let bestand = Formatiebestand::parse(tekst.as_bytes(), winterswijk()).unwrap();
    let wie = directie(winterswijk());
    test.db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| record_formatiebestand(tx, &wie, nu(), &bestand, wijze).await,
        )
        .await
}

#[tokio::test]
async fn a_file_is_taken_over_once_and_all_or_nothing() {
    let test = TestDb::new().await;
    fill(&test, winterswijk(), 400).await;
    let regels = "klantmanager;alle;2024-01-01;2;2023-12-01\nklantmanager;alle;2026-01-01;4;\n";
    let verslag = |nieuw, gelijk| Formatieverslag { nieuw, gelijk };
    let proef = import(&test, regels, Wijze::Proef).await.unwrap();
    assert_eq!(
        (proef, caseload_per_fte(&test, nu()).await),
        (verslag(2, 0), None)
    );

    let eerst = import(&test, regels, Wijze::Definitief).await.unwrap();
    let cijfer = caseload_per_fte(&test, nu()).await;
    assert_eq!(eerst, verslag(2, 0));
    assert!(cijfer.is_some());
    let weer = import(&test, regels, Wijze::Definitief).await.unwrap();
    assert_eq!(weer, verslag(0, 2));

    // The first line is new, the second says that something else was known then.
    let strijdig = "jobcoach;alle;2026-01-01;1;\nklantmanager;alle;2024-01-01;3;2023-11-01\n";
    let fout = import(&test, strijdig, Wijze::Definitief)
        .await
        .unwrap_err();
    assert!(matches!(fout, FormatieError::Overname(fouten) if fouten.0.len() == 1));
    assert_eq!(
        import(&test, regels, Wijze::Proef).await.unwrap(),
        verslag(0, 2)
    );
    assert_eq!(caseload_per_fte(&test, nu()).await, cijfer);
}

#[tokio::test]
async fn the_same_file_twice_at_once_is_taken_over_once() {
    let test = TestDb::new().await;
    let regels = "klantmanager;alle;2026-01-01;4;\n";
    let (een, twee) = tokio::join!(
        import(&test, regels, Wijze::Definitief),
        import(&test, regels, Wijze::Definitief)
    );
    let mut nieuw = [een.unwrap().nieuw, twee.unwrap().nieuw];
    nieuw.sort_unstable();
    assert_eq!(nieuw, [0, 1]);
}
