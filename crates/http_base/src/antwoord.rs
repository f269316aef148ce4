//! Writes every error as what the caller expects: a page for people, problem details for systems.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::json;

use crate::verzoeklog::Kenmerk;
use crate::{Aangemeld, AppState, Fout, Foutmelding, Foutverzoek, InGemeente, Soort, is_api};

/// What must be escaped inside one value of a query.
const IN_QUERY: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'=')
    .add(b'>')
    .add(b'?');

/// Middleware: replaces the empty answer of an error. An answer that a handler wrote itself stays.
pub async fn answer_errors(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let antwoord = next.call(req).await?.map_into_boxed_body();
    let status = antwoord.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return Ok(antwoord);
    }
    let melding = antwoord
        .response()
        .extensions()
        .get::<Foutmelding>()
        .cloned();
    let is_geschreven = antwoord.headers().contains_key(header::CONTENT_TYPE);
    let melding = match melding {
        Some(melding) => melding,
        None if is_geschreven && !is_plain_text(&antwoord) => return Ok(antwoord),
        None => Fout::new(Soort::from_status(status), "Dit verzoek kan zo niet.")
            .melding()
            .clone(),
    };
    let (req, oud) = antwoord.into_parts();
    let mut nieuw = if is_api(req.path()) {
        problem(&req, &melding)
    } else {
        page(&req, &melding)
    };
    if let Some(allow) = oud.headers().get(header::ALLOW) {
        nieuw.headers_mut().insert(header::ALLOW, allow.clone());
    }
    Ok(ServiceResponse::new(req, nieuw))
}

/// What actix writes itself, such as "Requested application data is not configured correctly".
fn is_plain_text(antwoord: &ServiceResponse) -> bool {
    antwoord
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|soort| soort.as_bytes().starts_with(b"text/plain"))
}

fn kenmerk(req: &HttpRequest) -> String {
    let kenmerk = req.extensions().get::<Kenmerk>().map(ToString::to_string);
    kenmerk.unwrap_or_default()
}

/// RFC 9457. The list `invalidParams` names every wrong field, as the API Design Rules do.
fn problem(req: &HttpRequest, melding: &Foutmelding) -> HttpResponse {
    let soort = melding.soort;
    let mut inhoud = json!({
        "type": format!("urn:stuurhuis:fout:{}", soort.naam()),
        "title": melding.titel,
        "status": soort.status().as_u16(),
        "detail": melding.detail,
        "instance": format!("urn:uuid:{}", kenmerk(req)),
    });
    if !melding.velden.is_empty()
        && let Some(inhoud) = inhoud.as_object_mut()
    {
        let velden = melding
            .velden
            .iter()
            .map(|fout| json!({ "name": fout.veld, "reason": fout.melding }));
        inhoud.insert("invalidParams".to_owned(), velden.collect());
    }
    let mut antwoord = HttpResponse::build(soort.status());
    if soort == Soort::NietAangemeld {
        antwoord.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
    }
    antwoord
        .insert_header((header::CONTENT_TYPE, "application/problem+json"))
        .body(inhoud.to_string())
}

/// A page; who is not logged in and only asked to see something goes to the login page and comes back.
fn page(req: &HttpRequest, melding: &Foutmelding) -> HttpResponse {
    let wil_zien = matches!(*req.method(), Method::GET | Method::HEAD);
    if melding.soort == Soort::NietAangemeld && wil_zien {
        let terug = req.uri().path_and_query().map_or("/", |pad| pad.as_str());
        let naar = format!("/login?terug={}", utf8_percent_encode(terug, IN_QUERY));
        return HttpResponse::build(StatusCode::SEE_OTHER)
            .insert_header((header::LOCATION, naar))
            .finish();
    }
    let state = AppState::of(req);
    let bekend = req.extensions();
    let html = (state.foutpagina)(&Foutverzoek {
        state: &state,
        melding,
        kenmerk: &kenmerk(req),
        aangemeld: bekend.get::<Aangemeld>(),
        in_gemeente: bekend.get::<InGemeente>(),
    });
    HttpResponse::build(melding.soort.status())
        .content_type("text/html; charset=utf-8")
        .body(html)
}
