//! One log line and one measurement for every request. Never a name, an address with a query, or a body.

use std::fmt;
use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest};
use domain::bevoegdheid::Actor;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{AppState, Fout};

/// The id of a request: stands on the error page and in the log.
#[derive(Clone, Copy, Debug)]
pub struct Kenmerk(pub Uuid);

impl fmt::Display for Kenmerk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Stands for a person in the log: the same each time, and nobody's name.
#[derive(Clone, Debug)]
pub struct Wie(String);

impl Wie {
    /// The stand-in of an actor.
    pub fn of(actor: &Actor) -> Self {
        let volledig = hex::encode(Sha256::digest(actor.sub.as_bytes()));
        Self(volledig.chars().take(12).collect())
    }
}

/// Middleware, the outermost: gives the request its id, measures and logs.
pub async fn log_request(
    req: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let begin = Instant::now();
    let state = AppState::of(req.request());
    let kenmerk = Kenmerk(state.ids.next());
    req.extensions_mut().insert(kenmerk);
    let antwoord = next.call(req).await?;
    write_line(&state, kenmerk, &antwoord, begin);
    Ok(antwoord)
}

fn write_line<B>(
    state: &AppState,
    kenmerk: Kenmerk,
    antwoord: &ServiceResponse<B>,
    begin: Instant,
) {
    let req = antwoord.request();
    // The pattern of the route, not the address: `/{gemeente}/inwoners/{dossier}`.
    let pad = req.match_pattern().unwrap_or_else(|| "geen".to_owned());
    if pad.starts_with("/assets/") {
        return;
    }
    let status = antwoord.status().as_u16();
    let gemeente = known_gemeente(state, req);
    let methode = req.method().as_str();
    let duur = begin.elapsed();
    state.metrics.observe(methode, &pad, status, duur);
    let wie = req.extensions().get::<Wie>().map(|wie| wie.0.clone());
    let ms = duur.as_millis();
    let fout = antwoord
        .response()
        .error()
        .and_then(actix_web::Error::as_error::<Fout>);
    if let Some(oorzaak) = fout.and_then(Fout::oorzaak) {
        tracing::error!(%kenmerk, methode, pad, gemeente, wie, status, ms, oorzaak, "verzoek");
    } else {
        tracing::info!(%kenmerk, methode, pad, gemeente, wie, status, ms, "verzoek");
    }
}

/// The municipality of the address, if this installation serves it: a closed set, so safe as a label.
fn known_gemeente(state: &AppState, req: &HttpRequest) -> Option<String> {
    let code = req.match_info().get("gemeente")?;
    let code = primitives::GemeenteCode::parse(code).ok()?;
    state.gemeenten.find(code).map(|g| g.code.to_string())
}
