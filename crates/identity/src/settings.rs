//! Which provider, and how we prove who we are.

use std::fmt;

use serde::Deserialize;
use url::{Host, Url};

use crate::claims::Claimpaden;

/// A secret of the configuration. Prints nothing of itself.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct Geheim(String);

impl Geheim {
    /// Wraps a secret that was read from a file or the environment.
    pub const fn new(geheim: String) -> Self {
        Self(geheim)
    }

    /// The secret, for who must send or use it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Geheim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Geheim(…)")
    }
}

/// How this program proves to the provider who it is.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case", tag = "soort", deny_unknown_fields)]
pub enum Clientbewijs {
    /// A shared secret in the `Authorization` header: what Entra ID and Keycloak installations use.
    ClientSecretBasic {
        /// The secret.
        geheim: Geheim,
    },
    /// A statement signed with our own key: the NL GOV profile.
    PrivateKeyJwt {
        /// RSA key in PEM (PKCS#1 or PKCS#8).
        sleutel: Geheim,
        /// Name of the key as the provider knows it.
        kid: Option<String>,
    },
}

/// Settings of the login.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentitySettings {
    /// The provider: `https://login.example.nl/realms/stuurhuis`.
    pub issuer: String,
    /// Our name at the provider.
    pub client_id: String,
    /// How we prove it.
    pub bewijs: Clientbewijs,
    /// The audience that a bearer token for the API must carry.
    pub api_audience: String,
    /// Levels of assurance that suffice, the one to ask for first; none: whatever the provider does.
    #[serde(default)]
    pub acr: Vec<String>,
    /// Where in the token the roles and municipalities stand.
    #[serde(default)]
    pub claims: Claimpaden,
}

/// A setting with which the program must not start.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// Not an address.
    #[error("identity.issuer is geen adres: schrijf https://…")]
    Issuer,
    /// Logins would travel readable.
    #[error(
        "identity.issuer moet met https:// beginnen: http mag alleen in demo en test, op localhost of 127.0.0.1"
    )]
    GeenTls,
    /// The name is missing.
    #[error("identity.client_id is leeg")]
    ClientId,
    /// A secret or key is missing or unusable.
    #[error("identity.bewijs bevat geen bruikbaar geheim of geen bruikbare RSA-sleutel")]
    Bewijs,
    /// The audience is missing, or is our own name: then a token of the login would open the API.
    #[error("identity.api_audience is leeg of gelijk aan identity.client_id")]
    ApiAudience,
}

impl IdentitySettings {
    /// Refuses settings that are unsafe or cannot work. `is_verzonnen`: demo or test.
    pub fn check(&self, is_verzonnen: bool) -> Result<(), SettingsError> {
        let issuer = Url::parse(&self.issuer).map_err(|_| SettingsError::Issuer)?;
        let is_eigen_machine = match issuer.host() {
            Some(Host::Domain(naam)) => naam == "localhost",
            Some(Host::Ipv4(adres)) => adres.is_loopback(),
            Some(Host::Ipv6(adres)) => adres.is_loopback(),
            None => return Err(SettingsError::Issuer),
        };
        match issuer.scheme() {
            "https" => {}
            "http" if is_verzonnen && is_eigen_machine => {}
            _ => return Err(SettingsError::GeenTls),
        }
        if self.client_id.is_empty() {
            return Err(SettingsError::ClientId);
        }
        if self.api_audience.is_empty() || self.api_audience == self.client_id {
            return Err(SettingsError::ApiAudience);
        }
        match &self.bewijs {
            Clientbewijs::ClientSecretBasic { geheim } if geheim.expose().is_empty() => {
                Err(SettingsError::Bewijs)
            }
            Clientbewijs::ClientSecretBasic { .. } => Ok(()),
            Clientbewijs::PrivateKeyJwt { sleutel, .. } => {
                crate::clientbewijs::read_key(sleutel, None)
                    .map(|_| ())
                    .ok_or(SettingsError::Bewijs)
            }
        }
    }

    /// Scheme, host and port of the provider, for the content security policy.
    pub(crate) fn origin(&self) -> Option<String> {
        let origin = Url::parse(&self.issuer).ok()?.origin();
        origin.is_tuple().then(|| origin.ascii_serialization())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(issuer: &str) -> IdentitySettings {
        IdentitySettings {
            issuer: issuer.to_owned(),
            client_id: "stuurhuis".to_owned(),
            bewijs: Clientbewijs::ClientSecretBasic {
                geheim: Geheim::new("geheim".to_owned()),
            },
            api_audience: "stuurhuis-api".to_owned(),
            acr: Vec::new(),
            claims: Claimpaden::default(),
        }
    }

    #[test]
    fn a_provider_without_tls_is_for_the_own_machine_in_demo_and_test_only() {
        for (issuer, is_verzonnen, uitkomst) in [
            ("https://login.example.nl", false, Ok(())),
            ("http://localhost:9400", true, Ok(())),
            ("http://127.0.0.1:9400", true, Ok(())),
            ("http://localhost:9400", false, Err(SettingsError::GeenTls)),
            ("http://login.example.nl", true, Err(SettingsError::GeenTls)),
            ("login.example.nl", true, Err(SettingsError::Issuer)),
        ] {
            assert_eq!(settings(issuer).check(is_verzonnen), uitkomst, "{issuer}");
        }
    }

    #[test]
    fn secrets_do_not_print() {
        assert!(!format!("{:?}", settings("https://a.nl")).contains("geheim\""));
    }

    #[test]
    fn a_login_token_may_not_open_the_api() {
        let gelijk = IdentitySettings {
            api_audience: "stuurhuis".to_owned(),
            ..settings("https://a.nl")
        };
        assert_eq!(gelijk.check(false), Err(SettingsError::ApiAudience));
    }
}
