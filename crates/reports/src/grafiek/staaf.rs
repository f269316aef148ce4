//! A bar chart: one figure for each of several things, such as municipalities.

use rust_decimal::Decimal;

use super::Opschrift;
use super::kader::{
    Anker, BREEDTE, CORPS, GROEP, Letter, MEDIAAN, P, count, draw_line, draw_text, open_svg,
    shorten, text_width,
};
use super::schaal::Schaal;
use crate::Eenheid;
use crate::cijfer::{Cijfer, render_waarde_nl};
use crate::kleur::Kleur;
use crate::xml::Xml;

/// The height of one bar with its name above it.
const RIJ: f64 = 38.0;
const DIKTE: f64 = 15.0;

/// Bars that lie under each other, each with its name above it and its figure behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staafgrafiek {
    /// Title and description.
    pub opschrift: Opschrift,
    /// The unit of all figures.
    pub eenheid: Eenheid,
    /// The bars from top to bottom.
    pub staven: Vec<Staaf>,
    /// A value to compare with, drawn through all bars.
    pub grens: Option<Grens>,
    /// The colour of the bars that stand out.
    pub kleur: Kleur,
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staaf {
    /// The name of what is counted.
    pub naam: String,
    /// The figure.
    pub cijfer: Cijfer,
    /// Whether this is the one that the reader answers for.
    pub is_eigen: bool,
}

/// A value to compare bars with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grens {
    /// What the value is, such as `mediaan`.
    pub naam: String,
    /// The value.
    pub waarde: Decimal,
}

/// Draws the chart.
pub fn render_staafgrafiek(grafiek: &Staafgrafiek) -> String {
    let schaal = scale(grafiek);
    let cijfers = grafiek
        .staven
        .iter()
        .filter(|staaf| staaf.cijfer.waarde().is_some());
    let ruimte = cijfers
        .map(|staaf| text_width(&staaf.cijfer.render_nl(grafiek.eenheid)))
        .fold(0.0, f64::max);
    let breedte = BREEDTE - ruimte - 8.0;
    let einde = RIJ * count(grafiek.staven.len());
    let voet = if grafiek.grens.is_some() { 22.0 } else { 2.0 };
    let mut xml = open_svg(&grafiek.opschrift, "staaf", BREEDTE, einde + voet);
    for (nummer, staaf) in grafiek.staven.iter().enumerate() {
        let boven = RIJ * count(nummer);
        draw_staaf(
            &mut xml,
            grafiek,
            &Baan {
                schaal,
                breedte,
                boven,
            },
            staaf,
        );
    }
    let nul = schaal.part(Decimal::ZERO) * breedte;
    draw_line(&mut xml, [nul, 4.0, nul, einde], Kleur::INKT, "none");
    if let Some(grens) = &grafiek.grens {
        draw_grens(
            &mut xml,
            grafiek.eenheid,
            grens,
            schaal.part(grens.waarde) * breedte,
            einde,
        );
    }
    xml.finish()
}

/// The place of one bar.
struct Baan {
    schaal: Schaal,
    breedte: f64,
    boven: f64,
}

fn scale(grafiek: &Staafgrafiek) -> Schaal {
    let waarden: Vec<Decimal> = grafiek
        .staven
        .iter()
        .filter_map(|staaf| staaf.cijfer.waarde())
        .chain(grafiek.grens.iter().map(|grens| grens.waarde))
        .collect();
    Schaal::for_bars(&waarden, Decimal::new(1, grafiek.eenheid.decimalen()))
}

fn draw_staaf(xml: &mut Xml, grafiek: &Staafgrafiek, baan: &Baan, staaf: &Staaf) {
    let (class, kleur) = if staaf.is_eigen {
        ("grafiek__eigen", grafiek.kleur.readable())
    } else {
        ("grafiek__groep", GROEP)
    };
    let letter = Letter::new(Anker::Begin);
    let letter = if staaf.is_eigen {
        letter.bold()
    } else {
        letter
    };
    draw_text(
        xml,
        0.0,
        baan.boven + CORPS,
        letter,
        &shorten(&staaf.naam, BREEDTE),
    );
    let nul = baan.schaal.part(Decimal::ZERO) * baan.breedte;
    let y = baan.boven + CORPS + 5.0;
    let tekst = staaf.cijfer.render_nl(grafiek.eenheid);
    let Some(waarde) = staaf.cijfer.waarde() else {
        draw_text(xml, nul + 6.0, y + 12.0, letter, &tekst);
        return;
    };
    let einde = baan.schaal.part(waarde) * baan.breedte;
    xml.leaf(
        "rect",
        &[
            ("class", &class),
            ("x", &P(nul.min(einde))),
            ("y", &P(y)),
            ("width", &P((einde - nul).abs())),
            ("height", &P(DIKTE)),
            ("fill", &kleur),
        ],
    );
    draw_text(xml, nul.max(einde) + 6.0, y + 12.0, letter, &tekst);
}

fn draw_grens(xml: &mut Xml, eenheid: Eenheid, grens: &Grens, x: f64, einde: f64) {
    let tekst = format!("{} {}", grens.naam, render_waarde_nl(grens.waarde, eenheid));
    draw_line(xml, [x, 4.0, x, einde + 6.0], MEDIAAN, "4 3");
    let anker = if x + text_width(&tekst) < BREEDTE {
        Anker::Begin
    } else {
        Anker::Einde
    };
    draw_text(xml, x, einde + 18.0, Letter::new(anker), &tekst);
}
