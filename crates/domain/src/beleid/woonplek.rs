//! Where in the municipality somebody lives, as far as that decides which rules hold for him.

use primitives::GemeenteCode;

use super::Beleid;

/// The part of the municipality in which somebody lives. Wet algemene regels herindeling art. 28.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Woonplek {
    /// Not recorded.
    Onbekend,
    /// In no area of a former municipality.
    Overig,
    /// In the area of this former municipality.
    Gebied(GemeenteCode),
}

impl Beleid {
    /// The former municipalities for which something was ever decided, each once.
    pub fn list_gebieden(&self) -> Vec<GemeenteCode> {
        let mut gebieden: Vec<_> = self.waarden().iter().filter_map(|v| v.gebied).collect();
        gebieden.sort_unstable();
        gebieden.dedup();
        gebieden
    }
}
