//! The signing key: new at each start.

use anyhow::Context;
use openidconnect::core::{CoreJsonWebKey, CoreRsaPrivateSigningKey};
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use rsa::RsaPrivateKey;
use rsa::pkcs1::{EncodeRsaPrivateKey, LineEnding};

pub(super) struct Sleutel(CoreRsaPrivateSigningKey);

impl Sleutel {
    pub(super) fn generate() -> anyhow::Result<Self> {
        let sleutel = RsaPrivateKey::new(&mut rand::rngs::OsRng, 2048).context("geen sleutel")?;
        let pem = sleutel
            .to_pkcs1_pem(LineEnding::LF)
            .context("geen sleutel")?;
        let kid = JsonWebKeyId::new(random_token());
        let privaat = CoreRsaPrivateSigningKey::from_pem(&pem, Some(kid));
        privaat.map(Self).map_err(|fout| anyhow::anyhow!(fout))
    }

    pub(super) fn private(&self) -> &CoreRsaPrivateSigningKey {
        &self.0
    }

    pub(super) fn public(&self) -> CoreJsonWebKey {
        self.0.as_verification_key()
    }
}

/// 192 bits of chance, for codes.
pub(super) fn random_token() -> String {
    let bytes: [u8; 24] = rand::random();
    hex::encode(bytes)
}
