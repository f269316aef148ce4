//! A line chart: one municipality over time, with its group behind it.

use primitives::Kwartaal;
use rust_decimal::Decimal;

use super::Opschrift;
use super::kader::{
    Anker, BREEDTE, CORPS, GROEP, LIJN, Letter, MEDIAAN, NORM, P, REGEL, count, draw_line,
    draw_text, open_svg, text_width,
};
use super::schaal::Schaal;
use crate::Eenheid;
use crate::cijfer::{Cijfer, render_waarde_kort, render_waarde_nl};
use crate::kleur::Kleur;
use crate::xml::Xml;

/// The height of the plot between its lowest and highest line.
const HOOGTE: f64 = 150.0;
const BOVEN: f64 = 26.0;
const ONDER: f64 = BOVEN + HOOGTE;

/// Several series of figures over the same moments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lijngrafiek {
    /// Title and description.
    pub opschrift: Opschrift,
    /// The unit of all figures.
    pub eenheid: Eenheid,
    /// The moments, from old to new.
    pub tikken: Vec<Tik>,
    /// The series; each has one figure for every moment, and missing ones at the end may be left out.
    pub reeksen: Vec<Reeks>,
    /// The colour of the own municipality.
    pub kleur: Kleur,
}

/// A moment on the horizontal axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tik {
    /// What stands under the moment, such as `K1`.
    pub kort: String,
    /// What stands under the first of the moments that share it, such as `2026`.
    pub groep: String,
}

impl From<Kwartaal> for Tik {
    fn from(kwartaal: Kwartaal) -> Self {
        Self {
            kort: format!("K{}", kwartaal.nummer()),
            groep: kwartaal.jaar().to_string(),
        }
    }
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reeks {
    /// The name in the legend; the lines of other municipalities share one entry and their names are not shown.
    pub naam: String,
    /// What the line is, which decides how it looks.
    pub soort: Reekssoort,
    /// The figures from old to new.
    pub cijfers: Vec<Cijfer>,
}

/// What a line stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reekssoort {
    /// The municipality that the reader answers for: thick, with round markers and its last figure.
    Eigen,
    /// Another municipality of the group: thin and grey.
    Groep,
    /// The median of the group: dashed, with square markers.
    Mediaan,
    /// A norm or target: long dashes.
    Norm,
}

impl Reekssoort {
    const fn class(self) -> &'static str {
        match self {
            Self::Eigen => "grafiek__eigen",
            Self::Groep => "grafiek__groep",
            Self::Mediaan => "grafiek__mediaan",
            Self::Norm => "grafiek__norm",
        }
    }

    const fn dashes(self) -> &'static str {
        match self {
            Self::Eigen | Self::Groep => "none",
            Self::Mediaan => "5 3",
            Self::Norm => "10 4",
        }
    }

    const fn width(self) -> f64 {
        match self {
            Self::Eigen => 2.5,
            Self::Groep => 1.0,
            Self::Mediaan | Self::Norm => 1.5,
        }
    }
}

/// Draws the chart.
pub fn render_lijngrafiek(grafiek: &Lijngrafiek) -> String {
    let vlak = Vlak::for_grafiek(grafiek);
    let legenda = legend(grafiek);
    let hoogte = ONDER + 40.0 + REGEL * count(legenda.len());
    let mut xml = open_svg(&grafiek.opschrift, "lijn", BREEDTE, hoogte);
    draw_axes(&mut xml, grafiek, &vlak);
    for soort in [
        Reekssoort::Groep,
        Reekssoort::Norm,
        Reekssoort::Mediaan,
        Reekssoort::Eigen,
    ] {
        for reeks in grafiek.reeksen.iter().filter(|reeks| reeks.soort == soort) {
            draw_reeks(&mut xml, &vlak, reeks);
        }
    }
    draw_last_figures(&mut xml, grafiek, &vlak);
    for (nummer, regel) in legenda.iter().enumerate() {
        let y = ONDER + 48.0 + REGEL * count(nummer);
        draw_legend(&mut xml, y, vlak.kleur, regel);
    }
    xml.finish()
}

/// The plot and how numbers find their place in it.
struct Vlak {
    links: f64,
    rechts: f64,
    schaal: Schaal,
    tikken: usize,
    kleur: Kleur,
}

impl Vlak {
    fn for_grafiek(grafiek: &Lijngrafiek) -> Self {
        let waarden: Vec<Decimal> = grafiek
            .reeksen
            .iter()
            .flat_map(|reeks| reeks.cijfers.iter().filter_map(|cijfer| cijfer.waarde()))
            .collect();
        let kleinste = Decimal::new(1, grafiek.eenheid.decimalen());
        let schaal = Schaal::for_trend(&waarden, kleinste);
        let eenheid = grafiek.eenheid;
        let widest = |teksten: &mut dyn Iterator<Item = String>| {
            teksten.map(|tekst| text_width(&tekst)).fold(0.0, f64::max)
        };
        let links = widest(
            &mut schaal
                .ticks()
                .into_iter()
                .map(|tik| render_waarde_kort(tik, eenheid)),
        );
        let rechts =
            widest(&mut last_figures(grafiek).map(|(_, cijfer)| render_waarde_nl(cijfer, eenheid)));
        Self {
            links: links + 8.0,
            rechts: BREEDTE - rechts - 10.0,
            schaal,
            tikken: grafiek.tikken.len(),
            kleur: grafiek.kleur.readable(),
        }
    }

    fn x(&self, nummer: usize) -> f64 {
        // Half a step is kept free at both sides, so that a single moment stands in the middle.
        let stap = (self.rechts - self.links) / count(self.tikken.max(1));
        stap.mul_add(count(nummer) + 0.5, self.links)
    }

    fn y(&self, waarde: Decimal) -> f64 {
        HOOGTE.mul_add(-self.schaal.part(waarde), ONDER)
    }

    fn colour(&self, soort: Reekssoort) -> Kleur {
        match soort {
            Reekssoort::Eigen => self.kleur,
            Reekssoort::Groep => GROEP,
            Reekssoort::Mediaan => MEDIAAN,
            Reekssoort::Norm => NORM,
        }
    }
}

fn draw_axes(xml: &mut Xml, grafiek: &Lijngrafiek, vlak: &Vlak) {
    let mut kop = grafiek.eenheid.naam().to_owned();
    if vlak.schaal.is_cut() {
        let begin = render_waarde_kort(vlak.schaal.onder(), grafiek.eenheid);
        kop = format!("{kop} (let op: de schaal begint bij {begin})");
    }
    draw_text(xml, 0.0, CORPS, Letter::new(Anker::Begin), &kop);
    xml.open("g", &[("class", &"grafiek__as")]);
    for tik in vlak.schaal.ticks() {
        let y = vlak.y(tik);
        draw_line(xml, [vlak.links, y, vlak.rechts, y], LIJN, "none");
        let tekst = render_waarde_kort(tik, grafiek.eenheid);
        draw_text(
            xml,
            vlak.links - 5.0,
            y + 4.0,
            Letter::new(Anker::Einde),
            &tekst,
        );
    }
    draw_moments(xml, grafiek, vlak);
    xml.close();
}

fn draw_moments(xml: &mut Xml, grafiek: &Lijngrafiek, vlak: &Vlak) {
    let breedste = grafiek
        .tikken
        .iter()
        .map(|tik| text_width(&tik.kort))
        .fold(1.0, f64::max);
    let ruimte = (vlak.rechts - vlak.links) / count(vlak.tikken.max(1));
    let mut vrij_vanaf = f64::MIN;
    let mut groep_vrij_vanaf = f64::MIN;
    let mut vorige_groep = "";
    for (nummer, tik) in grafiek.tikken.iter().enumerate() {
        let x = vlak.x(nummer);
        if x >= vrij_vanaf {
            draw_text(xml, x, ONDER + 15.0, Letter::new(Anker::Midden), &tik.kort);
            vrij_vanaf = x + (breedste + 4.0).max(ruimte * 0.9);
        }
        if tik.groep != vorige_groep && x >= groep_vrij_vanaf {
            draw_text(xml, x, ONDER + 30.0, Letter::new(Anker::Midden), &tik.groep);
            groep_vrij_vanaf = x + text_width(&tik.groep) + 6.0;
        }
        vorige_groep = &tik.groep;
    }
}

/// Draws one line, broken where a figure is missing, with a mark on the axis where one is suppressed.
fn draw_reeks(xml: &mut Xml, vlak: &Vlak, reeks: &Reeks) {
    let kleur = vlak.colour(reeks.soort);
    xml.open(
        "g",
        &[
            ("class", &reeks.soort.class()),
            ("stroke", &kleur),
            ("fill", &kleur),
        ],
    );
    for stuk in pieces(vlak, reeks) {
        let punten: Vec<String> = stuk
            .iter()
            .map(|(x, y)| format!("{},{}", P(*x), P(*y)))
            .collect();
        if punten.len() > 1 {
            xml.leaf(
                "polyline",
                &[
                    ("points", &punten.join(" ")),
                    ("fill", &"none"),
                    ("stroke-width", &P(reeks.soort.width())),
                    ("stroke-dasharray", &reeks.soort.dashes()),
                    ("stroke-linejoin", &"round"),
                ],
            );
        }
        let is_los = stuk.len() == 1;
        for (x, y) in stuk {
            draw_marker(xml, reeks.soort, is_los, x, y);
        }
    }
    if reeks.soort == Reekssoort::Eigen {
        for (nummer, _) in moments(vlak, reeks).filter(|(_, cijfer)| *cijfer == Cijfer::Onderdrukt)
        {
            draw_suppressed(xml, vlak.x(nummer), ONDER);
        }
    }
    xml.close();
}

fn moments(vlak: &Vlak, reeks: &Reeks) -> impl Iterator<Item = (usize, Cijfer)> {
    reeks.cijfers.iter().copied().take(vlak.tikken).enumerate()
}

/// The unbroken pieces of a line.
fn pieces(vlak: &Vlak, reeks: &Reeks) -> Vec<Vec<(f64, f64)>> {
    let mut stukken = vec![Vec::new()];
    for (nummer, cijfer) in moments(vlak, reeks) {
        match (cijfer.waarde(), stukken.last_mut()) {
            (Some(waarde), Some(stuk)) => stuk.push((vlak.x(nummer), vlak.y(waarde))),
            _ => stukken.push(Vec::new()),
        }
    }
    stukken.retain(|stuk| !stuk.is_empty());
    stukken
}

fn draw_marker(xml: &mut Xml, soort: Reekssoort, is_los: bool, x: f64, y: f64) {
    match soort {
        Reekssoort::Eigen => xml.leaf("circle", &[("cx", &P(x)), ("cy", &P(y)), ("r", &"3.5")]),
        Reekssoort::Mediaan => xml.leaf(
            "rect",
            &[
                ("x", &P(x - 2.5)),
                ("y", &P(y - 2.5)),
                ("width", &"5"),
                ("height", &"5"),
            ],
        ),
        Reekssoort::Groep if is_los => {
            xml.leaf("circle", &[("cx", &P(x)), ("cy", &P(y)), ("r", &"1.5")])
        }
        Reekssoort::Norm if is_los => xml.leaf(
            "line",
            &[
                ("x1", &P(x - 8.0)),
                ("y1", &P(y)),
                ("x2", &P(x + 8.0)),
                ("y2", &P(y)),
            ],
        ),
        Reekssoort::Groep | Reekssoort::Norm => xml,
    };
}

fn draw_suppressed(xml: &mut Xml, x: f64, y: f64) {
    let punten = format!(
        "{},{} {},{} {},{} {},{}",
        P(x),
        P(y - 5.0),
        P(x + 5.0),
        P(y),
        P(x),
        P(y + 5.0),
        P(x - 5.0),
        P(y)
    );
    xml.leaf(
        "polygon",
        &[
            ("points", &punten),
            ("fill", &Kleur::WIT),
            ("stroke-width", &"1.5"),
        ],
    );
}

/// The last known figure of each line that is named directly.
fn last_figures(grafiek: &Lijngrafiek) -> impl Iterator<Item = (Reekssoort, Decimal)> {
    [Reekssoort::Eigen, Reekssoort::Mediaan]
        .into_iter()
        .filter_map(|soort| {
            let reeks = grafiek.reeksen.iter().find(|reeks| reeks.soort == soort)?;
            let laatste = reeks.cijfers.get(grafiek.tikken.len().checked_sub(1)?)?;
            Some((soort, laatste.waarde()?))
        })
}

/// Writes the last figures beside their lines, pushed apart when the lines end close together.
fn draw_last_figures(xml: &mut Xml, grafiek: &Lijngrafiek, vlak: &Vlak) {
    let mut eigen_y = None;
    for (soort, waarde) in last_figures(grafiek) {
        let y = vlak.y(waarde);
        let (plek, letter) = match (soort, eigen_y) {
            (Reekssoort::Eigen, _) => {
                eigen_y = Some(y);
                (y, Letter::new(Anker::Begin).bold().coloured(vlak.kleur))
            }
            (_, Some(eigen)) if y >= eigen => {
                (y.max(eigen + CORPS + 1.0), Letter::new(Anker::Begin))
            }
            (_, Some(eigen)) => (y.min(eigen - CORPS - 1.0), Letter::new(Anker::Begin)),
            (_, None) => (y, Letter::new(Anker::Begin)),
        };
        let x = vlak.x(vlak.tikken.saturating_sub(1)) + 7.0;
        draw_text(
            xml,
            x,
            plek + 4.0,
            letter,
            &render_waarde_nl(waarde, grafiek.eenheid),
        );
    }
}

enum Legendaregel {
    Lijn(Reekssoort, String),
    Onderdrukt,
}

fn legend(grafiek: &Lijngrafiek) -> Vec<Legendaregel> {
    let mut regels: Vec<Legendaregel> = [Reekssoort::Eigen, Reekssoort::Mediaan, Reekssoort::Norm]
        .into_iter()
        .flat_map(|soort| {
            grafiek
                .reeksen
                .iter()
                .filter(move |reeks| reeks.soort == soort)
        })
        .map(|reeks| Legendaregel::Lijn(reeks.soort, reeks.naam.clone()))
        .collect();
    let anderen = grafiek
        .reeksen
        .iter()
        .filter(|reeks| reeks.soort == Reekssoort::Groep)
        .count();
    match anderen {
        0 => {}
        1 => regels.push(Legendaregel::Lijn(
            Reekssoort::Groep,
            "andere gemeente in de groep".to_owned(),
        )),
        _ => regels.push(Legendaregel::Lijn(
            Reekssoort::Groep,
            format!("{anderen} andere gemeenten in de groep"),
        )),
    }
    let is_onderdrukt = grafiek.reeksen.iter().any(|reeks| {
        reeks.soort == Reekssoort::Eigen && reeks.cijfers.contains(&Cijfer::Onderdrukt)
    });
    if is_onderdrukt {
        regels.push(Legendaregel::Onderdrukt);
    }
    regels
}

fn draw_legend(xml: &mut Xml, y: f64, eigen: Kleur, regel: &Legendaregel) {
    let midden = y - 4.0;
    let tekst = match regel {
        Legendaregel::Lijn(soort, naam) => {
            let kleur = match soort {
                Reekssoort::Eigen => eigen,
                Reekssoort::Groep => GROEP,
                Reekssoort::Mediaan => MEDIAAN,
                Reekssoort::Norm => NORM,
            };
            xml.open(
                "g",
                &[
                    ("class", &soort.class()),
                    ("stroke", &kleur),
                    ("fill", &kleur),
                ],
            );
            xml.leaf(
                "line",
                &[
                    ("x1", &"2"),
                    ("y1", &P(midden)),
                    ("x2", &"30"),
                    ("y2", &P(midden)),
                    ("stroke-width", &P(soort.width())),
                    ("stroke-dasharray", &soort.dashes()),
                ],
            );
            draw_marker(xml, *soort, false, 16.0, midden);
            xml.close();
            naam.as_str()
        }
        Legendaregel::Onderdrukt => {
            xml.open("g", &[("class", &"grafiek__eigen"), ("stroke", &eigen)]);
            draw_suppressed(xml, 16.0, midden);
            xml.close();
            "niet getoond: te weinig personen"
        }
    };
    draw_text(xml, 38.0, y, Letter::new(Anker::Begin), tekst);
}
