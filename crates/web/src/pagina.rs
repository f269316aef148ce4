//! From template to answer.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use askama::Template;
use http_base::Fout;
use primitives::Moment;
use reports::lijst::{Lijst, Lijstformaat, render_lijst};

/// What a page handler returns.
pub type Antwoord = Result<HttpResponse, Fout>;

/// A page.
pub fn render(pagina: &impl Template) -> Antwoord {
    render_with(StatusCode::OK, pagina)
}

/// The page of a form again, with what was typed and what is wrong with it (400).
///
/// It is rendered twice: the fields stand below the error summary, and the first time they tell it what they are
/// called (see [`Fouten::noem`](crate::formuliervelden::Fouten::noem)).
pub fn render_invalid(pagina: &impl Template) -> Antwoord {
    pagina.render().map_err(Fout::storing)?;
    render_with(StatusCode::BAD_REQUEST, pagina)
}

/// The page of a form again, with what was typed beside what somebody else wrote meanwhile (409).
pub fn render_conflict(pagina: &impl Template) -> Antwoord {
    render_with(StatusCode::CONFLICT, pagina)
}

/// A list as a file, called `naam` and the extension of the format.
pub fn render_lijstbestand(
    lijst: &Lijst,
    formaat: Lijstformaat,
    naam: &str,
    now: Moment,
) -> Antwoord {
    let bytes = render_lijst(lijst, formaat, now).map_err(Fout::storing)?;
    let naam = format!("{naam}.{}", formaat.extension());
    Ok(render_bestand(formaat.media_type(), &naam, bytes))
}

/// A file to keep.
pub fn render_bestand(soort: &str, naam: &str, bytes: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(soort)
        .insert_header((
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{naam}\""),
        ))
        .body(bytes)
}

fn render_with(status: StatusCode, pagina: &impl Template) -> Antwoord {
    let html = pagina.render().map_err(Fout::storing)?;
    Ok(HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .body(html))
}
