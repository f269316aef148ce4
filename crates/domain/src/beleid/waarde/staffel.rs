//! Numbers by tier.

use rust_decimal::Decimal;
use serde::Serialize;
use serde::ser::SerializeStruct;

use super::decimaal_nl;
use super::lijst::list_regels;
use super::{WaardeError, serialize_getal};

/// The most tiers of one value.
pub(super) const TREDEN_MAX: usize = 12;
const GETAL_MAX: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// Tiers in rising order: below a limit the number of that tier holds, above the last limit the number of the
/// last tier. One to twelve tiers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staffel(Vec<Staffeltrede>);

/// One tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Staffeltrede {
    /// Up to and with this; none in the last tier.
    pub tot: Option<Decimal>,
    /// What holds in it.
    pub waarde: Decimal,
}

impl Staffel {
    /// Reads a line for each tier, `tot 110: 0`, the last one `daarboven: 100`; `getal` reads one number.
    pub(super) fn parse(
        tekst: &str,
        getal: impl Fn(&str) -> Option<Decimal>,
    ) -> Result<Self, WaardeError> {
        let trede = |regel: &str| {
            let (grens, waarde) = regel.split_once(':')?;
            let grens = grens.trim();
            let tot = match grens.strip_prefix("tot ") {
                Some(tot) => Some(getal(tot.trim())?),
                None if grens == "daarboven" => None,
                None => return None,
            };
            Some(Staffeltrede {
                tot,
                waarde: getal(waarde.trim())?,
            })
        };
        let treden: Option<Vec<_>> = list_regels(tekst).map(trede).collect();
        Self::try_new(treden.ok_or(WaardeError::Staffel)?)
    }

    /// Accepts one to twelve tiers with rising limits, of which the last has none.
    pub fn try_new(treden: Vec<Staffeltrede>) -> Result<Self, WaardeError> {
        let grenzen: Vec<Decimal> = treden.iter().filter_map(|trede| trede.tot).collect();
        let is_open = treden.last().is_some_and(|trede| trede.tot.is_none());
        let is_oplopend = grenzen
            .iter()
            .zip(grenzen.iter().skip(1))
            .all(|(laag, hoog)| laag < hoog);
        let is_getal = |getal: &Decimal| {
            *getal >= Decimal::ZERO && *getal <= GETAL_MAX && getal.normalize().scale() <= 2
        };
        let is_goed = treden.len() <= TREDEN_MAX
            && is_open
            && grenzen.len() + 1 == treden.len()
            && is_oplopend
            && grenzen.iter().all(is_getal)
            && treden.iter().all(|trede| is_getal(&trede.waarde));
        if is_goed {
            Ok(Self(treden))
        } else {
            Err(WaardeError::Staffel)
        }
    }

    /// The tiers, the lowest first.
    pub fn treden(&self) -> &[Staffeltrede] {
        &self.0
    }

    /// What holds at `hoogte`: a limit itself belongs to the tier below it.
    pub fn waarde_at(&self, hoogte: Decimal) -> Decimal {
        let trede = self
            .0
            .iter()
            .find(|trede| trede.tot.is_none_or(|tot| hoogte <= tot));
        trede.map_or(Decimal::ZERO, |trede| trede.waarde)
    }

    /// A line for each tier, each number written by `getal`.
    pub(super) fn render(&self, getal: impl Fn(Decimal) -> String, tussen: &str) -> String {
        let regel = |trede: &Staffeltrede| match trede.tot {
            Some(tot) => format!("tot {}: {}", getal(tot), getal(trede.waarde)),
            None => format!("daarboven: {}", getal(trede.waarde)),
        };
        let regels: Vec<_> = self.0.iter().map(regel).collect();
        regels.join(tussen)
    }

    /// As people read it.
    pub(super) fn tekst_nl(&self) -> String {
        self.render(decimaal_nl, "; ")
    }
}

/// As the API writes it: `{"tot": 110, "waarde": 50}`, the last tier with `null`.
impl Serialize for Staffeltrede {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut trede = serializer.serialize_struct("Staffeltrede", 2)?;
        trede.serialize_field("tot", &self.tot.map(Getal))?;
        trede.serialize_field("waarde", &Getal(self.waarde))?;
        trede.end()
    }
}

struct Getal(Decimal);

impl Serialize for Getal {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_getal(&self.0, serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(tekst: &str) -> Result<Staffel, WaardeError> {
        Staffel::parse(tekst, |getal| getal.parse().ok())
    }

    #[test]
    fn a_limit_belongs_to_the_tier_below_it() {
        let staffel = parse("tot 110: 0\ntot 150: 50\ndaarboven: 100").unwrap();
        for (hoogte, verwacht) in [(0, 0), (110, 0), (111, 50), (150, 50), (151, 100)] {
            assert_eq!(
                staffel.waarde_at(Decimal::from(hoogte)),
                Decimal::from(verwacht),
                "{hoogte}"
            );
        }
    }

    #[test]
    fn refuses_tiers_that_leave_a_gap_or_overlap() {
        for tekst in [
            "",
            "tot 110: 0",
            "daarboven: 1\ntot 110: 0",
            "tot 150: 0\ntot 110: 1\ndaarboven: 2",
            "tot 110: 0\ntot 110: 1\ndaarboven: 2",
            "tot 110: -1\ndaarboven: 2",
            "110: 1\ndaarboven: 2",
            "tot 110: 1,234\ndaarboven: 2",
            "daarboven: 1\ndaarboven: 2",
        ] {
            assert_eq!(parse(tekst), Err(WaardeError::Staffel), "{tekst:?}");
        }
        let veel = (1..=12).fold(String::new(), |t, n| t + &format!("tot {n}: 1\n"));
        assert!(parse(&(veel + "daarboven: 1")).is_err());
    }
}
