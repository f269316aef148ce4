//! A stacked bar chart: how wholes are divided over the same ordered parts, such as steps of a ladder.

use rust_decimal::Decimal;

use super::Opschrift;
use super::kader::{
    Anker, BREEDTE, CORPS, Letter, P, REGEL, count, draw_text, open_svg, shorten, text_width,
};
use crate::cijfer::{Cijfer, as_f64};
use crate::kleur::Kleur;
use crate::xml::Xml;

/// The height of one bar with its name above it.
const RIJ: f64 = 44.0;
const DIKTE: f64 = 20.0;
/// White space between two parts: it, and not only the colour, tells them apart.
const NAAD: f64 = 1.5;

/// Bars of equal length, divided in parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stapelgrafiek {
    /// Title and description.
    pub opschrift: Opschrift,
    /// The parts in their order, which is the same in every bar.
    pub delen: Vec<Deel>,
    /// The bars from top to bottom.
    pub stapels: Vec<Stapel>,
    /// The colour of the last part; the others are paler.
    pub kleur: Kleur,
}

/// One of the parts into which every bar is divided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deel {
    /// One or two characters that stand in the bar, such as `4`.
    pub code: String,
    /// The name in the legend.
    pub naam: String,
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stapel {
    /// The name above the bar.
    pub naam: String,
    /// A figure for every part, in the order of the parts.
    pub cijfers: Vec<Cijfer>,
    /// The whole, where it is more than the sum of the known parts: what is suppressed is shown as one blank rest.
    pub totaal: Option<Decimal>,
}

/// Draws the chart.
pub fn render_stapelgrafiek(grafiek: &Stapelgrafiek) -> String {
    let kleuren = ramp(grafiek.kleur.readable(), grafiek.delen.len());
    let staven = RIJ * count(grafiek.stapels.len());
    let rest = grafiek
        .stapels
        .iter()
        .any(|stapel| blank(stapel) > Decimal::ZERO);
    let regels = grafiek.delen.len() + usize::from(rest);
    let hoogte = staven + 8.0 + REGEL * count(regels);
    let mut xml = open_svg(&grafiek.opschrift, "stapel", BREEDTE, hoogte);
    for (nummer, stapel) in grafiek.stapels.iter().enumerate() {
        draw_stapel(&mut xml, grafiek, &kleuren, stapel, RIJ * count(nummer));
    }
    for (nummer, (deel, kleur)) in grafiek.delen.iter().zip(&kleuren).enumerate() {
        let y = staven + 4.0 + REGEL * count(nummer);
        draw_legend(&mut xml, y, *kleur, &deel.code, &deel.naam);
    }
    if rest {
        let y = staven + 4.0 + REGEL * count(grafiek.delen.len());
        draw_legend(
            &mut xml,
            y,
            Kleur::WIT,
            "",
            "niet getoond: te weinig personen",
        );
    }
    xml.finish()
}

/// From pale to full, in as many steps as there are parts.
fn ramp(kleur: Kleur, aantal: usize) -> Vec<Kleur> {
    let stappen = u32::try_from(aantal)
        .unwrap_or(u32::MAX)
        .saturating_sub(1)
        .max(1);
    (0..aantal)
        .map(|nummer| {
            let terug = stappen.saturating_sub(u32::try_from(nummer).unwrap_or(u32::MAX));
            // The palest keeps a fifth of the colour.
            kleur.mix(Kleur::WIT, terug.saturating_mul(80) / stappen)
        })
        .collect()
}

fn known(stapel: &Stapel) -> Decimal {
    stapel
        .cijfers
        .iter()
        .filter_map(|cijfer| positive(*cijfer))
        .sum()
}

/// What is left of the whole after the known parts.
fn blank(stapel: &Stapel) -> Decimal {
    let totaal = stapel.totaal.map(bounded).unwrap_or_default();
    (totaal - known(stapel)).max(Decimal::ZERO)
}

/// Far beyond any figure of a municipality; keeps sums within what a Decimal can hold.
fn bounded(waarde: Decimal) -> Decimal {
    waarde.min(Decimal::from_parts(1_000_000_000, 0, 0, false, 0))
}

/// A part of a whole cannot be negative; such a figure is not drawn.
fn positive(cijfer: Cijfer) -> Option<Decimal> {
    cijfer
        .waarde()
        .filter(|waarde| *waarde > Decimal::ZERO)
        .map(bounded)
}

fn draw_stapel(
    xml: &mut Xml,
    grafiek: &Stapelgrafiek,
    kleuren: &[Kleur],
    stapel: &Stapel,
    boven: f64,
) {
    let y = boven + CORPS + 5.0;
    draw_text(
        xml,
        0.0,
        boven + CORPS,
        Letter::new(Anker::Begin),
        &shorten(&stapel.naam, BREEDTE),
    );
    let geheel = known(stapel) + blank(stapel);
    if geheel.is_zero() {
        draw_text(
            xml,
            0.0,
            y + 14.0,
            Letter::new(Anker::Begin),
            crate::cijfer::GEEN_CIJFER,
        );
        return;
    }
    let mut x = 0.0;
    for ((cijfer, kleur), deel) in stapel.cijfers.iter().zip(kleuren).zip(&grafiek.delen) {
        if let Some(waarde) = positive(*cijfer) {
            let breedte = as_f64(waarde / geheel) * BREEDTE;
            draw_part(xml, [x, y, breedte], *kleur, &deel.code);
            x += breedte;
        }
    }
    let rest = as_f64(blank(stapel) / geheel) * BREEDTE;
    if rest > 0.0 {
        draw_part(xml, [x, y, rest], Kleur::WIT, "");
    }
}

fn draw_part(xml: &mut Xml, [x, y, breedte]: [f64; 3], kleur: Kleur, code: &str) {
    draw_block(xml, [x, y, (breedte - NAAD).max(0.5), DIKTE], kleur);
    if text_width(code) + 4.0 <= breedte {
        let letter = Letter::new(Anker::Midden).bold().coloured(kleur.text_on());
        draw_text(xml, x + (breedte - NAAD) / 2.0, y + 14.5, letter, code);
    }
}

/// A block has an outline in ink, so that the palest parts stand out from the paper too.
fn draw_block(xml: &mut Xml, [x, y, breedte, hoogte]: [f64; 4], kleur: Kleur) {
    xml.leaf(
        "rect",
        &[
            ("x", &P(x + 0.5)),
            ("y", &P(y + 0.5)),
            ("width", &P((breedte - 1.0).max(0.5))),
            ("height", &P(hoogte - 1.0)),
            ("fill", &kleur),
            ("stroke", &Kleur::INKT.mix(Kleur::WIT, 40)),
            ("stroke-width", &"1"),
        ],
    );
}

fn draw_legend(xml: &mut Xml, y: f64, kleur: Kleur, code: &str, naam: &str) {
    draw_block(xml, [0.0, y, 20.0, 14.0], kleur);
    let letter = Letter::new(Anker::Midden).bold().coloured(kleur.text_on());
    draw_text(xml, 10.0, y + 11.0, letter, code);
    draw_text(
        xml,
        28.0,
        y + 11.0,
        Letter::new(Anker::Begin),
        &shorten(naam, BREEDTE - 28.0),
    );
}
