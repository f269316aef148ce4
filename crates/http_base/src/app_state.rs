//! What every handler may use.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use actix_web::HttpRequest;
use identity::Identity;
use persistence::Db;
use primitives::{Clock, IdGenerator};

use crate::{Aangemeld, Foutmelding, Gemeenteregister, HttpSettings, InGemeente, Metrics, Sessies};

/// An error that must become a page, with whoever and wherever was recognised before it happened.
pub struct Foutverzoek<'a> {
    /// The state of the application.
    pub state: &'a AppState,
    /// What happened.
    pub melding: &'a Foutmelding,
    /// The id of the request.
    pub kenmerk: &'a str,
    /// Who asked.
    pub aangemeld: Option<&'a Aangemeld>,
    /// Who asked, and in which municipality.
    pub in_gemeente: Option<&'a InGemeente>,
}

/// Renders an error as a page: the task of `web`, which this crate cannot know.
pub type Foutpagina = fn(&Foutverzoek<'_>) -> String;

/// The state of the application, one for the whole process.
#[derive(Clone)]
pub struct AppState {
    /// The only door to the database.
    pub db: Db,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Makes ids.
    pub ids: Arc<dyn IdGenerator>,
    /// How the program is reached and who runs it.
    pub settings: HttpSettings,
    /// The municipalities that are served.
    pub gemeenten: Gemeenteregister,
    /// Who is logged in.
    pub sessies: Sessies,
    /// Login and bearer tokens.
    pub identity: Arc<Identity>,
    /// Set when the process is about to stop: `/readyz` then sends new visitors elsewhere.
    pub stopt: Arc<AtomicBool>,
    /// Counters for Prometheus.
    pub metrics: Metrics,
    /// Renders an error as a page.
    pub foutpagina: Foutpagina,
}

impl AppState {
    /// The state of the application to which a request came.
    ///
    /// # Panics
    /// When the application was built without its state, which the first request of any test shows.
    pub(crate) fn of(req: &HttpRequest) -> actix_web::web::Data<Self> {
        req.app_data::<actix_web::web::Data<Self>>()
            .expect("AppState is registered when the application is built")
            .clone()
    }
}
