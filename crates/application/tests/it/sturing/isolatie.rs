//! What commissioners see of each other: closed figures of members, and nothing else.

use application::sturing::{
    KwartaalError, Ontvangeropdracht, Toelichtingopdracht, list_ontvangers, load_benchmark,
    load_kwartaal, record_ontvanger, record_toelichting,
};
use domain::bevoegdheid::Geweigerd;
use domain::sturing::Indicator;
use persistence::TenantTx;
use primitives::SystemIds;
use testkit::{TestDb, nijkerk, nu, winterswijk};

use super::{close, fill, kwartaal, opdrachtgever, read};

#[tokio::test]
async fn members_compare_their_closed_figures() {
    let test = TestDb::new().await;
    fill(&test, winterswijk(), 400).await;
    fill(&test, nijkerk(), 600).await;
    close(&test, winterswijk()).await.unwrap();
    close(&test, nijkerk()).await.unwrap();
    let vergelijking = read(&test, winterswijk(), async |tx: &mut TenantTx| {
        let wie = opdrachtgever(winterswijk());
        load_benchmark(tx, &wie, nu(), Indicator::InkomenUitWerk, kwartaal()).await
    })
    .await
    .unwrap();
    let namen: Vec<_> = vergelijking
        .gemeenten
        .iter()
        .map(|g| g.naam.as_str())
        .collect();
    assert_eq!(namen, ["Nijkerk", "Winterswijk"]);
    let benchmark = &vergelijking.benchmarks[0];
    assert_eq!(benchmark.kwartalen.len(), 8);
    assert_eq!(benchmark.stand.len(), 2);
    let nu = benchmark.reeksen[0].punten.last().unwrap();
    assert!(nu.eigen.unwrap().waarde().is_some());
    assert_eq!((nu.anderen, nu.groep), (1, None), "one other is no group");
}

#[tokio::test]
async fn who_left_the_scheme_neither_sees_nor_shows() {
    let test = TestDb::new().await;
    fill(&test, winterswijk(), 400).await;
    fill(&test, nijkerk(), 600).await;
    close(&test, winterswijk()).await.unwrap();
    close(&test, nijkerk()).await.unwrap();
    test.leave(nijkerk()).await;
    for (wie, verwacht) in [
        (winterswijk(), vec![winterswijk()]),
        (nijkerk(), vec![nijkerk()]),
    ] {
        let vergelijking = read(&test, wie, async |tx: &mut TenantTx| {
            load_benchmark(
                tx,
                &opdrachtgever(wie),
                nu(),
                Indicator::BestandPersonen,
                kwartaal(),
            )
            .await
        })
        .await
        .unwrap();
        let stand = &vergelijking.benchmarks[0].stand;
        let gezien: Vec<_> = stand.iter().map(|m| m.gemeente).collect();
        assert_eq!(gezien, verwacht);
    }
}

#[tokio::test]
async fn comments_and_addresses_stay_in_the_municipality() {
    let test = TestDb::new().await;
    let wie = opdrachtgever(winterswijk());
    read(
        &test,
        winterswijk(),
        async |tx: &mut TenantTx| -> Result<(), KwartaalError> {
            let opdracht = Toelichtingopdracht {
                kwartaal: kwartaal(),
                indicator: "instroom".into(),
                tekst: "Een fabriek sloot.".into(),
            };
            record_toelichting(tx, &wie, nu(), &SystemIds, &opdracht).await?;
            let opdracht = Ontvangeropdracht {
                rol: "bestuur".into(),
                email: "b@winterswijk.example".into(),
            };
            record_ontvanger(tx, &wie, nu(), &SystemIds, &opdracht).await?;
            let dubbel = record_ontvanger(tx, &wie, nu(), &SystemIds, &opdracht).await;
            assert!(matches!(dubbel, Err(KwartaalError::Invoer(_))));
            Ok(())
        },
    )
    .await
    .unwrap();
    for (gemeente, aantal) in [(winterswijk(), 1), (nijkerk(), 0)] {
        let wie = opdrachtgever(gemeente);
        let (toelichtingen, ontvangers) = read(
            &test,
            gemeente,
            async |tx: &mut TenantTx| -> Result<_, KwartaalError> {
                let overzicht = load_kwartaal(tx, &wie, nu(), kwartaal()).await?;
                Ok((overzicht.toelichtingen, list_ontvangers(tx, &wie).await?))
            },
        )
        .await
        .unwrap();
        assert_eq!(
            (toelichtingen.len(), ontvangers.len()),
            (aantal, aantal),
            "{gemeente}"
        );
    }
}

#[tokio::test]
async fn an_actor_of_another_municipality_finds_nothing_here() {
    let test = TestDb::new().await;
    let uitkomst = read(&test, winterswijk(), async |tx: &mut TenantTx| {
        load_kwartaal(tx, &opdrachtgever(nijkerk()), nu(), kwartaal()).await
    })
    .await;
    assert!(matches!(
        uitkomst,
        Err(KwartaalError::Geweigerd(Geweigerd::GeenRol(_)))
    ));
}

#[tokio::test]
async fn a_comment_names_what_is_wrong_with_it() {
    let test = TestDb::new().await;
    let opdracht = Toelichtingopdracht {
        kwartaal: kwartaal(),
        indicator: "geluk".into(),
        tekst: " ".into(),
    };
    let uitkomst = read(&test, winterswijk(), async |tx: &mut TenantTx| {
        record_toelichting(
            tx,
            &opdrachtgever(winterswijk()),
            nu(),
            &SystemIds,
            &opdracht,
        )
        .await
    })
    .await;
    let Err(KwartaalError::Invoer(fouten)) = uitkomst else {
        panic!("refused by field")
    };
    let velden: Vec<_> = fouten.list().iter().map(|f| f.veld.as_str()).collect();
    assert_eq!(velden, ["tekst", "indicator"]);
}
