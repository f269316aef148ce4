//! Units of figures.

/// The unit of a figure, which decides its notation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Eenheid {
    /// A whole number of persons, benefits or other things.
    Aantal,
    /// A number of per cent, with one decimal.
    Procent,
    /// An amount in euros, with two decimals.
    Euro,
    /// A number of months, with one decimal.
    Maanden,
    /// A number for each full-time post, with one decimal.
    PerFte,
    /// A number of steps on the ladder, with two decimals.
    Treden,
}

impl Eenheid {
    /// The name for machines.
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

    /// The name for people.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::PerFte => "inwoners per fte",
            anders => anders.sleutel(),
        }
    }

    /// How many decimals a reader sees.
    pub const fn decimalen(self) -> u32 {
        match self {
            Self::Aantal => 0,
            Self::Procent | Self::Maanden | Self::PerFte => 1,
            Self::Euro | Self::Treden => 2,
        }
    }
}
