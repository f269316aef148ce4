//! Why somebody is not let in.

use crate::claims::GeenRol;

/// Why a login did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum AanmeldFout {
    /// The provider cannot be reached, or does not say what it must.
    #[error("the identity provider gives no usable answer: {0}")]
    Aanbieder(String),
    /// A provider for development, outside demo and test.
    #[error("the identity provider is meant for development")]
    Ontwikkelprovider,
    /// The visitor stopped, or the provider refused: its own code, such as `access_denied`.
    #[error("the identity provider refused: {0}")]
    Geweigerd(String),
    /// The answer does not belong to a login that is under way.
    #[error("the answer belongs to no login that is under way")]
    Verlopen,
    /// The token does not hold.
    #[error("the token does not hold: {0}")]
    Token(String),
    /// The provider vouches for somebody without a role here.
    #[error(transparent)]
    GeenRol(#[from] GeenRol),
}

/// Why a bearer token does not open the API.
#[derive(Debug, thiserror::Error)]
pub enum DragerFout {
    /// The provider's keys cannot be had.
    #[error("the identity provider gives no usable answer: {0}")]
    Aanbieder(String),
    /// Forged, expired, not yet valid, of another provider or for another service.
    #[error("the token does not hold: {0}")]
    Token(String),
    /// Valid, without a role here.
    #[error(transparent)]
    GeenRol(#[from] GeenRol),
}
