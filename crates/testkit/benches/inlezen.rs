//! How long it takes to take over the caseload of one municipality: `cargo bench -p testkit --bench inlezen`.
//!
//! On a real PostgreSQL with the settings of the tests (no fsync): a month of 10.000 residents, of whom 8.500 have
//! a benefit, in files of BUS and SRG from the generator of the demo. Reading and checking the bytes included.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::time::Instant;

use application::statistiek::{
    LeveringError, Leveringsopdracht, Ontvangen, Wijze, load_bus_bestand, record_levering,
};
use demo::bestand::{Omvang, Opdracht, Tijdvak, generate};
use domain::bevoegdheid::Rol;
use persistence::{DbRol, TenantTx};
use primitives::{Maand, Moment, SystemIds};
use testkit::{TestDb, actor, nu, winterswijk};

const MET_UITKERING: usize = 8_500;
const ZONDER_UITKERING: usize = 1_500;

#[tokio::main]
async fn main() {
    let maand = Maand::parse("2026-09").expect("a month");
    let bestanden = generate(&Opdracht {
        gemeente: winterswijk(),
        reeks: 9,
        omvang: Omvang {
            met_uitkering: MET_UITKERING,
            zonder_uitkering: ZONDER_UITKERING,
        },
        tijdvak: Tijdvak::try_new(maand, maand).expect("one month"),
        zaad: 1,
    })
    .expect("files");
    let maandbestanden = bestanden.maanden.first().expect("a month");
    let (bus, srg) = (
        maandbestanden.bus.render_csv(),
        maandbestanden.srg.render_csv(),
    );
    println!(
        "BUS {} regels, {} kB; SRG {} regels, {} kB",
        maandbestanden.bus.regels().len(),
        bus.len() / 1_000,
        maandbestanden.srg.regels().len(),
        srg.len() / 1_000
    );
    let test = TestDb::new().await;
    let begin = Instant::now();
    let opdracht = read(&bus, &srg, Wijze::Definitief);
    println!("lezen en controleren: {:.0?}", begin.elapsed());
    for (wat, uren) in [
        ("overnemen, leeg begin", 0),
        ("dezelfde bestanden nog eens", 1),
    ] {
        let begin = Instant::now();
        record(&test, &opdracht, uren).await.expect("a delivery");
        println!("{wat}: {:.0?}", begin.elapsed());
    }
    // One norm in all records: every record becomes a new version.
    let anders = String::from_utf8(bus)
        .expect("text")
        .replace(";+0000;+0000;", ";+0000;+0001;");
    let opdracht = read(anders.as_bytes(), &srg, Wijze::Definitief);
    let begin = Instant::now();
    record(&test, &opdracht, 2).await.expect("a correction");
    println!("correctie van bijna alle regels: {:.0?}", begin.elapsed());
    let begin = Instant::now();
    let regels = export(&test, maand).await;
    println!(
        "terugschrijven van {regels} regels van BUS: {:.0?}",
        begin.elapsed()
    );
}

fn read(bus: &[u8], srg: &[u8], wijze: Wijze) -> Leveringsopdracht {
    let ontvangen = Ontvangen {
        bus: Some(bus),
        srg: Some(srg),
        namen: None,
    };
    Leveringsopdracht::parse(winterswijk(), ontvangen, wijze).expect("files without faults")
}

fn moment(uren: i64) -> Moment {
    nu() + jiff::SignedDuration::from_hours(uren)
}

async fn record(
    test: &TestDb,
    opdracht: &Leveringsopdracht,
    uren: i64,
) -> Result<(), LeveringError> {
    let wie = actor(Rol::Teamleider, winterswijk());
    let rol = DbRol::Uitvoering;
    test.db
        .in_tenant("bench", winterswijk(), rol, async |tx: &mut TenantTx| {
            record_levering(tx, &wie, moment(uren), &SystemIds, opdracht).await
        })
        .await
        .map(drop)
}

async fn export(test: &TestDb, maand: Maand) -> usize {
    let wie = actor(Rol::Teamleider, winterswijk());
    let rol = DbRol::Uitvoering;
    let bestand = test
        .db
        .in_tenant("bench", winterswijk(), rol, async |tx: &mut TenantTx| {
            load_bus_bestand(tx, &wie, moment(3), maand).await
        })
        .await
        .expect("a file");
    bestand.render_csv();
    bestand.regels().len()
}
