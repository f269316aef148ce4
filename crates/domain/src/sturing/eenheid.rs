//! Units and directions of figures.

use rust_decimal::{Decimal, RoundingStrategy};

/// The unit of a figure, which also says to how many decimals it is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Eenheid {
    /// A whole number of benefits, persons or provisions.
    Aantal,
    /// A number of per cent.
    Procent,
    /// An amount in euros.
    Euro,
    /// A number of months.
    Maanden,
    /// A number of residents for each full-time post.
    PerFte,
    /// A number of steps on the Participatieladder.
    Treden,
}

impl Eenheid {
    /// Every unit.
    pub const ALL: [Self; 6] = [
        Self::Aantal,
        Self::Procent,
        Self::Euro,
        Self::Maanden,
        Self::PerFte,
        Self::Treden,
    ];

    /// The name for machines: `per-fte`.
    pub const fn sleutel(self) -> &'static str {
        match self {
            Self::Aantal => "aantal",
            Self::Procent => "procent",
            Self::Euro => "euro",
            Self::Maanden => "maanden",
            Self::PerFte => "per-fte",
            Self::Treden => "treden",
        }
    }

    /// The name for people, behind a number or in the head of a column.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::PerFte => "inwoners per fte",
            anders => anders.sleutel(),
        }
    }

    /// The number of decimals to which a figure is rounded when it is calculated.
    pub const fn decimalen(self) -> u32 {
        match self {
            Self::Aantal => 0,
            Self::Procent | Self::Maanden | Self::PerFte => 1,
            Self::Euro | Self::Treden => 2,
        }
    }

    /// Rounds half up (away from zero): the one place where a figure is rounded.
    pub fn round(self, waarde: Decimal) -> Decimal {
        let strategie = RoundingStrategy::MidpointAwayFromZero;
        let mut afgerond = waarde.round_dp_with_strategy(self.decimalen(), strategie);
        afgerond.rescale(self.decimalen());
        // Rounding a small negative number leaves `-0.0`, which prints differently from `0.0`.
        if afgerond.is_zero() {
            afgerond.set_sign_positive(true);
        }
        afgerond
    }
}

/// Which way a figure should move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Richting {
    /// A higher figure is better.
    HogerIsBeter,
    /// A lower figure is better.
    LagerIsBeter,
    /// The figure describes; neither way is better in itself.
    Neutraal,
}

impl Richting {
    /// The name for machines.
    pub const fn sleutel(self) -> &'static str {
        match self {
            Self::HogerIsBeter => "hoger-is-beter",
            Self::LagerIsBeter => "lager-is-beter",
            Self::Neutraal => "neutraal",
        }
    }

    /// The words for people.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::HogerIsBeter => "hoger is beter",
            Self::LagerIsBeter => "lager is beter",
            Self::Neutraal => "hoger of lager is niet vanzelf beter",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_rounded_half_up_to_their_unit() {
        let round =
            |eenheid: Eenheid, tekst: &str| eenheid.round(tekst.parse().unwrap()).to_string();
        assert_eq!(round(Eenheid::Procent, "12.25"), "12.3");
        assert_eq!(round(Eenheid::Procent, "-12.25"), "-12.3");
        assert_eq!(round(Eenheid::Procent, "-0.04"), "0.0");
        assert_eq!(round(Eenheid::Aantal, "507"), "507");
        assert_eq!(round(Eenheid::Euro, "530"), "530.00");
    }
}
