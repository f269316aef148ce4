//! Which crate may depend on which (house style section 2), read from cargo itself.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::run::{Fout, cargo, output};

/// What each crate of ours may use of ours, outside tests.
const PIJLEN: &[(&str, &[&str])] = &[
    ("primitives", &[]),
    ("domain", &["primitives"]),
    ("persistence", &["primitives", "domain"]),
    ("application", &["primitives", "domain", "persistence"]),
    ("identity", &["primitives", "domain"]),
    ("mail", &["primitives"]),
    ("reports", &["primitives", "domain"]),
    (
        "worker",
        &[
            "primitives",
            "domain",
            "persistence",
            "application",
            "mail",
            "reports",
        ],
    ),
    (
        "http_base",
        &[
            "primitives",
            "domain",
            "persistence",
            "application",
            "identity",
        ],
    ),
    (
        "api",
        &[
            "primitives",
            "domain",
            "persistence",
            "application",
            "reports",
            "http_base",
        ],
    ),
    (
        "web",
        &[
            "primitives",
            "domain",
            "persistence",
            "application",
            "reports",
            "http_base",
        ],
    ),
    (
        "cli",
        &[
            "primitives",
            "domain",
            "persistence",
            "application",
            "identity",
            "mail",
            "reports",
            "worker",
            "http_base",
            "api",
            "web",
        ],
    ),
    (
        "testkit",
        &[
            "primitives",
            "domain",
            "persistence",
            "application",
            "identity",
            "http_base",
            "web",
            "api",
        ],
    ),
    ("demo", &["primitives", "domain"]),
    ("xtask", &[]),
    ("e2e", &["primitives", "persistence", "testkit"]),
];

/// Libraries that only these crates may use.
const VOORBEHOUDEN: &[(&str, &[&str])] = &[
    ("diesel", &["persistence", "testkit"]),
    ("diesel-async", &["persistence", "testkit"]),
    ("actix-web", &["http_base", "web", "api", "cli", "demo"]),
    ("lettre", &["mail"]),
    ("openidconnect", &["identity", "demo"]),
    ("typst", &["reports"]),
    (
        "tokio",
        &[
            "persistence",
            "identity",
            "mail",
            "worker",
            "http_base",
            "cli",
            "demo",
            "testkit",
            "web",
            "api",
            "e2e",
        ],
    ),
];

/// Every dependency that the house does not allow.
pub fn check() -> Result<Vec<String>, Fout> {
    let tekst = output(&mut cargo(&[
        "metadata",
        "--format-version",
        "1",
        "--no-deps",
        "--locked",
    ]))?;
    let gegevens: Value =
        serde_json::from_str(&tekst).map_err(|fout| format!("cargo metadata: {fout}"))?;
    let pakketten = gegevens
        .get("packages")
        .and_then(Value::as_array)
        .ok_or("cargo metadata zonder packages")?;
    let mut fouten = Vec::new();
    let toegestaan: BTreeMap<_, _> = PIJLEN.iter().copied().collect();
    for pakket in pakketten {
        let naam = text(pakket, "name");
        let Some(mag) = toegestaan.get(naam) else {
            fouten.push(format!(
                "crate {naam} staat niet in de pijlen van tidy/arrows.rs"
            ));
            continue;
        };
        for gebruikt in dependencies(pakket) {
            if toegestaan.contains_key(gebruikt) && !mag.contains(&gebruikt) {
                fouten.push(format!("crate {naam} mag {gebruikt} niet gebruiken"));
            }
            let alleen = VOORBEHOUDEN
                .iter()
                .find(|(bibliotheek, _)| *bibliotheek == gebruikt);
            if alleen.is_some_and(|(_, wie)| !wie.contains(&naam)) {
                fouten.push(format!(
                    "crate {naam} mag {gebruikt} niet gebruiken: voorbehouden"
                ));
            }
        }
    }
    Ok(fouten)
}

/// Names of what a package uses in production and in its build script; tests are free.
fn dependencies(pakket: &Value) -> impl Iterator<Item = &str> {
    let lijst = pakket
        .get("dependencies")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    lijst
        .filter(|d| d.get("kind").is_none_or(Value::is_null))
        .map(|d| text(d, "name"))
}

fn text<'a>(waarde: &'a Value, sleutel: &str) -> &'a str {
    waarde
        .get(sleutel)
        .and_then(Value::as_str)
        .unwrap_or_default()
}
