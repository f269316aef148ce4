//! Configuration: read once, complete, and refused with the name of the key when it is wrong.

mod read;

use std::path::PathBuf;

use http_base::HttpSettings;
use identity::IdentitySettings;
use mail::MailSettings;
use serde::Deserialize;

pub use read::read;

/// Everything that can be configured.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Addresses, name of the organisation.
    pub http: HttpSettings,
    /// The web server.
    pub web: WebSettings,
    /// The database.
    pub database: DatabaseSettings,
    /// Login and bearer tokens.
    pub identity: IdentitySettings,
    /// The keys of the municipalities.
    pub sleutels: SleutelSettings,
    /// The mail server; without it nobody is told by mail.
    pub mail: Option<MailSettings>,
    /// The log.
    pub log: LogSettings,
}

/// The web server.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebSettings {
    /// Address and port for people and systems.
    pub adres: std::net::SocketAddr,
    /// Address and port for Prometheus; never the same.
    pub metrics_adres: std::net::SocketAddr,
    /// Whether `serve` works through the queue too.
    pub worker: bool,
}

/// The database: a directory for a private PostgreSQL, or five addresses of a managed one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatabaseSettings {
    /// Directory of the private PostgreSQL.
    pub map: Option<PathBuf>,
    /// Address for the login role of execution.
    pub uitvoering: Option<String>,
    /// Address for the login role of council and college.
    pub bestuur: Option<String>,
    /// Address for the login role of steering.
    pub sturing: Option<String>,
    /// Address for the login role of sessions, registry and queue.
    pub portaal: Option<String>,
    /// Address for the login role of migrations; only the command line needs it.
    pub beheer: Option<String>,
    /// Connections per pool.
    pub verbindingen: usize,
}

impl std::fmt::Debug for DatabaseSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The addresses may hold passwords.
        f.debug_struct("DatabaseSettings")
            .field("map", &self.map)
            .finish_non_exhaustive()
    }
}

/// The keys of the municipalities.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SleutelSettings {
    /// Directory with a key file per municipality, outside the database and its backups.
    pub map: PathBuf,
}

/// The log.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogSettings {
    /// Least severe level that is written, as `tracing` filters: `info`, `info,persistence=debug`.
    pub niveau: String,
    /// One JSON object per line, or text for a developer.
    pub vorm: Logvorm,
}

/// The form of log lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Logvorm {
    /// For machines.
    Json,
    /// For people.
    Tekst,
}

impl Settings {
    /// Refuses what each key allows but together cannot work.
    fn check(&self) -> anyhow::Result<()> {
        self.http
            .check()
            .map_err(|fout| anyhow::anyhow!("http.{fout}"))?;
        self.identity.check(self.http.omgeving.is_verzonnen())?;
        self.mail.as_ref().map_or(Ok(()), MailSettings::check)?;
        anyhow::ensure!(
            self.web.adres != self.web.metrics_adres,
            "web.metrics_adres: kies een ander adres dan web.adres; metingen zijn niet voor bezoekers"
        );
        anyhow::ensure!(
            (2..=64).contains(&self.database.verbindingen),
            "database.verbindingen: kies een getal van 2 tot en met 64"
        );
        let db = &self.database;
        let adressen = [&db.uitvoering, &db.bestuur, &db.sturing, &db.portaal];
        let aantal = adressen.iter().filter(|adres| adres.is_some()).count();
        anyhow::ensure!(
            db.map.is_some() && aantal == 0 || db.map.is_none() && aantal == adressen.len(),
            "database: geef óf `map` (eigen PostgreSQL) óf alle adressen `uitvoering`, `bestuur`, `sturing` en `portaal`"
        );
        Ok(())
    }
}
