//! The CBS code of a municipality.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A CBS municipality code: `GM` and four digits, such as `GM0294` for Winterswijk.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct GemeenteCode(u16);

/// Why a text is no municipality code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("geen gemeentecode: schrijf GM en vier cijfers, zoals GM0294")]
pub struct GemeenteCodeError;

impl GemeenteCode {
    /// Reads `GM0294`, in capitals or not.
    pub fn parse(tekst: &str) -> Result<Self, GemeenteCodeError> {
        let (letters, cijfers) = tekst.split_at_checked(2).ok_or(GemeenteCodeError)?;
        if !letters.eq_ignore_ascii_case("GM") {
            return Err(GemeenteCodeError);
        }
        Self::parse_cijfers(cijfers)
    }

    /// Reads the four digits alone, as the statutory records write them.
    pub fn parse_cijfers(cijfers: &str) -> Result<Self, GemeenteCodeError> {
        if cijfers.len() != 4 || !cijfers.bytes().all(|b| b.is_ascii_digit()) {
            return Err(GemeenteCodeError);
        }
        cijfers.parse().map(Self).map_err(|_| GemeenteCodeError)
    }

    /// The four digits, as the statutory records write them.
    pub fn cijfers(self) -> String {
        format!("{:04}", self.0)
    }

    /// The name of the municipality's database schema: `gm0294`. Built from digits only, so it is safe in SQL.
    pub fn schema(self) -> String {
        format!("gm{:04}", self.0)
    }
}

impl fmt::Display for GemeenteCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "GM{:04}", self.0)
    }
}

impl fmt::Debug for GemeenteCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl TryFrom<String> for GemeenteCode {
    type Error = GemeenteCodeError;

    fn try_from(tekst: String) -> Result<Self, GemeenteCodeError> {
        Self::parse(&tekst)
    }
}

impl From<GemeenteCode> for String {
    fn from(code: GemeenteCode) -> Self {
        code.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_leading_zeros_and_names_the_schema() {
        let code = GemeenteCode::parse("gm0294").unwrap();
        assert_eq!(code.to_string(), "GM0294");
        assert_eq!(code.schema(), "gm0294");
        assert_eq!(code.cijfers(), "0294");
    }

    #[test]
    fn refuses_everything_else() {
        for tekst in [
            "",
            "GM",
            "GM294",
            "GM02941",
            "XX0294",
            "GM02é",
            "gm0294; drop schema x",
            "é1234",
        ] {
            assert_eq!(
                GemeenteCode::parse(tekst),
                Err(GemeenteCodeError),
                "{tekst}"
            );
        }
    }
}
