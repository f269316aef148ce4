//! Policy as a file on the command line: there and back, one change, a proposal, and a file of fifty megabytes.

use std::path::Path;
use std::time::{Duration, Instant};

use e2e::{Aanbieder, Systeem};

#[tokio::test]
async fn the_command_line_takes_policy_along_tries_it_and_proposes() -> anyhow::Result<()> {
    let systeem = Systeem::start(Aanbieder::Ontwikkel).await?;
    let besluiten = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../crates/demo/data/beleid/GM0294.json")
        .display()
        .to_string();
    systeem
        .must(&["beleid", "importeer", "GM0294", &besluiten])
        .await?;
    for formaat in ["yaml", "xlsx"] {
        let bestand = systeem.map().join(format!("beleid.{formaat}"));
        let bestand = bestand.display().to_string();
        let uit = ["beleid", "exporteer", "GM0294", "--uit", &bestand];
        systeem.must(&uit).await?;
        let proef = [
            "beleid",
            "importeer",
            "GM0294",
            &bestand,
            "--ingang",
            "2027-07-01",
        ];
        let gelijk = systeem.must(&proef).await?;
        assert!(gelijk.contains("Geen verschillen."), "{formaat}: {gelijk}");
    }

    let bestand = systeem.map().join("beleid.yaml");
    let yaml = std::fs::read_to_string(&bestand)?;
    let anders = yaml.replacen("225.00", "235.00", 1);
    assert_ne!(yaml, anders);
    std::fs::write(&bestand, anders)?;
    let bestand = bestand.display().to_string();
    let proef = [
        "beleid",
        "importeer",
        "GM0294",
        &bestand,
        "--ingang",
        "2027-07-01",
    ];
    let een = systeem.must(&proef).await?;
    assert!(
        een.contains("1 gewijzigd") && een.contains("235,00"),
        "{een}"
    );
    let voorstel = ["--voorstel", "raad", "--titel", "Meedoen 2027"];
    let gemaakt = systeem
        .must(&[proef.as_slice(), &voorstel].concat())
        .await?;
    assert!(
        gemaakt.contains("Voorstel aan de raad opgesteld"),
        "{gemaakt}"
    );

    let groot = systeem.map().join("groot.yaml");
    std::fs::write(&groot, vec![b'a'; 50 * 1024 * 1024])?;
    let groot = groot.display().to_string();
    let begin = Instant::now();
    let proef = [
        "beleid",
        "importeer",
        "GM0294",
        &groot,
        "--ingang",
        "2027-07-01",
    ];
    let geweigerd = systeem.stuurhuis(&proef).await?;
    assert!(!geweigerd.status.success());
    let melding = String::from_utf8_lossy(&geweigerd.stderr).into_owned();
    assert!(melding.contains("groter dan 1 MB"), "{melding}");
    assert!(
        begin.elapsed() < Duration::from_secs(5),
        "{:?}",
        begin.elapsed()
    );
    Ok(())
}
