//! Login by OpenID Connect and bearer tokens of the same provider. The only product is an `Actor`.
//!
//! Code flow with PKCE (S256), state and nonce; the client proves itself by `client_secret_basic` or
//! `private_key_jwt`; roles and municipalities come from claims whose place is configuration.

mod aanbieder;
mod aanmelding;
mod claims;
mod clientbewijs;
mod drager;
mod error;
mod settings;

pub use aanbieder::Identity;
pub use aanmelding::{Aangemelde, Aanmeldstand, Begin};
pub use claims::{Claimpaden, GeenRol, actor_of};
pub use error::{AanmeldFout, DragerFout};
pub use settings::{Clientbewijs, Geheim, IdentitySettings, SettingsError};
