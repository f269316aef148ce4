//! A list in words.

use super::WaardeError;

/// The most items of a list, and the most characters of one.
pub(super) const LIJST_MAX: usize = 50;
pub(super) const ITEM_MAX: usize = 200;

/// One to fifty items in words, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lijst(Vec<String>);

impl Lijst {
    /// Reads a line for each item; blank lines and spaces around an item fall away.
    pub fn parse(tekst: &str) -> Result<Self, WaardeError> {
        Self::try_new(list_regels(tekst).map(str::to_owned).collect())
    }

    /// Accepts one to fifty items of at most two hundred characters, each once and without control characters.
    pub fn try_new(items: Vec<String>) -> Result<Self, WaardeError> {
        let is_dubbel = items
            .iter()
            .enumerate()
            .any(|(plek, item)| items.iter().take(plek).any(|eerder| eerder == item));
        let is_goed = items.iter().all(|item| is_item(item));
        if items.is_empty() || items.len() > LIJST_MAX || is_dubbel || !is_goed {
            return Err(WaardeError::Lijst);
        }
        Ok(Self(items))
    }

    /// The items in the order of the decision.
    pub fn items(&self) -> &[String] {
        &self.0
    }
}

/// The lines of a text that hold something.
pub(super) fn list_regels(tekst: &str) -> impl Iterator<Item = &str> {
    tekst
        .lines()
        .map(str::trim)
        .filter(|regel| !regel.is_empty())
}

/// Whether a text can be one item: readable and of a length that fits a table.
pub(super) fn is_item(tekst: &str) -> bool {
    !tekst.trim().is_empty()
        && tekst.chars().count() <= ITEM_MAX
        && !tekst.chars().any(char::is_control)
}
