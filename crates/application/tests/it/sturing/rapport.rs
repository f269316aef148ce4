//! The report is a function of the closing.

use application::sturing::{KwartaalError, Toelichtingopdracht, load_rapport, record_toelichting};
use domain::sturing::{Indicator, Klasse, Kwartaalrapport};
use persistence::TenantTx;
use primitives::SystemIds;
use testkit::{TestDb, nijkerk, nu, winterswijk};

use super::{close, fill, kwartaal, opdrachtgever, read};

async fn report(test: &TestDb) -> Result<Kwartaalrapport, KwartaalError> {
    read(test, winterswijk(), async |tx: &mut TenantTx| {
        load_rapport(tx, &opdrachtgever(winterswijk()), kwartaal()).await
    })
    .await
}

#[tokio::test]
async fn an_open_quarter_has_no_report() {
    let test = TestDb::new().await;
    assert!(matches!(
        report(&test).await,
        Err(KwartaalError::NietGesloten(_))
    ));
}

#[tokio::test]
async fn what_happens_after_closing_does_not_change_the_report() {
    let test = TestDb::new().await;
    fill(&test, winterswijk(), 400).await;
    close(&test, winterswijk()).await.unwrap();
    let eerst = report(&test).await.unwrap();
    let reeks = &eerst.verloop[&(Indicator::InkomenUitWerk, Klasse::Totaal)];
    assert_eq!(reeks.len(), 8);
    assert_eq!(
        eerst.verloop[&(Indicator::TredeVerdeling, Klasse::Trede1)].len(),
        8
    );

    fill(&test, nijkerk(), 600).await;
    let later = nu() + jiff::SignedDuration::from_hours(1);
    let opdracht = application::sturing::Sluitopdracht {
        aanleiding: application::sturing::Aanleiding::Cijfers,
        kwartaal: kwartaal(),
        bekend_op: None,
        toelichting: Some("x".into()),
    };
    super::close_as(
        &test,
        &super::directie(nijkerk()),
        nijkerk(),
        later,
        &opdracht,
    )
    .await
    .unwrap();
    let opdracht = Toelichtingopdracht {
        kwartaal: kwartaal(),
        indicator: String::new(),
        tekst: "Achteraf bekeken.".into(),
    };
    read(&test, winterswijk(), async |tx: &mut TenantTx| {
        record_toelichting(
            tx,
            &opdrachtgever(winterswijk()),
            later,
            &SystemIds,
            &opdracht,
        )
        .await
    })
    .await
    .unwrap();
    assert_eq!(report(&test).await.unwrap(), eerst);
}
