//! A figure as documents show it: known, suppressed or missing.

use primitives::getal_nl;
use rust_decimal::Decimal;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::Eenheid;

/// What a reader sees instead of a figure about fewer than ten persons.
pub const NIET_GETOOND: &str = "niet getoond";
/// What a reader sees where there is no figure.
pub const GEEN_CIJFER: &str = "geen cijfer";

/// A figure, or the reason why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cijfer {
    /// The figure itself.
    Bekend(Decimal),
    /// Left out because it, or what could be derived from it, is about too few persons.
    Onderdrukt,
    /// Not measured, or not to be calculated from what was registered.
    Ontbreekt,
}

impl Cijfer {
    /// The number, where it is known.
    pub const fn waarde(self) -> Option<Decimal> {
        match self {
            Self::Bekend(waarde) => Some(waarde),
            Self::Onderdrukt | Self::Ontbreekt => None,
        }
    }

    /// The figure in Dutch notation, or the words that stand in its place.
    pub fn render_nl(self, eenheid: Eenheid) -> String {
        match self {
            Self::Bekend(waarde) => render_waarde_nl(waarde, eenheid),
            Self::Onderdrukt => NIET_GETOOND.to_owned(),
            Self::Ontbreekt => GEEN_CIJFER.to_owned(),
        }
    }

    /// One of `bekend`, `onderdrukt`, `ontbreekt`, for machines.
    pub const fn status(self) -> &'static str {
        match self {
            Self::Bekend(_) => "bekend",
            Self::Onderdrukt => "onderdrukt",
            Self::Ontbreekt => "ontbreekt",
        }
    }

    /// The figure together with its unit, in the form that JSON readers get.
    pub(crate) const fn in_unit(self, eenheid: Eenheid) -> CijferInEenheid {
        CijferInEenheid {
            cijfer: self,
            eenheid,
        }
    }
}

/// A number in Dutch notation, with the sign of per cent or euro where that is usual.
pub fn render_waarde_nl(waarde: Decimal, eenheid: Eenheid) -> String {
    with_sign(waarde, eenheid, eenheid.decimalen())
}

/// A number with as few decimals as it needs, for the scale of a chart.
pub(crate) fn render_waarde_kort(waarde: Decimal, eenheid: Eenheid) -> String {
    with_sign(
        waarde,
        eenheid,
        waarde.normalize().scale().min(eenheid.decimalen()),
    )
}

fn with_sign(waarde: Decimal, eenheid: Eenheid, decimalen: u32) -> String {
    let getal = getal_nl(waarde, decimalen);
    match eenheid {
        Eenheid::Procent => format!("{getal}%"),
        Eenheid::Euro => format!("€\u{a0}{getal}"),
        Eenheid::Aantal | Eenheid::Maanden | Eenheid::PerFte | Eenheid::Treden => getal,
    }
}

/// A figure that writes itself as contract.md asks: amounts of money as text, other numbers as numbers.
#[derive(Clone, Copy)]
pub(crate) struct CijferInEenheid {
    cijfer: Cijfer,
    eenheid: Eenheid,
}

impl Serialize for CijferInEenheid {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut velden = serializer.serialize_map(Some(2))?;
        velden.serialize_entry("status", self.cijfer.status())?;
        match (self.cijfer.waarde(), self.eenheid) {
            (Some(waarde), Eenheid::Euro) => {
                velden.serialize_entry("waarde", &format!("{waarde:.2}"))?;
            }
            (Some(waarde), _) => velden.serialize_entry("waarde", &as_f64(waarde))?,
            (None, _) => velden.serialize_entry("waarde", &None::<f64>)?,
        }
        velden.end()
    }
}

/// The nearest binary number, for formats and drawings that know no other.
pub(crate) fn as_f64(waarde: Decimal) -> f64 {
    use rust_decimal::prelude::ToPrimitive;
    // Every Decimal has a nearest f64; the fallback is never taken.
    waarde.to_f64().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_in_their_unit() {
        let cijfer = Cijfer::Bekend("1234.56".parse().unwrap());
        assert_eq!(cijfer.render_nl(Eenheid::Aantal), "1.235");
        assert_eq!(cijfer.render_nl(Eenheid::Procent), "1.234,6%");
        assert_eq!(cijfer.render_nl(Eenheid::Euro), "€\u{a0}1.234,56");
        assert_eq!(Cijfer::Onderdrukt.render_nl(Eenheid::Aantal), NIET_GETOOND);
        assert_eq!(Cijfer::Ontbreekt.render_nl(Eenheid::Euro), GEEN_CIJFER);
    }

    #[test]
    fn machines_get_numbers_except_for_money() {
        let json =
            |cijfer: Cijfer, eenheid| serde_json::to_string(&cijfer.in_unit(eenheid)).unwrap();
        let half = Cijfer::Bekend("12.5".parse().unwrap());
        assert_eq!(
            json(half, Eenheid::Procent),
            r#"{"status":"bekend","waarde":12.5}"#
        );
        assert_eq!(
            json(half, Eenheid::Euro),
            r#"{"status":"bekend","waarde":"12.50"}"#
        );
        assert_eq!(
            json(Cijfer::Onderdrukt, Eenheid::Aantal),
            r#"{"status":"onderdrukt","waarde":null}"#
        );
    }
}
