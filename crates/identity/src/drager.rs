//! Bearer tokens of the API, and how tokens are verified.

use chrono::{DateTime, Utc};
use domain::bevoegdheid::Actor;
use openidconnect::core::{
    CoreGenderClaim, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm,
};
use openidconnect::{
    ClaimsVerificationError, ClientId, IdToken, IdTokenVerifier, Nonce, SignatureVerificationError,
};
use primitives::Moment;

use crate::Identity;
use crate::aanbieder::{AanbiederFout, Metadata, chain};
use crate::claims::{Extra, actor_of};
use crate::error::DragerFout;

/// By how many seconds the provider's clock may be ahead of ours.
const KLOKVERSCHIL: i64 = 60;

/// A longer token is not read at all.
const LENGTE_MAX: usize = 16 * 1024;

/// An access token of the provider has the claims that we need of an ID token: issuer, audience, subject, times.
type Toegangstoken =
    IdToken<Extra, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;

impl From<AanbiederFout> for DragerFout {
    fn from(fout: AanbiederFout) -> Self {
        match fout {
            AanbiederFout::Onbruikbaar(waarom) => Self::Aanbieder(waarom),
            AanbiederFout::Ontwikkelprovider => {
                Self::Aanbieder("a provider for development".to_owned())
            }
        }
    }
}

impl Identity {
    /// Who holds a bearer token: checks signature, issuer, audience, and that it holds now.
    pub async fn verify_bearer(&self, now: Moment, token: &str) -> Result<Actor, DragerFout> {
        if token.len() > LENGTE_MAX {
            return Err(DragerFout::Token("too long".to_owned()));
        }
        let token: Toegangstoken = token
            .parse()
            .map_err(|_| DragerFout::Token("no signed token".to_owned()))?;
        let metadata = self.metadata(now).await?;
        let mut uitkomst = self.check(&metadata, &token, now);
        if matches!(&uitkomst, Err(Afwijzing::Claims(fout)) if is_unknown_key(fout)) {
            let metadata = self.metadata_again(now).await?;
            uitkomst = self.check(&metadata, &token, now);
        }
        match uitkomst {
            Ok(actor) => Ok(actor),
            Err(Afwijzing::Claims(fout)) => Err(DragerFout::Token(chain(&fout))),
            Err(Afwijzing::Anders(fout)) => Err(fout),
        }
    }

    fn check(
        &self,
        metadata: &Metadata,
        token: &Toegangstoken,
        now: Moment,
    ) -> Result<Actor, Afwijzing> {
        // Our name at the provider is not the audience: a token of the login does not open the API.
        let controle = IdTokenVerifier::new_public_client(
            ClientId::new(self.settings.api_audience.clone()),
            metadata.issuer().clone(),
            metadata.jwks().clone(),
        )
        .set_allowed_algs([
            CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
            CoreJwsSigningAlgorithm::RsaSsaPssSha256,
            CoreJwsSigningAlgorithm::EcdsaP256Sha256,
        ])
        .allow_all_jose_types()
        // A token may be meant for others too; ours must be among them.
        .set_other_audience_verifier_fn(|_| true);
        let geen_nonce = |_: Option<&Nonce>| Ok(());
        let claims = token
            .claims(&verifier(controle, now), geen_nonce)
            .map_err(Afwijzing::Claims)?;
        let extra = &claims.additional_claims().0;
        let vanaf = extra.get("nbf").and_then(serde_json::Value::as_i64);
        if vanaf.is_some_and(|vanaf| vanaf > now.as_second() + KLOKVERSCHIL) {
            return Err(Afwijzing::Anders(DragerFout::Token(
                "not valid yet".to_owned(),
            )));
        }
        let naam = claims.name().and_then(|naam| naam.get(None));
        let naam = naam.map(|naam| naam.as_str());
        actor_of(
            claims.subject().as_str(),
            naam,
            extra,
            &self.settings.claims,
        )
        .map_err(|fout| Afwijzing::Anders(fout.into()))
    }
}

enum Afwijzing {
    Claims(ClaimsVerificationError),
    Anders(DragerFout),
}

/// A verifier that asks our clock.
pub(crate) fn verifier(
    controle: IdTokenVerifier<'_, CoreJsonWebKey>,
    now: Moment,
) -> IdTokenVerifier<'_, CoreJsonWebKey> {
    let nu: DateTime<Utc> = DateTime::from_timestamp(now.as_second(), 0).unwrap_or_default();
    controle
        .set_time_fn(move || nu)
        .set_issue_time_verifier_fn(move |uitgegeven| {
            if uitgegeven.timestamp() > nu.timestamp() + KLOKVERSCHIL {
                Err("issued in the future".to_owned())
            } else {
                Ok(())
            }
        })
}

/// Whether the token may be good, but is signed with a key that the provider had not when we asked.
pub(crate) fn is_unknown_key(fout: &ClaimsVerificationError) -> bool {
    matches!(
        fout,
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)
    )
}
