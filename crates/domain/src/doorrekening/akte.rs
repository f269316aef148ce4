//! A calculation that was kept under a name.

use primitives::{Datum, DoorrekeningId, Maand, Moment};

use super::Rekenvraag;
use crate::sturing::Cijferhash;

/// The longest name.
const NAAM_MAX: usize = 120;

/// The name of a calculation, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doorrekeningnaam(String);

/// A text is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("geef een naam van 1 tot {NAAM_MAX} leesbare tekens, op één regel")]
pub struct DoorrekeningnaamError;

/// Everything that is needed to make a calculation again, and what came out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doorrekeningakte {
    /// Its id.
    pub id: DoorrekeningId,
    /// Its name.
    pub naam: Doorrekeningnaam,
    /// What was asked.
    pub vraag: Rekenvraag,
    /// The month of the caseload.
    pub maand: Maand,
    /// Records and decisions that were known later do not count.
    pub bekend_op: Moment,
    /// What came out, as JSON.
    pub uitkomst: String,
    /// The SHA-256 over it.
    pub hash: [u8; 32],
    /// When it was kept.
    pub gemaakt_op: Moment,
    /// Who kept it.
    pub gemaakt_door: String,
}

impl Doorrekeningakte {
    /// The hash as people compare it.
    pub fn controlegetal(&self) -> String {
        Cijferhash::new(self.hash).to_string()
    }
}

/// A kept calculation in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doorrekeningkop {
    /// Its id.
    pub id: DoorrekeningId,
    /// Its name.
    pub naam: String,
    /// From which day the other values would hold.
    pub vanaf: Datum,
    /// The month of the caseload.
    pub maand: Maand,
    /// When it was kept.
    pub gemaakt_op: Moment,
    /// Who kept it.
    pub gemaakt_door: String,
}

impl Doorrekeningnaam {
    /// Reads a name; spaces around it fall away.
    pub fn parse(tekst: &str) -> Result<Self, DoorrekeningnaamError> {
        let tekst = tekst.trim();
        let is_naam =
            (1..=NAAM_MAX).contains(&tekst.chars().count()) && !tekst.chars().any(char::is_control);
        is_naam
            .then(|| Self(tekst.to_owned()))
            .ok_or(DoorrekeningnaamError)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_readable_line() {
        assert_eq!(
            Doorrekeningnaam::parse(" IIT 2027 ").unwrap().as_str(),
            "IIT 2027"
        );
        for tekst in ["", "  ", "a\nb", &"a".repeat(121)] {
            assert_eq!(
                Doorrekeningnaam::parse(tekst),
                Err(DoorrekeningnaamError),
                "{tekst}"
            );
        }
    }
}
