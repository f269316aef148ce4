//! Security headers on every answer (standards.md sections 1 and 2).

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;

use crate::{AppState, is_api};

/// Pages load style, font, picture and script from our own origin only; forms post to it only.
const CSP_PAGINA: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; \
    script-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
/// The version of the API (semver), on every answer under `/v1` and in its document.
pub const API_VERSIE: &str = "1.0.0";

const CSP_API: &str = "default-src 'none'; frame-ancestors 'none'";

/// Middleware: sets the headers; what a handler set itself stays.
pub async fn set_security_headers(
    req: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let state = AppState::of(req.request());
    let mut antwoord = next.call(req).await?;
    let is_api = is_api(antwoord.request().path());
    let koppen = antwoord.headers_mut();
    if is_api {
        set(koppen, HeaderName::from_static("api-version"), API_VERSIE);
        set(koppen, header::CONTENT_SECURITY_POLICY, CSP_API);
    } else if let Ok(csp) = HeaderValue::from_str(&page_policy(&state)) {
        koppen.insert(header::CONTENT_SECURITY_POLICY, csp);
    }
    set(koppen, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(koppen, header::X_FRAME_OPTIONS, "DENY");
    // Without any referrer a browser sends `Origin: null` with a form, and the form would be refused as foreign.
    let verwijzer = if is_api { "no-referrer" } else { "same-origin" };
    set(koppen, header::REFERRER_POLICY, verwijzer);
    set(koppen, header::CACHE_CONTROL, "no-store");
    set(
        koppen,
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(
        koppen,
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    set(
        koppen,
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=()",
    );
    if state.settings.is_tls() {
        set(
            koppen,
            header::STRICT_TRANSPORT_SECURITY,
            "max-age=31536000; includeSubDomains",
        );
    }
    Ok(antwoord)
}

/// Browsers hold a form to `form-action` after a redirect too, so logging out at the provider needs its origin.
fn page_policy(state: &AppState) -> String {
    match state.identity.origin() {
        Some(origin) => format!("{CSP_PAGINA} {origin}"),
        None => CSP_PAGINA.to_owned(),
    }
}

fn set(koppen: &mut HeaderMap, naam: HeaderName, waarde: &'static str) {
    if !koppen.contains_key(&naam) {
        koppen.insert(naam, HeaderValue::from_static(waarde));
    }
}
