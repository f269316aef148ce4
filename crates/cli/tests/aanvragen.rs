//! `stuurhuis mandaat importeer` and `stuurhuis aanvraag naspelen` as processes: a fault is named with its line and field, a
//! trial writes nothing, and nobody's decision is played where people decide.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::process::{Command, Output};

use domain::bevoegdheid::Rol;
use persistence::DbRol;
use tempfile::TempDir;
use testkit::{TestDb, actor, winterswijk};

const GOED: &str = r#"[ { "regeling": "algemene-bijstand", "besluit": "toekenning", "rol": "teamleider",
  "vierOgen": "bij-afweging", "vierOgenVanaf": "2000.00", "van": "2026-01-01", "bron": "voorbeeld" } ]"#;
const FOUT: &str = r#"[ { "regeling": "algemene-bijstand", "besluit": "toekenning", "rol": "teamleider",
  "vierOgen": "altijd", "van": "2026-01-01", "bron": "voorbeeld" },
  { "regeling": "algemene-bijstand", "besluit": "toekenning", "rol": "fg", "vierOgen": "altijd",
  "van": "morgen", "bron": "voorbeeld" } ]"#;

struct Opstelling {
    test: TestDb,
    map: TempDir,
}

impl Opstelling {
    async fn new() -> Self {
        let (test, map) = (TestDb::new().await, TempDir::new().unwrap());
        let adres = |duty: &str| test.address(&format!("stuurhuis_{duty}"));
        let config = format!(
            r#"
[http]
omgeving = "test"
publieke_url = "http://127.0.0.1:18080"
beveiligingscontact = "mailto:beveiliging@example.nl"

[database]
uitvoering = "{}"
bestuur = "{}"
sturing = "{}"
portaal = "{}"

[sleutels]
map = "{}"

[identity]
issuer = "http://127.0.0.1:19400"
client_id = "stuurhuis"
bewijs = {{ soort = "client_secret_basic", geheim = "demo-geheim" }}
api_audience = "stuurhuis-api"
"#,
            adres("uitvoering"),
            adres("bestuur"),
            adres("sturing"),
            adres("portaal"),
            test.key_directory().display()
        );
        fs::write(map.path().join("stuurhuis.toml"), config).unwrap();
        Self { test, map }
    }

    fn import(&self, inhoud: &str, opties: &[&str]) -> Output {
        self.run(&["mandaat", "importeer"], inhoud, opties)
    }

    fn run(&self, command: &[&str], inhoud: &str, opties: &[&str]) -> Output {
        let bestand = self.map.path().join("invoer.json");
        fs::write(&bestand, inhoud).unwrap();
        Command::new(env!("CARGO_BIN_EXE_stuurhuis"))
            .arg("--config")
            .arg(self.map.path().join("stuurhuis.toml"))
            .args(command)
            .arg("GM0294")
            .arg(&bestand)
            .args(opties)
            .output()
            .unwrap()
    }

    async fn count(&self) -> usize {
        let lezer = actor(Rol::Fg, winterswijk());
        let gelezen = self
            .test
            .db
            .in_tenant(
                "test",
                winterswijk(),
                DbRol::Opdrachtgever,
                async |tx: &mut persistence::TenantTx| {
                    application::aanvraag::load_mandaten(tx, &lezer).await
                },
            )
            .await;
        gelezen.unwrap().1.list().len()
    }
}

fn told(uitvoer: &Output) -> String {
    String::from_utf8_lossy(&uitvoer.stdout).into_owned()
        + &String::from_utf8_lossy(&uitvoer.stderr)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_register_is_tried_taken_over_and_refused_the_second_time() {
    let opstelling = Opstelling::new().await;
    let proef = opstelling.import(GOED, &["--proef"]);
    assert_eq!(proef.status.code(), Some(0), "{}", told(&proef));
    assert!(told(&proef).contains("Proef: er is niets geschreven."));
    assert_eq!(opstelling.count().await, 0);
    let echt = opstelling.import(GOED, &["--json"]);
    assert_eq!(echt.status.code(), Some(0), "{}", told(&echt));
    assert!(told(&echt).contains("\"nieuw\":1"), "{}", told(&echt));
    assert_eq!(opstelling.count().await, 1);
    for opties in [&[][..], &["--proef"]] {
        let nogmaals = opstelling.import(GOED, opties);
        assert_eq!(nogmaals.status.code(), Some(1));
        let gezegd = told(&nogmaals);
        assert!(gezegd.contains("regel 1, van: dit mandaat is"), "{gezegd}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_is_named_with_its_line_and_field_and_nothing_is_written() {
    let opstelling = Opstelling::new().await;
    for (inhoud, melding) in [
        (FOUT, "regel 2, rol: kies consulent of teamleider"),
        (FOUT, "regel 2, van: "),
        ("[ { \"regeling\": 3 } ]", "heeft een andere vorm"),
    ] {
        let uitvoer = opstelling.import(inhoud, &[]);
        assert_eq!(uitvoer.status.code(), Some(1));
        assert!(told(&uitvoer).contains(melding), "{}", told(&uitvoer));
    }
    assert_eq!(opstelling.count().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn applications_are_played_in_a_demo_or_a_test_only() {
    let opstelling = Opstelling::new().await;
    let command = ["aanvraag", "naspelen"];
    let onbekend = r#"[ { "bsn": "999999990", "regeling": "algemene-bijstand", "ontvangenOp": "2026-11-02",
      "gemeldOp": "2026-11-02", "kanaal": "balie", "stappen": [],
      "door": { "sub": "k", "naam": "Kim", "rol": "consulent" } } ]"#;
    for (inhoud, melding) in [
        (onbekend, "aanvraag 1: deze inwoner is hier niet bekend"),
        ("[ { \"bsn\": 3 } ]", "heeft een andere vorm"),
    ] {
        let uitvoer = opstelling.run(&command, inhoud, &[]);
        assert_eq!(uitvoer.status.code(), Some(1));
        let gezegd = told(&uitvoer);
        assert!(gezegd.contains(melding), "{gezegd}");
        assert!(!gezegd.contains("999999990"), "no bsn in a message");
    }
    let pad = opstelling.map.path().join("stuurhuis.toml");
    let echt = fs::read_to_string(&pad).unwrap();
    let echt = echt
        .replace("\"test\"", "\"productie\"")
        .replace("http://127.0.0.1:18080", "https://stuurhuis.example.nl")
        .replace("http://127.0.0.1:19400", "https://login.example.nl");
    fs::write(&pad, echt).unwrap();
    let geweigerd = opstelling.run(&command, onbekend, &[]);
    assert_eq!(geweigerd.status.code(), Some(1));
    let gezegd = told(&geweigerd);
    assert!(
        gezegd.contains("alleen in een demo of een test"),
        "{gezegd}"
    );
}
