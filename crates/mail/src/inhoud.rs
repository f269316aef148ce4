//! The words of each message, as text and as HTML. No figures, nothing about residents: a mail leaves the house.

use askama::Template;
use primitives::{Datum, Kwartaal, datum_lang};

use crate::MailError;

/// Subject, text and HTML of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inhoud {
    /// The subject, on one line.
    pub onderwerp: String,
    /// For programs that show text.
    pub tekst: String,
    /// For programs that show HTML.
    pub html: String,
}

/// The figures of a quarter are closed and can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KwartaalGesloten {
    /// The name of the municipality.
    pub gemeente: String,
    /// Which quarter.
    pub kwartaal: Kwartaal,
    /// 1 for the first closing; a higher one replaces figures that were told before.
    pub versie: u16,
    /// The address of the page.
    pub url: String,
    /// Who sends it.
    pub organisatie: String,
}

/// The agenda and the documents of a meeting can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverlegKlaar {
    /// The day of the meeting.
    pub datum: Datum,
    /// Where it is.
    pub plaats: String,
    /// The quarter that it is about.
    pub kwartaal: Kwartaal,
    /// The address of the page.
    pub url: String,
    /// Who sends it.
    pub organisatie: String,
}

#[derive(Template)]
#[template(path = "kwartaal_gesloten.txt")]
struct KwartaalTekst<'a> {
    m: &'a KwartaalGesloten,
    kwartaal: &'a str,
}

#[derive(Template)]
#[template(path = "kwartaal_gesloten.html")]
struct KwartaalHtml<'a> {
    m: &'a KwartaalGesloten,
    kwartaal: &'a str,
    onderwerp: &'a str,
}

#[derive(Template)]
#[template(path = "overleg_klaar.txt")]
struct OverlegTekst<'a> {
    m: &'a OverlegKlaar,
    kwartaal: &'a str,
    datum: &'a str,
}

#[derive(Template)]
#[template(path = "overleg_klaar.html")]
struct OverlegHtml<'a> {
    m: &'a OverlegKlaar,
    kwartaal: &'a str,
    datum: &'a str,
    onderwerp: &'a str,
}

impl KwartaalGesloten {
    /// The message in words.
    pub fn render(&self) -> Result<Inhoud, MailError> {
        let kwartaal = &in_words(self.kwartaal);
        let gemeente = one_line(&self.gemeente);
        let onderwerp = if self.versie > 1 {
            format!("Nieuwe cijfers van {gemeente} over het {kwartaal}")
        } else {
            format!("Kwartaalrapport van {gemeente} over het {kwartaal}")
        };
        Ok(Inhoud {
            tekst: KwartaalTekst { m: self, kwartaal }.render()?,
            html: KwartaalHtml {
                m: self,
                kwartaal,
                onderwerp: &onderwerp,
            }
            .render()?,
            onderwerp,
        })
    }
}

impl OverlegKlaar {
    /// The message in words.
    pub fn render(&self) -> Result<Inhoud, MailError> {
        let kwartaal = &in_words(self.kwartaal);
        let datum = &datum_lang(self.datum);
        let onderwerp = format!("Opdrachtgeversoverleg van {datum}: de stukken staan klaar");
        Ok(Inhoud {
            tekst: OverlegTekst {
                m: self,
                kwartaal,
                datum,
            }
            .render()?,
            html: OverlegHtml {
                m: self,
                kwartaal,
                datum,
                onderwerp: &onderwerp,
            }
            .render()?,
            onderwerp,
        })
    }
}

fn in_words(kwartaal: Kwartaal) -> String {
    format!("{}e kwartaal van {}", kwartaal.nummer(), kwartaal.jaar())
}

/// A subject is one line, whatever a name holds.
pub(crate) fn one_line(tekst: &str) -> String {
    tekst
        .split(|teken: char| teken.is_control())
        .collect::<Vec<_>>()
        .join(" ")
}
