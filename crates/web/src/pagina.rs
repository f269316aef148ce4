//! From template to answer.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use http_base::Fout;

/// What a page handler returns.
pub type Antwoord = Result<HttpResponse, Fout>;

/// A page.
pub fn render(pagina: &impl Template) -> Antwoord {
    render_with(StatusCode::OK, pagina)
}

/// The page of a form again, with what was typed and what is wrong with it (400).
pub fn render_invalid(pagina: &impl Template) -> Antwoord {
    render_with(StatusCode::BAD_REQUEST, pagina)
}

fn render_with(status: StatusCode, pagina: &impl Template) -> Antwoord {
    let html = pagina.render().map_err(Fout::storing)?;
    Ok(HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .body(html))
}
