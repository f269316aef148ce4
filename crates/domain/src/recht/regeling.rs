//! The benefits that a question can ask about.

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
}

impl Regeling {
    /// Every one, with its name in a question.
    pub const ALL: [(&'static str, Self); 6] = [
        ("algemene-bijstand", Self::AlgemeneBijstand),
        (
            "individuele-inkomenstoeslag",
            Self::IndividueleInkomenstoeslag,
        ),
        ("bijzondere-bijstand", Self::BijzondereBijstand),
        ("minimaregeling", Self::Minimaregeling),
        ("studietoeslag", Self::Studietoeslag),
        ("loonkostensubsidie", Self::Loonkostensubsidie),
    ];

    /// As people read it, at the start of a sentence.
    pub const fn omschrijving(self) -> &'static str {
        match self {
            Self::AlgemeneBijstand => "Algemene bijstand",
            Self::IndividueleInkomenstoeslag => "Individuele inkomenstoeslag",
            Self::BijzondereBijstand => "Bijzondere bijstand",
            Self::Minimaregeling => "Een minimaregeling",
            Self::Studietoeslag => "Studietoeslag",
            Self::Loonkostensubsidie => "Loonkostensubsidie",
        }
    }

    /// The name in a question and in data.
    pub fn code(self) -> &'static str {
        let eigen = Self::ALL.iter().find(|(_, regeling)| *regeling == self);
        eigen.map_or("", |(code, _)| code)
    }

    /// The one of a name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        let gevonden = Self::ALL.iter().find(|(naam, _)| *naam == code);
        gevonden.map(|(_, regeling)| *regeling)
    }
}
