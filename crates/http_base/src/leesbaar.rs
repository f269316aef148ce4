//! What arrives must be text: valid UTF-8 without NUL, which the database cannot keep.

use actix_web::Error;
use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use percent_encoding::percent_decode;

use crate::{Fout, Soort};

/// Middleware: refuses an address or a query that is no text once it is decoded.
pub async fn refuse_unreadable(
    req: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<EitherBody<impl MessageBody, BoxBody>>, Error> {
    let adres = req.uri().path_and_query();
    if adres.is_none_or(|adres| is_readable(adres.as_str().as_bytes())) {
        return Ok(next.call(req).await?.map_into_left_body());
    }
    Ok(req.error_response(unreadable()).map_into_right_body())
}

/// Whether percent-encoded text is valid UTF-8 without NUL.
pub(crate) fn is_readable(gecodeerd: &[u8]) -> bool {
    let bytes: Vec<u8> = percent_decode(gecodeerd).collect();
    is_text(&bytes)
}

/// Whether bytes are valid UTF-8 without NUL.
pub(crate) fn is_text(bytes: &[u8]) -> bool {
    !bytes.contains(&0) && std::str::from_utf8(bytes).is_ok()
}

pub(crate) fn unreadable() -> Fout {
    Fout::new(
        Soort::OngeldigeInvoer,
        "Wat u stuurde bevat tekens die wij niet kunnen lezen. Typ de tekst opnieuw in plaats van te plakken, en verstuur nog eens.",
    )
}

#[cfg(test)]
mod tests {
    use super::is_readable;

    #[test]
    fn text_is_utf8_without_nul() {
        for goed in [
            "/GM0294/beleid?zoek=caf%C3%A9+%F0%9F%98%80",
            "",
            "a=100%",
            "%zz",
        ] {
            assert!(is_readable(goed.as_bytes()), "{goed}");
        }
        for fout in ["a%00b", "%ff%fe", "%C3", "%C0%80", "a\0b"] {
            assert!(!is_readable(fout.as_bytes()), "{fout}");
        }
    }
}
