//! Secrets that travel in a cookie or a hidden field.

use std::fmt;

use rand::RngCore;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// A secret of 256 bits, written as 64 hexadecimal digits. Prints nothing of itself.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// A new secret from the machine's chance.
    pub fn random() -> Self {
        let mut bytes = [0; 32];
        rand::rngs::OsRng.fill_bytes(&mut bytes);
        Self(hex::encode(bytes))
    }

    /// Reads 64 hexadecimal digits.
    pub fn parse(tekst: &str) -> Option<Self> {
        let is_vorm = tekst.len() == 64
            && tekst
                .bytes()
                .all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        is_vorm.then(|| Self(tekst.to_owned()))
    }

    /// The secret, for the cookie or the hidden field only.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// What is stored: who reads the database cannot log in with it.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }

    /// Whether `tekst` is the secret, in a time that tells nothing.
    pub fn is_same(&self, tekst: &str) -> bool {
        self.0.as_bytes().ct_eq(tekst.as_bytes()).into()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_long_never_the_same_and_prints_nothing() {
        let (een, ander) = (Token::random(), Token::random());
        assert_eq!(een.expose().len(), 64);
        assert!(een.is_same(een.expose()) && !een.is_same(ander.expose()) && !een.is_same(""));
        assert_eq!(format!("{een:?}"), "Token(…)");
    }

    #[test]
    fn reads_its_own_form_only() {
        assert!(Token::parse(&"a".repeat(64)).is_some());
        for tekst in ["", "a", &"A".repeat(64), &"g".repeat(64), &"a".repeat(65)] {
            assert!(Token::parse(tekst).is_none());
        }
    }
}
