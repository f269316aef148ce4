//! A whole system on a database of its own.

use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use anyhow::Context;
use persistence::db::Login;
use serde_json::Value;
use tempfile::TempDir;
use testkit::TestDb;
use tokio::net::TcpListener;
use tokio::process::Command;

use crate::post::Postbus;
use crate::proces::{Proces, program};

/// Which identity provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aanbieder {
    /// Our own, for development.
    Ontwikkel,
    /// npm `oidc-provider`, certified by the OpenID Foundation.
    Gecertificeerd,
}

/// The service with its database, identity provider and mail server; everything is ended when this is dropped.
pub struct Systeem {
    /// Address of the service.
    pub adres: String,
    /// Address of the identity provider.
    pub issuer: String,
    /// Its database.
    pub db: TestDb,
    /// What it sends by mail.
    pub post: Postbus,
    config: PathBuf,
    service: Proces,
    _idp: Proces,
    map: TempDir,
}

impl Systeem {
    /// Starts everything. `TestDb` has Winterswijk and Nijkerk, without data.
    pub async fn start(aanbieder: Aanbieder) -> anyhow::Result<Self> {
        let db = TestDb::new().await;
        let map = TempDir::new()?;
        let adres = format!("http://127.0.0.1:{}", free_port().await?);
        let (idp, issuer) = start_idp(aanbieder, &adres).await?;
        let post = Postbus::start(map.path().join("post")).await?;
        let config = map.path().join("stuurhuis.toml");
        std::fs::write(
            &config,
            configuration(&db, &adres, &issuer, free_port().await?, post.poort),
        )?;
        let mut serve = Command::new(program("stuurhuis")?);
        serve.arg("--config").arg(&config).arg("serve");
        let (service, _) = Proces::start(serve, "gereed").await?;
        Ok(Self {
            adres,
            issuer,
            db,
            post,
            config,
            service,
            _idp: idp,
            map,
        })
    }

    /// Runs a command of `stuurhuis` with the settings of this system.
    pub async fn stuurhuis(&self, argumenten: &[&str]) -> anyhow::Result<Output> {
        let mut command = Command::new(program("stuurhuis")?);
        command
            .arg("--config")
            .arg(&self.config)
            .args(argumenten)
            .stdin(Stdio::null());
        Ok(command.output().await?)
    }

    /// Runs a command that must succeed.
    pub async fn must(&self, argumenten: &[&str]) -> anyhow::Result<String> {
        let uit = self.stuurhuis(argumenten).await?;
        anyhow::ensure!(
            uit.status.success(),
            "stuurhuis {}: {}",
            argumenten.join(" "),
            String::from_utf8_lossy(&uit.stderr)
        );
        Ok(String::from_utf8(uit.stdout)?)
    }

    /// Fills Winterswijk and Nijkerk with policy and six months of caseload, and closes two quarters.
    pub async fn fill(&self) -> anyhow::Result<()> {
        let bestanden = self.map().join("bestanden").display().to_string();
        for gemeente in ["GM0294", "GM0267"] {
            let mut genereer = Command::new(program("stuurhuis-demo")?);
            genereer.args(["genereer", "--uit", &bestanden, "--gemeente", gemeente]);
            genereer.args(["--vanaf", "2026-04", "--tot-en-met", "2026-09"]);
            let uit = genereer.stdin(Stdio::null()).output().await?;
            anyhow::ensure!(
                uit.status.success(),
                "{}",
                String::from_utf8_lossy(&uit.stderr)
            );
            let besluiten = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("../../crates/demo/data/beleid")
                .join(format!("{gemeente}.json"));
            let besluiten = besluiten.display().to_string();
            self.must(&["beleid", "importeer", gemeente, &besluiten])
                .await?;
            let map = format!("{bestanden}/{gemeente}");
            self.must(&["gemeente", "importeer", gemeente, "--map", &map])
                .await?;
        }
        self.add_basis().await?;
        let zienswijzen = self.write_zienswijzen()?;
        self.must(&["zienswijze", "importeer", "GM0294", &zienswijzen])
            .await?;
        for kwartaal in ["2026-K2", "2026-K3"] {
            let waarom = ["--toelichting", "Gesloten voor de test."];
            self.must(&[&["kwartaal", "sluit", kwartaal], waarom.as_slice()].concat())
                .await?;
        }
        Ok(())
    }

    /// Adds the shared base of the demo, with Nijkerk in the place of the members that are not here.
    async fn add_basis(&self) -> anyhow::Result<()> {
        let basissets =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../crates/demo/data/basissets.json");
        let json = std::fs::read_to_string(basissets)?;
        let json = json.replace("GM1859", "GM0267").replace("GM1586", "GM0267");
        let pad = self.map().join("basissets.json");
        std::fs::write(&pad, json)?;
        let pad = pad.display().to_string();
        self.must(&["beleid", "basis", "GM0294", &pad]).await?;
        Ok(())
    }

    /// The rounds of the demo, with the views of the municipalities of the test only.
    fn write_zienswijzen(&self) -> anyhow::Result<String> {
        let demo =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../crates/demo/data/zienswijzen.json");
        let mut rondes: Value = serde_json::from_slice(&std::fs::read(demo)?)?;
        for ronde in rondes.as_array_mut().into_iter().flatten() {
            if let Some(zienswijzen) = ronde["zienswijzen"].as_array_mut() {
                zienswijzen.retain(|z| z["gemeente"] == "GM0294" || z["gemeente"] == "GM0267");
            }
        }
        let pad = self.map().join("zienswijzen.json");
        std::fs::write(&pad, rondes.to_string())?;
        Ok(pad.display().to_string())
    }

    /// A directory for files of the test.
    pub fn map(&self) -> &Path {
        self.map.path()
    }

    /// Asks the service to stop, and gives its exit code.
    pub async fn stop(self) -> anyhow::Result<Option<i32>> {
        self.service.stop().await
    }
}

async fn start_idp(aanbieder: Aanbieder, stuurhuis: &str) -> anyhow::Result<(Proces, String)> {
    let command = match aanbieder {
        Aanbieder::Ontwikkel => {
            let mut command = Command::new(program("stuurhuis-demo")?);
            command.args(["idp", "--poort", "0", "--stuurhuis", stuurhuis]);
            command
        }
        Aanbieder::Gecertificeerd => {
            let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../diensten/oidc.mjs");
            let mut command = Command::new("node");
            command.arg("--no-warnings").arg(script);
            command.args([stuurhuis, "--met-ouder"]);
            command
        }
    };
    let (proces, regel) = Proces::start(command, "gereed op ").await?;
    let (_, issuer) = regel
        .rsplit_once("gereed op ")
        .context("geen adres van de aanmelddienst")?;
    Ok((proces, issuer.trim().to_owned()))
}

fn configuration(db: &TestDb, adres: &str, issuer: &str, metingen: u16, post: u16) -> String {
    let luister = adres.trim_start_matches("http://");
    let van = |login: Login| db.address(login.naam());
    format!(
        "[http]\nomgeving = \"test\"\npublieke_url = \"{adres}\"\norganisatie = \"Werkleerbedrijf\"\n\
         beveiligingscontact = \"mailto:beveiliging@example.nl\"\n\
         [web]\nadres = \"{luister}\"\nmetrics_adres = \"127.0.0.1:{metingen}\"\n\
         [database]\nuitvoering = \"{}\"\nbestuur = \"{}\"\nsturing = \"{}\"\nportaal = \"{}\"\nbeheer = \"{}\"\n\
         verbindingen = 4\n[sleutels]\nmap = \"{}\"\n\
         [identity]\nissuer = \"{issuer}\"\nclient_id = \"stuurhuis\"\napi_audience = \"stuurhuis-api\"\n\
         bewijs = {{ soort = \"client_secret_basic\", geheim = \"demo-geheim\" }}\n\
         [mail]\nhost = \"127.0.0.1\"\nport = {post}\ntls = \"geen\"\n\
         afzender = \"cijfers@werkleerbedrijf.example\"\nafzender_naam = \"Werkleerbedrijf\"\n",
        van(Login::Uitvoering),
        van(Login::Bestuur),
        van(Login::Sturing),
        van(Login::Portaal),
        van(Login::Beheer),
        db.key_directory().display(),
    )
}

/// A port that was free a moment ago.
async fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0").await?.local_addr()?.port())
}
