//! The test server and its guard: a process that owns the server and stops it when the test run ends.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Write};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};
use diesel_async::{AsyncConnection, AsyncPgConnection, SimpleAsyncConnection};
use domain::gemeente::Uitvoeringsvorm;
use nix::fcntl::{Flock, FlockArg};
use persistence::db::Login;
use persistence::geheim::Kluis;
use persistence::gemeente::{Gemeente, provision};
use persistence::migratie::Beheer;
use persistence::prive::{PrivePostgres, Veiligheid};
use primitives::GemeenteCode;

use crate::database::address;

const KLAAR: &str = "klaar";
const STARTTIJD: Duration = Duration::from_secs(50);

/// The directory of this checkout's test server, in memory: two checkouts never share one.
pub fn directory() -> PathBuf {
    let mut hasher = DefaultHasher::new();
    env!("CARGO_MANIFEST_DIR").hash(&mut hasher);
    Path::new("/dev/shm").join(format!("stuurhuis-test-{:016x}", hasher.finish()))
}

/// The name of the database that tests copy.
pub fn template(map: &Path) -> io::Result<String> {
    Ok(fs::read_to_string(map.join(KLAAR))?.trim().to_owned())
}

/// Starts the guard unless the server is there already, and waits until it is ready. The guard watches our
/// parent: nextest or cargo.
pub fn ensure_running(map: &Path) -> anyhow::Result<()> {
    if map.join(KLAAR).is_file() {
        return Ok(());
    }
    fs::create_dir_all(map)?;
    let programma = Path::new(env!("CARGO_MANIFEST_DIR"));
    let _slot = Flock::lock(
        File::create(map.join("start.slot"))?,
        FlockArg::LockExclusive,
    )
    .map_err(|(_, fout)| fout)?;
    if map.join(KLAAR).is_file() {
        return Ok(());
    }
    let testpg = std::env::current_exe()?
        .ancestors()
        .map(|pad| pad.join("testpg"))
        .find(|pad| pad.is_file())
        .with_context(|| {
            format!(
                "testpg is not built: cargo build --workspace in {}",
                programma.display()
            )
        })?;
    start_guard(&testpg, map, std::os::unix::process::parent_id())
}

/// Starts a guard that watches the process `bewaakt`, and waits until the server is ready.
pub fn start_guard(testpg: &Path, map: &Path, bewaakt: u32) -> anyhow::Result<()> {
    fs::create_dir_all(map)?;
    let logboek = File::create(map.join("bewaker.log"))?;
    let mut bewaker = Command::new(testpg)
        .args(["bewaak", &bewaakt.to_string()])
        .stdin(Stdio::null())
        .stdout(logboek.try_clone()?)
        .stderr(logboek)
        .process_group(0)
        .spawn()?;
    let begin = Instant::now();
    while begin.elapsed() < STARTTIJD {
        if map.join(KLAAR).is_file() {
            return Ok(());
        }
        if let Some(status) = bewaker.try_wait()? {
            bail!(
                "the guard ended ({status}): {}",
                fs::read_to_string(map.join("bewaker.log"))?
            );
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    bail!(
        "the test server was not ready in time: see {}",
        map.join("bewaker.log").display()
    )
}

/// The guard itself: owns the server until the process `bewaakt` is gone.
pub async fn watch(map: &Path, bewaakt: u32) -> anyhow::Result<()> {
    fs::create_dir_all(map)?;
    // A guard of an earlier run may still be stopping its server.
    let _slot = Flock::lock(
        File::create(map.join("bewaker.slot"))?,
        FlockArg::LockExclusive,
    )
    .map_err(|(_, fout)| fout)?;
    remove_if_present(&map.join(KLAAR))?;
    let sjabloon = format!("sjabloon_{:016x}", build_hash()?);
    forget_other_builds(map, &sjabloon)?;
    let server = PrivePostgres::start(&map.join("pg"), Veiligheid::Vluchtig)?;
    make_template(map, &server, &sjabloon).await?;
    let mut klaar = File::create(map.join("klaar.nieuw"))?;
    writeln!(klaar, "{sjabloon}")?;
    fs::rename(map.join("klaar.nieuw"), map.join(KLAAR))?;
    while Path::new("/proc").join(bewaakt.to_string()).exists() {
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    remove_if_present(&map.join(KLAAR))?;
    // The directory is memory: what a run left behind would be missing for as long as the machine is on.
    drop_test_databases(&server).await?;
    server.stop();
    Ok(())
}

/// Throws the whole server away when another build of this program made it: its roles and template may differ.
fn forget_other_builds(map: &Path, sjabloon: &str) -> io::Result<()> {
    let gemaakt_door = map.join("gemaakt_door");
    if fs::read_to_string(&gemaakt_door).is_ok_and(|naam| naam == sjabloon) {
        return Ok(());
    }
    for oud in ["pg", "sleutels"].map(|naam| map.join(naam)) {
        if oud.is_dir() {
            fs::remove_dir_all(oud)?;
        }
    }
    fs::write(gemaakt_door, sjabloon)
}

/// Drops the databases of tests; the template stays for the next run.
async fn drop_test_databases(server: &PrivePostgres) -> anyhow::Result<()> {
    let mut conn = AsyncPgConnection::establish(&server.superuser_address("postgres")).await?;
    let namen = list_databases(&mut conn).await?;
    for oud in namen.iter().filter(|naam| naam.starts_with("t_")) {
        conn.batch_execute(&format!("drop database {oud} with (force)"))
            .await?;
    }
    Ok(())
}

/// Makes the template database by the code that production uses, unless this build made it before.
async fn make_template(map: &Path, server: &PrivePostgres, sjabloon: &str) -> anyhow::Result<()> {
    // A guard that was killed left them behind.
    drop_test_databases(server).await?;
    let mut conn = AsyncPgConnection::establish(&server.superuser_address("postgres")).await?;
    let namen = list_databases(&mut conn).await?;
    if namen.iter().any(|naam| naam == sjabloon) {
        return Ok(());
    }
    conn.batch_execute(&format!("create database {sjabloon} strategy file_copy"))
        .await?;
    Beheer::prepare(&server.superuser_address(sjabloon)).await?;
    let beheer = Beheer::new(&address(
        &map.join("pg/run"),
        Login::Beheer.naam(),
        sjabloon,
    ));
    let verslag = beheer.migrate(&|_| {}).await?;
    ensure!(verslag.mislukt.is_empty(), "{:?}", verslag.mislukt);
    for gemeente in gemeenten()? {
        provision(&beheer, &Kluis::new(&map.join("sleutels")), &gemeente).await?;
    }
    conn.batch_execute(&format!(
        "alter database {sjabloon} with is_template true allow_connections false"
    ))
    .await?;
    Ok(())
}

fn gemeenten() -> anyhow::Result<[Gemeente; 2]> {
    let gemeente =
        |code: &str, naam: &str, uitvoeringsvorm, themakleur: &str| -> anyhow::Result<Gemeente> {
            Ok(Gemeente {
                code: GemeenteCode::parse(code)?,
                naam: naam.to_owned(),
                uitvoeringsvorm,
                aangesloten_op: primitives::parse_datum("2021-01-01").context("a date")?,
                uitgetreden_op: None,
                themakleur: themakleur.to_owned(),
            })
        };
    Ok([
        gemeente(
            "GM0294",
            "Winterswijk",
            Uitvoeringsvorm::Gedelegeerd,
            "#0b5e54",
        )?,
        gemeente(
            "GM0267",
            "Nijkerk",
            Uitvoeringsvorm::Gemandateerd,
            "#1d4f91",
        )?,
    ])
}

async fn list_databases(conn: &mut AsyncPgConnection) -> anyhow::Result<Vec<String>> {
    use diesel::sql_types::Text;
    use diesel_async::RunQueryDsl;

    #[derive(diesel::QueryableByName)]
    struct Naam {
        #[diesel(sql_type = Text)]
        naam: String,
    }
    let namen: Vec<Naam> = diesel::sql_query("select datname::text as naam from pg_database")
        .load(conn)
        .await?;
    Ok(namen.into_iter().map(|rij| rij.naam).collect())
}

/// Differs for each build of this program, which holds the migrations and the provisioning code.
fn build_hash() -> io::Result<u64> {
    let gegevens = fs::metadata(std::env::current_exe()?)?;
    let mut hasher = DefaultHasher::new();
    gegevens.len().hash(&mut hasher);
    gegevens.modified()?.hash(&mut hasher);
    Ok(hasher.finish())
}

fn remove_if_present(pad: &Path) -> io::Result<()> {
    match fs::remove_file(pad) {
        Err(fout) if fout.kind() != io::ErrorKind::NotFound => Err(fout),
        _ => Ok(()),
    }
}
