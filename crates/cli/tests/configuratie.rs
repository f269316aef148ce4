//! Wrong settings refuse the start and name the key, before anything is started.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::process::{Command, Output};

use tempfile::TempDir;

const GOED: &str = r#"
[http]
omgeving = "test"
publieke_url = "http://127.0.0.1:18080"
beveiligingscontact = "mailto:beveiliging@example.nl"

[database]
map = "/bestaat/niet/postgres"

[sleutels]
map = "/bestaat/niet/sleutels"

[identity]
issuer = "http://127.0.0.1:19400"
client_id = "stuurhuis"
bewijs = { soort = "client_secret_basic", geheim = "demo-geheim" }
api_audience = "stuurhuis-api"
"#;

const MAIL: &str = r#"
[mail]
host = "mail.werkleerbedrijf.example"
port = 587
tls = "starttls"
afzender = "cijfers@werkleerbedrijf.example"
afzender_naam = "Werkleerbedrijf"
gebruiker = "stuurhuis"
geheim = "zeer-geheim-woord"
"#;

fn run(command: &str, tekst: &str, omgeving: &[(&str, &str)]) -> Output {
    let map = TempDir::new().unwrap();
    let bestand = map.path().join("stuurhuis.toml");
    fs::write(&bestand, tekst).unwrap();
    Command::new(env!("CARGO_BIN_EXE_stuurhuis"))
        .arg("--config")
        .arg(&bestand)
        .arg(command)
        .envs(omgeving.iter().copied())
        .output()
        .unwrap()
}

/// What the program says when it refuses; it must refuse, and print no secret.
fn complaint(uitvoer: &Output) -> String {
    let klacht = String::from_utf8(uitvoer.stderr.clone()).unwrap();
    assert_eq!(uitvoer.status.code(), Some(1), "{klacht}");
    assert!(!klacht.contains("zeer-geheim"), "{klacht}");
    klacht
}

fn changed(van: &str, naar: &str) -> String {
    assert!(MAIL.contains(van), "{van}");
    format!("{GOED}{}", MAIL.replace(van, naar))
}

#[test]
fn settings_with_and_without_mail_are_accepted() {
    for tekst in [GOED.to_owned(), format!("{GOED}{MAIL}")] {
        let uitvoer = run("controleer-config", &tekst, &[]);
        let klacht = String::from_utf8_lossy(&uitvoer.stderr);
        assert_eq!(uitvoer.status.code(), Some(0), "{klacht}");
    }
}

#[test]
fn each_wrong_value_of_mail_is_refused_by_its_key() {
    for (van, naar, sleutel) in [
        (
            "host = \"mail.werkleerbedrijf.example\"",
            "host = \" \"",
            "mail.host",
        ),
        (
            "host = \"mail.werkleerbedrijf.example\"",
            "host = 25",
            "mail.host",
        ),
        ("port = 587", "port = \"587\"", "mail.port"),
        ("port = 587", "port = 70000", "mail.port"),
        ("port = 587", "port = 0", "mail.port"),
        ("port = 587", "", "port"),
        ("tls = \"starttls\"", "tls = \"misschien\"", "mail.tls"),
        ("tls = \"starttls\"", "tls = \"geen\"", "mail.tls"),
        (
            "afzender = \"cijfers@werkleerbedrijf.example\"",
            "afzender = \"niemand\"",
            "mail.afzender",
        ),
        ("geheim = \"zeer-geheim-woord\"", "", "mail.gebruiker"),
        (
            "gebruiker = \"stuurhuis\"",
            "gebruker = \"stuurhuis\"",
            "gebruker",
        ),
        (
            "gebruiker = \"stuurhuis\"",
            "gebruiker = \"stuurhuis\"\nca = \"geen certificaat\"",
            "mail.ca",
        ),
        (
            "geheim = \"zeer-geheim-woord\"",
            "geheim_bestand = \"/bestaat/niet\"",
            "mail.geheim_bestand",
        ),
    ] {
        let klacht = complaint(&run("controleer-config", &changed(van, naar), &[]));
        assert!(klacht.contains(sleutel), "{naar}: {klacht}");
    }
}

#[test]
fn the_service_and_the_worker_do_not_start_with_them_either() {
    let fout = changed("tls = \"starttls\"", "tls = \"geen\"");
    for command in ["serve", "worker"] {
        let klacht = complaint(&run(command, &fout, &[]));
        assert!(klacht.contains("mail.tls"), "{klacht}");
    }
}

#[test]
fn a_value_from_the_environment_is_judged_too_and_a_secret_is_not_printed() {
    let tekst = format!("{GOED}{MAIL}");
    let poort = [("STUURHUIS__MAIL__PORT", "veel")];
    let klacht = complaint(&run("controleer-config", &tekst, &poort));
    assert!(klacht.contains("mail.port"), "{klacht}");
    let getal = [("STUURHUIS__MAIL__GEHEIM", "8675309")];
    let klacht = complaint(&run("controleer-config", &tekst, &getal));
    assert!(
        klacht.contains("mail.geheim") && !klacht.contains("8675309"),
        "{klacht}"
    );
}
