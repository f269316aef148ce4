//! What the doors for people (`web`) and for systems (`api`) share: the state of the application, who asks,
//! the municipality of the address, one table from error to answer, headers, log and metrics.

mod aangemeld;
mod aanmelden;
mod antwoord;
mod app_state;
mod beleid;
mod drager;
mod formulier;
mod fout;
mod gemeenten;
mod gezondheid;
mod koppen;
mod leesbaar;
mod metrics;
mod opbouw;
mod paden;
mod sessie;
mod settings;
#[cfg(feature = "testing")]
pub mod testing;
mod token;
mod upload;
mod verzoeklog;

pub use aangemeld::{Aangemeld, InGemeente};
pub use aanmelden::{TERUG_PAD, UITGELOGD_PAD, configure_login};
pub use antwoord::answer_errors;
pub use app_state::{AppState, Foutpagina, Foutverzoek};
pub use beleid::{
    find_leesbaar_voorstel, find_leesbare_bijlage, list_deelnemers, list_leesbare_bijlagen,
};
pub use drager::{Drager, DragerInGemeente};
pub use formulier::{Formulier, LeegFormulier};
pub use fout::{Fout, Foutmelding, Soort};
pub use gemeenten::{Gemeentenaam, Gemeenteregister};
pub use gezondheid::{configure_health, configure_metrics};
pub use koppen::{API_VERSIE, set_security_headers};
pub use leesbaar::refuse_unreadable;
pub use metrics::Metrics;
pub use opbouw::build_app;
pub use paden::{LokaalPad, Pad, is_api};
/// Handlers open their transaction with these; the rest of `persistence` is for use cases.
pub use persistence::{Db, DbRol, PlatformTx, TenantTx};
pub use sessie::Sessies;
pub use settings::{HttpSettings, Omgeving, SettingsError};
pub use token::Token;
pub use upload::{Bestand, Upload};
pub use verzoeklog::log_request;
