//! Identifiers are stored encrypted with a key per municipality that lives outside the database, and are
//! found again by a keyed hash. Destroying the key destroys them everywhere, backups included.

mod kluis;
mod rotatie;
mod sessiesleutel;
mod sleutels;

pub use kluis::Kluis;
pub use rotatie::{GEHEIME_KOLOMMEN, reencrypt, rotate};
pub use sessiesleutel::Sessiesleutel;
pub use sleutels::{Sleutels, Soort};

/// Why something could not be encrypted or decrypted.
#[derive(Debug, thiserror::Error)]
pub enum GeheimError {
    /// No key file for the municipality.
    #[error("no key for {0}")]
    GeenSleutel(primitives::GemeenteCode),
    /// The key file cannot be read or written.
    #[error("the key file cannot be used")]
    Bestand(#[source] std::io::Error),
    /// The key file has another form.
    #[error("the key file has a wrong form")]
    Vorm,
    /// The stored value was made with another key, or was changed.
    #[error("a stored identifier does not belong to this key")]
    Vreemd,
}
