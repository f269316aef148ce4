//! Settings that reach the database of a test.

use std::fs;
use std::path::{Path, PathBuf};

use testkit::TestDb;

/// Writes settings; `portaal` is the login with which the program reaches what the municipalities share.
pub fn write_settings(test: &TestDb, map: &Path, portaal: &str) -> PathBuf {
    let adres = |login: &str| test.address(login);
    let tekst = format!(
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
        adres("stuurhuis_uitvoering"),
        adres("stuurhuis_bestuur"),
        adres("stuurhuis_sturing"),
        adres(portaal),
        test.key_directory().display(),
    );
    let bestand = map.join("stuurhuis.toml");
    fs::write(&bestand, tekst).unwrap();
    bestand
}
