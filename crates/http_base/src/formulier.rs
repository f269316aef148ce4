//! A form that came from our own page.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::{self, HeaderValue};
use actix_web::web::{Bytes, Query};
use actix_web::{FromRequest, HttpRequest};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::leesbaar::{is_readable, unreadable};
use crate::{Aangemeld, AppState, Fout, Soort};

/// The fields of a form, after the check that it came from our own page in the same session.
///
/// Give the struct `String` fields with `#[serde(default)]`, so that a missing field is an empty one, and read
/// them with `primitives::Veldcontrole`: every fault at once, and what was typed can be shown again.
#[derive(Debug)]
pub struct Formulier<T>(pub T);

/// A form without fields: a button.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct LeegFormulier {}

#[derive(Deserialize)]
struct Csrf {
    #[serde(default, rename = "_csrf")]
    token: String,
}

impl<T: DeserializeOwned + 'static> FromRequest for Formulier<T> {
    type Error = Fout;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fout>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let aangemeld = Aangemeld::from_request(req, &mut Payload::None);
        let inhoud = Bytes::from_request(req, payload);
        let req = req.clone();
        Box::pin(async move {
            let aangemeld = aangemeld.await?;
            check_origin(&req)?;
            if !is_urlencoded(&req) {
                return Err(actix_web::error::UrlencodedError::ContentType.into());
            }
            let inhoud = inhoud.await.map_err(|fout| read_error(&fout))?;
            if !is_readable(&inhoud) {
                return Err(unreadable());
            }
            let tekst = String::from_utf8_lossy(&inhoud);
            let csrf = Query::<Csrf>::from_query(&tekst)?;
            if !aangemeld.is_own_form(&csrf.token) {
                return Err(vreemd_formulier());
            }
            Ok(Self(Query::<T>::from_query(&tekst)?.into_inner()))
        })
    }
}

/// Browsers say where a request comes from; both signs must point to ourselves where they are given.
pub(crate) fn check_origin(req: &HttpRequest) -> Result<(), Fout> {
    let state = AppState::of(req);
    let kop = |naam: &str| req.headers().get(naam).map(HeaderValue::as_bytes);
    let is_eigen = kop("sec-fetch-site").is_none_or(|site| site == b"same-origin")
        && kop("origin").is_none_or(|origin| origin == state.settings.publieke_url.as_bytes());
    if is_eigen {
        Ok(())
    } else {
        Err(vreemd_formulier())
    }
}

pub(crate) fn vreemd_formulier() -> Fout {
    Fout::new(
        Soort::NietToegestaan,
        "Dit formulier hoort niet (meer) bij uw sessie. Open de pagina opnieuw en vul het nog eens in.",
    )
}

fn is_urlencoded(req: &HttpRequest) -> bool {
    req.headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|soort| {
            soort
                .as_bytes()
                .starts_with(b"application/x-www-form-urlencoded")
        })
}

fn read_error(fout: &actix_web::Error) -> Fout {
    if fout.as_response_error().status_code() == actix_web::http::StatusCode::PAYLOAD_TOO_LARGE {
        Fout::te_groot()
    } else {
        Fout::afgebroken()
    }
}
