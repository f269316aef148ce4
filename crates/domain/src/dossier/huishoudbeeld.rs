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
    /// How many people share the costs, those entitled included (Participatiewet art. 22a); none when nobody does.
    pub kostendelers: Option<u8>,
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
    /// How many people besides those entitled share the costs.
    pub fn andere_kostendelers(&self) -> u8 {
        let rechthebbenden = u8::try_from(self.huisgenoten.len())
            .unwrap_or(u8::MAX)
            .saturating_add(1);
        self.kostendelers
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
    use jiff::civil::date;
    use primitives::id_at;

    #[test]
    fn people_entitled_are_not_counted_as_others() {
        let beeld = |kostendelers, huisgenoten| Huishoudbeeld {
            maand: Maand::parse("2026-10").unwrap(),
            soort: Statistiekcode::AlgemeneBijstand,
            leefvorm: None,
            kostendelers,
            huisvesting: None,
            huisgenoten,
        };
        let partner = Huisgenoot {
            dossier: DossierId::new(id_at("2026-01-01T00:00:00Z".parse().unwrap(), 1)),
            naam: None,
            geboortedatum: date(1990, 1, 1),
        };
        assert_eq!(beeld(None, vec![]).andere_kostendelers(), 0);
        assert_eq!(beeld(Some(3), vec![]).andere_kostendelers(), 2);
        assert_eq!(beeld(Some(3), vec![partner]).andere_kostendelers(), 1);
    }
}
