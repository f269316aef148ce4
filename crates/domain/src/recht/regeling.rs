//! The benefits that a question can ask about.

use crate::beleid::Gebruik;

/// A benefit or scheme, by its name in a question (contract 2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Regeling {
    /// Participatiewet art. 19.
    AlgemeneBijstand,
    /// Participatiewet art. 36.
    IndividueleInkomenstoeslag,
    /// Participatiewet art. 35.
    BijzondereBijstand,
    /// Schemes of the municipality itself.
    Minimaregeling,
    /// Participatiewet art. 36b.
    Studietoeslag,
    /// Participatiewet art. 10d.
    Loonkostensubsidie,
    /// Participatiewet art. 10b.
    BeschutWerk,
    /// Participatiewet arts 10a lid 6 and 31 lid 2 onder j.
    Premie,
}

impl Regeling {
    /// Every one, with its name in a question.
    pub const ALL: [(&'static str, Self); 8] = [
        ("algemene-bijstand", Self::AlgemeneBijstand),
        (
            "individuele-inkomenstoeslag",
            Self::IndividueleInkomenstoeslag,
        ),
        ("bijzondere-bijstand", Self::BijzondereBijstand),
        ("minimaregeling", Self::Minimaregeling),
        ("studietoeslag", Self::Studietoeslag),
        ("loonkostensubsidie", Self::Loonkostensubsidie),
        ("beschut-werk", Self::BeschutWerk),
        ("premie", Self::Premie),
    ];

    /// Its name in a question.
    pub fn naam(self) -> &'static str {
        let mut alle = Self::ALL.iter();
        alle.find(|(_, regeling)| *regeling == self)
            .map_or("", |(naam, _)| *naam)
    }

    /// What the catalogue says its values are used for.
    pub const fn gebruik(self) -> Gebruik {
        match self {
            Self::AlgemeneBijstand => Gebruik::AlgemeneBijstand,
            Self::IndividueleInkomenstoeslag => Gebruik::IndividueleInkomenstoeslag,
            Self::BijzondereBijstand => Gebruik::BijzondereBijstand,
            Self::Minimaregeling => Gebruik::Minimaregeling,
            Self::Studietoeslag => Gebruik::Studietoeslag,
            Self::Loonkostensubsidie => Gebruik::Loonkostensubsidie,
            Self::BeschutWerk => Gebruik::BeschutWerk,
            Self::Premie => Gebruik::Premie,
        }
    }

    /// As people read it, at the start of a sentence.
    pub const fn omschrijving(self) -> &'static str {
        match self {
            Self::AlgemeneBijstand => "Algemene bijstand",
            Self::IndividueleInkomenstoeslag => "Individuele inkomenstoeslag",
            Self::BijzondereBijstand => "Bijzondere bijstand",
            Self::Minimaregeling => "Een minimaregeling",
            Self::Studietoeslag => "Studietoeslag",
            Self::Loonkostensubsidie => "Loonkostensubsidie",
            Self::BeschutWerk => "Beschut werk",
            Self::Premie => "Een premie",
        }
    }

    /// The one of a name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        let gevonden = Self::ALL.iter().find(|(naam, _)| *naam == code);
        gevonden.map(|(_, regeling)| *regeling)
    }

    /// Whether the law alone decides, so that no value of the municipality is needed.
    pub const fn is_van_de_wet(self) -> bool {
        matches!(self, Self::Loonkostensubsidie)
    }
}
