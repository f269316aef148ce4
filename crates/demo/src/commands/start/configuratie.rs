//! The settings of the demo, written to its directory, and the command lines that follow from them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::Context;
use demo::idp::{API_AUDIENCE, CLIENT_GEHEIM, CLIENT_ID};

/// The identity provider, the metrics and the mail server stand beside the service, at a fixed distance of its port.
const AFSTAND_IDP: u16 = 1320;
const AFSTAND_METRICS: u16 = 1384;
const AFSTAND_POST: u16 = 1445;
/// The mail server of the tests, which delivers nothing and keeps every message as a file.
const POSTDIENST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/diensten/smtp.mjs");
const POSTPAKKET: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../tests/node_modules/smtp-server"
);

/// The settings of a demo.
pub struct Configuratie {
    /// Address of the service.
    pub adres: String,
    /// Directory of the demo.
    pub map: PathBuf,
    bestand: PathBuf,
    bin: PathBuf,
    poort_idp: u16,
    /// Where the mail server listens; none where it cannot run.
    poort_post: Option<u16>,
}

impl Configuratie {
    /// Writes `demo.toml` in `map`.
    pub fn write(map: &Path, poort: u16) -> anyhow::Result<Self> {
        fs::create_dir_all(map)
            .with_context(|| format!("{} kan niet worden gemaakt", map.display()))?;
        let map = map.canonicalize()?;
        let bin = std::env::current_exe()?
            .parent()
            .context("geen map met programma's")?
            .to_owned();
        let (poort_idp, poort_metrics) = (
            poort.saturating_add(AFSTAND_IDP),
            poort.saturating_add(AFSTAND_METRICS),
        );
        let poort_post = can_deliver().then(|| poort.saturating_add(AFSTAND_POST));
        let adres = format!("http://127.0.0.1:{poort}");
        let bestand = map.join("demo.toml");
        let tekst = format!(
            "# Gemaakt door stuurhuis-demo; een wijziging verdwijnt bij de volgende start.\n\
             [http]\nomgeving = \"demo\"\npublieke_url = \"{adres}\"\n\
             organisatie = \"Werkleerbedrijf Samen aan het stuur (demo)\"\n\
             beveiligingscontact = \"mailto:beveiliging@example.nl\"\n\
             {adressen}\n\
             [web]\nadres = \"127.0.0.1:{poort}\"\nmetrics_adres = \"127.0.0.1:{poort_metrics}\"\n\n\
             [database]\nmap = \"{map}/postgres\"\n\n\
             [sleutels]\nmap = \"{map}/sleutels\"\n\n\
             [identity]\nissuer = \"http://127.0.0.1:{poort_idp}\"\nclient_id = \"{CLIENT_ID}\"\n\
             bewijs = {{ soort = \"client_secret_basic\", geheim = \"{CLIENT_GEHEIM}\" }}\n\
             api_audience = \"{API_AUDIENCE}\"\nacr = [\"substantieel\"]\n\n\
             [log]\nvorm = \"tekst\"\n{post}",
            adressen = demo::adressen::ADRESSEN,
            map = map.display(),
            post = poort_post.map(render_post).unwrap_or_default(),
        );
        fs::write(&bestand, tekst)
            .with_context(|| format!("{} kan niet worden geschreven", bestand.display()))?;
        Ok(Self {
            adres,
            map,
            bestand,
            bin,
            poort_idp,
            poort_post,
        })
    }

    /// The command line of `stuurhuis` with these settings.
    pub fn stuurhuis(&self, argumenten: &[&str]) -> Vec<String> {
        let mut regel = vec![
            self.program("stuurhuis"),
            "--config".to_owned(),
            self.bestand.display().to_string(),
        ];
        regel.extend(argumenten.iter().map(|&argument| argument.to_owned()));
        regel
    }

    /// The command line of the identity provider.
    pub fn idp(&self) -> Vec<String> {
        self.demo(&[
            "idp",
            "--poort",
            &self.poort_idp.to_string(),
            "--stuurhuis",
            &self.adres,
        ])
    }

    /// The command line of the mail server; none where node or its package is absent.
    pub fn post(&self) -> Option<Vec<String>> {
        let poort = self.poort_post?.to_string();
        let map = self.post_directory().display().to_string();
        Some(
            ["node", POSTDIENST, &map, "--poort", &poort]
                .map(str::to_owned)
                .into(),
        )
    }

    /// Where every message lies as a file.
    pub fn post_directory(&self) -> PathBuf {
        self.map.join("post")
    }

    /// The command line of `stuurhuis-demo`.
    pub fn demo(&self, argumenten: &[&str]) -> Vec<String> {
        let mut regel = vec![self.program("stuurhuis-demo")];
        regel.extend(argumenten.iter().map(|&argument| argument.to_owned()));
        regel
    }

    fn program(&self, naam: &str) -> String {
        self.bin.join(naam).display().to_string()
    }
}

/// Whether node and the package of the mail server are there; `cargo xtask demo` sees to both.
fn can_deliver() -> bool {
    let node = Command::new("node")
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    node.is_ok_and(|status| status.success()) && Path::new(POSTPAKKET).is_dir()
}

fn render_post(poort: u16) -> String {
    format!(
        "\n[mail]\nhost = \"127.0.0.1\"\nport = {poort}\ntls = \"geen\"\n\
         afzender = \"cijfers@werkleerbedrijf.example\"\n\
         afzender_naam = \"Werkleerbedrijf Samen aan het stuur (demo)\"\n"
    )
}
