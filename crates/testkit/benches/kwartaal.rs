//! How long it takes to close a quarter of one municipality: `cargo bench -p testkit --bench kwartaal`.
//!
//! On a real PostgreSQL with the settings of the tests (no fsync), reading included: 10.000 residents over seven
//! quarters, of whom seven in ten have a benefit all the time, one enters, one leaves and one is guided without.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::time::{Duration, Instant};

use application::sturing::{
    KwartaalError, SluitError, Sluitopdracht, calculate_voorlopig, close_kwartaal, load_overzicht,
    load_rapport,
};
use domain::bevoegdheid::Rol;
use domain::sturing::Indicator;
use persistence::{DbRol, TenantTx};
use primitives::{Kwartaal, Maand, SystemIds};
use testkit::{TestDb, actor, fill_bestand, nu, winterswijk};

const INWONERS: u32 = 10_000;
const RONDEN: u32 = 5;

#[tokio::main]
async fn main() {
    let test = TestDb::new().await;
    let maanden = ["2025-01", "2026-09"].map(|maand| Maand::parse(maand).expect("a month"));
    let begin = Instant::now();
    let mut superuser = test.superuser().await;
    fill_bestand(&mut superuser, winterswijk(), INWONERS, maanden.into()).await;
    test.analyze(&mut superuser).await;
    println!(
        "bestand van {INWONERS} inwoners gemaakt in {:.1?}",
        begin.elapsed()
    );

    let mut beste = Duration::MAX;
    for _ in 0..RONDEN {
        let begin = Instant::now();
        preview(&test).await.expect("figures");
        beste = beste.min(begin.elapsed());
    }
    println!("cijfers berekenen, lezen inbegrepen (beste van {RONDEN}): {beste:.0?}");
    let begin = Instant::now();
    close(&test).await.expect("a closing");
    println!("kwartaal sluiten, eenmaal: {:.0?}", begin.elapsed());
    let begin = Instant::now();
    read(&test).await.expect("a report");
    println!("benchmark en rapport lezen: {:.0?}", begin.elapsed());
}

fn kwartaal() -> Kwartaal {
    Kwartaal::parse("2026-K3").expect("a quarter")
}

async fn preview(test: &TestDb) -> Result<(), KwartaalError> {
    let wie = actor(Rol::Directie, winterswijk());
    let rol = DbRol::Rapportage;
    test.db
        .in_tenant("bench", winterswijk(), rol, async |tx: &mut TenantTx| {
            calculate_voorlopig(tx, &wie, nu(), kwartaal()).await
        })
        .await
        .map(drop)
}

async fn close(test: &TestDb) -> Result<(), SluitError> {
    let wie = actor(Rol::Directie, winterswijk());
    let opdracht = Sluitopdracht {
        aanleiding: application::sturing::Aanleiding::Cijfers,
        kwartaal: kwartaal(),
        bekend_op: None,
        toelichting: Some("meting".into()),
    };
    let rol = DbRol::Rapportage;
    test.db
        .in_tenant("bench", winterswijk(), rol, async |tx: &mut TenantTx| {
            close_kwartaal(tx, &wie, nu(), &SystemIds, &opdracht).await
        })
        .await
        .map(drop)
}

async fn read(test: &TestDb) -> Result<(), KwartaalError> {
    let wie = actor(Rol::Opdrachtgever, winterswijk());
    let rol = DbRol::Opdrachtgever;
    test.db
        .in_tenant("bench", winterswijk(), rol, async |tx: &mut TenantTx| {
            load_overzicht(tx, &wie, nu(), &Indicator::ALL, kwartaal()).await?;
            load_rapport(tx, &wie, kwartaal()).await.map(drop)
        })
        .await
}
