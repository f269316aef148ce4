//! Keys of parameters.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The key of a parameter: kebab-case Dutch with points from general to particular (contract 2.1).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sleutel(String);

/// A text has not the form of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("geen sleutel: kleine letters, cijfers en streepjes, met punten ertussen")]
pub struct SleutelError;

impl Sleutel {
    /// Reads a key of at most 80 characters.
    pub fn parse(tekst: &str) -> Result<Self, SleutelError> {
        let is_deel = |deel: &str| {
            !deel.is_empty()
                && deel
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        if tekst.len() <= 80 && tekst.split('.').all(is_deel) {
            Ok(Self(tekst.to_owned()))
        } else {
            Err(SleutelError)
        }
    }

    /// Whether it stands for something more particular than `ander`: `iit.bedrag.gehuwden` within `iit.bedrag`.
    pub fn is_within(&self, ander: &Self) -> bool {
        let rest = self.0.strip_prefix(&ander.0);
        rest.is_some_and(|rest| rest.starts_with('.'))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Sleutel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Sleutel {
    type Error = SleutelError;

    fn try_from(tekst: String) -> Result<Self, SleutelError> {
        Self::parse(&tekst)
    }
}

impl From<Sleutel> for String {
    fn from(sleutel: Sleutel) -> Self {
        sleutel.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_kebab_case_with_points_only() {
        for tekst in [
            "iit",
            "iit.bedrag.alleenstaande-ouder",
            "maatregel.categorie.1",
        ] {
            assert_eq!(Sleutel::parse(tekst).unwrap().as_str(), tekst);
        }
        for tekst in [
            "",
            ".",
            "iit.",
            ".iit",
            "IIT",
            "iit bedrag",
            "iit..x",
            "iit;x",
            "é",
        ] {
            assert_eq!(Sleutel::parse(tekst), Err(SleutelError), "{tekst}");
        }
        assert_eq!(Sleutel::parse(&"a".repeat(81)), Err(SleutelError));
    }
}
