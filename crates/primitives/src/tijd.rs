//! Civil dates, moments, periods. Legal time is Europe/Amsterdam and is computed here only.

use jiff::tz::TimeZone;
use jiff::{Span, civil};
use serde::{Deserialize, Serialize};

/// A civil date, written `2026-03-01`.
pub type Datum = civil::Date;

/// A moment on the time line, written in UTC.
pub type Moment = jiff::Timestamp;

/// The civil date on which `moment` falls in the Netherlands.
pub fn datum_in_nederland(moment: Moment) -> Datum {
    // The zone is bundled with jiff, so the fallback cannot be reached; UTC differs by hours only.
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    moment.to_zoned(zone).date()
}

/// The first moment of a civil date in the Netherlands.
pub fn begin_in_nederland(datum: Datum) -> Moment {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    // Fails only at the ends of the calendar, thousands of years from here.
    datum
        .to_zoned(zone)
        .map_or(Moment::UNIX_EPOCH, |begin| begin.timestamp())
}

/// The last moment of a civil date in the Netherlands, to the microsecond that the database keeps.
pub fn einde_in_nederland(dag: Datum) -> Moment {
    begin_in_nederland(dag.saturating_add(Span::new().days(1)))
        .saturating_sub(Span::new().microseconds(1))
        // A span of time only is always accepted.
        .unwrap_or(Moment::MAX)
}

/// Reads `2026-03-01` and nothing else.
pub fn parse_datum(tekst: &str) -> Option<Datum> {
    let is_vorm = tekst.len() == 10
        && tekst.bytes().enumerate().all(|(i, b)| {
            if i == 4 || i == 7 {
                b == b'-'
            } else {
                b.is_ascii_digit()
            }
        });
    if is_vorm { tekst.parse().ok() } else { None }
}

/// The age in whole years that somebody born on `geboortedatum` has reached on `peildatum`; none before birth.
///
/// Who is born on 29 February grows a year older on 1 March in other years (the day after 28 February).
pub fn leeftijd_op(geboortedatum: Datum, peildatum: Datum) -> Option<u8> {
    if geboortedatum > peildatum {
        return None;
    }
    let jaren = peildatum.year() - geboortedatum.year();
    let is_jarig_geweest =
        (peildatum.month(), peildatum.day()) >= (geboortedatum.month(), geboortedatum.day());
    u8::try_from(if is_jarig_geweest { jaren } else { jaren - 1 }).ok()
}

/// From a day up to, but not including, another day; open-ended without the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "PeriodeVorm", into = "PeriodeVorm")]
pub struct Periode {
    van: Datum,
    tot: Option<Datum>,
}

#[derive(Serialize, Deserialize)]
struct PeriodeVorm {
    van: Datum,
    tot: Option<Datum>,
}

/// Why two dates are no period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("de einddatum ligt niet na de begindatum")]
pub struct PeriodeError;

impl Periode {
    /// A period of at least one day.
    pub fn try_new(van: Datum, tot: Option<Datum>) -> Result<Self, PeriodeError> {
        if tot.is_some_and(|tot| tot <= van) {
            Err(PeriodeError)
        } else {
            Ok(Self { van, tot })
        }
    }

    /// The first day.
    pub const fn van(self) -> Datum {
        self.van
    }

    /// The first day after the period.
    pub const fn tot(self) -> Option<Datum> {
        self.tot
    }

    /// Whether `dag` lies in the period.
    pub fn contains(self, dag: Datum) -> bool {
        self.van <= dag && self.tot.is_none_or(|tot| dag < tot)
    }

    /// Whether the two periods share a day.
    pub fn overlaps(self, other: Self) -> bool {
        self.tot.is_none_or(|tot| other.van < tot) && other.tot.is_none_or(|tot| self.van < tot)
    }
}

impl TryFrom<PeriodeVorm> for Periode {
    type Error = PeriodeError;

    fn try_from(vorm: PeriodeVorm) -> Result<Self, PeriodeError> {
        Self::try_new(vorm.van, vorm.tot)
    }
}

impl From<Periode> for PeriodeVorm {
    fn from(periode: Periode) -> Self {
        Self {
            van: periode.van,
            tot: periode.tot,
        }
    }
}

/// `datum` moved by whole months; a day that does not exist becomes the last of that month.
pub(crate) fn plus_maanden(datum: Datum, maanden: i32) -> Datum {
    // Saturates only at the years 9999 and -9999.
    datum.saturating_add(Span::new().months(maanden))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_moment_around_midnight_falls_on_the_dutch_day() {
        let zomer: Moment = "2026-06-30T22:30:00Z".parse().unwrap();
        let winter: Moment = "2025-12-31T23:30:00Z".parse().unwrap();
        assert_eq!(datum_in_nederland(zomer), date(2026, 7, 1));
        assert_eq!(datum_in_nederland(winter), date(2026, 1, 1));
        let zomertijd: Moment = "2026-06-30T22:00:00Z".parse().unwrap();
        assert_eq!(begin_in_nederland(date(2026, 7, 1)), zomertijd);
    }

    #[test]
    fn a_day_ends_at_dutch_midnight() {
        let einde = einde_in_nederland(date(2026, 4, 20));
        assert_eq!(einde.to_string(), "2026-04-20T21:59:59.999999Z");
        assert_eq!(datum_in_nederland(einde), date(2026, 4, 20));
    }

    #[test]
    fn ages_count_birthdays() {
        let geboren = date(1999, 3, 1);
        assert_eq!(leeftijd_op(geboren, date(2026, 2, 28)), Some(26));
        assert_eq!(leeftijd_op(geboren, date(2026, 3, 1)), Some(27));
        assert_eq!(leeftijd_op(geboren, date(1999, 2, 28)), None);
        assert_eq!(leeftijd_op(date(2008, 2, 29), date(2026, 2, 28)), Some(17));
        assert_eq!(leeftijd_op(date(2008, 2, 29), date(2026, 3, 1)), Some(18));
    }

    #[test]
    fn reads_dates_that_exist_in_one_form() {
        assert_eq!(parse_datum("2026-03-01"), Some(date(2026, 3, 1)));
        for tekst in [
            "2026-02-29",
            "2026-13-01",
            "20260301",
            "2026-3-1",
            "01-03-2026",
            "",
            "2026-03-01T00:00",
        ] {
            assert_eq!(parse_datum(tekst), None, "{tekst}");
        }
    }

    #[test]
    fn periods_hold_their_first_day_and_not_their_end() {
        let periode = Periode::try_new(date(2026, 1, 1), Some(date(2026, 7, 1))).unwrap();
        assert!(periode.contains(date(2026, 1, 1)) && periode.contains(date(2026, 6, 30)));
        assert!(!periode.contains(date(2026, 7, 1)) && !periode.contains(date(2025, 12, 31)));
        let later = Periode::try_new(date(2026, 7, 1), None).unwrap();
        assert!(!periode.overlaps(later) && !later.overlaps(periode) && later.overlaps(later));
        assert_eq!(
            Periode::try_new(date(2026, 1, 1), Some(date(2026, 1, 1))),
            Err(PeriodeError)
        );
    }
}
