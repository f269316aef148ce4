//! Closing: what is stored, who is told, and what is refused.

use application::sturing::{
    MeldSluiting, Ontvangeropdracht, SluitError, Sluitopdracht, calculate_voorlopig, load_kwartaal,
    load_sluitbericht, record_ontvanger, record_ontvanger_einde,
};
use domain::bevoegdheid::{Geweigerd, Rol};
use domain::sturing::{Indicator, Klasse, SluitingGeweigerd, Uitkomst};
use persistence::jobs;
use persistence::sturing::calculate_hash;
use persistence::{DbError, DbRol, PlatformTx, TenantTx};
use primitives::{SystemIds, parse_datum};
use testkit::{TestDb, actor, nijkerk, nu, winterswijk};

use super::{close, close_as, directie, fill, kwartaal, opdrachtgever, read};

fn value(cijfers: &[domain::sturing::PubliekCijfer], indicator: Indicator) -> Uitkomst {
    cijfers
        .iter()
        .find(|c| c.indicator == indicator && c.klasse == Klasse::Totaal)
        .unwrap()
        .uitkomst
}

#[tokio::test]
async fn closing_stores_what_may_be_published_with_its_hash() {
    let test = TestDb::new().await;
    fill(&test, winterswijk(), 400).await;
    let sluiting = close(&test, winterswijk()).await.unwrap();
    let overzicht = read(&test, winterswijk(), async |tx: &mut TenantTx| {
        load_kwartaal(tx, &opdrachtgever(winterswijk()), nu(), kwartaal()).await
    })
    .await
    .unwrap();
    let akte = overzicht.akte.unwrap();
    assert_eq!(akte.sluiting, sluiting);
    assert_eq!(calculate_hash(&overzicht.cijfers), sluiting.hash);
    assert_eq!(
        akte.aandachtspunten,
        [
            "Van 75% tot 90% van de inwoners is een trede bekend.",
            "Er is geen formatie vastgelegd voor de laatste dag van het kwartaal."
        ]
    );
    // 280 stay; 40 are guided without a benefit; some enter and leave. Every twentieth pair shares a benefit.
    let personen = value(&overzicht.cijfers, Indicator::BestandPersonen)
        .waarde()
        .unwrap();
    assert!(personen > 280.into() && personen < 360.into(), "{personen}");
    let zonder = value(&overzicht.cijfers, Indicator::BanenafspraakZonderUitkering);
    assert_eq!(zonder.waarde(), Some(40.into()));
    // Sixteen subsidies: enough to publish; too few entered and left to show.
    let lks = value(&overzicht.cijfers, Indicator::Loonkostensubsidie);
    assert_eq!(lks.waarde(), Some(16.into()));
    assert_eq!(
        value(&overzicht.cijfers, Indicator::Instroom),
        Uitkomst::Onderdrukt
    );
    assert_eq!(
        value(&overzicht.cijfers, Indicator::CaseloadPerFte),
        Uitkomst::Ontbreekt
    );
}

#[tokio::test]
async fn figures_before_closing_are_the_ones_that_are_closed() {
    let test = TestDb::new().await;
    fill(&test, winterswijk(), 400).await;
    let voorlopig = test
        .db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Rapportage,
            async |tx: &mut TenantTx| {
                calculate_voorlopig(tx, &directie(winterswijk()), nu(), kwartaal()).await
            },
        )
        .await
        .unwrap();
    let sluiting = close(&test, winterswijk()).await.unwrap();
    assert_eq!(calculate_hash(&voorlopig.cijfers), sluiting.hash);
    assert!(!voorlopig.is_leeg);
}

#[tokio::test]
async fn registrations_after_the_reference_day_do_not_count() {
    let test = TestDb::new().await;
    fill(&test, winterswijk(), 400).await;
    // September became known on 11 October.
    let opdracht = Sluitopdracht {
        aanleiding: application::sturing::Aanleiding::Cijfers,
        kwartaal: kwartaal(),
        bekend_op: parse_datum("2026-10-10"),
        toelichting: Some("eerste beeld".into()),
    };
    let vroeg = close_as(
        &test,
        &directie(winterswijk()),
        winterswijk(),
        nu(),
        &opdracht,
    )
    .await
    .unwrap();
    assert_eq!(vroeg.bekend_op.to_string(), "2026-10-10T21:59:59.999999Z");
    let akte = read(&test, winterswijk(), async |tx: &mut TenantTx| {
        load_kwartaal(tx, &opdrachtgever(winterswijk()), nu(), kwartaal()).await
    })
    .await
    .unwrap()
    .akte
    .unwrap();
    assert!(
        akte.aandachtspunten[0].contains("BUS-bestand van 2026-09"),
        "{:?}",
        akte.aandachtspunten
    );
    let later = Sluitopdracht {
        aanleiding: application::sturing::Aanleiding::Cijfers,
        bekend_op: None,
        ..opdracht
    };
    let laat = close_as(&test, &directie(winterswijk()), winterswijk(), nu(), &later)
        .await
        .unwrap();
    assert_eq!(laat.versie, 2);
    assert_ne!(laat.hash, vroeg.hash);
}

#[tokio::test]
async fn the_same_figures_are_not_closed_twice() {
    let test = TestDb::new().await;
    fill(&test, winterswijk(), 400).await;
    close(&test, winterswijk()).await.unwrap();
    let opnieuw = close(&test, winterswijk()).await;
    assert!(
        matches!(
            opnieuw,
            Err(SluitError::Sluiting(SluitingGeweigerd::Ongewijzigd))
        ),
        "{opnieuw:?}"
    );
}

#[tokio::test]
async fn an_empty_quarter_is_refused_and_leaves_nothing() {
    let test = TestDb::new().await;
    let leeg = close(&test, winterswijk()).await;
    assert!(matches!(
        leeg,
        Err(SluitError::Sluiting(SluitingGeweigerd::NietsGeregistreerd))
    ));
    let jobs = test
        .db
        .in_platform("test", async |tx: &mut PlatformTx| jobs::count(tx).await)
        .await
        .unwrap();
    assert_eq!(jobs.wacht, 0);
}

#[tokio::test]
async fn only_management_of_the_municipality_closes() {
    let test = TestDb::new().await;
    fill(&test, winterswijk(), 40).await;
    let opdracht = Sluitopdracht {
        aanleiding: application::sturing::Aanleiding::Cijfers,
        kwartaal: kwartaal(),
        bekend_op: None,
        toelichting: Some("x".into()),
    };
    for wie in [
        opdrachtgever(winterswijk()),
        actor(Rol::Bestuur, winterswijk()),
    ] {
        let uitkomst = close_as(&test, &wie, winterswijk(), nu(), &opdracht).await;
        let Err(SluitError::Geweigerd(Geweigerd::RolSchietTekort(_))) = uitkomst else {
            panic!("{uitkomst:?}")
        };
    }
    let elders = close_as(&test, &directie(nijkerk()), winterswijk(), nu(), &opdracht).await;
    assert!(matches!(
        elders,
        Err(SluitError::Geweigerd(Geweigerd::GeenRol(_)))
    ));
}

#[tokio::test]
async fn every_receiver_gets_one_message_and_who_left_gets_none() {
    let test = TestDb::new().await;
    fill(&test, winterswijk(), 400).await;
    let wie = opdrachtgever(winterswijk());
    let [_, weg] = read(
        &test,
        winterswijk(),
        async |tx: &mut TenantTx| -> Result<_, application::sturing::KwartaalError> {
            let mut ids = Vec::new();
            for (rol, email) in [
                ("opdrachtgever", "o@winterswijk.example"),
                ("bestuur", "b@winterswijk.example"),
            ] {
                let opdracht = Ontvangeropdracht {
                    rol: rol.into(),
                    email: email.into(),
                };
                ids.push(
                    record_ontvanger(tx, &wie, nu(), &SystemIds, &opdracht)
                        .await?
                        .id,
                );
            }
            Ok([ids[0], ids[1]])
        },
    )
    .await
    .unwrap();
    close(&test, winterswijk()).await.unwrap();
    read(&test, winterswijk(), async |tx: &mut TenantTx| {
        record_ontvanger_einde(tx, &wie, nu(), weg).await
    })
    .await
    .unwrap();

    let mut berichten = Vec::new();
    let geleend_tot = nu() + jiff::SignedDuration::from_mins(5);
    while let Some(job) = test
        .db
        .in_platform("test", async |tx: &mut PlatformTx| {
            jobs::claim(tx, nu(), geleend_tot, jobs::Rij::Bericht).await
        })
        .await
        .unwrap()
    {
        assert_eq!(
            (job.soort.as_str(), job.gemeente),
            ("meld_sluiting", Some(winterswijk()))
        );
        assert!(!job.inhoud.to_string().contains('@'), "ids only");
        let melding: MeldSluiting = serde_json::from_value(job.inhoud).unwrap();
        let bericht = read(
            &test,
            winterswijk(),
            async |tx: &mut TenantTx| -> Result<_, DbError> {
                load_sluitbericht(tx, &melding).await
            },
        )
        .await
        .unwrap();
        berichten.push(bericht.map(|b| (b.gemeente_naam, b.ontvanger.email.expose().to_owned())));
    }
    berichten.sort();
    let verwacht = ("Winterswijk".to_owned(), "o@winterswijk.example".to_owned());
    assert_eq!(berichten, [None, Some(verwacht)]);
}
