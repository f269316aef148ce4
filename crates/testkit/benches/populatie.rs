//! A population run over 410.000 households in 342 municipalities, from the database:
//! `cargo bench -p testkit --bench populatie` (fewer for a try: `-- 20 1200` are 20 municipalities of 1.200 residents).
//!
//! On a real PostgreSQL with the settings of the tests (no fsync), two municipalities at once. Reading alone, reading and
//! calculating, and the whole run with sums, exceptions, audit and a row of the processing log for everyone stand beside each
//! other; providing the municipalities and filling them is not counted.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::sync::Mutex;
use std::time::{Duration, Instant};

use application::recht::populatie::{
    BATCH_REGELS, Batch, PopulatieError, Populatiehandeling, Startopdracht, calculate_batch,
    record_handeling, start_populatierun,
};
use domain::beleid::Notatie;
use domain::bevoegdheid::{Actor, Rol};
use domain::recht::populatie::{
    Populatiemaatstaf, Populatieruninvoer, Populatierunopdracht, Populatiesom,
    Populatievergelijking,
};
use persistence::gemeente::{Gemeente, provision};
use persistence::recht::{Maanduitkering, list_maanduitkeringen_na};
use persistence::{Db, DbError, DbRol, PlatformTx, TenantTx};
use primitives::{
    GemeenteCode, Maand, Moment, PopulatierunId, SystemIds, datum_in_nederland, parse_datum,
};
use testkit::{TestDb, fill_bestand, fill_huishoudens, nu};
use tokio::runtime::Handle;
use tokio::task::JoinSet;

const GEMEENTEN: u32 = 342;
/// 1.199 households a municipality: some have no benefit, some share one.
const INWONERS: u32 = 1_546;
const TEGELIJK: usize = 2;

/// What is measured beside each other.
#[derive(Clone, Copy)]
enum Wat {
    Lezen,
    LezenEnRekenen,
    Run(PopulatierunId),
}

#[tokio::main]
async fn main() {
    let mut getallen = std::env::args().filter_map(|deel| deel.parse::<u32>().ok());
    let aantal = getallen.next().unwrap_or(GEMEENTEN);
    let inwoners = getallen.next().unwrap_or(INWONERS);
    let test = TestDb::new().await;
    let begin = Instant::now();
    let codes = fill(&test, aantal, inwoners).await;
    println!(
        "{aantal} gemeenten gemaakt en gevuld in {:.0?}",
        begin.elapsed()
    );
    for (naam, wat) in [
        ("lezen", Wat::Lezen),
        ("lezen en rekenen", Wat::LezenEnRekenen),
    ] {
        let (huishoudens, duur) = over_all(&test.db, &codes, wat).await;
        say(naam, huishoudens, duur);
    }
    let run = start(&test.db, &codes).await;
    let (huishoudens, duur) = over_all(&test.db, &codes, Wat::Run(run)).await;
    say("hele run: lezen, rekenen, vastleggen", huishoudens, duur);
    count_allocations(&test.db, codes.first().copied()).await;
}

fn say(naam: &str, huishoudens: u64, duur: Duration) {
    let per_seconde = u128::from(huishoudens) * 1_000 / duur.as_millis().max(1);
    println!(
        "{naam:<40} {huishoudens:>7} huishoudens in {duur:>8.2?}: {per_seconde:>7} per seconde"
    );
}

/// Provides municipalities and gives each a caseload of September and October 2026.
async fn fill(test: &TestDb, aantal: u32, inwoners: u32) -> Vec<GemeenteCode> {
    let maanden = ["2026-09", "2026-10"].map(|maand| Maand::parse(maand).expect("a month"));
    let mut superuser = test.superuser().await;
    let mut codes = Vec::new();
    for nummer in 0..aantal {
        let code = GemeenteCode::parse(&format!("GM{:04}", 3_000 + nummer)).expect("a code");
        let gemeente = Gemeente {
            code,
            naam: format!("Gemeente {nummer}"),
            uitvoeringsvorm: domain::gemeente::Uitvoeringsvorm::Gedelegeerd,
            aangesloten_op: parse_datum("2020-01-01").expect("a day"),
            uitgetreden_op: None,
            themakleur: "#1d4f91".to_owned(),
        };
        provision(&test.beheer, test.db.kluis(), &gemeente)
            .await
            .expect("a municipality");
        fill_bestand(&mut superuser, code, inwoners, maanden.into()).await;
        fill_huishoudens(&mut superuser, code).await;
        codes.push(code);
    }
    test.analyze(&mut superuser).await;
    codes
}

fn opdracht() -> Populatierunopdracht {
    let invoer = Populatieruninvoer {
        naam: "Normen per 1 juli".to_owned(),
        van: "2026-06-30".to_owned(),
        tot: "2026-07-01".to_owned(),
        grens: "10".to_owned(),
        ..Populatieruninvoer::default()
    };
    invoer
        .parse(Notatie::Uitwisseling, datum_in_nederland(nu()))
        .expect("a question")
}

/// After the delivery of October became known.
fn later() -> Moment {
    nu()
}

async fn start(db: &Db, codes: &[GemeenteCode]) -> PopulatierunId {
    let directie = Actor::system("bench", Rol::Directie);
    let opdracht = opdracht();
    let start = Startopdracht {
        opdracht: &opdracht,
        gemeenten: codes,
    };
    let begin = Instant::now();
    let (run, gemeenten) = db
        .in_platform("bench", async |tx: &mut PlatformTx| {
            start_populatierun(tx, &directie, later(), &SystemIds, start).await
        })
        .await
        .expect("a run");
    for gemeente in gemeenten {
        db.in_tenant(
            "bench",
            gemeente,
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| {
                let wat = (run, Populatiehandeling::Start);
                record_handeling(tx, &directie, later(), &SystemIds, wat).await
            },
        )
        .await
        .expect("a start");
    }
    println!(
        "starten in {} gemeenten: {:.0?}",
        codes.len(),
        begin.elapsed()
    );
    run
}

async fn over_all(db: &Db, codes: &[GemeenteCode], wat: Wat) -> (u64, Duration) {
    let te_doen = std::sync::Arc::new(Mutex::new(codes.to_vec()));
    let begin = Instant::now();
    let mut taken = JoinSet::new();
    for _ in 0..TEGELIJK {
        let (db, te_doen, hier) = (db.clone(), te_doen.clone(), Handle::current());
        taken.spawn_blocking(move || hier.block_on(one_worker(&db, &te_doen, wat)));
    }
    let huishoudens = taken.join_all().await.into_iter().sum();
    (huishoudens, begin.elapsed())
}

async fn one_worker(db: &Db, te_doen: &Mutex<Vec<GemeenteCode>>, wat: Wat) -> u64 {
    let mut huishoudens = 0;
    loop {
        let volgende = te_doen.lock().expect("no worker panics").pop();
        let Some(gemeente) = volgende else {
            return huishoudens;
        };
        huishoudens += match wat {
            Wat::Run(run) => run_all(db, gemeente, run).await,
            Wat::Lezen => u64::try_from(read(db, gemeente).await.len()).unwrap_or(0),
            Wat::LezenEnRekenen => u64::from(compare(&read(db, gemeente).await).huishoudens),
        };
    }
}

async fn run_all(db: &Db, gemeente: GemeenteCode, run: PopulatierunId) -> u64 {
    let wie = Actor::system("populatierun", Rol::Teamleider);
    loop {
        let batch = db
            .in_tenant(
                "bench",
                gemeente,
                DbRol::Uitvoering,
                async |tx: &mut TenantTx| {
                    let batch = calculate_batch(tx, &wie, later(), run, BATCH_REGELS).await?;
                    let stand = persistence::recht::populatie::find_populatiesom(tx, run).await?;
                    Ok::<_, PopulatieError>((batch, stand.map_or(0, |s| s.som.huishoudens)))
                },
            )
            .await
            .expect("a batch");
        if !matches!(batch.0, Batch::Verder(_)) {
            return batch.1.into();
        }
    }
}

async fn read(db: &Db, gemeente: GemeenteCode) -> Vec<Maanduitkering> {
    let maand = Maand::parse("2026-10").expect("a month");
    let (mut alle, mut na) = (Vec::new(), None);
    loop {
        let blad = db
            .in_tenant(
                "bench",
                gemeente,
                DbRol::Uitvoering,
                async |tx: &mut TenantTx| {
                    let blad =
                        list_maanduitkeringen_na(tx, (maand, later()), na, BATCH_REGELS).await?;
                    Ok::<_, DbError>(blad)
                },
            )
            .await
            .expect("a part");
        alle.extend(blad.uitkeringen);
        na = blad.verder;
        if na.is_none() {
            return alle;
        }
    }
}

fn compare(uitkeringen: &[Maanduitkering]) -> Populatiesom {
    let maatstaf: Populatiemaatstaf = opdracht().maatstaf;
    let mut som = Populatiesom::LEEG;
    for uitkering in uitkeringen {
        let levering = (uitkering.maand.first_day(), uitkering.norm);
        som.add(&Populatievergelijking::calculate(
            &uitkering.beeld,
            levering,
            &maatstaf,
        ));
    }
    som
}

/// What the engine asks of the allocator, without the database.
async fn count_allocations(db: &Db, gemeente: Option<GemeenteCode>) {
    let Some(gemeente) = gemeente else { return };
    let uitkeringen = read(db, gemeente).await;
    let begin = Instant::now();
    let som = compare(&uitkeringen);
    let duur = begin.elapsed();
    let gemeten = allocation_counter::measure(|| {
        std::hint::black_box(compare(&uitkeringen));
    });
    say("rekenen alleen, één kern", som.huishoudens.into(), duur);
    let honderdsten = gemeten.count_total * 100 / u64::from(som.huishoudens).max(1);
    println!(
        "{},{:02} allocaties per huishouden; {} van {} huishoudens om naar te kijken",
        honderdsten / 100,
        honderdsten % 100,
        som.uitzonderingen,
        som.huishoudens
    );
}
