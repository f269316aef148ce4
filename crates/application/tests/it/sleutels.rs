//! A new key for a municipality: real residents are encrypted again, and nothing else changes.

use application::statistiek::{
    Leveringsopdracht, Ontvangen, Wijze, load_bus_bestand, record_levering,
};
use diesel::sql_types::{Bytea, Integer, Text};
use diesel::{QueryableByName, sql_query};
use diesel_async::{RunQueryDsl, SimpleAsyncConnection};
use domain::bevoegdheid::Rol;
use persistence::geheim::{GEHEIME_KOLOMMEN, Kluis, Sleutels, Soort, reencrypt, rotate};
use persistence::{DbError, DbRol, TenantTx};
use primitives::{GemeenteCode, Maand, SystemIds};
use testkit::{Maandbestand, TestDb, actor, bsn, nijkerk, nu, winterswijk};

use crate::dossier::arrange::{month, search, take_over};

/// Residents 1 to 5 in Winterswijk, 1 and 2 in Nijkerk.
async fn two_municipalities() -> TestDb {
    let test = TestDb::new().await;
    let bestand = (1..=5).fold(month("10"), Maandbestand::alleenstaande);
    take_over(&test, bestand, nu()).await;
    let bus = (1..=2)
        .fold(
            Maandbestand::new(nijkerk(), "10"),
            Maandbestand::alleenstaande,
        )
        .bus();
    let ontvangen = Ontvangen {
        bus: bus.as_deref().map(str::as_bytes),
        srg: None,
        namen: None,
    };
    let opdracht = Leveringsopdracht::parse(nijkerk(), ontvangen, Wijze::Definitief).unwrap();
    let teamleider = actor(Rol::Teamleider, nijkerk());
    test.db
        .in_tenant(
            "test",
            nijkerk(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| {
                record_levering(tx, &teamleider, nu(), &SystemIds, &opdracht).await
            },
        )
        .await
        .unwrap();
    test
}

#[derive(QueryableByName)]
struct Rij {
    #[diesel(sql_type = Bytea)]
    bsn_geheim: Vec<u8>,
}

/// What stands in the database, in the order of the residents.
async fn stored(test: &TestDb, gemeente: GemeenteCode) -> Vec<Vec<u8>> {
    let rijen: Vec<Rij> = sql_query("select bsn_geheim from inwoner order by id")
        .load(&mut test.owner_of(gemeente).await)
        .await
        .unwrap();
    rijen.into_iter().map(|rij| rij.bsn_geheim).collect()
}

fn versions(geheim: &[Vec<u8>]) -> Vec<u16> {
    let mut versies: Vec<_> = geheim
        .iter()
        .map(|g| Sleutels::version_of(g).unwrap())
        .collect();
    versies.sort_unstable();
    versies
}

/// Every bsn, read back with the keys that the application has now.
async fn read_back(test: &TestDb, gemeente: GemeenteCode) -> Vec<String> {
    let sleutels = test.db.kluis().sleutels(gemeente).unwrap();
    stored(test, gemeente)
        .await
        .iter()
        .map(|geheim| sleutels.decrypt(Soort::Bsn, geheim).unwrap())
        .collect()
}

/// The file for CBS, which has every bsn in it.
async fn export(test: &TestDb) -> String {
    let teamleider = actor(Rol::Teamleider, winterswijk());
    let bestand = test
        .db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| {
                load_bus_bestand(tx, &teamleider, nu(), Maand::parse("2026-10").unwrap()).await
            },
        )
        .await
        .unwrap();
    String::from_utf8(bestand.render_csv()).unwrap()
}

/// Throws every version of a key away but the newest.
fn forget_old_keys(test: &TestDb, gemeente: GemeenteCode) {
    let pad = test
        .key_directory()
        .join(format!("{}.json", gemeente.schema()));
    let mut versies: Vec<serde_json::Value> =
        serde_json::from_slice(&std::fs::read(&pad).unwrap()).unwrap();
    versies.sort_by_key(|versie| versie["nummer"].as_u64());
    let nieuwste = versies.split_off(versies.len() - 1);
    let nieuw = pad.with_extension("test");
    std::fs::write(&nieuw, serde_json::to_vec(&nieuwste).unwrap()).unwrap();
    std::fs::rename(nieuw, pad).unwrap();
}

#[tokio::test]
async fn after_a_rotation_every_value_is_the_same_and_the_old_key_is_not_needed() {
    let test = two_municipalities().await;
    let (voor, uitvoer) = (read_back(&test, winterswijk()).await, export(&test).await);
    let elders = stored(&test, nijkerk()).await;
    assert!(voor.contains(&bsn(3).expose().to_owned()) && uitvoer.contains(bsn(3).expose()));

    let aantal = rotate(&test.beheer, test.db.kluis(), winterswijk()).await;
    assert_eq!(aantal.unwrap(), 5);
    assert_eq!(versions(&stored(&test, winterswijk()).await), [2; 5]);
    forget_old_keys(&test, winterswijk());
    assert_eq!(read_back(&test, winterswijk()).await, voor);
    assert_eq!(export(&test).await, uitvoer);
    for nummer in 1..=5 {
        assert_eq!(search(&test, bsn(nummer).expose()).await.regels.len(), 1);
    }

    assert_eq!(stored(&test, nijkerk()).await, elders);
    assert_eq!(read_back(&test, nijkerk()).await.len(), 2);
}

#[tokio::test]
async fn an_interrupted_rotation_leaves_everything_readable_and_is_finished_later() {
    let test = two_municipalities().await;
    // The new key was written, and then the power failed. Work goes on, partly under the new key.
    test.db.kluis().add_version(winterswijk()).unwrap();
    let bestand = (6..=7).fold(month("10"), Maandbestand::alleenstaande);
    let bestand = (1..=5).fold(bestand, Maandbestand::alleenstaande);
    take_over(&test, bestand, "2026-11-23T09:00:00Z".parse().unwrap()).await;
    let half = stored(&test, winterswijk()).await;
    assert_eq!(versions(&half), [1, 1, 1, 1, 1, 2, 2]);
    let voor = read_back(&test, winterswijk()).await;
    assert_eq!(search(&test, bsn(1).expose()).await.regels.len(), 1);
    assert_eq!(search(&test, bsn(7).expose()).await.regels.len(), 1);

    let aantal = reencrypt(&test.beheer, test.db.kluis(), winterswijk()).await;
    assert_eq!(aantal.unwrap(), 5);
    assert_eq!(versions(&stored(&test, winterswijk()).await), [2; 7]);
    // Who knows no better runs the whole command again: that is right too.
    let aantal = rotate(&test.beheer, test.db.kluis(), winterswijk()).await;
    assert_eq!(aantal.unwrap(), 7);
    forget_old_keys(&test, winterswijk());
    assert_eq!(read_back(&test, winterswijk()).await, voor);
}

#[tokio::test]
async fn a_value_that_was_changed_stops_the_rotation_and_harms_no_other() {
    let test = two_municipalities().await;
    let voor = stored(&test, winterswijk()).await;
    let bederf = "update inwoner set bsn_geheim = set_byte(bsn_geheim, 20, 255 - get_byte(bsn_geheim, 20)) \
                  where id = (select id from inwoner order by id offset 2 limit 1)";
    let mut conn = test.owner_of(winterswijk()).await;
    conn.batch_execute(bederf).await.unwrap();
    let fout = rotate(&test.beheer, test.db.kluis(), winterswijk())
        .await
        .unwrap_err();
    assert!(matches!(fout, DbError::Sleutel(_)), "{fout:?}");
    // Nothing was written, so the other four are as they were.
    let na = stored(&test, winterswijk()).await;
    assert_eq!(na.iter().filter(|geheim| voor.contains(geheim)).count(), 4);
    conn.batch_execute(bederf).await.unwrap();
    let aantal = reencrypt(&test.beheer, test.db.kluis(), winterswijk()).await;
    assert_eq!(aantal.unwrap(), 5);
}

/// Each of them reads the file, adds a version and writes it: without a lock some keys would be lost, with values
/// that are encrypted with them.
#[tokio::test(flavor = "multi_thread")]
async fn rotations_at_the_same_time_lose_no_key() {
    let test = two_municipalities().await;
    let map = test.key_directory().to_owned();
    let draden: Vec<_> = (0..8)
        .map(|_| {
            let kluis = Kluis::new(&map);
            std::thread::spawn(move || kluis.add_version(winterswijk()).unwrap())
        })
        .collect();
    let mut nummers: Vec<_> = draden
        .into_iter()
        .map(|draad| draad.join().unwrap())
        .collect();
    nummers.sort_unstable();
    assert_eq!(nummers, (2..=9).collect::<Vec<_>>());
    let sleutels = test.db.kluis().sleutels(winterswijk()).unwrap();
    assert_eq!(sleutels.newest_version(), 9);
    assert_eq!(read_back(&test, winterswijk()).await.len(), 5);
}

#[derive(QueryableByName)]
struct Kolom {
    #[diesel(sql_type = Text)]
    kolom: String,
    #[diesel(sql_type = Integer)]
    gemeenten: i32,
}

#[tokio::test]
async fn no_encrypted_column_is_forgotten() {
    let test = TestDb::new().await;
    let kolommen: Vec<Kolom> = sql_query(
        "select table_name || '.' || column_name as kolom, count(*)::int as gemeenten \
         from information_schema.columns where table_schema ~ '^gm' and column_name ~ '_geheim$' group by 1 order by 1",
    )
    .load(&mut test.superuser().await)
    .await
    .unwrap();
    let namen: Vec<_> = kolommen.iter().map(|k| k.kolom.as_str()).collect();
    let bekend = GEHEIME_KOLOMMEN.map(|(tabel, kolom, _)| format!("{tabel}.{kolom}"));
    assert_eq!(namen, bekend);
    assert!(kolommen.iter().all(|k| k.gemeenten == 2));
}

#[tokio::test]
async fn who_takes_over_a_caseload_during_a_rotation_writes_with_the_new_key() {
    let test = two_municipalities().await;
    // The import has its transaction, and with it its keys, before the rotation starts.
    let (begonnen, gestart) = tokio::sync::oneshot::channel();
    let (klaar, verder) = tokio::sync::oneshot::channel::<()>();
    let (begonnen, verder) = (
        std::sync::Mutex::new(Some(begonnen)),
        tokio::sync::Mutex::new(Some(verder)),
    );
    let teamleider = actor(Rol::Teamleider, winterswijk());
    let bus = (1..=7).fold(month("11"), Maandbestand::alleenstaande).bus();
    let ontvangen = Ontvangen {
        bus: bus.as_deref().map(str::as_bytes),
        ..Ontvangen::default()
    };
    let opdracht = Leveringsopdracht::parse(winterswijk(), ontvangen, Wijze::Definitief).unwrap();
    let import = test.db.in_tenant(
        "test",
        winterswijk(),
        DbRol::Uitvoering,
        async |tx: &mut TenantTx| {
            if let Some(begonnen) = begonnen.lock().unwrap().take() {
                begonnen.send(()).unwrap();
            }
            if let Some(verder) = verder.lock().await.take() {
                verder.await.unwrap();
            }
            record_levering(tx, &teamleider, nu(), &SystemIds, &opdracht).await
        },
    );
    let rotation = async {
        gestart.await.unwrap();
        rotate(&test.beheer, test.db.kluis(), winterswijk())
            .await
            .unwrap();
        klaar.send(()).unwrap();
    };
    let (overname, ()) = tokio::join!(import, rotation);
    overname.unwrap();
    assert_eq!(versions(&stored(&test, winterswijk()).await), [2; 7]);
}
