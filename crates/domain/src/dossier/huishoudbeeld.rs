//! The household as the statutory record of a month shows it.

use primitives::{Datum, DossierId, Maand};

use crate::statistiek::{Huisvesting, Leefvorm, Statistiekcode};

/// What the record of the last month with a benefit tells about the household.
///
/// It names those who hold the benefit, and not the others in the home: the record has only their number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Huishoudbeeld {
    /// The month of the record.
    pub maand: Maand,
    /// The kind of benefit.
    pub soort: Statistiekcode,
    /// The kind of household.
    pub leefvorm: Option<Leefvorm>,
    /// How many people share the costs, those entitled included (RsPw annex 1 item 11, our reading).
    pub aantal_kostendelers: Option<u8>,
    /// How the resident lives.
    pub huisvesting: Option<Huisvesting>,
    /// The others who hold the same benefit.
    pub huisgenoten: Vec<Huisgenoot>,
}

/// Somebody who holds the same benefit.
#[derive(Clone, PartialEq, Eq)]
pub struct Huisgenoot {
    /// The own dossier.
    pub dossier: DossierId,
    /// The name, where it is known.
    pub naam: Option<String>,
    /// The date of birth.
    pub geboortedatum: Datum,
}

impl Huishoudbeeld {
    /// How many people besides those entitled share the costs. Participatiewet art. 22a.
    pub fn andere_kostendelers(&self) -> u8 {
        let rechthebbenden = match self.leefvorm {
            Some(Leefvorm::GehuwdenEnSamenwonenden) => 2,
            _ => 1,
        };
        self.aantal_kostendelers
            .map_or(0, |aantal| aantal.saturating_sub(rechthebbenden))
    }
}

impl std::fmt::Debug for Huisgenoot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Huisgenoot({})", self.dossier)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_entitled_are_not_counted_as_others() {
        let gehuwd = Some(Leefvorm::GehuwdenEnSamenwonenden);
        let alleen = Some(Leefvorm::Alleenstaande);
        for (leefvorm, aantal_kostendelers, anderen) in [
            (alleen, None, 0),
            (alleen, Some(0), 0),
            (alleen, Some(1), 0),
            (alleen, Some(3), 2),
            (gehuwd, Some(2), 0),
            (gehuwd, Some(3), 1),
            (None, Some(2), 1),
        ] {
            let beeld = Huishoudbeeld {
                maand: Maand::parse("2026-10").unwrap(),
                soort: Statistiekcode::AlgemeneBijstand,
                leefvorm,
                aantal_kostendelers,
                huisvesting: None,
                huisgenoten: Vec::new(),
            };
            assert_eq!(
                beeld.andere_kostendelers(),
                anderen,
                "{leefvorm:?} {aantal_kostendelers:?}"
            );
        }
    }
}
