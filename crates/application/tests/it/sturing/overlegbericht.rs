//! Sending the documents of a meeting: what it leaves behind, and what is refused.

use application::sturing::{
    OverlegError, Overlegopdracht, VerdeelOverlegbericht, Verzendopdracht, list_overleggemeenten,
    record_overleg, record_stukken_verstuurd,
};
use domain::bevoegdheid::{Actor, Rol};
use domain::sturing::{Overleg, OverlegGeweigerd};
use jiff::civil::date;
use persistence::{DbError, PlatformTx, TenantTx, jobs};
use primitives::{Datum, SystemIds};
use testkit::{TestDb, actor, nijkerk, nu, winterswijk};

use super::{close, fill, kwartaal, opdrachtgever, read};

fn dag() -> Datum {
    date(2026, 11, 25)
}

async fn plan(test: &TestDb) {
    let opdracht = Overlegopdracht {
        datum: dag(),
        kwartaal: kwartaal(),
        plaats: "Raadhuis Winterswijk".into(),
    };
    let wie = opdrachtgever(winterswijk());
    read(test, winterswijk(), async |tx: &mut TenantTx| {
        record_overleg(tx, &wie, nu(), &SystemIds, &opdracht).await
    })
    .await
    .unwrap();
}

async fn send(test: &TestDb, wie: &Actor, versie: u32) -> Result<Overleg, OverlegError> {
    let opdracht = Verzendopdracht {
        datum: dag(),
        versie,
    };
    read(test, winterswijk(), async |tx: &mut TenantTx| {
        record_stukken_verstuurd(tx, wie, nu(), &SystemIds, opdracht).await
    })
    .await
}

async fn count_jobs(test: &TestDb) -> i64 {
    let werk = async |tx: &mut PlatformTx| -> Result<_, DbError> { jobs::count(tx).await };
    test.db.in_platform("test", werk).await.unwrap().wacht
}

#[tokio::test]
async fn sending_leaves_one_job_and_cannot_be_done_again() {
    let test = TestDb::new().await;
    plan(&test).await;
    let wie = opdrachtgever(winterswijk());
    let leeg = send(&test, &wie, 1).await;
    assert!(matches!(
        leeg,
        Err(OverlegError::Overleg(OverlegGeweigerd::GeenStukken(_)))
    ));
    fill(&test, winterswijk(), 100).await;
    close(&test, winterswijk()).await.unwrap();
    let oud = send(&test, &wie, 7).await;
    assert!(matches!(oud, Err(OverlegError::Gewijzigd)));
    let fg = send(&test, &actor(Rol::Fg, winterswijk()), 1).await;
    assert!(matches!(fg, Err(OverlegError::Geweigerd(_))));
    assert_eq!(count_jobs(&test).await, 0, "what is refused tells nobody");

    let verstuurd = send(&test, &wie, 1).await.unwrap();
    assert_eq!(verstuurd.stukken_verstuurd_op, Some(nu()));
    assert_eq!(count_jobs(&test).await, 1);
    let nogmaals = send(&test, &wie, 2).await;
    assert!(matches!(
        nogmaals,
        Err(OverlegError::Overleg(OverlegGeweigerd::AlVerstuurd))
    ));
    assert_eq!(count_jobs(&test).await, 1);

    // Every member, whoever sent them.
    let job = VerdeelOverlegbericht {
        overleg: verstuurd.id,
    };
    let gemeenten = read(&test, nijkerk(), async |tx: &mut TenantTx| {
        list_overleggemeenten(tx, &job).await
    })
    .await
    .unwrap();
    assert_eq!(gemeenten, [nijkerk(), winterswijk()]);
}
