//! A sparkline: a trend as small as a word, beside the figure that it belongs to.

use rust_decimal::Decimal;

use super::Opschrift;
use super::kader::{P, count, open_svg};
use super::schaal::Schaal;
use crate::cijfer::Cijfer;
use crate::kleur::Kleur;

const BREEDTE: f64 = 96.0;
const HOOGTE: f64 = 24.0;
const RAND: f64 = 4.0;

/// A trend without axes; its description tells what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sparkline {
    /// Title and description.
    pub opschrift: Opschrift,
    /// The figures from old to new.
    pub cijfers: Vec<Cijfer>,
    /// The colour of the line.
    pub kleur: Kleur,
}

/// Draws the line, with a dot on the last figure and gaps where figures are missing.
pub fn render_sparkline(sparkline: &Sparkline) -> String {
    let kleur = sparkline.kleur.readable();
    let waarden: Vec<Decimal> = sparkline
        .cijfers
        .iter()
        .filter_map(|cijfer| cijfer.waarde())
        .collect();
    let schaal = Schaal::for_trend(&waarden, Decimal::new(1, 2));
    let stap = (BREEDTE - 2.0 * RAND) / count(sparkline.cijfers.len().saturating_sub(1).max(1));
    let plek = |nummer: usize, waarde| {
        let x = stap.mul_add(count(nummer), RAND);
        (
            x,
            (HOOGTE - 2.0 * RAND).mul_add(1.0 - schaal.part(waarde), RAND),
        )
    };
    let mut xml = open_svg(&sparkline.opschrift, "sparkline", BREEDTE, HOOGTE);
    xml.open(
        "g",
        &[
            ("class", &"grafiek__eigen"),
            ("stroke", &kleur),
            ("fill", &kleur),
        ],
    );
    let mut pad = String::new();
    let mut pen = 'M';
    let mut laatste = None;
    for (nummer, cijfer) in sparkline.cijfers.iter().enumerate() {
        if let Some(waarde) = cijfer.waarde() {
            let (x, y) = plek(nummer, waarde);
            pad.push_str(&format!("{pen}{} {}", P(x), P(y)));
            pen = 'L';
            laatste = Some((x, y));
        } else {
            pen = 'M';
        }
    }
    if !pad.is_empty() {
        xml.leaf(
            "path",
            &[("d", &pad), ("fill", &"none"), ("stroke-width", &"1.5")],
        );
    }
    if let Some((x, y)) = laatste {
        xml.leaf("circle", &[("cx", &P(x)), ("cy", &P(y)), ("r", &"2.5")]);
    }
    xml.finish()
}
