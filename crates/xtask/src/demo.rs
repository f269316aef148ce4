//! A working system in one command.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};

use crate::run::{Fout, cargo, output, root, step};
use crate::{assets, install};

/// Installs what is missing, builds, and hands over to `stuurhuis-demo start`, which runs until Ctrl-C.
pub fn start(opties: &[String]) -> Result<(), Fout> {
    let (poort, schoon) = parse(opties)?;
    install::ensure(install::DEMO)?;
    assets::ensure()?;
    // The demo delivers its mail to the mail server of the tests.
    assets::ensure_for_tests()?;
    let bins = ["build", "--workspace", "--bins", "--locked"];
    step("bouwen (de eerste keer enkele minuten)", &mut cargo(&bins))?;
    let map = data_directory()?;
    if schoon && map.exists() {
        fs::remove_dir_all(&map)
            .map_err(|fout| format!("{} wissen lukt niet: {fout}", map.display()))?;
    }
    let programma = target_directory()?.join("debug/stuurhuis-demo");
    let mut demo = std::process::Command::new(&programma);
    demo.args(["start", "--poort", &poort.to_string(), "--map"])
        .arg(&map)
        .current_dir(root());
    // Takes the place of this process, so that Ctrl-C reaches the program that stops everything in order.
    Err(format!(
        "{} start niet: {}",
        programma.display(),
        demo.exec()
    ))
}

fn parse(opties: &[String]) -> Result<(u16, bool), Fout> {
    let (mut poort, mut schoon) = (8080, false);
    let mut rest = opties.iter();
    while let Some(optie) = rest.next() {
        match optie.as_str() {
            "--schoon" => schoon = true,
            "--poort" => {
                let getal = rest
                    .next()
                    .and_then(|getal| getal.parse().ok())
                    .filter(|getal| *getal > 1023);
                poort = getal.ok_or("--poort verwacht een getal van 1024 tot en met 65535")?;
            }
            anders => {
                return Err(format!(
                    "onbekende optie {anders}: gebruik --poort GETAL of --schoon"
                ));
            }
        }
    }
    Ok((poort, schoon))
}

/// `var` in the checkout, or `/var/lib/stuurhuis` where the user of PostgreSQL cannot get into the checkout.
fn data_directory() -> Result<PathBuf, Fout> {
    let eigen = root().join("var");
    if !install::is_root() || eigen.ancestors().skip(1).all(may_be_entered_by_all) {
        return Ok(eigen);
    }
    let elders = PathBuf::from("/var/lib/stuurhuis");
    fs::create_dir_all(&elders).map_err(|fout| format!("{}: {fout}", elders.display()))?;
    Ok(elders)
}

fn may_be_entered_by_all(map: &Path) -> bool {
    fs::metadata(map).is_ok_and(|gegevens| gegevens.permissions().mode() & 0o001 != 0)
}

fn target_directory() -> Result<PathBuf, Fout> {
    let tekst = output(&mut cargo(&[
        "metadata",
        "--format-version",
        "1",
        "--no-deps",
    ]))?;
    let gegevens: serde_json::Value =
        serde_json::from_str(&tekst).map_err(|fout| format!("cargo metadata: {fout}"))?;
    let map = gegevens
        .get("target_directory")
        .and_then(serde_json::Value::as_str);
    Ok(PathBuf::from(
        map.ok_or("cargo metadata noemt geen target_directory")?,
    ))
}
