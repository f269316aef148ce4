//! What the doors for people (`web`) and for systems (`api`) share: the state of the application, who asks,
//! the municipality of the address, one table from error to answer, headers, log and metrics.

mod aangemeld;
mod antwoord;
mod app_state;
mod formulier;
mod fout;
mod gemeenten;
mod gezondheid;
mod koppen;
mod metrics;
mod paden;
mod sessie;
mod settings;
mod token;
mod verzoeklog;

pub use aangemeld::{Aangemeld, InGemeente};
pub use antwoord::answer_errors;
pub use app_state::AppState;
pub use formulier::{Formulier, LeegFormulier};
pub use fout::{Fout, Foutmelding, Soort};
pub use gemeenten::{Gemeentenaam, Gemeenteregister};
pub use gezondheid::configure_health;
pub use koppen::set_security_headers;
pub use metrics::Metrics;
/// Handlers open their transaction with these; the rest of `persistence` is for use cases.
pub use persistence::{Db, DbRol};

pub use paden::{LokaalPad, Pad, is_api};
pub use sessie::Sessies;
pub use settings::{HttpSettings, Omgeving};
pub use token::Token;
pub use verzoeklog::log_request;
