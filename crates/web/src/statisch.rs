//! Pages for everybody, without login: accessibility, privacy, where to report a weakness.

use actix_web::HttpResponse;
use actix_web::web::{Data, ServiceConfig};
use askama::Template;
use http_base::{AppState, Pad, UITGELOGD_PAD};

use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    cfg.service(Pad::new("/toegankelijkheid").get(toegankelijkheid))
        .service(Pad::new("/privacy").get(privacy))
        .service(Pad::new(UITGELOGD_PAD).get(uitgelogd))
        .service(Pad::new("/.well-known/security.txt").get(security_txt))
        .service(Pad::new("/robots.txt").get(robots_txt));
}

#[derive(Template)]
#[template(path = "statisch/toegankelijkheid.html")]
struct ToegankelijkheidPagina {
    schil: Schil,
}

#[derive(Template)]
#[template(path = "statisch/privacy.html")]
struct PrivacyPagina {
    schil: Schil,
}

#[derive(Template)]
#[template(path = "statisch/uitgelogd.html")]
struct UitgelogdPagina {
    schil: Schil,
}

async fn uitgelogd(state: Data<AppState>) -> Antwoord {
    let schil = Schil::openbaar(&state, "U bent uitgelogd");
    render(&UitgelogdPagina { schil })
}

async fn toegankelijkheid(state: Data<AppState>) -> Antwoord {
    let schil = Schil::openbaar(&state, "Toegankelijkheid");
    render(&ToegankelijkheidPagina { schil })
}

async fn privacy(state: Data<AppState>) -> Antwoord {
    let schil = Schil::openbaar(&state, "Privacy");
    render(&PrivacyPagina { schil })
}

/// RFC 9116. The date must lie ahead, so it moves with the clock: always the end of next year.
async fn security_txt(state: Data<AppState>) -> HttpResponse {
    let jaar = state.clock.today().year() + 1;
    let tekst = format!(
        "Contact: {}\nExpires: {jaar}-12-31T22:59:59Z\nPreferred-Languages: nl, en\nCanonical: {}/.well-known/security.txt\n",
        state.settings.beveiligingscontact, state.settings.publieke_url,
    );
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body(tekst)
}

async fn robots_txt() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body("User-agent: *\nDisallow: /\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_render() {
        let schil = Schil::sample("Toegankelijkheid");
        assert!(
            ToegankelijkheidPagina { schil }
                .render()
                .unwrap()
                .contains("WCAG")
        );
        let schil = Schil::sample("Privacy");
        assert!(PrivacyPagina { schil }.render().unwrap().contains("AVG"));
    }
}
