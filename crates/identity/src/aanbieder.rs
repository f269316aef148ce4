//! The provider: what it says of itself, fetched when it is first needed and again when it has new keys.

use std::sync::Arc;
use std::time::Duration;

use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreClaimName, CoreClaimType, CoreClientAuthMethod,
    CoreErrorResponseType, CoreGenderClaim, CoreGrantType, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreJwsSigningAlgorithm,
    CoreResponseMode, CoreResponseType, CoreRevocableToken, CoreRevocationErrorResponse,
    CoreSubjectIdentifierType, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AdditionalProviderMetadata, Client, ClientId, ClientSecret, EmptyExtraTokenFields,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields, IssuerUrl, ProviderMetadata,
    RedirectUrl, StandardErrorResponse, StandardTokenResponse,
};
use primitives::Moment;
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;
use url::Url;

use crate::claims::Extra;
use crate::settings::{Clientbewijs, IdentitySettings};

/// New keys are looked for at most this often, so that forged tokens cannot make us hammer the provider.
const OPNIEUW_NA: Duration = Duration::from_mins(1);
/// A provider that is slower than this does not answer.
const WACHTTIJD: Duration = Duration::from_secs(10);

/// What we want to know of a provider besides the standard.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ExtraMetadata {
    /// Where to log out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) end_session_endpoint: Option<Url>,
    /// Set by our own provider for development, which lets anybody in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stuurhuis_ontwikkelprovider: Option<bool>,
}

impl AdditionalProviderMetadata for ExtraMetadata {}

pub(crate) type Metadata = ProviderMetadata<
    ExtraMetadata,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// What the token endpoint answers.
pub(crate) type Tokens = StandardTokenResponse<
    IdTokenFields<
        Extra,
        EmptyExtraTokenFields,
        CoreGenderClaim,
        CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;

pub(crate) type OidcClient = Client<
    Extra,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Our side of the login: one for the whole process.
pub struct Identity {
    pub(crate) settings: IdentitySettings,
    pub(crate) terug_url: String,
    pub(crate) http: reqwest::Client,
    is_verzonnen: bool,
    origin: Option<String>,
    gevonden: Mutex<Option<(Moment, Arc<Metadata>)>>,
}

/// Why the provider cannot be used.
#[derive(Debug)]
pub(crate) enum AanbiederFout {
    Onbruikbaar(String),
    Ontwikkelprovider,
}

impl Identity {
    /// Prepares the login. `terug_url` is the exact address to which the provider sends the visitor back;
    /// `is_verzonnen` says whether a provider for development will do (demo and test).
    pub fn try_new(
        settings: IdentitySettings,
        terug_url: String,
        is_verzonnen: bool,
    ) -> Result<Self, reqwest::Error> {
        let http = reqwest::Client::builder()
            // A provider that redirects its token endpoint could send our secret anywhere.
            .redirect(reqwest::redirect::Policy::none())
            .timeout(WACHTTIJD)
            .connect_timeout(WACHTTIJD / 2)
            .build()?;
        Ok(Self {
            origin: settings.origin(),
            settings,
            terug_url,
            http,
            is_verzonnen,
            gevonden: Mutex::new(None),
        })
    }

    /// Scheme, host and port of the provider, for the content security policy.
    pub fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }

    /// What the provider says of itself; fetched once.
    pub(crate) async fn metadata(&self, now: Moment) -> Result<Arc<Metadata>, AanbiederFout> {
        let mut gevonden = self.gevonden.lock().await;
        if let Some((_, metadata)) = &*gevonden {
            return Ok(Arc::clone(metadata));
        }
        let metadata = Arc::new(self.fetch().await?);
        *gevonden = Some((now, Arc::clone(&metadata)));
        Ok(metadata)
    }

    /// Fetches again, because a token names a key that we do not know.
    pub(crate) async fn metadata_again(&self, now: Moment) -> Result<Arc<Metadata>, AanbiederFout> {
        let mut gevonden = self.gevonden.lock().await;
        if let Some((sinds, metadata)) = &*gevonden
            && now < *sinds + OPNIEUW_NA
        {
            return Ok(Arc::clone(metadata));
        }
        let metadata = Arc::new(self.fetch().await?);
        *gevonden = Some((now, Arc::clone(&metadata)));
        Ok(metadata)
    }

    async fn fetch(&self) -> Result<Metadata, AanbiederFout> {
        let onbruikbaar = |fout: &dyn std::error::Error| AanbiederFout::Onbruikbaar(chain(fout));
        let issuer =
            IssuerUrl::new(self.settings.issuer.clone()).map_err(|fout| onbruikbaar(&fout))?;
        let metadata = Metadata::discover_async(issuer, &self.http)
            .await
            .map_err(|fout| onbruikbaar(&fout))?;
        let is_ontwikkel = metadata.additional_metadata().stuurhuis_ontwikkelprovider == Some(true);
        if is_ontwikkel && !self.is_verzonnen {
            return Err(AanbiederFout::Ontwikkelprovider);
        }
        Ok(metadata)
    }

    pub(crate) fn client(&self, metadata: &Metadata) -> Result<OidcClient, AanbiederFout> {
        let geheim = match &self.settings.bewijs {
            Clientbewijs::ClientSecretBasic { geheim } => {
                Some(ClientSecret::new(geheim.expose().to_owned()))
            }
            Clientbewijs::PrivateKeyJwt { .. } => None,
        };
        let terug = RedirectUrl::new(self.terug_url.clone())
            .map_err(|fout| AanbiederFout::Onbruikbaar(fout.to_string()))?;
        let client_id = ClientId::new(self.settings.client_id.clone());
        Ok(
            Client::from_provider_metadata(metadata.clone(), client_id, geheim)
                .set_redirect_uri(terug),
        )
    }
}

/// An error with all of its causes.
pub(crate) fn chain(fout: &dyn std::error::Error) -> String {
    let mut tekst = fout.to_string();
    let mut dieper = fout.source();
    while let Some(oorzaak) = dieper {
        tekst.push_str(": ");
        tekst.push_str(&oorzaak.to_string());
        dieper = oorzaak.source();
    }
    tekst
}
