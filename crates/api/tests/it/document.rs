//! The linter Spectral reads the document with the rules of `tests/spectral.yaml`. It is a package of npm, installed by
//! `cargo xtask test`; nothing is fetched here.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

/// What the linter says of a document, one line for each finding; empty when all is well.
fn lint(document: &Value) -> String {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    let spectral = tests.join("node_modules/.bin/spectral");
    assert!(
        spectral.exists(),
        "de linter ontbreekt: draai `npm ci --ignore-scripts` in tests/, of `cargo xtask test`"
    );
    let map = tempfile::tempdir().unwrap();
    let bestand: PathBuf = map.path().join("openapi.json");
    std::fs::write(&bestand, serde_json::to_vec_pretty(document).unwrap()).unwrap();
    let uitkomst = Command::new(spectral)
        .arg("lint")
        .arg(&bestand)
        .arg("--ruleset")
        .arg(tests.join("spectral.yaml"))
        .args(["--fail-severity", "hint", "--format", "text", "--quiet"])
        .current_dir(map.path())
        .output()
        .unwrap();
    if uitkomst.status.success() {
        return String::new();
    }
    let tekst = [uitkomst.stdout, uitkomst.stderr].concat();
    String::from_utf8_lossy(&tekst).into_owned()
}

#[test]
fn the_linter_finds_nothing_in_the_document() {
    let document = serde_json::to_value(api::document()).unwrap();
    assert_eq!(lint(&document), "");
}

/// A linter that never finds anything proves nothing.
#[test]
fn the_linter_finds_what_breaks_a_rule() {
    let mut document = serde_json::to_value(api::document()).unwrap();
    document["info"]["contact"] = json!({ "name": "Beheer" });
    document["info"]["version"] = json!("een");
    let pad = document["paths"]["/v1/gemeenten"].take();
    document["paths"]
        .as_object_mut()
        .unwrap()
        .remove("/v1/gemeenten");
    document["paths"]["/v1/Gemeenten_lijst/"] = pad;
    let zoek = &mut document["paths"]["/v1/gemeenten/{gemeente}/besluiten"]["get"];
    zoek["parameters"][1]["name"] = json!("Orgaan_bsn");
    zoek["responses"]["400"]["content"] = json!({ "application/json": {} });
    zoek["responses"]["422"] = json!({ "description": "Fout." });
    zoek["responses"].as_object_mut().unwrap().remove("401");
    document["components"]["schemas"]["Gemeente"]["properties"]["cbs_code"] =
        json!({ "type": "string" });
    document["components"]["schemas"]["Probleem"]["required"] = json!(["title"]);
    let gevonden = lint(&document);
    for regel in [
        "adr-contact",
        "adr-semver",
        "adr-path",
        "adr-query-keys",
        "adr-json-keys",
        "adr-nothing-sensitive",
        "adr-version-header",
        "adr-problem",
        "adr-problem-fields",
        "adr-invalid-input-is-400",
        "stuurhuis-answers",
    ] {
        assert!(
            gevonden.contains(&format!(" {regel} ")),
            "{regel}:\n{gevonden}"
        );
    }
}
