//! Settings of the doors.

use std::collections::BTreeMap;

use primitives::GemeenteCode;
use serde::Deserialize;

/// Where the program runs. Decides what is allowed, never how a rule works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Omgeving {
    /// Fictional data, development identity provider, plain http on the own machine.
    Demo,
    /// Automatic tests.
    Test,
    /// Trial by the organisation.
    Acceptatie,
    /// The real thing.
    Productie,
}

impl Omgeving {
    /// Whether everything here is fictional, so that conveniences for trying out are allowed.
    pub const fn is_verzonnen(self) -> bool {
        matches!(self, Self::Demo | Self::Test)
    }
}

/// How the program is reached and who runs it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HttpSettings {
    /// Where the program runs.
    pub omgeving: Omgeving,
    /// The address that people type, without a slash at the end: `https://stuurhuis.example.nl`.
    pub publieke_url: String,
    /// Name of the executing organisation, shown on every page.
    pub organisatie: String,
    /// Where letters to the organisation go, line by line, as a decision says it; left out where nothing is answered by post.
    #[serde(default)]
    pub organisatie_adres: Vec<String>,
    /// Where letters to a municipality go, line by line, by its CBS code: `GM0294 = ["Postbus 1", "7100 AA Winterswijk"]`.
    #[serde(default)]
    pub gemeente_adressen: BTreeMap<GemeenteCode, Vec<String>>,
    /// Where researchers report a weakness: `mailto:` or `https:` (RFC 9116).
    pub beveiligingscontact: String,
}

/// A setting with which the program must not start.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// The address has no scheme and host, or ends in a path.
    #[error(
        "publieke_url moet beginnen met http:// of https:// en mag geen pad of schuine streep aan het eind hebben"
    )]
    PubliekeUrl,
    /// Cookies would travel readable.
    #[error(
        "publieke_url moet met https:// beginnen: http mag alleen in de omgevingen demo en test, op localhost of 127.0.0.1"
    )]
    GeenTls,
}

impl HttpSettings {
    /// Refuses settings that are unsafe or cannot work.
    pub fn check(&self) -> Result<(), SettingsError> {
        let (schema, rest) = self
            .publieke_url
            .split_once("://")
            .ok_or(SettingsError::PubliekeUrl)?;
        if !matches!(schema, "http" | "https") || rest.is_empty() || rest.contains(['/', '?', '#'])
        {
            return Err(SettingsError::PubliekeUrl);
        }
        let host = rest.rsplit_once(':').map_or(rest, |(host, _)| host);
        let is_eigen_machine = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
        if schema == "http" && !(self.omgeving.is_verzonnen() && is_eigen_machine) {
            return Err(SettingsError::GeenTls);
        }
        Ok(())
    }

    /// Whether people reach the program over TLS.
    pub fn is_tls(&self) -> bool {
        self.publieke_url.starts_with("https://")
    }

    /// Name of the session cookie. The prefix makes a browser refuse it without TLS, path and own host.
    pub fn cookie_naam(&self) -> &'static str {
        if self.is_tls() {
            "__Host-stuurhuis"
        } else {
            "stuurhuis"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(omgeving: Omgeving, url: &str) -> HttpSettings {
        HttpSettings {
            omgeving,
            publieke_url: url.to_owned(),
            organisatie: "Werkleerbedrijf".to_owned(),
            organisatie_adres: Vec::new(),
            gemeente_adressen: BTreeMap::new(),
            beveiligingscontact: "mailto:beveiliging@example.nl".to_owned(),
        }
    }

    #[test]
    fn plain_http_is_for_the_own_machine_in_demo_and_test_only() {
        for (omgeving, url, uitkomst) in [
            (Omgeving::Demo, "http://localhost:8080", Ok(())),
            (Omgeving::Test, "http://127.0.0.1:1", Ok(())),
            (Omgeving::Productie, "https://stuurhuis.example.nl", Ok(())),
            (
                Omgeving::Demo,
                "http://stuurhuis.example.nl",
                Err(SettingsError::GeenTls),
            ),
            (
                Omgeving::Productie,
                "http://localhost:8080",
                Err(SettingsError::GeenTls),
            ),
            (
                Omgeving::Demo,
                "http://localhost:8080/",
                Err(SettingsError::PubliekeUrl),
            ),
            (
                Omgeving::Demo,
                "localhost:8080",
                Err(SettingsError::PubliekeUrl),
            ),
        ] {
            assert_eq!(settings(omgeving, url).check(), uitkomst, "{url}");
        }
    }

    #[test]
    fn the_cookie_has_the_strict_prefix_over_tls() {
        assert_eq!(
            settings(Omgeving::Productie, "https://a.nl").cookie_naam(),
            "__Host-stuurhuis"
        );
        assert_eq!(
            settings(Omgeving::Demo, "http://localhost").cookie_naam(),
            "stuurhuis"
        );
    }
}
