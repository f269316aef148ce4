//! What the provider says of itself.

use actix_web::{HttpResponse, Responder, get, web::Data};
use openidconnect::core::CoreJsonWebKeySet;
use serde_json::json;

use super::IdpState;

#[get("/.well-known/openid-configuration")]
pub(super) async fn configuration(state: Data<IdpState>) -> impl Responder {
    let issuer = &state.issuer;
    HttpResponse::Ok().json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "end_session_endpoint": format!("{issuer}/einde"),
        "jwks_uri": format!("{issuer}/jwks"),
        "response_types_supported": ["code"],
        "grant_types_supported": ["authorization_code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic"],
        "code_challenge_methods_supported": ["S256"],
        "scopes_supported": ["openid", "profile"],
        "claims_supported": ["sub", "name", "rollen"],
        "acr_values_supported": ["substantieel"],
        "stuurhuis_ontwikkelprovider": true,
    }))
}

#[get("/jwks")]
pub(super) async fn jwks(state: Data<IdpState>) -> impl Responder {
    HttpResponse::Ok().json(CoreJsonWebKeySet::new(vec![state.sleutel.public()]))
}
