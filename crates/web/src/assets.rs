//! Style, script and fonts, embedded by `build.rs` under an address that changes with their content.

use actix_web::http::header;
use actix_web::web::{self, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use http_base::Fout;
use primitives::GemeenteCode;

use crate::thema;

include!(concat!(env!("OUT_DIR"), "/bestanden.rs"));

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    cfg.route("/assets/thema/{gemeente}.css", web::get().to(theme))
        .route("/assets/{kenmerk}/{naam}", web::get().to(file))
        .route("/favicon.ico", web::get().to(icon))
        .route("/assets/teken.svg", web::get().to(icon));
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

/// The colours of a municipality: 16 custom properties that override the theme.
async fn theme(req: HttpRequest) -> Result<HttpResponse, Fout> {
    let code = req.match_info().get("gemeente").unwrap_or_default();
    let code = GemeenteCode::parse(code).map_err(|_| Fout::niet_gevonden())?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/css; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .body(thema::of(Some(code)).css()))
}

async fn icon() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "image/svg+xml"))
        .insert_header((header::CACHE_CONTROL, "public, max-age=86400"))
        .body(include_str!("../assets/teken.svg"))
}
