//! Sessions on the server: the cookie holds a token of 256 bits and nothing else.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex};

use domain::bevoegdheid::Actor;
use primitives::Moment;
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

/// A session that holds.
#[derive(Clone, Debug)]
pub struct Sessie {
    /// Who.
    pub actor: Arc<Actor>,
    /// The secret of its forms.
    pub csrf: Token,
    /// What to tell at the top of the next page.
    pub melding: Option<String>,
}

/// Where sessions are kept.
#[derive(Clone, Debug, Default)]
pub struct Sessies(Arc<Mutex<HashMap<[u8; 32], Sessie>>>);

impl Sessies {
    /// Starts a session; the token goes into the cookie.
    pub async fn insert(&self, actor: Actor, _now: Moment) -> Token {
        let token = Token::random();
        let sessie = Sessie {
            actor: Arc::new(actor),
            csrf: Token::random(),
            melding: None,
        };
        self.lock().insert(token.hash(), sessie);
        token
    }

    /// The session of a token, if it still holds.
    pub async fn find(&self, token: &Token, _now: Moment) -> Option<Sessie> {
        self.lock().get(&token.hash()).cloned()
    }

    /// Leaves a message for the next page.
    pub async fn update_melding(&self, token: &Token, melding: Option<String>) {
        if let Some(sessie) = self.lock().get_mut(&token.hash()) {
            sessie.melding = melding;
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<[u8; 32], Sessie>> {
        self.0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
