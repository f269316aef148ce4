//! The key of one session: what it keeps is readable with the cookie only.

use aes_gcm_siv::aead::{Aead, KeyInit};
use aes_gcm_siv::{Aes256GcmSiv, Nonce};
use hmac::{Hmac, Mac};
use rand::RngCore;
use sha2::Sha256;

use super::GeheimError;

const NONCE: usize = 12;
/// Another use of the same token would have another name, and so another key.
const DOEL: &[u8] = b"stuurhuis/sessie/zoekvraag/1";

/// A key made from the token in the cookie. The database holds a hash of the token, from which it cannot be made.
pub struct Sessiesleutel(Aes256GcmSiv);

impl Sessiesleutel {
    /// The key of the session with this token.
    pub fn new(token: &str) -> Self {
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(token.as_bytes())
            .expect("HMAC takes a key of any length");
        mac.update(DOEL);
        Self(Aes256GcmSiv::new(&mac.finalize().into_bytes()))
    }

    /// Encrypts a text; the same text gives other bytes each time.
    pub fn encrypt(&self, tekst: &str) -> Result<Vec<u8>, GeheimError> {
        let mut nonce = [0; NONCE];
        rand::rngs::OsRng.fill_bytes(&mut nonce);
        let geheim = self.0.encrypt(Nonce::from_slice(&nonce), tekst.as_bytes());
        let geheim = geheim.map_err(|_| GeheimError::Vreemd)?;
        Ok([nonce.as_slice(), &geheim].concat())
    }

    /// Decrypts what this session encrypted.
    pub fn decrypt(&self, bytes: &[u8]) -> Result<String, GeheimError> {
        let (nonce, geheim) = bytes.split_at_checked(NONCE).ok_or(GeheimError::Vreemd)?;
        let klaar = self.0.decrypt(Nonce::from_slice(nonce), geheim);
        String::from_utf8(klaar.map_err(|_| GeheimError::Vreemd)?).map_err(|_| GeheimError::Vreemd)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_token_reads_it_back() {
        let eigen = Sessiesleutel::new("een");
        let geheim = eigen.encrypt("GM0294 Jansen").unwrap();
        assert_eq!(
            Sessiesleutel::new("een").decrypt(&geheim).unwrap(),
            "GM0294 Jansen"
        );
        assert!(Sessiesleutel::new("ander").decrypt(&geheim).is_err());
        assert!(eigen.decrypt(&geheim[..NONCE]).is_err() && eigen.decrypt(&[0; 3]).is_err());
        assert_ne!(eigen.encrypt("GM0294 Jansen").unwrap(), geheim);
    }
}
