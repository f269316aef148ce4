//! One login: to the provider, and back with a code.

use domain::bevoegdheid::Actor;
use openidconnect::core::{CoreGenderClaim, CoreResponseType};
use openidconnect::{
    AccessTokenHash, AuthenticationContextClass, AuthenticationFlow, AuthorizationCode, CsrfToken,
    Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, Scope, SubjectIdentifier,
    TokenResponse, UserInfoClaims,
};
use primitives::Moment;
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;
use url::Url;

use crate::Identity;
use crate::aanbieder::{AanbiederFout, Metadata, OidcClient, Tokens, chain};
use crate::claims::{Extra, actor_of};
use crate::clientbewijs;
use crate::drager::{is_unknown_key, verifier};
use crate::error::AanmeldFout;
use crate::settings::Clientbewijs;

type Userinfo = UserInfoClaims<Extra, CoreGenderClaim>;

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

/// Why a token is not accepted; an unknown key may be a new one.
enum Afwijzing {
    OnbekendeSleutel,
    Anders(AanmeldFout),
}

impl Afwijzing {
    fn token(waarom: &str) -> Self {
        Self::Anders(AanmeldFout::Token(waarom.to_owned()))
    }
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
        let metadata = self.metadata(now).await?;
        let client = self.client(&metadata)?;
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
        let nonce = Nonce::new(stand.nonce);
        let actor = match self.actor_of_tokens(&client, &tokens, &nonce, now).await {
            Err(Afwijzing::OnbekendeSleutel) => {
                let metadata = self.metadata_again(now).await?;
                let client = self.client(&metadata)?;
                self.actor_of_tokens(&client, &tokens, &nonce, now).await
            }
            uitkomst => uitkomst,
        };
        let actor = actor.map_err(|afwijzing| match afwijzing {
            Afwijzing::OnbekendeSleutel => {
                AanmeldFout::Token("signed with an unknown key".to_owned())
            }
            Afwijzing::Anders(fout) => fout,
        })?;
        let id_token = tokens.id_token().map(ToString::to_string);
        Ok(Aangemelde {
            actor,
            id_token: id_token.unwrap_or_default(),
        })
    }

    /// Verifies what the token endpoint gave, and reads the actor from it.
    async fn actor_of_tokens(
        &self,
        client: &OidcClient,
        tokens: &Tokens,
        nonce: &Nonce,
        now: Moment,
    ) -> Result<Actor, Afwijzing> {
        let geweigerd = |fout: &dyn std::error::Error| Afwijzing::token(&chain(fout));
        let id_token = tokens
            .id_token()
            .ok_or_else(|| Afwijzing::token("no id_token"))?;
        let controle = verifier(client.id_token_verifier(), now);
        let claims = id_token.claims(&controle, nonce).map_err(|fout| {
            if is_unknown_key(&fout) {
                Afwijzing::OnbekendeSleutel
            } else {
                geweigerd(&fout)
            }
        })?;
        self.check_acr(claims.auth_context_ref())?;
        if let Some(verwacht) = claims.access_token_hash() {
            let alg = id_token.signing_alg().map_err(|fout| geweigerd(&fout))?;
            let sleutel = id_token
                .signing_key(&controle)
                .map_err(|fout| geweigerd(&fout))?;
            let gemeten = AccessTokenHash::from_token(tokens.access_token(), alg, sleutel)
                .map_err(|fout| geweigerd(&fout))?;
            if gemeten != *verwacht {
                return Err(Afwijzing::token("at_hash differs"));
            }
        }
        let sub = claims.subject().as_str();
        let naam = claims.name().and_then(|naam| naam.get(None));
        let naam = naam.map(|naam| naam.as_str());
        let mut extra = claims.additional_claims().0.clone();
        if let Ok(actor) = actor_of(sub, naam, &extra, &self.settings.claims) {
            return Ok(actor);
        }
        // Providers may keep all but the subject out of the token, and tell the rest when asked.
        let verteld = self.userinfo(client, tokens, claims.subject()).await;
        let later_naam = verteld
            .as_ref()
            .and_then(|verteld| verteld.name()?.get(None));
        let naam = naam.or_else(|| later_naam.map(|naam| naam.as_str()));
        extra.extend(verteld.iter().flat_map(|v| v.additional_claims().0.clone()));
        actor_of(sub, naam, &extra, &self.settings.claims)
            .map_err(|geen| Afwijzing::Anders(geen.into()))
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

    /// What the provider tells about the person when asked.
    async fn userinfo(
        &self,
        client: &OidcClient,
        tokens: &Tokens,
        subject: &SubjectIdentifier,
    ) -> Option<Userinfo> {
        // Not every provider has the endpoint.
        let vraag = client
            .user_info(tokens.access_token().clone(), Some(subject.clone()))
            .ok()?;
        match vraag.request_async(&self.http).await {
            Ok(verteld) => Some(verteld),
            Err(fout) => {
                tracing::warn!(fout = chain(&fout), "userinfo gives no usable answer");
                None
            }
        }
    }

    fn check_acr(&self, acr: Option<&AuthenticationContextClass>) -> Result<(), Afwijzing> {
        let volstaat = &self.settings.acr;
        if volstaat.is_empty()
            || acr.is_some_and(|acr| volstaat.iter().any(|goed| **goed == ***acr))
        {
            return Ok(());
        }
        Err(Afwijzing::token("acr is lower than was asked"))
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
