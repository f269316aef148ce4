//! What the machine must have; what is missing is installed as root, or named in one line.

use std::fs;
use std::path::Path;

use crate::run::{Fout, cargo, exists, output, program, step};

/// Something that Debian has.
#[derive(Clone, Copy)]
pub struct Behoefte {
    pakket: &'static str,
    is_present: fn() -> bool,
}

const COMPILER: Behoefte = Behoefte {
    pakket: "gcc",
    is_present: || exists("cc"),
};
const POSTGRES: Behoefte = Behoefte {
    pakket: "postgresql-15",
    is_present: has_postgres,
};
const NODE: Behoefte = Behoefte {
    pakket: "nodejs",
    is_present: || exists("node"),
};
const NPM: Behoefte = Behoefte {
    pakket: "npm",
    is_present: || exists("npm"),
};
const CHROMIUM: Behoefte = Behoefte {
    pakket: "chromium",
    is_present: || exists("chromium"),
};
const CHROMEDRIVER: Behoefte = Behoefte {
    pakket: "chromium-driver",
    is_present: || exists("chromedriver"),
};
const POPPLER: Behoefte = Behoefte {
    pakket: "poppler-utils",
    is_present: || exists("pdfinfo"),
};

/// For the stylesheets and fonts.
pub const ASSETS: &[Behoefte] = &[NODE, NPM];
/// For the demo.
pub const DEMO: &[Behoefte] = &[COMPILER, POSTGRES, NODE, NPM];
/// For the tests.
pub const TEST: &[Behoefte] = &[
    COMPILER,
    POSTGRES,
    NODE,
    NPM,
    CHROMIUM,
    CHROMEDRIVER,
    POPPLER,
];

/// Installs what is missing with apt when we are root; else says which line to run.
pub fn ensure(behoeften: &[Behoefte]) -> Result<(), Fout> {
    let pakketten: Vec<&str> = behoeften
        .iter()
        .filter(|b| !(b.is_present)())
        .map(|behoefte| behoefte.pakket)
        .collect();
    if pakketten.is_empty() {
        return Ok(());
    }
    let regel = format!(
        "apt-get install -y --no-install-recommends {}",
        pakketten.join(" ")
    );
    if !is_root() {
        return Err(format!(
            "er ontbreekt iets op deze machine. Voer dit uit en probeer opnieuw:\n\n  sudo {regel}"
        ));
    }
    println!("Op deze machine ontbreekt: {}.", pakketten.join(", "));
    keep_debian_from_starting_a_server()?;
    step(
        "pakketlijst ophalen",
        &mut program("apt-get", &["update", "-q"]),
    )?;
    let mut argumenten = vec!["install", "-y", "-q", "--no-install-recommends"];
    argumenten.extend(pakketten);
    step(
        "pakketten installeren",
        program("apt-get", &argumenten).env("DEBIAN_FRONTEND", "noninteractive"),
    )
}

/// Installs the test runner unless it is there.
pub fn ensure_nextest() -> Result<(), Fout> {
    if output(&mut cargo(&["nextest", "--version"])).is_ok() {
        return Ok(());
    }
    step(
        "cargo-nextest installeren (eenmalig, enkele minuten)",
        &mut cargo(&["install", "--locked", "cargo-nextest"]),
    )
}

/// Whether we are root: PostgreSQL refuses to be, and apt wants to be.
pub fn is_root() -> bool {
    output(&mut program("id", &["-u"])).is_ok_and(|uid| uid.trim() == "0")
}

fn has_postgres() -> bool {
    let Ok(versies) = fs::read_dir("/usr/lib/postgresql") else {
        return false;
    };
    versies
        .flatten()
        .any(|versie| versie.path().join("bin/initdb").is_file())
}

/// Debian would make and start a database server of its own at installation; ours is private.
fn keep_debian_from_starting_a_server() -> Result<(), Fout> {
    let instelling = Path::new("/etc/postgresql-common/createcluster.conf");
    if has_postgres() || instelling.exists() {
        return Ok(());
    }
    let schrijf = || {
        fs::create_dir_all("/etc/postgresql-common")?;
        fs::write(instelling, "create_main_cluster = false\n")
    };
    schrijf().map_err(|fout| format!("{}: {fout}", instelling.display()))
}
