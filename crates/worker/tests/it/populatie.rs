//! Population runs through the queue: done once, whatever stops a worker, and in nobody's way.

use std::sync::Arc;
use std::time::Duration;

use application::recht::populatie::{
    Batch, Populatiehandeling, Populatiestand, RekenPopulatie, Startopdracht, Uitzonderingvraag,
    calculate_batch, load_populatieresultaat, load_populatierun, record_handeling,
    start_populatierun,
};
use domain::beleid::Notatie;
use domain::bevoegdheid::{Actor, Rol};
use domain::recht::populatie::{
    Gemeentestand, Gemeentevoortgang, Populatieruninvoer, Populatierunopdracht, Runstand,
};
use jiff::SignedDuration;
use persistence::jobs::{self, Rij, Telling};
use persistence::{DbError, DbRol, PlatformTx, TenantTx};
use primitives::{GemeenteCode, Maand, PopulatierunId, SystemIds, datum_in_nederland};
use testkit::{Slot, TestDb, consulent, fill_bestand, fill_huishoudens, nijkerk, nu, winterswijk};
use tokio::sync::watch;
use worker::Worker;

use crate::opstelling::{Geheugen, add_ontvanger, close, count, worker, worker_at};

/// Seven in ten have a benefit all the time, one more enters: some 120 households.
const INWONERS: u32 = 150;
/// A batch of some twenty households, so that much is left to do.
const REGELS: i64 = 20;
/// Longer than anything here takes.
const GEDULD: Duration = Duration::from_secs(60);
const NIETS: Telling = Telling {
    wacht: 0,
    mislukt: 0,
};

async fn caseload() -> TestDb {
    caseload_of(winterswijk()).await
}

async fn caseload_of(gemeente: GemeenteCode) -> TestDb {
    let test = TestDb::new().await;
    let maanden = ["2026-08", "2026-10"].map(|maand| Maand::parse(maand).unwrap());
    let mut superuser = test.superuser().await;
    fill_bestand(&mut superuser, gemeente, INWONERS, maanden.into()).await;
    fill_huishoudens(&mut superuser, gemeente).await;
    test
}

fn opdracht() -> Populatierunopdracht {
    let invoer = Populatieruninvoer {
        naam: "Normen per 1 juli".into(),
        van: "2026-06-30".into(),
        tot: "2026-07-01".into(),
        grens: "1".into(),
        ..Populatieruninvoer::default()
    };
    invoer
        .parse(Notatie::Uitwisseling, datum_in_nederland(nu()))
        .unwrap()
}

fn directie() -> Actor {
    Actor::system("test", Rol::Directie)
}

/// A run that has its job in each of these municipalities.
async fn start(test: &TestDb, gemeenten: &[GemeenteCode]) -> PopulatierunId {
    let opdracht = opdracht();
    let start = Startopdracht {
        opdracht: &opdracht,
        gemeenten,
    };
    let begin = async |tx: &mut PlatformTx| {
        start_populatierun(tx, &directie(), nu(), &SystemIds, start).await
    };
    let (run, _) = test.db.in_platform("test", begin).await.unwrap();
    for gemeente in gemeenten {
        act(test, *gemeente, (run, Populatiehandeling::Start)).await;
    }
    run
}

async fn act(test: &TestDb, gemeente: GemeenteCode, wat: (PopulatierunId, Populatiehandeling)) {
    let doe =
        async |tx: &mut TenantTx| record_handeling(tx, &directie(), nu(), &SystemIds, wat).await;
    let gedaan = test.db.in_tenant("test", gemeente, DbRol::Uitvoering, doe);
    assert!(gedaan.await.unwrap());
}

/// Does one small batch, as a worker that is killed right after it.
async fn small_batch(test: &TestDb, run: PopulatierunId) {
    let rekenaar = Actor::system("populatierun", Rol::Teamleider);
    let doe = async |tx: &mut TenantTx| calculate_batch(tx, &rekenaar, nu(), run, REGELS).await;
    let batch = test
        .db
        .in_tenant("test", winterswijk(), DbRol::Uitvoering, doe);
    assert!(matches!(batch.await.unwrap(), Batch::Verder(_)));
}

async fn progress(test: &TestDb, run: PopulatierunId) -> (Runstand, Vec<Gemeentevoortgang>) {
    let lees = async |tx: &mut PlatformTx| load_populatierun(tx, &directie(), run).await;
    let overzicht = test.db.in_platform("test", lees).await.unwrap();
    (overzicht.stand().stand(), overzicht.gemeenten)
}

/// What was found in Winterswijk, and how often its end was recorded.
async fn found(test: &TestDb, run: PopulatierunId) -> (Populatiestand, usize) {
    let vraag = Uitzonderingvraag {
        run,
        signaal: None,
        na: None,
    };
    let lees =
        async |tx: &mut TenantTx| load_populatieresultaat(tx, &consulent(), nu(), &vraag).await;
    let pagina = test
        .db
        .in_tenant("test", winterswijk(), DbRol::Uitvoering, lees);
    let mut stand = pagina.await.unwrap().stand.unwrap();
    // Where the last batch began is not what was found.
    stand.na = None;
    let object = format!("populatierun {run}");
    let regels = test.audit_rows(winterswijk(), &object).await;
    let klaar = regels.iter().filter(|regel| regel.contains("klaar"));
    (stand, klaar.count())
}

/// What a run gives that nothing stopped.
async fn straight(test: &TestDb) -> Populatiestand {
    let run = start(test, &[winterswijk()]).await;
    assert!(worker(test, None).run_one(Rij::Rekenwerk).await.unwrap());
    let (stand, keren) = found(test, run).await;
    assert_eq!(keren, 1);
    stand
}

/// Holds a run, as a batch does that takes long.
async fn hold(test: &TestDb, run: PopulatierunId) -> Slot {
    let rijen = "select 1 from platform.populatierun_gemeente where run";
    test.hold(&format!("{rijen} = '{run}' for update")).await
}

async fn until_waiting(test: &TestDb) {
    while test.count_waiting().await == 0 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_does_every_household_of_its_municipality_and_is_gone() {
    let test = caseload().await;
    let run = start(&test, &[winterswijk()]).await;
    let worker = worker(&test, None);
    assert!(
        !worker.run_one(Rij::Bericht).await.unwrap(),
        "not among the messages"
    );
    assert!(worker.run_one(Rij::Rekenwerk).await.unwrap());
    assert!(!worker.run_one(Rij::Rekenwerk).await.unwrap());
    assert_eq!(count(&test).await, NIETS);
    let (stand, gemeenten) = progress(&test, run).await;
    assert_eq!(stand, Runstand::Klaar);
    let (som, keren) = found(&test, run).await;
    assert_eq!((som.som.huishoudens, keren), (som.totaal, 1));
    assert_eq!(gemeenten[0].gedaan, som.totaal);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_killed_worker_another_goes_on_when_the_lease_ends() {
    let test = caseload().await;
    let recht = straight(&test).await;
    let run = start(&test, &[winterswijk()]).await;
    small_batch(&test, run).await;
    let slot = hold(&test, run).await;
    let eerste = worker(&test, None);
    tokio::select! {
        _ = eerste.run_one(Rij::Rekenwerk) => panic!("it was held"),
        // Killed: what it was doing is dropped halfway.
        gezien = tokio::time::timeout(GEDULD, until_waiting(&test)) => gezien.unwrap(),
    }
    slot.release().await;

    let (_, standen) = progress(&test, run).await;
    assert_eq!(standen[0].stand, Gemeentestand::Bezig);
    assert!(standen[0].gedaan > 0 && standen[0].gedaan < recht.totaal);
    let binnen = worker_at(&test, None, nu() + SignedDuration::from_mins(9));
    assert!(!binnen.run_one(Rij::Rekenwerk).await.unwrap(), "leased");
    let erna = worker_at(&test, None, nu() + SignedDuration::from_mins(11));
    assert!(erna.run_one(Rij::Rekenwerk).await.unwrap());
    assert_eq!(found(&test, run).await, (recht, 1));
    assert_eq!(count(&test).await, NIETS);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_interrupted_is_left_alone_until_it_is_resumed() {
    let test = caseload().await;
    let recht = straight(&test).await;
    let run = start(&test, &[winterswijk()]).await;
    small_batch(&test, run).await;
    let hier = winterswijk();
    act(&test, hier, (run, Populatiehandeling::Onderbreking)).await;
    let worker = worker(&test, None);
    assert!(worker.run_one(Rij::Rekenwerk).await.unwrap());
    let (stand, standen) = progress(&test, run).await;
    assert_eq!(stand, Runstand::Onderbroken);
    assert!(standen[0].gedaan < recht.totaal);
    act(&test, hier, (run, Populatiehandeling::Hervatting)).await;
    assert!(worker.run_one(Rij::Rekenwerk).await.unwrap());
    assert_eq!(found(&test, run).await, (recht, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_workers_with_a_job_each_for_one_municipality_do_nothing_twice() {
    let test = caseload().await;
    let recht = straight(&test).await;
    let run = start(&test, &[winterswijk()]).await;
    let nog_een = async |tx: &mut TenantTx| -> Result<_, DbError> {
        jobs::enqueue(tx, nu(), &SystemIds, &RekenPopulatie { run }).await
    };
    let uitvoering = DbRol::Uitvoering;
    let erbij = test
        .db
        .in_tenant("test", winterswijk(), uitvoering, nog_een);
    erbij.await.unwrap();
    let (een, twee) = (worker(&test, None), worker(&test, None));
    let (een, twee) = tokio::join!(een.run_one(Rij::Rekenwerk), twee.run_one(Rij::Rekenwerk));
    assert!(een.unwrap() && twee.unwrap(), "a job each");
    assert_eq!(found(&test, run).await, (recht, 1));
    assert_eq!(count(&test).await, NIETS);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_municipality_without_records_says_so_and_its_job_ends() {
    let test = caseload().await;
    let run = start(&test, &[winterswijk(), nijkerk()]).await;
    let worker = worker(&test, None);
    while worker.run_one(Rij::Rekenwerk).await.unwrap() {}
    assert_eq!(count(&test).await, NIETS);
    let (stand, standen) = progress(&test, run).await;
    assert_eq!(stand, Runstand::Mislukt);
    let standen: Vec<_> = standen.into_iter().map(|v| (v.gemeente, v.fout)).collect();
    let fout = "er is nog geen maandbestand aangeleverd om mee te rekenen".to_owned();
    assert_eq!(standen, [(nijkerk(), Some(fout)), (winterswijk(), None)]);
}

/// The run stands in the middle of its work as long as the test holds its row; the mail goes out meanwhile.
#[tokio::test(flavor = "multi_thread")]
async fn mail_is_sent_while_a_run_is_going_on() {
    let test = caseload_of(nijkerk()).await;
    let run = start(&test, &[nijkerk()]).await;
    let slot = hold(&test, run).await;
    let geheugen = Arc::new(Geheugen::default());
    let worker: Worker = worker(&test, Some(geheugen.clone()));
    let (stop, gestopt) = watch::channel(false);
    let mensen = async {
        tokio::time::timeout(GEDULD, until_waiting(&test))
            .await
            .unwrap();
        let email = "o@winterswijk.example";
        add_ontvanger(&test, winterswijk(), "opdrachtgever", email).await;
        close(&test).await;
        let bel = geheugen.bel.notified();
        tokio::time::timeout(GEDULD, bel)
            .await
            .expect("mail does not wait for the run");
        let (stand, _) = progress(&test, run).await;
        assert_eq!(stand, Runstand::Wacht, "the run is still held");
        slot.release().await;
        stop.send_replace(true);
    };
    tokio::join!(worker.run(gestopt), mensen);
    let (stand, _) = progress(&test, run).await;
    assert_eq!(stand, Runstand::Klaar, "what was under way was finished");
}
