//! `private_key_jwt`: a short statement, signed with our own key, that we are who we say (RFC 7523).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openidconnect::core::{CoreJwsSigningAlgorithm, CoreRsaPrivateSigningKey};
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use primitives::Moment;
use rand::RngCore;
use rsa::RsaPrivateKey;
use rsa::pkcs1::EncodeRsaPrivateKey;
use rsa::pkcs8::DecodePrivateKey;
use serde_json::json;

use crate::settings::Geheim;

/// The kind of statement, as the token endpoint wants it named.
pub(crate) const SOORT: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// How long a statement holds, in seconds: long enough for clocks that differ a little.
const GELDIG: i64 = 60;

/// Reads an RSA key in PEM, PKCS#1 or PKCS#8.
pub(crate) fn read_key(sleutel: &Geheim, kid: Option<&str>) -> Option<CoreRsaPrivateSigningKey> {
    let kid = kid.map(|kid| JsonWebKeyId::new(kid.to_owned()));
    let pem = sleutel.expose();
    if let Ok(sleutel) = RsaPrivateKey::from_pkcs8_pem(pem) {
        let pkcs1 = sleutel.to_pkcs1_pem(rsa::pkcs1::LineEnding::LF).ok()?;
        return CoreRsaPrivateSigningKey::from_pem(&pkcs1, kid).ok();
    }
    CoreRsaPrivateSigningKey::from_pem(pem, kid).ok()
}

/// The signed statement for one request to `token_endpoint`.
pub(crate) fn sign(
    sleutel: &CoreRsaPrivateSigningKey,
    kid: Option<&str>,
    client_id: &str,
    token_endpoint: &str,
    now: Moment,
) -> Option<String> {
    let mut kop = json!({ "alg": "PS256", "typ": "JWT" });
    if let (Some(kop), Some(kid)) = (kop.as_object_mut(), kid) {
        kop.insert("kid".to_owned(), kid.into());
    }
    let mut jti = [0; 16];
    rand::rngs::OsRng.fill_bytes(&mut jti);
    let inhoud = json!({
        "iss": client_id,
        "sub": client_id,
        "aud": token_endpoint,
        "jti": URL_SAFE_NO_PAD.encode(jti),
        "iat": now.as_second(),
        "exp": now.as_second() + GELDIG,
    });
    let tekst = format!(
        "{}.{}",
        URL_SAFE_NO_PAD.encode(kop.to_string()),
        URL_SAFE_NO_PAD.encode(inhoud.to_string())
    );
    let handtekening = sleutel
        .sign(&CoreJwsSigningAlgorithm::RsaSsaPssSha256, tekst.as_bytes())
        .ok()?;
    Some(format!("{tekst}.{}", URL_SAFE_NO_PAD.encode(handtekening)))
}
