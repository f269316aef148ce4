//! The frame around every chart and the drawing of its texts.

use std::fmt;

use super::Opschrift;
use crate::kleur::Kleur;
use crate::xml::Xml;

/// The width of every chart, in units of its own.
pub(super) const BREEDTE: f64 = 360.0;
/// The size of letters.
pub(super) const CORPS: f64 = 12.0;
/// The height of a line of text in a legend.
pub(super) const REGEL: f64 = 17.0;

/// Lines of a scale: decoration, so faint.
pub(super) const LIJN: Kleur = Kleur::new(0xcf, 0xd5, 0xdc);
/// The other municipalities of the group: 3 to 1 on white (WCAG 1.4.11).
pub(super) const GROEP: Kleur = Kleur::new(0x82, 0x8d, 0x9b);
/// The median of the group.
pub(super) const MEDIAAN: Kleur = Kleur::new(0x4a, 0x55, 0x65);
/// A norm or target.
pub(super) const NORM: Kleur = Kleur::new(0x9a, 0x34, 0x12);

/// Used on pages and, found by its second name, in PDF.
const LETTER: &str = "'Noto Sans Variable', 'Noto Sans', sans-serif";

/// A coordinate, written with at most one decimal: small files, equal on every machine.
#[derive(Clone, Copy)]
pub(super) struct P(pub(super) f64);

impl fmt::Display for P {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tekst = format!("{:.1}", self.0);
        let tekst = tekst.strip_suffix(".0").unwrap_or(&tekst);
        f.write_str(if tekst == "-0" { "0" } else { tekst })
    }
}

/// Where a text is held.
#[derive(Clone, Copy)]
pub(super) enum Anker {
    Begin,
    Midden,
    Einde,
}

impl Anker {
    const fn naam(self) -> &'static str {
        match self {
            Self::Begin => "start",
            Self::Midden => "middle",
            Self::Einde => "end",
        }
    }
}

/// How a text looks.
#[derive(Clone, Copy)]
pub(super) struct Letter {
    pub(super) anker: Anker,
    pub(super) vet: bool,
    pub(super) kleur: Kleur,
}

impl Letter {
    pub(super) const fn new(anker: Anker) -> Self {
        Self {
            anker,
            vet: false,
            kleur: Kleur::INKT,
        }
    }

    pub(super) const fn bold(self) -> Self {
        Self { vet: true, ..self }
    }

    pub(super) const fn coloured(self, kleur: Kleur) -> Self {
        Self { kleur, ..self }
    }
}

/// Opens the drawing with its accessible name and description.
pub(super) fn open_svg(opschrift: &Opschrift, soort: &str, breedte: f64, hoogte: f64) -> Xml {
    let id = slug(&opschrift.id);
    let mut xml = Xml::new();
    xml.open(
        "svg",
        &[
            ("xmlns", &"http://www.w3.org/2000/svg"),
            ("class", &format_args!("grafiek grafiek--{soort}")),
            ("viewBox", &format_args!("0 0 {} {}", P(breedte), P(hoogte))),
            ("role", &"img"),
            (
                "aria-labelledby",
                &format_args!("{id}-titel {id}-omschrijving"),
            ),
            ("font-family", &LETTER),
            ("font-size", &P(CORPS)),
        ],
    );
    xml.element(
        "title",
        &[("id", &format_args!("{id}-titel"))],
        &opschrift.titel,
    );
    xml.element(
        "desc",
        &[("id", &format_args!("{id}-omschrijving"))],
        &opschrift.omschrijving,
    );
    xml
}

/// Writes a text at a place.
pub(super) fn draw_text(xml: &mut Xml, x: f64, y: f64, letter: Letter, tekst: &str) {
    let gewicht = if letter.vet { "700" } else { "400" };
    xml.element(
        "text",
        &[
            ("class", &"grafiek__tekst"),
            ("x", &P(x)),
            ("y", &P(y)),
            ("text-anchor", &letter.anker.naam()),
            ("font-weight", &gewicht),
            ("fill", &letter.kleur),
        ],
        tekst,
    );
}

/// Draws a straight line; `streep` is the pattern of dashes, `none` for an unbroken one.
pub(super) fn draw_line(xml: &mut Xml, [x1, y1, x2, y2]: [f64; 4], kleur: Kleur, streep: &str) {
    xml.leaf(
        "line",
        &[
            ("x1", &P(x1)),
            ("y1", &P(y1)),
            ("x2", &P(x2)),
            ("y2", &P(y2)),
            ("stroke", &kleur),
            ("stroke-width", &"1"),
            ("stroke-dasharray", &streep),
        ],
    );
}

/// The width of a text, on the large side: Noto Sans is 0,57 of its size wide for digits and less for letters.
pub(super) fn text_width(tekst: &str) -> f64 {
    count(tekst.chars().count()) * CORPS * 0.58
}

/// Cuts a text that would not fit and ends it with an ellipsis.
pub(super) fn shorten(tekst: &str, ruimte: f64) -> String {
    if text_width(tekst) <= ruimte {
        return tekst.to_owned();
    }
    let mut kort = String::new();
    for teken in tekst.chars() {
        if text_width(&kort) + 2.0 * CORPS > ruimte {
            break;
        }
        kort.push(teken);
    }
    format!("{}…", kort.trim_end())
}

/// A number of things as a coordinate; nobody draws more than four thousand million.
pub(super) fn count(aantal: usize) -> f64 {
    f64::from(u32::try_from(aantal).unwrap_or(u32::MAX))
}

fn slug(id: &str) -> String {
    id.chars()
        .filter(|teken| teken.is_ascii_alphanumeric() || *teken == '-')
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_short() {
        let paren = [
            (1.0, "1"),
            (1.25, "1.2"),
            (-0.01, "0"),
            (12.99, "13"),
            (0.5, "0.5"),
        ];
        for (getal, tekst) in paren {
            assert_eq!(P(getal).to_string(), tekst);
        }
    }

    #[test]
    fn long_names_are_cut_and_ids_are_safe() {
        assert_eq!(shorten("kort", 100.0), "kort");
        let lang = shorten("Sociale contacten buitenshuis", 100.0);
        assert!(lang.ends_with('…') && text_width(&lang) <= 100.0, "{lang}");
        assert_eq!(slug("a b\"<é-1"), "ab-1");
    }
}
