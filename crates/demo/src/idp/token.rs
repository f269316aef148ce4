//! From code to tokens, and the short cut to a bearer token for trying the API.

use std::sync::PoisonError;

use actix_web::http::header::AUTHORIZATION;
use actix_web::web::{Data, Form};
use actix_web::{HttpRequest, HttpResponse, post};
use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use chrono::DateTime;
use openidconnect::core::{
    CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm,
};
use openidconnect::{
    AccessToken, AdditionalClaims, Audience, AuthenticationContextClass, EndUserName, IdToken,
    IdTokenClaims, IssuerUrl, Nonce, StandardClaims, SubjectIdentifier,
};
use primitives::{Clock, SystemClock};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::authorize::Uitgifte;
use super::gebruikers::{Gebruiker, Roltoekenning, gebruikers};
use super::{API_AUDIENCE, CLIENT_GEHEIM, CLIENT_ID, IdpState};

const GELDIG_SECONDEN: i64 = 3600;

#[derive(Deserialize)]
struct Tokenvraag {
    grant_type: String,
    code: Option<String>,
    redirect_uri: Option<String>,
    code_verifier: Option<String>,
    gebruiker: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Claims {
    rollen: Vec<Roltoekenning>,
    nbf: i64,
}

impl AdditionalClaims for Claims {}

type Jwt =
    IdToken<Claims, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;

#[post("/token")]
pub(super) async fn token(
    req: HttpRequest,
    state: Data<IdpState>,
    vraag: Form<Tokenvraag>,
) -> HttpResponse {
    match vraag.grant_type.as_str() {
        "authorization_code" if !is_client(&req) => {
            HttpResponse::Unauthorized().json(json!({ "error": "invalid_client" }))
        }
        "authorization_code" => match redeem(&state, &vraag) {
            Some(uitgifte) => answer(&state, uitgifte.gebruiker, uitgifte.nonce),
            None => refuse("invalid_grant"),
        },
        "urn:stuurhuis:demo" => {
            let gevraagd = vraag.gebruiker.as_deref();
            match gebruikers()
                .iter()
                .find(|g| Some(g.sub.as_str()) == gevraagd)
            {
                Some(gebruiker) => answer(&state, gebruiker, None),
                None => refuse("invalid_grant"),
            }
        }
        _ => refuse("unsupported_grant_type"),
    }
}

/// Takes the code out, so that it works once, and checks that who redeems it is who asked for it.
fn redeem(state: &IdpState, vraag: &Tokenvraag) -> Option<Uitgifte> {
    let uitgifte = state
        .codes
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .remove(vraag.code.as_deref()?)?;
    let verifier = vraag.code_verifier.as_deref()?;
    let challenge = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(verifier));
    let past = challenge == uitgifte.code_challenge
        && vraag.redirect_uri.as_deref() == Some(&uitgifte.redirect_uri)
        && SystemClock.now() < uitgifte.geldig_tot;
    past.then_some(uitgifte)
}

fn answer(state: &IdpState, gebruiker: &Gebruiker, nonce: Option<String>) -> HttpResponse {
    let tokens = sign(state, gebruiker, API_AUDIENCE, None, None).and_then(|bearer| {
        let bearer = AccessToken::new(bearer);
        let id_token = sign(state, gebruiker, CLIENT_ID, nonce, Some(&bearer))?;
        Ok((bearer, id_token))
    });
    match tokens {
        Ok((bearer, id_token)) => HttpResponse::Ok()
            .insert_header(("Cache-Control", "no-store"))
            .json(json!({
                "access_token": bearer.secret(), "id_token": id_token, "token_type": "Bearer",
                "expires_in": GELDIG_SECONDEN,
            })),
        Err(fout) => HttpResponse::InternalServerError().json(json!({ "error": fout.to_string() })),
    }
}

fn sign(
    state: &IdpState,
    gebruiker: &Gebruiker,
    audience: &str,
    nonce: Option<String>,
    bearer: Option<&AccessToken>,
) -> anyhow::Result<String> {
    let nu = SystemClock.now().as_second();
    let tijd = |seconden| DateTime::from_timestamp(seconden, 0).unwrap_or_default();
    let extra = Claims {
        rollen: gebruiker.rollen.clone(),
        nbf: nu,
    };
    let naam = EndUserName::new(gebruiker.naam.clone());
    let claims = IdTokenClaims::<_, CoreGenderClaim>::new(
        IssuerUrl::new(state.issuer.clone())?,
        vec![Audience::new(audience.to_owned())],
        tijd(nu + GELDIG_SECONDEN),
        tijd(nu),
        StandardClaims::new(SubjectIdentifier::new(gebruiker.sub.clone()))
            .set_name(Some(naam.into())),
        extra,
    )
    .set_nonce(nonce.map(Nonce::new))
    .set_auth_context_ref(Some(AuthenticationContextClass::new(
        "substantieel".to_owned(),
    )));
    let alg = CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256;
    Ok(Jwt::new(claims, state.sleutel.private(), alg, bearer, None)?.to_string())
}

fn is_client(req: &HttpRequest) -> bool {
    let verwacht = format!(
        "Basic {}",
        BASE64_STANDARD.encode(format!("{CLIENT_ID}:{CLIENT_GEHEIM}"))
    );
    req.headers()
        .get(AUTHORIZATION)
        .is_some_and(|kop| kop.as_bytes() == verwacht.as_bytes())
}

fn refuse(fout: &str) -> HttpResponse {
    HttpResponse::BadRequest().json(json!({ "error": fout }))
}
