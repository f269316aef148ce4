//! Addresses: which door, and where a visitor may be sent back to.

use actix_web::dev::{AppService, HttpServiceFactory};
use actix_web::http::Method;
use actix_web::{FromRequest, Handler, HttpResponse, Resource, Responder, Route, guard, web};

use crate::{Fout, Soort};

/// Whether the address belongs to the door for systems.
pub fn is_api(pad: &str) -> bool {
    pad == "/v1" || pad.starts_with("/v1/")
}

/// A path on this site, safe to redirect to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LokaalPad(String);

impl LokaalPad {
    /// The first page.
    pub fn start() -> Self {
        Self("/".to_owned())
    }

    /// Accepts `/pad?vraag`; anything that a browser could read as another site becomes the first page.
    ///
    /// Browsers take `//host`, `/\host` and a path with a tab or line end in front of the host for another site.
    pub fn parse(tekst: &str) -> Self {
        let is_lokaal = tekst.starts_with('/')
            && tekst.len() <= 1000
            && !tekst.starts_with("//")
            && !tekst.starts_with("/\\")
            && !tekst.starts_with("/login")
            && tekst.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
        if is_lokaal {
            Self(tekst.to_owned())
        } else {
            Self::start()
        }
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An address with its methods. Every other method gets 405 with `Allow`, as the API Design Rules want.
pub struct Pad {
    resource: Resource,
    methoden: Vec<Method>,
}

impl Pad {
    /// An address such as `/{gemeente}/beleid`, as yet without methods.
    pub fn new(pad: &str) -> Self {
        Self {
            resource: web::resource(pad),
            methoden: Vec::new(),
        }
    }

    /// Shows something: `Pad::new("/overleg").get(show)`. HEAD gives the same answer; actix leaves out its body.
    #[must_use]
    pub fn get<F, Args>(self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        let zien = guard::Any(guard::Get()).or(guard::Head());
        let route = web::route().guard(zien).to(handler);
        self.add(&[Method::GET, Method::HEAD], route)
    }

    /// Does something.
    #[must_use]
    pub fn post<F, Args>(self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.on(Method::POST, web::to(handler))
    }

    /// Answers a method by a route: `.on(Method::PUT, web::to(replace))`.
    #[must_use]
    pub fn on(self, methode: Method, route: Route) -> Self {
        let route = route.method(methode.clone());
        self.add(&[methode], route)
    }

    fn add(mut self, methoden: &[Method], route: Route) -> Self {
        self.resource = self.resource.route(route);
        self.methoden.extend_from_slice(methoden);
        self
    }

    /// The resource to register with actix.
    pub fn build(self) -> Resource {
        let allow = self
            .methoden
            .iter()
            .map(Method::as_str)
            .collect::<Vec<_>>()
            .join(", ");
        self.resource.default_service(web::to(move || {
            let allow = allow.clone();
            async move { method_not_allowed(&allow) }
        }))
    }
}

impl HttpServiceFactory for Pad {
    fn register(self, config: &mut AppService) {
        self.build().register(config);
    }
}

fn method_not_allowed(allow: &str) -> HttpResponse {
    let fout = Fout::new(Soort::MethodeNietToegestaan, "Deze methode kan hier niet.");
    let mut antwoord = HttpResponse::from_error(fout);
    if let Ok(waarde) = allow.parse() {
        antwoord
            .headers_mut()
            .insert(actix_web::http::header::ALLOW, waarde);
    }
    antwoord
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sends_back_to_paths_of_this_site_only() {
        for pad in ["/", "/GM0294/beleid?zoek=a%20b", "/overleg/2026-11-21"] {
            assert_eq!(LokaalPad::parse(pad).as_str(), pad);
        }
        for pad in [
            "",
            "//kwaad.example",
            "/\\kwaad.example",
            "https://kwaad.example",
            "/\tkwaad",
            "/a\r\nSet-Cookie: b=c",
            "/login?terug=/login",
            "javascript:alert(1)",
            "/a\\b",
        ] {
            assert_eq!(LokaalPad::parse(pad), LokaalPad::start(), "{pad:?}");
        }
    }
}
