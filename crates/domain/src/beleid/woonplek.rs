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

impl Woonplek {
    /// Where people live who share a household: where that was recorded for none of them, or not the same, nobody
    /// knows.
    pub fn shared(plekken: impl IntoIterator<Item = Self>) -> Self {
        let mut bekend = plekken.into_iter().filter(|plek| *plek != Self::Onbekend);
        let eerste = bekend.next().unwrap_or(Self::Onbekend);
        if bekend.all(|plek| plek == eerste) {
            eerste
        } else {
            Self::Onbekend
        }
    }
}

impl Beleid {
    /// What `read` finds in the policy for who lives there; none where it is not known where, and it matters.
    pub fn read_at<T: PartialEq>(&self, plek: Woonplek, read: impl Fn(&Self) -> T) -> Option<T> {
        let in_gebied = |gebied| read(&self.clone().in_gebied(gebied));
        match plek {
            Woonplek::Overig => Some(in_gebied(None)),
            Woonplek::Gebied(code) => Some(in_gebied(Some(code))),
            Woonplek::Onbekend => {
                let heel = in_gebied(None);
                let mut gebieden = self.list_gebieden().into_iter();
                gebieden
                    .all(|code| in_gebied(Some(code)) == heel)
                    .then_some(heel)
            }
        }
    }

    /// The former municipalities for which something was ever decided, each once.
    pub fn list_gebieden(&self) -> Vec<GemeenteCode> {
        let mut gebieden: Vec<_> = self.waarden().iter().filter_map(|v| v.gebied).collect();
        gebieden.sort_unstable();
        gebieden.dedup();
        gebieden
    }
}
