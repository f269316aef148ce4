//! The meeting: shared by all members, fixed once it was held.

use application::sturing::{
    Afspraakeinde, Afspraakopdracht, Agendapuntopdracht, OverlegError, Overlegbestand,
    Overlegopdracht, Overlegovername, Verslagopdracht, list_overleggen, load_overleg,
    record_afspraak, record_afspraak_afgerond, record_afspraak_vervallen, record_agendapunt,
    record_overleg, record_overleg_gehouden, record_overleggen,
};
use domain::sturing::{Afspraakinvoer, Afspraakstand, OverlegGeweigerd, Overlegstand};
use jiff::civil::date;
use persistence::TenantTx;
use primitives::{Datum, SystemIds};
use testkit::{TestDb, nijkerk, nu, winterswijk};

use super::{kwartaal, opdrachtgever, read};

fn dag() -> Datum {
    date(2026, 11, 20)
}

async fn plan(test: &TestDb) -> Result<(), OverlegError> {
    let opdracht = Overlegopdracht {
        datum: dag(),
        kwartaal: kwartaal(),
        plaats: "Raadhuis Winterswijk".into(),
    };
    read(test, winterswijk(), async |tx: &mut TenantTx| {
        record_overleg(
            tx,
            &opdrachtgever(winterswijk()),
            nu(),
            &SystemIds,
            &opdracht,
        )
        .await
    })
    .await
    .map(drop)
}

#[tokio::test]
async fn a_meeting_is_planned_prepared_held_and_fixed() {
    let test = TestDb::new().await;
    plan(&test).await.unwrap();
    assert!(matches!(plan(&test).await, Err(OverlegError::DagBezet)));

    // The commissioner of another member prepares the same meeting.
    let wie = opdrachtgever(nijkerk());
    let gehouden = read(
        &test,
        nijkerk(),
        async |tx: &mut TenantTx| -> Result<_, OverlegError> {
            let punt = Agendapuntopdracht {
                datum: dag(),
                titel: "Statushouders".into(),
                toelichting: String::new(),
            };
            record_agendapunt(tx, &wie, nu(), &punt).await?;
            let stukken = load_overleg(tx, &wie, nu(), dag()).await?;
            assert_eq!(stukken.overleg.agenda.len(), 7);
            assert_eq!(stukken.overleg.agenda[5].titel, "Statushouders");
            assert_eq!(stukken.overleg.versie, 2);
            let oud = Verslagopdracht {
                datum: dag(),
                versie: 1,
                besluiten: vec![],
            };
            let gewijzigd = record_overleg_gehouden(tx, &wie, nu(), &oud).await;
            assert!(matches!(gewijzigd, Err(OverlegError::Gewijzigd)));
            let verslag = Verslagopdracht {
                versie: 2,
                besluiten: vec![(6, "Plan volgt in januari".into())],
                ..oud
            };
            record_overleg_gehouden(tx, &wie, nu(), &verslag).await
        },
    )
    .await
    .unwrap();
    assert!(matches!(gehouden.stand, Overlegstand::Gehouden { .. }));

    let stukken = read(&test, winterswijk(), async |tx: &mut TenantTx| {
        load_overleg(tx, &opdrachtgever(winterswijk()), nu(), dag()).await
    })
    .await
    .unwrap();
    assert_eq!(
        stukken.overleg.agenda[5].besluit.as_deref(),
        Some("Plan volgt in januari")
    );
    let punt = Agendapuntopdracht {
        datum: dag(),
        titel: "Te laat".into(),
        toelichting: String::new(),
    };
    let vast = read(&test, winterswijk(), async |tx: &mut TenantTx| {
        record_agendapunt(tx, &opdrachtgever(winterswijk()), nu(), &punt).await
    })
    .await;
    assert!(matches!(
        vast,
        Err(OverlegError::Overleg(OverlegGeweigerd::AlGehouden))
    ));
}

#[tokio::test]
async fn agreements_are_followed_until_they_end() {
    let test = TestDb::new().await;
    plan(&test).await.unwrap();
    let wie = opdrachtgever(winterswijk());
    let invoer = |tekst: &str, dag| Afspraakopdracht {
        datum: self::dag(),
        invoer: Afspraakinvoer {
            tekst: tekst.into(),
            eigenaar: "teamleider".into(),
            uiterlijk: dag,
            gemeente: Some(winterswijk()),
        },
    };
    read(
        &test,
        winterswijk(),
        async |tx: &mut TenantTx| -> Result<(), OverlegError> {
            let later = invoer("Later", date(2027, 2, 1));
            let eerder = invoer("Eerder", date(2027, 1, 1));
            let later = record_afspraak(tx, &wie, nu(), &SystemIds, &later).await?;
            let eerder = record_afspraak(tx, &wie, nu(), &SystemIds, &eerder).await?;
            let (_, open) = list_overleggen(tx, &wie).await?;
            let teksten: Vec<_> = open.iter().map(|(_, a)| a.tekst.as_str()).collect();
            assert_eq!(teksten, ["Eerder", "Later"]);
            let einde = |afspraak, tekst: &str| Afspraakeinde {
                afspraak,
                tekst: tekst.into(),
            };
            record_afspraak_afgerond(tx, &wie, nu(), &einde(eerder.id, "klaar")).await?;
            record_afspraak_vervallen(tx, &wie, nu(), &einde(later.id, "niet meer nodig")).await?;
            let nogmaals = record_afspraak_afgerond(tx, &wie, nu(), &einde(later.id, "x")).await;
            assert!(matches!(
                nogmaals,
                Err(OverlegError::Overleg(OverlegGeweigerd::NietOpen))
            ));
            let stukken = load_overleg(tx, &wie, nu(), self::dag()).await?;
            assert!(stukken.open_afspraken.is_empty());
            assert!(
                stukken
                    .overleg
                    .afspraken
                    .iter()
                    .all(|a| a.stand != Afspraakstand::Open)
            );
            Ok(())
        },
    )
    .await
    .unwrap();
}

#[tokio::test]
async fn a_day_without_a_meeting_is_absent() {
    let test = TestDb::new().await;
    let uitkomst = read(&test, winterswijk(), async |tx: &mut TenantTx| {
        load_overleg(tx, &opdrachtgever(winterswijk()), nu(), dag()).await
    })
    .await;
    assert!(matches!(uitkomst, Err(OverlegError::Afwezig)));
}

const HISTORIE: &str = r#"[
    { "datum": "2026-10-15", "kwartaal": "2026-K2", "plaats": "Raadhuis",
      "agendapunten": [{ "titel": "Statushouders" }],
      "besluiten": [{ "nummer": 6, "besluit": "Akkoord." }],
      "afspraken": [
        { "tekst": "Nagaan", "eigenaar": "Olga", "uiterlijk": "2026-11-01", "resultaat": "Gedaan." },
        { "tekst": "Uitwerken", "eigenaar": "Otto", "uiterlijk": "2026-12-01", "gemeente": "GM0267" }
      ] },
    { "datum": "2026-12-10", "kwartaal": "2026-K3", "plaats": "Raadhuis" }
]"#;

async fn import(test: &TestDb, json: &str) -> Result<Overlegovername, OverlegError> {
    let bestand: Vec<Overlegbestand> = serde_json::from_str(json).unwrap();
    read(test, winterswijk(), async |tx: &mut TenantTx| {
        record_overleggen(
            tx,
            &opdrachtgever(winterswijk()),
            nu(),
            &SystemIds,
            &bestand,
        )
        .await
    })
    .await
}

async fn meetings(test: &TestDb) -> (Vec<(usize, bool)>, usize) {
    let (overleggen, open) = read(test, nijkerk(), async |tx: &mut TenantTx| {
        list_overleggen(tx, &opdrachtgever(nijkerk())).await
    })
    .await
    .unwrap();
    let kort = overleggen
        .iter()
        .map(|o| (o.agenda.len(), o.stand != Overlegstand::Gepland))
        .collect();
    (kort, open.len())
}

#[tokio::test]
async fn meetings_of_before_are_taken_over_once() {
    let test = TestDb::new().await;
    let overname = |nieuw, bekend| Overlegovername { nieuw, bekend };
    assert_eq!(import(&test, HISTORIE).await.unwrap(), overname(2, 0));
    assert_eq!(import(&test, HISTORIE).await.unwrap(), overname(0, 2));
    assert_eq!(meetings(&test).await, (vec![(6, false), (7, true)], 1));
}

#[tokio::test]
async fn a_file_with_a_wrong_meeting_is_refused_as_a_whole_with_every_fault() {
    let test = TestDb::new().await;
    let fout = r#"[
        { "datum": "2026-10-15", "kwartaal": "2026-K2", "plaats": "Raadhuis" },
        { "datum": "2026-10-16", "kwartaal": "2026-K4", "plaats": "" },
        { "datum": "2026-12-10", "kwartaal": "2026-K3", "plaats": "Raadhuis", "besluiten": [] }
    ]"#;
    let Err(OverlegError::Overleg(OverlegGeweigerd::Invoer(fouten))) = import(&test, fout).await
    else {
        panic!("it was taken over");
    };
    let velden: Vec<_> = fouten.list().iter().map(|f| f.veld.as_str()).collect();
    assert_eq!(
        velden,
        ["2026-10-16.plaats", "2026-10-16.datum", "2026-12-10"]
    );
    assert_eq!(meetings(&test).await, (Vec::new(), 0));
}

#[tokio::test]
async fn more_meetings_than_a_page_shows_are_taken_over_once_too() {
    let test = TestDb::new().await;
    let dag = |n: i64| dag().saturating_sub(jiff::Span::new().days(n));
    let regel = |n: i64| {
        format!(
            r#"{{ "datum": "{}", "kwartaal": "2019-K1", "plaats": "Raadhuis" }}"#,
            dag(n)
        )
    };
    let bestand = format!("[{}]", (1..=45).map(regel).collect::<Vec<_>>().join(","));
    let overname = |nieuw, bekend| Overlegovername { nieuw, bekend };
    assert_eq!(import(&test, &bestand).await.unwrap(), overname(45, 0));
    assert_eq!(import(&test, &bestand).await.unwrap(), overname(0, 45));
}
