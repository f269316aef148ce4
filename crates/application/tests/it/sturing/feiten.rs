//! Facts as they were known: corrections, records that lapse, records that vanish.

use application::sturing::{KwartaalError, Voorlopig, calculate_voorlopig};
use diesel_async::SimpleAsyncConnection;
use domain::sturing::{Indicator, Klasse};
use persistence::{DbRol, TenantTx};
use primitives::Moment;
use testkit::{TestDb, nu, winterswijk};

use super::{directie, fill, kwartaal};

async fn figures(test: &TestDb, now: Moment) -> Result<Voorlopig, KwartaalError> {
    let rol = DbRol::Rapportage;
    test.db
        .in_tenant("test", winterswijk(), rol, async |tx: &mut TenantTx| {
            calculate_voorlopig(tx, &directie(winterswijk()), now, kwartaal()).await
        })
        .await
}

async fn benefits(test: &TestDb, now: Moment) -> i64 {
    let cijfers = figures(test, now).await.unwrap().cijfers;
    let van = |c: &&domain::sturing::PubliekCijfer| {
        (c.indicator, c.klasse) == (Indicator::BestandUitkeringen, Klasse::Totaal)
    };
    let waarde = cijfers.iter().find(van).unwrap().uitkomst.waarde().unwrap();
    waarde.try_into().unwrap()
}

async fn run(test: &TestDb, sql: &str) {
    let mut superuser = test.superuser().await;
    superuser
        .batch_execute("set search_path = gm0294")
        .await
        .unwrap();
    superuser.batch_execute(sql).await.unwrap();
}

/// A new version of the last month of nine benefits of one person that run all the time, known an hour later.
fn correct(velden: &str) -> String {
    format!(
        "insert into maandregel (maand, uitkering, inwoner, bekend_op, levering, vervallen, statistiekcode, betaalbaar_gesteld,
           geboortedatum, geslacht, aanvangsdatum, einddatum, reden_einde)
         select maand, uitkering, inwoner, timestamptz '2026-11-21T12:00:00Z', levering, {velden}
         from maandregel where maand = '2026-09-01' and uitkering in
           (select md5('uitkering' || i)::uuid from generate_series(50, 150, 10) i where i % 40 > 1 limit 10)"
    )
}

#[tokio::test]
async fn a_record_that_lapses_no_longer_counts_from_then_on() {
    let test = TestDb::new().await;
    fill(&test, winterswijk(), 400).await;
    let voor = benefits(&test, nu()).await;
    // The whole of September is delivered again without nine of them: they vanish after August.
    run(
        &test,
        &correct("true, statistiekcode, betaalbaar_gesteld, geboortedatum, geslacht, aanvangsdatum, einddatum, reden_einde"),
    )
    .await;
    assert_eq!(benefits(&test, nu()).await, voor, "not known yet");
    let later = nu() + jiff::SignedDuration::from_hours(2);
    assert_eq!(benefits(&test, later).await, voor - 9);
}

#[tokio::test]
async fn a_corrected_end_takes_the_place_of_what_was_known() {
    let test = TestDb::new().await;
    fill(&test, winterswijk(), 400).await;
    let voor = benefits(&test, nu()).await;
    run(
        &test,
        &correct("false, statistiekcode, betaalbaar_gesteld, geboortedatum, geslacht, aanvangsdatum, date '2026-09-10', '11'"),
    )
    .await;
    let later = nu() + jiff::SignedDuration::from_hours(2);
    assert_eq!(benefits(&test, nu()).await, voor);
    assert_eq!(benefits(&test, later).await, voor - 9);
}

#[tokio::test]
async fn special_assistance_is_no_benefit() {
    let test = TestDb::new().await;
    fill(&test, winterswijk(), 400).await;
    let voor = benefits(&test, nu()).await;
    // The kind was wrong all the time: corrected in every month.
    run(
        &test,
        &correct("false, '11', betaalbaar_gesteld, geboortedatum, geslacht, aanvangsdatum, einddatum, reden_einde")
            .replace("maand = '2026-09-01' and", ""),
    )
    .await;
    let later = nu() + jiff::SignedDuration::from_hours(2);
    assert_eq!(benefits(&test, later).await, voor - 9);
}

#[tokio::test]
async fn a_conversation_brings_into_view_and_a_note_does_not() {
    let test = TestDb::new().await;
    // Nobody is measured: only conversations count.
    fill(&test, winterswijk(), 400).await;
    run(&test, "delete from trede_meting").await;
    let note = |soort: &str| {
        format!(
            "insert into notitie (id, inwoner, soort, datum, tekst, geschreven_door, geschreven_door_naam, bekend_op)
             select gen_random_uuid(), id, '{soort}', date '2026-08-01', 'x', 's', 'S', timestamptz '2026-08-01T12:00:00Z'
             from inwoner order by id limit 120"
        )
    };
    let in_view = async || {
        let cijfers = figures(&test, nu()).await.unwrap().cijfers;
        let cijfer = cijfers
            .iter()
            .find(|c| c.indicator == Indicator::InBeeld)
            .unwrap();
        cijfer.uitkomst.waarde().map(|w| w.to_string())
    };
    run(&test, &note("notitie")).await;
    assert_eq!(in_view().await.as_deref(), Some("0.0"));
    run(&test, &note("gesprek")).await;
    let procent: f64 = in_view().await.unwrap().parse().unwrap();
    assert!(procent > 20.0 && procent < 40.0, "{procent}");
}
