//! `stuurhuis populatierun` as a process on a real database: what an operator types, reads, and may not.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::process::{Command, Output};

use primitives::Maand;
use serde_json::Value;
use tempfile::TempDir;
use testkit::{TestDb, fill_bestand, fill_huishoudens, winterswijk};

mod opstelling;

const INWONERS: u32 = 150;
const START: [&str; 7] = [
    "start",
    "--naam",
    "Normen per 1 juli 2026",
    "--van",
    "2026-06-30",
    "--tot",
    "2026-07-01",
];

/// A database with a caseload in Winterswijk and none in Nijkerk, and settings that reach it.
struct Opstelling {
    test: TestDb,
    map: TempDir,
}

impl Opstelling {
    async fn new() -> Self {
        let test = TestDb::new().await;
        let maanden = ["2026-08", "2026-10"].map(|maand| Maand::parse(maand).unwrap());
        let mut superuser = test.superuser().await;
        fill_bestand(&mut superuser, winterswijk(), INWONERS, maanden.into()).await;
        fill_huishoudens(&mut superuser, winterswijk()).await;
        let deze = Self {
            test,
            map: TempDir::new().unwrap(),
        };
        deze.write_settings("stuurhuis_portaal");
        deze
    }

    /// `portaal` is the login with which the program reaches what the municipalities share.
    fn write_settings(&self, portaal: &str) {
        opstelling::write_settings(&self.test, self.map.path(), portaal);
    }

    fn run(&self, woorden: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_stuurhuis"))
            .arg("--config")
            .arg(self.map.path().join("stuurhuis.toml"))
            .arg("populatierun")
            .args(woorden)
            .output()
            .unwrap()
    }

    /// What a command that succeeds says.
    fn say(&self, woorden: &[&str]) -> String {
        let uitvoer = self.run(woorden);
        let klacht = String::from_utf8_lossy(&uitvoer.stderr);
        assert_eq!(uitvoer.status.code(), Some(0), "{woorden:?}: {klacht}");
        String::from_utf8(uitvoer.stdout).unwrap()
    }

    fn json(&self, woorden: &[&str]) -> Value {
        let woorden: Vec<_> = woorden.iter().copied().chain(["--json"]).collect();
        serde_json::from_str(&self.say(&woorden)).unwrap()
    }

    /// What a command that is refused says.
    fn refused(&self, woorden: &[&str]) -> String {
        let uitvoer = self.run(woorden);
        let klacht = String::from_utf8(uitvoer.stderr).unwrap();
        assert!(!uitvoer.status.success(), "{woorden:?}: {klacht}");
        assert!(!klacht.contains("panicked"), "{klacht}");
        klacht
    }

    /// How many runs, municipalities of runs and jobs there are.
    async fn count_written(&self) -> [i64; 3] {
        let mut aantallen = [0; 3];
        for (plek, tabel) in ["populatierun", "populatierun_gemeente", "job"]
            .into_iter()
            .enumerate()
        {
            aantallen[plek] = self.test.count_rows(&format!("platform.{tabel}")).await;
        }
        aantallen
    }
}

/// The arguments of a start with one of them changed.
fn changed(sleutel: &str, waarde: &'static str) -> Vec<&'static str> {
    let mut woorden = START.to_vec();
    let plek = woorden.iter().position(|woord| *woord == sleutel).unwrap();
    woorden[plek + 1] = waarde;
    woorden
}

fn municipality<'a>(run: &'a Value, code: &str) -> &'a Value {
    let gemeenten = run["gemeenten"].as_array().unwrap();
    gemeenten.iter().find(|g| g["gemeente"] == code).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_is_started_interrupted_resumed_and_read() {
    let deze = Opstelling::new().await;
    let leeg = deze.say(&["stand"]);
    assert!(leeg.contains("nog geen populatierun"), "{leeg}");

    let run = deze.json(&START);
    let id = run["id"].as_str().unwrap();
    assert_eq!(run["stand"], "wacht");
    assert_eq!(deze.count_written().await, [1, 2, 2]);

    let zin = deze.say(&["onderbreek", id, "--gemeente", "GM0294"]);
    assert_eq!(zin, "De run is onderbroken in 1 gemeente.\n");
    let stand = deze.json(&["stand", id]);
    assert_eq!(municipality(&stand, "GM0294")["stand"], "onderbroken");
    assert_eq!(municipality(&stand, "GM0267")["stand"], "wacht");

    // Nijkerk delivered nothing: it fails alone, and the command says so.
    let klacht = deze.refused(&["hervat", id, "--wacht"]);
    for zin in [
        "GM0267: er is nog geen maandbestand aangeleverd",
        "niet in elke gemeente gelukt",
    ] {
        assert!(klacht.contains(zin), "{klacht}");
    }
    let stand = deze.json(&["stand", id]);
    let hier = municipality(&stand, "GM0294");
    assert_eq!(
        (&stand["stand"], &hier["stand"]),
        (&"mislukt".into(), &"klaar".into())
    );
    assert_eq!(hier["gedaan"], hier["totaal"]);
    let bedrag = |sleutel: &str| hier[sleutel].as_str().unwrap().parse::<f64>().unwrap();
    assert!(bedrag("nieuw") > bedrag("oud"), "{hier}");

    let lijst = deze.say(&["stand"]);
    assert!(
        lijst.contains("30-06-2026 naast 01-07-2026: mislukt, 1 van 2 gemeenten"),
        "{lijst}"
    );
    let uitzonderingen = deze.say(&["uitzonderingen", id, "GM0294", "--json"]);
    let aantal = hier["uitzonderingen"].as_u64().unwrap_or_default();
    assert_eq!(
        u64::try_from(uitzonderingen.lines().count()).unwrap(),
        aantal
    );
    let zin = deze.say(&["onderbreek", id, "--gemeente", "GM0294"]);
    assert_eq!(zin, "Er is niets onderbroken: de run is nergens bezig.\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_waits_for_its_own_work_ends_done() {
    let deze = Opstelling::new().await;
    let mut woorden = START.to_vec();
    woorden.extend(["--gemeente", "GM0294", "--wacht"]);
    let tekst = deze.say(&woorden);
    assert!(tekst.contains("klaar, 1 van 1 gemeente"), "{tekst}");
    let id = tekst.split_whitespace().next().unwrap();
    let zin = deze.say(&["hervat", id]);
    assert!(
        zin.starts_with("Er is niets hervat: de run is overal klaar of al bezig."),
        "{zin}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn one_day_is_laid_beside_itself_as_it_was_known_before() {
    let deze = Opstelling::new().await;
    let woorden = "start --naam Verbetering --van 2024-01-01 --tot 2024-01-01 --van-bekend 2026-11-20 --wacht --gemeente GM0294";
    let woorden: Vec<_> = woorden.split(' ').collect();
    let run = deze.json(&woorden);
    let dagen = ["van", "vanBekendOp", "tot", "totBekendOp"].map(|sleutel| run[sleutel].clone());
    assert_eq!(dagen[..3], ["2024-01-01", "2026-11-20", "2024-01-01"]);
    assert_eq!((&dagen[3], &run["stand"]), (&Value::Null, &"klaar".into()));
    let lijst = deze.say(&["stand"]);
    assert!(
        lijst.contains("01-01-2024, zoals bekend op 20-11-2026 naast 01-01-2024:"),
        "{lijst}"
    );
    let klacht = deze.refused(&woorden[..woorden.len() - 5]);
    assert!(
        klacht.contains("tot: kies een dag na de eerste dag, of dezelfde dag"),
        "{klacht}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_wrong_is_named_and_nothing_is_written() {
    let deze = Opstelling::new().await;
    for (sleutel, waarde, zin) in [
        ("--van", "2026-02-30", "van: vul een bestaande datum in"),
        ("--van", "30-06-2026", "van: vul een bestaande datum in"),
        (
            "--van",
            "1950-01-01",
            "van: voor deze dag zijn geen bedragen",
        ),
        ("--tot", "2026-06-30", "tot: kies een dag na de eerste dag"),
        ("--naam", " ", "naam: geef een naam"),
    ] {
        let klacht = deze.refused(&changed(sleutel, waarde));
        assert!(klacht.contains(zin), "{sleutel} {waarde}: {klacht}");
        assert!(klacht.contains("er is niets gestart"), "{klacht}");
    }
    let mut woorden = START.to_vec();
    woorden.extend(["--grens", "veel"]);
    let klacht = deze.refused(&woorden);
    assert!(klacht.contains("grens: "), "{klacht}");
    let mut woorden = START.to_vec();
    woorden.extend(["--van-bekend", "2099-01-01", "--tot-bekend", "gisteren"]);
    let klacht = deze.refused(&woorden);
    for veld in ["van_bekend_op: ", "tot_bekend_op: "] {
        assert!(
            klacht.contains(&format!("{veld}vul een datum in tot en met vandaag")),
            "{klacht}"
        );
    }
    let alles = deze.refused(&[
        "start",
        "--naam",
        "",
        "--van",
        "x",
        "--tot",
        "y",
        "--grens",
        "z",
        "--gemeente",
        "GM9999",
        "--gemeente",
        "GM9998",
    ]);
    for veld in [
        "naam: ",
        "van: ",
        "tot: ",
        "grens: ",
        "GM9999 is geen",
        "GM9998 is geen",
    ] {
        assert!(alles.contains(veld), "all faults at once: {alles}");
    }
    assert_eq!(deze.count_written().await, [0; 3]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_municipality_or_run_that_is_not_there_is_named_and_nothing_is_written() {
    let deze = Opstelling::new().await;
    for (code, zin) in [
        ("GM9999", "GM9999 is geen gemeente in dit systeem"),
        ("0294", "GM en vier cijfers"),
    ] {
        let mut woorden = START.to_vec();
        woorden.extend(["--gemeente", code]);
        let klacht = deze.refused(&woorden);
        assert!(klacht.contains(zin), "{klacht}");
    }
    assert_eq!(deze.count_written().await, [0; 3]);

    let run = deze.json(&[&START[..], &["--gemeente", "GM0294"]].concat());
    let id = run["id"].as_str().unwrap();
    let geschreven = deze.count_written().await;
    for handeling in ["onderbreek", "hervat"] {
        let klacht = deze.refused(&[handeling, id, "--gemeente", "GM0267"]);
        assert!(
            klacht.contains("GM0267 doet niet mee aan deze run"),
            "{klacht}"
        );
        let onbekend = "0197a0b0-0000-7000-8000-000000000000";
        let klacht = deze.refused(&[handeling, onbekend]);
        assert!(
            klacht.contains("deze populatierun bestaat hier niet"),
            "{klacht}"
        );
    }
    assert_eq!(deze.count_written().await, geschreven);
    assert_eq!(deze.json(&["stand", id])["stand"], "wacht");
}

/// The command line acts as the board of the organisation; who runs it is known by the login that the settings hold.
#[tokio::test(flavor = "multi_thread")]
async fn a_login_without_the_duty_writes_nothing() {
    let deze = Opstelling::new().await;
    for login in [
        "stuurhuis_sturing",
        "stuurhuis_bestuur",
        "stuurhuis_uitvoering",
    ] {
        deze.write_settings(login);
        let klacht = deze.refused(&START);
        assert!(klacht.contains("stuurhuis: "), "{login}: {klacht}");
        assert!(!klacht.contains("postgres://"), "no address: {klacht}");
    }
    assert_eq!(deze.count_written().await, [0; 3]);
}
