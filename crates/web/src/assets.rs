//! Style, script and fonts, embedded by `build.rs` under an address that changes with their content.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::middleware::Compress;
use actix_web::web::{self, Path, ServiceConfig};
use http_base::{Fout, Pad};

use crate::thema;

include!(concat!(env!("OUT_DIR"), "/bestanden.rs"));

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    let bestanden = web::scope("/assets")
        .wrap(Compress::default())
        .service(Pad::new("/thema/{kleur}.css").get(theme))
        .service(Pad::new("/teken.svg").get(icon))
        .service(Pad::new("/{kenmerk}/{naam}").get(file));
    cfg.service(bestanden)
        .service(Pad::new("/favicon.ico").get(icon));
}

/// The content under this address never changes, so a browser asks once a year.
async fn file(pad: Path<(String, String)>) -> Result<HttpResponse, Fout> {
    let (kenmerk, gevraagd) = pad.into_inner();
    let (_, soort, inhoud) = BESTANDEN
        .iter()
        .find(|(naam, _, _)| kenmerk == KENMERK && *naam == gevraagd)
        .ok_or_else(Fout::niet_gevonden)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, *soort))
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .body(*inhoud))
}

/// The colours that belong to a main colour: 16 custom properties that override the theme.
async fn theme(kleur: Path<String>) -> Result<HttpResponse, Fout> {
    let css = thema::css(&kleur).ok_or_else(Fout::niet_gevonden)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/css; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "public, max-age=86400"))
        .body(css))
}

async fn icon() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "image/svg+xml"))
        .insert_header((header::CACHE_CONTROL, "public, max-age=86400"))
        .body(include_str!("../assets/teken.svg"))
}
