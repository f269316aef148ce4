//! The settings of the demo, written to its directory, and the command lines that follow from them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use demo::idp::{API_AUDIENCE, CLIENT_GEHEIM, CLIENT_ID};

/// The identity provider and the metrics stand beside the service, at a fixed distance of its port.
const AFSTAND_IDP: u16 = 1320;
const AFSTAND_METRICS: u16 = 1384;

/// The settings of a demo.
pub struct Configuratie {
    /// Address of the service.
    pub adres: String,
    /// Directory of the demo.
    pub map: PathBuf,
    bestand: PathBuf,
    bin: PathBuf,
    poort_idp: u16,
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
        let adres = format!("http://127.0.0.1:{poort}");
        let bestand = map.join("demo.toml");
        let tekst = format!(
            "# Gemaakt door stuurhuis-demo; een wijziging verdwijnt bij de volgende start.\n\
             [http]\nomgeving = \"demo\"\npublieke_url = \"{adres}\"\n\
             organisatie = \"Werkleerbedrijf Samen aan het stuur (demo)\"\n\
             beveiligingscontact = \"mailto:beveiliging@example.nl\"\n\n\
             [web]\nadres = \"127.0.0.1:{poort}\"\nmetrics_adres = \"127.0.0.1:{poort_metrics}\"\n\n\
             [database]\nmap = \"{map}/postgres\"\n\n\
             [sleutels]\nmap = \"{map}/sleutels\"\n\n\
             [identity]\nissuer = \"http://127.0.0.1:{poort_idp}\"\nclient_id = \"{CLIENT_ID}\"\n\
             bewijs = {{ soort = \"client_secret_basic\", geheim = \"{CLIENT_GEHEIM}\" }}\n\
             api_audience = \"{API_AUDIENCE}\"\nacr = [\"substantieel\"]\n\n\
             [log]\nvorm = \"tekst\"\n",
            map = map.display()
        );
        fs::write(&bestand, tekst)
            .with_context(|| format!("{} kan niet worden geschreven", bestand.display()))?;
        Ok(Self {
            adres,
            map,
            bestand,
            bin,
            poort_idp,
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
