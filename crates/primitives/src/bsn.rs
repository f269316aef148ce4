//! The citizen service number.

use std::fmt;

/// A burgerservicenummer: nine digits that pass the eleven test. Prints nothing of itself.
///
/// Wet algemene bepalingen burgerservicenummer art. 1 onder b; the eleven test weighs the digits
/// 9, 8, 7, 6, 5, 4, 3, 2 and -1.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Bsn(String);

/// Why a text is no bsn. Never holds the text itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BsnError {
    /// Not eight or nine digits.
    #[error("een bsn heeft negen cijfers")]
    Lengte,
    /// The digits do not pass the eleven test.
    #[error("dit bsn voldoet niet aan de elfproef: controleer de cijfers")]
    Elfproef,
}

impl Bsn {
    /// Reads nine digits, or eight of which the leading zero was lost by a spreadsheet.
    pub fn parse(tekst: &str) -> Result<Self, BsnError> {
        if !(8..=9).contains(&tekst.len()) || !tekst.bytes().all(|b| b.is_ascii_digit()) {
            return Err(BsnError::Lengte);
        }
        let cijfers = format!("{tekst:0>9}");
        let gewichten = [9, 8, 7, 6, 5, 4, 3, 2, -1];
        let som: i32 = cijfers
            .bytes()
            .zip(gewichten)
            .map(|(b, gewicht)| i32::from(b - b'0') * gewicht)
            .sum();
        if som % 11 != 0 || cijfers == "000000000" {
            return Err(BsnError::Elfproef);
        }
        Ok(Self(cijfers))
    }

    /// The nine digits, for encryption, the keyed hash and the statutory records only.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The form that a page shows to who may see it: only the last three digits.
    pub fn masked(&self) -> String {
        format!("••••••{}", self.0.get(6..).unwrap_or_default())
    }
}

impl fmt::Debug for Bsn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bsn(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_numbers_that_pass_the_eleven_test() {
        for tekst in ["999990019", "111222333", "999999990"] {
            let som: i32 = tekst
                .bytes()
                .zip([9, 8, 7, 6, 5, 4, 3, 2, -1])
                .map(|(b, g)| i32::from(b - b'0') * g)
                .sum();
            assert_eq!(Bsn::parse(tekst).is_ok(), som % 11 == 0, "{tekst}");
        }
        assert!(Bsn::parse("111222333").is_ok());
    }

    #[test]
    fn restores_a_lost_leading_zero() {
        assert_eq!(Bsn::parse("10464554"), Bsn::parse("010464554"));
    }

    #[test]
    fn refuses_with_the_reason_and_without_the_number() {
        assert_eq!(Bsn::parse("111222334"), Err(BsnError::Elfproef));
        assert_eq!(Bsn::parse("000000000"), Err(BsnError::Elfproef));
        for tekst in ["", "12", "1112223333", "11122233a", "１１１２２２３３３"] {
            assert_eq!(Bsn::parse(tekst), Err(BsnError::Lengte), "{tekst}");
        }
        assert_eq!(format!("{:?}", Bsn::parse("111222333").unwrap()), "Bsn(…)");
    }
}
