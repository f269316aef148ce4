//! In which part of the municipality a resident lives, where parts have rules of their own after a merger.
//!
//! Policy is resolved by area and day, not by municipality alone (design section 3). Wet algemene regels herindeling
//! art. 28: the rules of a former municipality hold in its area for two years at most.

use jiff::civil::date;
use primitives::{Datum, GemeenteCode, Moment, datum_in_nederland};

use crate::beleid::Woonplek;
use crate::gemeente::Gebied;

/// Nobody who lives moved in before.
const EERSTE_DAG: Datum = date(1900, 1, 1);

/// Where somebody lives from a day on, as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Woongebied {
    /// The first day.
    pub sinds: Datum,
    /// The former municipality; none for elsewhere in the municipality.
    pub gebied: Option<GemeenteCode>,
    /// Since when it is known.
    pub bekend_op: Moment,
    /// The name of who recorded it.
    pub door: String,
}

/// Why it is not recorded. Displays as what to do, in Dutch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WoongebiedError {
    /// The area is of another municipality, or of none.
    #[error("kies een gebied uit de lijst")]
    GebiedOnbekend,
    /// Where somebody will live is not known yet.
    #[error("kies een dag die al geweest is")]
    InDeToekomst,
    /// A slip of the pen.
    #[error("kies een dag vanaf 01-01-1900")]
    TeVroeg,
}

impl WoongebiedError {
    /// The field that it is about, as forms and files name it.
    pub const fn veld(self) -> &'static str {
        match self {
            Self::GebiedOnbekend => "gebied",
            Self::InDeToekomst | Self::TeVroeg => "sinds",
        }
    }
}

impl Woongebied {
    /// What becomes known on `now`; every fault at once. `gebieden` are those of the municipality.
    pub fn try_new(
        gebied: Option<GemeenteCode>,
        sinds: Datum,
        (now, door): (Moment, &str),
        gebieden: &[Gebied],
    ) -> Result<Self, Vec<WoongebiedError>> {
        let is_onbekend = gebied.is_some_and(|code| gebieden.iter().all(|g| g.code != code));
        let fouten = [
            (is_onbekend, WoongebiedError::GebiedOnbekend),
            (
                sinds > datum_in_nederland(now),
                WoongebiedError::InDeToekomst,
            ),
            (sinds < EERSTE_DAG, WoongebiedError::TeVroeg),
        ];
        let fouten: Vec<_> = fouten.into_iter().filter(|(is_fout, _)| *is_fout).collect();
        if fouten.is_empty() {
            Ok(Self {
                sinds,
                gebied,
                bekend_op: now,
                door: door.to_owned(),
            })
        } else {
            Err(fouten.into_iter().map(|(_, fout)| fout).collect())
        }
    }

    /// The same for whoever asks which rules hold.
    pub fn woonplek(&self) -> Woonplek {
        self.gebied.map_or(Woonplek::Overig, Woonplek::Gebied)
    }
}

/// Where somebody lives on a day. Of what begins on or before it the last holds, and of what begins on the same day
/// what was known last: so a mistake is put right by recording the same day again.
pub fn find_woonplek<'a>(
    vastgelegd: impl IntoIterator<Item = &'a Woongebied>,
    dag: Datum,
) -> Woonplek {
    vastgelegd
        .into_iter()
        .filter(|woongebied| woongebied.sinds <= dag)
        .max_by_key(|woongebied| (woongebied.sinds, woongebied.bekend_op))
        .map_or(Woonplek::Onbekend, Woongebied::woonplek)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(tekst: &str) -> GemeenteCode {
        GemeenteCode::parse(tekst).unwrap()
    }

    fn nu(dag: i8) -> Moment {
        format!("2026-11-{dag:02}T11:00:00Z").parse().unwrap()
    }

    fn record(
        gebied: Option<&str>,
        sinds: Datum,
        dag: i8,
    ) -> Result<Woongebied, Vec<WoongebiedError>> {
        let eemsmond = Gebied {
            code: code("GM1651"),
            naam: "Eemsmond".into(),
            opgegaan_in: code("GM1966"),
            opgegaan_op: date(2026, 1, 1),
        };
        Woongebied::try_new(gebied.map(code), sinds, (nu(dag), "Anna"), &[eemsmond])
    }

    #[test]
    fn every_fault_is_named_at_its_field() {
        let fouten = record(Some("GM0294"), date(2026, 11, 22), 21).unwrap_err();
        let velden: Vec<_> = fouten.iter().map(|fout| fout.veld()).collect();
        assert_eq!(velden, ["gebied", "sinds"]);
        assert_eq!(
            record(None, date(1899, 12, 31), 21),
            Err(vec![WoongebiedError::TeVroeg])
        );
        assert!(record(Some("GM1651"), date(2026, 11, 21), 21).is_ok());
    }

    #[test]
    fn the_last_move_holds_and_the_same_day_again_puts_a_mistake_right() {
        let eemsmond = Woonplek::Gebied(code("GM1651"));
        let vastgelegd = [
            record(Some("GM1651"), date(2026, 3, 1), 2).unwrap(),
            record(None, date(2026, 9, 1), 3).unwrap(),
            // Recorded last, about a day before the move.
            record(None, date(2025, 1, 1), 4).unwrap(),
        ];
        let plek = |dag| find_woonplek(&vastgelegd, dag);
        assert_eq!(plek(date(2024, 12, 31)), Woonplek::Onbekend);
        assert_eq!(plek(date(2026, 2, 28)), Woonplek::Overig);
        assert_eq!(plek(date(2026, 3, 1)), eemsmond);
        assert_eq!(plek(date(2026, 9, 1)), Woonplek::Overig);
        let beter = record(Some("GM1651"), date(2026, 9, 1), 5).unwrap();
        let beter = vastgelegd.iter().chain([&beter]);
        assert_eq!(find_woonplek(beter, date(2026, 9, 1)), eemsmond);
    }
}
