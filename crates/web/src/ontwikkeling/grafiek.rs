//! The ladder over time as a small SVG: a line of stairs, one marker for each measurement.

use std::fmt::Write as _;

use domain::ontwikkeling::{Laddermeting, Trede};
use primitives::{Datum, Maand, datum_lang};

/// Width and height in units of the drawing; it scales with the page.
const BREEDTE: i64 = 600;
const HOOGTE: i64 = 172;
const LINKS: i64 = 28;
const RECHTS: i64 = BREEDTE - 12;
const BOVEN: i64 = 12;
const TREDEHOOGTE: i64 = 24;

/// The chart, given the measurements newest first; none when there is nothing to see in a line.
pub(super) fn render_ladder(metingen: &[Laddermeting], vandaag: Datum) -> Option<String> {
    let (laatste, eerste) = (metingen.first()?, metingen.last()?);
    if metingen.len() < 2 {
        return None;
    }
    let as_ = Tijdas {
        van: eerste.datum,
        dagen: days(eerste.datum, vandaag.max(laatste.datum)).max(1),
    };
    let mut svg = String::new();
    write_svg(&mut svg, metingen, &as_, laatste, eerste).ok()?;
    Some(svg)
}

struct Tijdas {
    van: Datum,
    dagen: i64,
}

impl Tijdas {
    fn x(&self, dag: Datum) -> i64 {
        // Rounded half up to a whole unit of the drawing.
        LINKS + (days(self.van, dag) * (RECHTS - LINKS) + self.dagen / 2) / self.dagen
    }
}

fn y(trede: Trede) -> i64 {
    BOVEN + i64::from(6 - trede.nummer()) * TREDEHOOGTE
}

fn days(van: Datum, tot: Datum) -> i64 {
    i64::from((tot - van).get_days())
}

fn write_svg(
    svg: &mut String,
    metingen: &[Laddermeting],
    as_: &Tijdas,
    laatste: &Laddermeting,
    eerste: &Laddermeting,
) -> std::fmt::Result {
    write!(
        svg,
        "<svg viewBox=\"0 0 {BREEDTE} {HOOGTE}\" role=\"img\" aria-labelledby=\"ladder-titel ladder-omschrijving\">\
         <title id=\"ladder-titel\">Trede in de tijd</title>\
         <desc id=\"ladder-omschrijving\">Van trede {} op {} naar trede {} op {}. De tabel hieronder noemt alle metingen.</desc>",
        eerste.trede.nummer(),
        datum_lang(eerste.datum),
        laatste.trede.nummer(),
        datum_lang(laatste.datum),
    )?;
    for trede in Trede::ALL {
        let y = y(trede);
        write!(
            svg,
            "<line class=\"sh-as\" x1=\"{LINKS}\" y1=\"{y}\" x2=\"{RECHTS}\" y2=\"{y}\"/>\
             <text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>",
            LINKS - 10,
            y + 5,
            trede.nummer(),
        )?;
    }
    write_stairs(svg, metingen, as_)?;
    for meting in metingen {
        let (x, y) = (as_.x(meting.datum), y(meting.trede));
        write!(
            svg,
            "<circle class=\"sh-reeks-1\" cx=\"{x}\" cy=\"{y}\" r=\"4\"/>"
        )?;
    }
    write_years(svg, as_, metingen)?;
    svg.push_str("</svg>");
    Ok(())
}

/// Old to new: along the step until the next measurement, then up or down.
fn write_stairs(svg: &mut String, metingen: &[Laddermeting], as_: &Tijdas) -> std::fmt::Result {
    svg.push_str("<path class=\"sh-reeks-1 sh-lijn\" d=\"");
    let mut is_begin = true;
    for meting in metingen.iter().rev() {
        let (x, y) = (as_.x(meting.datum), y(meting.trede));
        if is_begin {
            write!(svg, "M{x} {y}")?;
        } else {
            write!(svg, "H{x}V{y}")?;
        }
        is_begin = false;
    }
    write!(svg, "H{RECHTS}\"/>")
}

/// The first of January of each year under the line.
fn write_years(svg: &mut String, as_: &Tijdas, metingen: &[Laddermeting]) -> std::fmt::Result {
    let onder = BOVEN + 5 * TREDEHOOGTE;
    let laatste_jaar = metingen.first().map_or(as_.van.year(), |m| m.datum.year());
    for jaar in as_.van.year() + 1..=laatste_jaar {
        let Ok(januari) = Maand::try_new(jaar, 1) else {
            continue;
        };
        let x = as_.x(januari.first_day());
        write!(
            svg,
            "<line class=\"sh-as\" x1=\"{x}\" y1=\"{onder}\" x2=\"{x}\" y2=\"{}\"/>\
             <text x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{jaar}</text>",
            onder + 8,
            onder + 26,
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ontwikkeling::Metingbron;
    use jiff::civil::date;

    fn meting(datum: Datum, nummer: u8) -> Laddermeting {
        Laddermeting {
            datum,
            trede: Trede::try_new(nummer).unwrap(),
            bron: Metingbron::Srg,
        }
    }

    #[test]
    fn draws_a_line_of_stairs_from_old_to_new() {
        let metingen = [
            meting(date(2026, 7, 2), 2),
            meting(date(2026, 1, 1), 4),
            meting(date(2025, 1, 1), 1),
        ];
        let svg = render_ladder(&metingen, date(2026, 7, 2)).unwrap();
        assert!(svg.contains("d=\"M28 132H402V60H588V108H588\""), "{svg}");
        assert_eq!(svg.matches("<circle").count(), 3);
        assert!(svg.contains(">2026</text>") && svg.contains("role=\"img\""));
        assert!(!svg.contains("style="));
    }

    #[test]
    fn one_measurement_is_no_line() {
        assert_eq!(render_ladder(&[], date(2026, 1, 1)), None);
        assert_eq!(
            render_ladder(&[meting(date(2026, 1, 1), 1)], date(2026, 1, 1)),
            None
        );
    }
}
