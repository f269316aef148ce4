//! One login: to the provider, and back with a code.

use domain::bevoegdheid::Actor;
use openidconnect::core::{CoreGenderClaim, CoreResponseType};
use openidconnect::{
    AccessTokenHash, AuthenticationContextClass, AuthenticationFlow, AuthorizationCode, CsrfToken,
    Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, Scope, TokenResponse,
    UserInfoClaims,
};
use primitives::Moment;
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;
use url::Url;

use crate::Identity;
use crate::aanbieder::{AanbiederFout, Metadata, OidcClient, chain};
use crate::claims::{Extra, actor_of};
use crate::clientbewijs;
use crate::drager::verifier;
use crate::error::AanmeldFout;
use crate::settings::Clientbewijs;

/// What must be found back when the visitor returns. Kept on the server.
#[derive(Serialize, Deserialize)]
pub struct Aanmeldstand {
    state: String,
    nonce: String,
    pkce: String,
}

/// Where to send the visitor, and what to keep.
pub struct Begin {
    /// Address at the provider.
    pub url: Url,
    /// To be kept until the visitor returns.
    pub stand: Aanmeldstand,
}

/// Somebody for whom the provider vouches.
#[derive(Debug)]
pub struct Aangemelde {
    /// Who, with roles.
    pub actor: Actor,
    /// Token to log out at the provider too.
    pub id_token: String,
}

impl From<AanbiederFout> for AanmeldFout {
    fn from(fout: AanbiederFout) -> Self {
        match fout {
            AanbiederFout::Onbruikbaar(waarom) => Self::Aanbieder(waarom),
            AanbiederFout::Ontwikkelprovider => Self::Ontwikkelprovider,
        }
    }
}

impl Identity {
    /// Begins a login.
    pub async fn begin(&self, now: Moment) -> Result<Begin, AanmeldFout> {
        let metadata = self.metadata(now).await?;
        let client = self.client(&metadata)?;
        let (pkce_challenge, pkce) = PkceCodeChallenge::new_random_sha256();
        let mut vraag = client
            .authorize_url(
                AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            .add_scope(Scope::new("profile".to_owned()))
            .set_pkce_challenge(pkce_challenge);
        for acr in &self.settings.acr {
            vraag = vraag.add_auth_context_value(AuthenticationContextClass::new(acr.clone()));
        }
        let (url, state, nonce) = vraag.url();
        let stand = Aanmeldstand {
            state: state.into_secret(),
            nonce: nonce.secret().clone(),
            pkce: pkce.into_secret(),
        };
        Ok(Begin { url, stand })
    }

    /// Ends a login: checks that the answer belongs to it, and changes the code for a token.
    pub async fn finish(
        &self,
        now: Moment,
        stand: Aanmeldstand,
        state: &str,
        code: String,
    ) -> Result<Aangemelde, AanmeldFout> {
        if !bool::from(stand.state.as_bytes().ct_eq(state.as_bytes())) {
            return Err(AanmeldFout::Verlopen);
        }
        let mut metadata = self.metadata(now).await?;
        let mut client = self.client(&metadata)?;
        let mut ruil = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|fout| AanmeldFout::Aanbieder(fout.to_string()))?
            .set_pkce_verifier(PkceCodeVerifier::new(stand.pkce));
        for (naam, waarde) in self.extra_proof(&metadata, now)? {
            ruil = ruil.add_extra_param(naam, waarde);
        }
        let tokens = ruil
            .request_async(&self.http)
            .await
            .map_err(|fout| AanmeldFout::Aanbieder(chain(&fout)))?;
        let id_token = tokens
            .id_token()
            .ok_or_else(|| AanmeldFout::Aanbieder("no id_token".to_owned()))?;
        let nonce = Nonce::new(stand.nonce);
        let mut uitkomst = id_token.claims(&verifier(client.id_token_verifier(), now), &nonce);
        if matches!(&uitkomst, Err(fout) if crate::drager::is_unknown_key(fout)) {
            metadata = self.metadata_again(now).await?;
            client = self.client(&metadata)?;
            uitkomst = id_token.claims(&verifier(client.id_token_verifier(), now), &nonce);
        }
        let claims = uitkomst.map_err(|fout| AanmeldFout::Token(chain(&fout)))?;
        self.check_acr(claims.auth_context_ref())?;
        if let Some(verwacht) = claims.access_token_hash() {
            let controle = verifier(client.id_token_verifier(), now);
            let fout = |fout: &dyn std::error::Error| AanmeldFout::Token(chain(fout));
            let alg = id_token.signing_alg().map_err(|f| fout(&f))?;
            let sleutel = id_token.signing_key(&controle).map_err(|f| fout(&f))?;
            let gemeten = AccessTokenHash::from_token(tokens.access_token(), alg, sleutel)
                .map_err(|f| fout(&f))?;
            if gemeten != *verwacht {
                return Err(AanmeldFout::Token("at_hash differs".to_owned()));
            }
        }
        let mut extra = claims.additional_claims().0.clone();
        if !extra.contains_key(&self.settings.claims.rollen) {
            extra.extend(self.userinfo(&client, &tokens, claims.subject()).await);
        }
        let naam = claims
            .name()
            .and_then(|naam| naam.get(None))
            .map(|naam| naam.as_str())
            .or_else(|| claims.preferred_username().map(|naam| naam.as_str()));
        let actor = actor_of(
            claims.subject().as_str(),
            naam,
            &extra,
            &self.settings.claims,
        )?;
        Ok(Aangemelde {
            actor,
            id_token: id_token.to_string(),
        })
    }

    /// Where to log out at the provider, after which the visitor comes back to `terug_url`.
    pub async fn logout_url(
        &self,
        now: Moment,
        id_token: Option<&str>,
        terug_url: &str,
    ) -> Option<Url> {
        // Who wants to leave must be able to, also when the provider does not answer.
        let metadata = self.metadata(now).await.ok()?;
        let mut url = metadata
            .additional_metadata()
            .end_session_endpoint
            .clone()?;
        let mut vraag = url.query_pairs_mut();
        vraag.append_pair("client_id", &self.settings.client_id);
        vraag.append_pair("post_logout_redirect_uri", terug_url);
        if let Some(id_token) = id_token {
            vraag.append_pair("id_token_hint", id_token);
        }
        drop(vraag);
        Some(url)
    }

    /// Providers may keep all but the subject out of the token, and tell the rest when asked.
    async fn userinfo<T>(
        &self,
        client: &OidcClient,
        tokens: &T,
        subject: &openidconnect::SubjectIdentifier,
    ) -> serde_json::Map<String, serde_json::Value>
    where
        T: OAuth2TokenResponse,
    {
        let Ok(vraag) = client.user_info(tokens.access_token().clone(), Some(subject.clone()))
        else {
            return serde_json::Map::new();
        };
        let antwoord: Result<UserInfoClaims<Extra, CoreGenderClaim>, _> =
            vraag.request_async(&self.http).await;
        match antwoord {
            Ok(claims) => claims.additional_claims().0.clone(),
            Err(fout) => {
                tracing::warn!(fout = chain(&fout), "userinfo gives no usable answer");
                serde_json::Map::new()
            }
        }
    }

    fn check_acr(&self, acr: Option<&AuthenticationContextClass>) -> Result<(), AanmeldFout> {
        let volstaat = &self.settings.acr;
        if volstaat.is_empty()
            || acr.is_some_and(|acr| volstaat.iter().any(|goed| **goed == ***acr))
        {
            return Ok(());
        }
        Err(AanmeldFout::Token("acr is lower than was asked".to_owned()))
    }

    /// `private_key_jwt` travels in the body; `client_secret_basic` in a header that the client sets itself.
    fn extra_proof(
        &self,
        metadata: &Metadata,
        now: Moment,
    ) -> Result<Vec<(&'static str, String)>, AanmeldFout> {
        let Clientbewijs::PrivateKeyJwt { sleutel, kid } = &self.settings.bewijs else {
            return Ok(Vec::new());
        };
        let onbruikbaar = || AanmeldFout::Aanbieder("our own key is unusable".to_owned());
        let endpoint = metadata.token_endpoint().ok_or_else(onbruikbaar)?;
        let kid = kid.as_deref();
        let bewijs = clientbewijs::read_key(sleutel, kid)
            .and_then(|sleutel| {
                clientbewijs::sign(
                    &sleutel,
                    kid,
                    &self.settings.client_id,
                    endpoint.as_str(),
                    now,
                )
            })
            .ok_or_else(onbruikbaar)?;
        Ok(vec![
            ("client_assertion_type", clientbewijs::SOORT.to_owned()),
            ("client_assertion", bewijs),
        ])
    }
}
