//! The households by which municipalities are compared.

use primitives::parse_datum;

use crate::recht::{Kinderen, Leefsituatie, Leeftijd, Partner, Verblijf};

/// A household to compare by: adults of 40, without means, in a home of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standaardhuishouden {
    /// Alone.
    Alleenstaande,
    /// Alone with a child of 8.
    AlleenstaandeOuder,
    /// Two adults.
    Paar,
    /// Two adults with children of 8 and 14.
    PaarMetTweeKinderen,
}

impl Standaardhuishouden {
    /// Every household, in the order of the pages.
    pub const ALL: [Self; 4] = [
        Self::Alleenstaande,
        Self::AlleenstaandeOuder,
        Self::Paar,
        Self::PaarMetTweeKinderen,
    ];

    /// The name in data: `alleenstaande-ouder`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Alleenstaande => "alleenstaande",
            Self::AlleenstaandeOuder => "alleenstaande-ouder",
            Self::Paar => "paar",
            Self::PaarMetTweeKinderen => "paar-met-twee-kinderen",
        }
    }

    /// The name on pages.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Alleenstaande => "Alleenstaande",
            Self::AlleenstaandeOuder => "Alleenstaande ouder met een kind van 8",
            Self::Paar => "Paar",
            Self::PaarMetTweeKinderen => "Paar met kinderen van 8 en 14",
        }
    }

    pub(super) const fn volwassenen(self) -> i64 {
        match self {
            Self::Alleenstaande | Self::AlleenstaandeOuder => 1,
            Self::Paar | Self::PaarMetTweeKinderen => 2,
        }
    }

    /// Children below 12 and from 12.
    pub(super) const fn kinderen(self) -> (i64, i64) {
        match self {
            Self::Alleenstaande | Self::Paar => (0, 0),
            Self::AlleenstaandeOuder => (1, 0),
            Self::PaarMetTweeKinderen => (1, 1),
        }
    }

    pub(super) fn leefsituatie(self) -> Option<Leefsituatie> {
        // On any day of the comparison this birthday gives an adult below pension age; only that counts here.
        let volwassene = Leeftijd::op(parse_datum("1986-01-01")?, parse_datum("2026-01-01")?)?;
        let partner = (self.volwassenen() == 2).then_some(Partner {
            leeftijd: Some(volwassene),
            heeft_recht: true,
        });
        let kinderen = match self.kinderen() {
            (0, 0) => Kinderen::Geen,
            _ => Kinderen::TenLaste { jongste: Some(8) },
        };
        Leefsituatie::try_new(volwassene, partner, kinderen, 0, Verblijf::Woning).ok()
    }
}
