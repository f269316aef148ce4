//! A rule or a document in words.

use super::WaardeError;

/// The most characters of a rule or the description of a document.
pub(super) const TEKST_MAX: usize = 2000;

/// Words of at most two thousand characters, in one or more lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tekst(String);

impl Tekst {
    /// Accepts readable words; spaces around them fall away and line ends become one kind.
    pub fn parse(tekst: &str) -> Result<Self, WaardeError> {
        let tekst = tekst.trim().replace("\r\n", "\n");
        let is_leesbaar = !tekst.chars().any(|c| c.is_control() && c != '\n');
        if tekst.is_empty() || tekst.chars().count() > TEKST_MAX || !is_leesbaar {
            return Err(WaardeError::Tekst);
        }
        Ok(Self(tekst))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
