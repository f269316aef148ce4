//! The keys of one municipality.

use aes_gcm_siv::aead::{Aead, KeyInit, Payload};
use aes_gcm_siv::{Aes256GcmSiv, Nonce};
use hmac::{Hmac, Mac};
use primitives::{Bsn, GemeenteCode};
use rand::RngCore;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::GeheimError;

const NONCE: usize = 12;
const KOP: usize = 2 + NONCE;

/// What kind of identifier is encrypted; a value of one kind cannot be put in the place of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Soort {
    /// Burgerservicenummer.
    Bsn,
    /// Bank account.
    Iban,
}

impl Soort {
    const fn naam(self) -> &'static str {
        match self {
            Self::Bsn => "bsn",
            Self::Iban => "iban",
        }
    }
}

/// The versions of a municipality's keys, the newest last. `Debug` prints nothing of them.
pub struct Sleutels {
    gemeente: GemeenteCode,
    versies: Vec<Versie>,
}

/// One version of the keys, as the key file holds it: hexadecimal, 32 bytes each.
#[derive(Clone, Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
#[serde(deny_unknown_fields)]
pub(super) struct Versie {
    nummer: u16,
    #[serde(with = "hex::serde")]
    versleutelen: [u8; 32],
    #[serde(with = "hex::serde")]
    zoeken: [u8; 32],
}

impl Versie {
    pub(super) fn random(nummer: u16) -> Self {
        let mut versie = Self {
            nummer,
            versleutelen: [0; 32],
            zoeken: [0; 32],
        };
        rand::rngs::OsRng.fill_bytes(&mut versie.versleutelen);
        rand::rngs::OsRng.fill_bytes(&mut versie.zoeken);
        versie
    }

    pub(super) const fn nummer(&self) -> u16 {
        self.nummer
    }

    /// The next version: another key to encrypt, the same key to search. None when the numbers are used up: a
    /// number that is given twice would make values unreadable.
    pub(super) fn successor(&self) -> Option<Self> {
        let mut volgende = Self::random(self.nummer.checked_add(1)?);
        volgende.zoeken = self.zoeken;
        Some(volgende)
    }
}

impl Sleutels {
    pub(super) fn try_new(
        gemeente: GemeenteCode,
        mut versies: Vec<Versie>,
    ) -> Result<Self, GeheimError> {
        versies.sort_by_key(Versie::nummer);
        if versies.is_empty() {
            Err(GeheimError::Vorm)
        } else {
            Ok(Self { gemeente, versies })
        }
    }

    /// The number of the version that encrypts new values.
    pub fn newest_version(&self) -> u16 {
        self.newest().nummer
    }

    /// Encrypts with the newest version; the same value gives other bytes each time.
    pub fn encrypt(&self, soort: Soort, waarde: &str) -> Result<Vec<u8>, GeheimError> {
        let versie = self.newest();
        let mut uit = versie.nummer.to_be_bytes().to_vec();
        let mut nonce = [0; NONCE];
        rand::rngs::OsRng.fill_bytes(&mut nonce);
        uit.extend_from_slice(&nonce);
        let payload = Payload {
            msg: waarde.as_bytes(),
            aad: &self.bond(soort),
        };
        let geheim = versie.cipher().encrypt(Nonce::from_slice(&nonce), payload);
        uit.extend_from_slice(&geheim.map_err(|_| GeheimError::Vreemd)?);
        Ok(uit)
    }

    /// Decrypts a value that any version of the keys encrypted.
    pub fn decrypt(&self, soort: Soort, bytes: &[u8]) -> Result<String, GeheimError> {
        let (kop, geheim) = bytes.split_at_checked(KOP).ok_or(GeheimError::Vreemd)?;
        let (nummer, nonce) = kop.split_first_chunk::<2>().ok_or(GeheimError::Vreemd)?;
        let nummer = u16::from_be_bytes(*nummer);
        let versie = self
            .versies
            .iter()
            .find(|v| v.nummer == nummer)
            .ok_or(GeheimError::Vreemd)?;
        let payload = Payload {
            msg: geheim,
            aad: &self.bond(soort),
        };
        let klaar = versie.cipher().decrypt(Nonce::from_slice(nonce), payload);
        String::from_utf8(klaar.map_err(|_| GeheimError::Vreemd)?).map_err(|_| GeheimError::Vreemd)
    }

    /// The keyed hash by which a bsn is found: the same each time for one municipality and key version.
    pub fn zoekwaarde(&self, bsn: &Bsn) -> Vec<u8> {
        self.newest().zoekwaarde(bsn)
    }

    /// The version with which a stored value was encrypted.
    pub fn version_of(bytes: &[u8]) -> Option<u16> {
        bytes.first_chunk::<2>().map(|kop| u16::from_be_bytes(*kop))
    }

    fn newest(&self) -> &Versie {
        self.versies.last().expect("try_new refuses an empty list")
    }

    fn bond(&self, soort: Soort) -> Vec<u8> {
        format!("{}/{}", self.gemeente, soort.naam()).into_bytes()
    }
}

impl Versie {
    fn cipher(&self) -> Aes256GcmSiv {
        Aes256GcmSiv::new(&self.versleutelen.into())
    }

    fn zoekwaarde(&self, bsn: &Bsn) -> Vec<u8> {
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&self.zoeken)
            .expect("HMAC takes a key of any length");
        mac.update(bsn.expose().as_bytes());
        mac.finalize().into_bytes().to_vec()
    }
}

impl std::fmt::Debug for Sleutels {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sleutels({})", self.gemeente)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sleutels(code: &str, versies: Vec<Versie>) -> Sleutels {
        Sleutels::try_new(GemeenteCode::parse(code).unwrap(), versies).unwrap()
    }

    #[test]
    fn what_is_encrypted_comes_back_after_rotation_too() {
        let eerste = Versie::random(1);
        let voor = sleutels("GM0294", vec![eerste.clone()]);
        let geheim = voor.encrypt(Soort::Bsn, "111222333").unwrap();
        let na = sleutels("GM0294", vec![eerste.successor().unwrap(), eerste]);
        let bsn = Bsn::parse("111222333").unwrap();
        assert_eq!(na.zoekwaarde(&bsn), voor.zoekwaarde(&bsn));
        assert_eq!(na.decrypt(Soort::Bsn, &geheim).unwrap(), "111222333");
        assert_eq!(
            (Sleutels::version_of(&geheim), na.newest_version()),
            (Some(1), 2)
        );
        assert_ne!(voor.encrypt(Soort::Bsn, "111222333").unwrap(), geheim);
    }

    #[test]
    fn a_number_of_a_key_is_never_given_twice() {
        assert!(Versie::random(u16::MAX).successor().is_none());
    }

    #[test]
    fn another_municipality_kind_or_byte_gives_nothing() {
        let versie = Versie::random(1);
        let hier = sleutels("GM0294", vec![versie.clone()]);
        let mut geheim = hier.encrypt(Soort::Bsn, "111222333").unwrap();
        assert!(
            sleutels("GM0267", vec![versie])
                .decrypt(Soort::Bsn, &geheim)
                .is_err()
        );
        assert!(hier.decrypt(Soort::Iban, &geheim).is_err());
        *geheim.last_mut().unwrap() ^= 1;
        assert!(hier.decrypt(Soort::Bsn, &geheim).is_err());
        assert!(hier.decrypt(Soort::Bsn, &[0; 5]).is_err());
    }

    #[test]
    fn a_bsn_is_found_in_its_own_municipality_only() {
        let bsn = Bsn::parse("111222333").unwrap();
        let hier = sleutels("GM0294", vec![Versie::random(1)]);
        let elders = sleutels("GM0267", vec![Versie::random(1)]);
        assert_eq!(hier.zoekwaarde(&bsn), hier.zoekwaarde(&bsn));
        assert_ne!(hier.zoekwaarde(&bsn), elders.zoekwaarde(&bsn));
    }
}
