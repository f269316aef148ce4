//! How far a run is: per municipality, and as a whole.

/// How far a run is in one municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gemeentestand {
    /// Nothing was done yet.
    Wacht,
    /// At least one batch was done.
    Bezig,
    /// Every household was done.
    Klaar,
    /// Somebody interrupted it.
    Onderbroken,
    /// It failed; what was done stands.
    Mislukt,
}

/// How far a run is as a whole: follows from its municipalities and is never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runstand {
    /// No municipality was begun.
    Wacht,
    /// At least one is to be done or being done.
    Bezig,
    /// All are done.
    Klaar,
    /// Nothing goes on, and somebody interrupted at least one.
    Onderbroken,
    /// Nothing goes on, and at least one failed.
    Mislukt,
}

/// Municipalities by how far they are, and households done and to be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Populatierunstand {
    aantallen: [u32; Gemeentestand::ALL.len()],
    /// Households done.
    pub gedaan: u64,
    /// Households to be done in the municipalities that were begun.
    pub totaal: u64,
}

impl Populatierunstand {
    /// Counts a municipality in.
    pub fn add(&mut self, stand: Gemeentestand, gedaan: u32, totaal: Option<u32>) {
        if let Some(aantal) = self.aantallen.get_mut(stand as usize) {
            *aantal += 1;
        }
        self.gedaan += u64::from(gedaan);
        self.totaal += u64::from(totaal.unwrap_or(0));
    }

    /// How many municipalities are so far.
    pub fn aantal(&self, stand: Gemeentestand) -> u32 {
        self.aantallen.get(stand as usize).copied().unwrap_or(0)
    }

    /// How many municipalities take part.
    pub fn gemeenten(&self) -> u32 {
        self.aantallen.iter().sum()
    }

    /// How far the run is.
    pub fn stand(&self) -> Runstand {
        use Gemeentestand as G;
        let has = |stand| self.aantal(stand) > 0;
        if self.aantal(G::Wacht) == self.gemeenten() {
            Runstand::Wacht
        } else if has(G::Wacht) || has(G::Bezig) {
            Runstand::Bezig
        } else if has(G::Mislukt) {
            Runstand::Mislukt
        } else if has(G::Onderbroken) {
            Runstand::Onderbroken
        } else {
            Runstand::Klaar
        }
    }
}

impl Gemeentestand {
    /// Every one, in the order of the work.
    pub const ALL: [Self; 5] = [
        Self::Wacht,
        Self::Bezig,
        Self::Klaar,
        Self::Onderbroken,
        Self::Mislukt,
    ];

    /// The name in data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Wacht => "wacht",
            Self::Bezig => "bezig",
            Self::Klaar => "klaar",
            Self::Onderbroken => "onderbroken",
            Self::Mislukt => "mislukt",
        }
    }

    /// The one of a name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stand| stand.code() == code)
    }

    /// Whether a worker may go on. After a failure the queue tries again by itself.
    pub const fn is_te_doen(self) -> bool {
        matches!(self, Self::Wacht | Self::Bezig | Self::Mislukt)
    }

    /// Whether it can be interrupted.
    pub const fn is_te_onderbreken(self) -> bool {
        self.is_te_doen()
    }

    /// Whether somebody can let it go on: it was interrupted, it failed, or its job was lost.
    pub const fn is_te_hervatten(self) -> bool {
        !matches!(self, Self::Klaar | Self::Bezig)
    }
}

impl Runstand {
    /// The name in data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Wacht => "wacht",
            Self::Bezig => "bezig",
            Self::Klaar => "klaar",
            Self::Onderbroken => "onderbroken",
            Self::Mislukt => "mislukt",
        }
    }
}
