//! Who has no right for some days. Participatiewet art. 13.

/// A part of art. 13 that somebody falls under; age and institution follow from the household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uitsluiting {
    /// Lid 1 onder a.
    Detentie,
    /// Lid 1 onder b.
    OnttrektZich,
    /// Lid 1 onder c.
    Dienstplicht,
    /// Lid 1 onder d.
    Staking,
    /// Lid 1 onder e, lid 4: follows from the days abroad.
    Buitenland,
    /// Lid 1 onder g.
    Schuldenlast,
    /// Lid 1 onder h.
    Uitreiziger,
    /// Lid 2 onder b.
    OnbetaaldVerlof,
    /// Lid 2 onder c.
    Onderwijs,
    /// Lid 2 onder d.
    HoudingJongere,
}

impl Uitsluiting {
    /// Those that are told, with their name in a question.
    pub const OPGEGEVEN: [(&'static str, Self); 9] = [
        ("13.1.a", Self::Detentie),
        ("13.1.b", Self::OnttrektZich),
        ("13.1.c", Self::Dienstplicht),
        ("13.1.d", Self::Staking),
        ("13.1.g", Self::Schuldenlast),
        ("13.1.h", Self::Uitreiziger),
        ("13.2.b", Self::OnbetaaldVerlof),
        ("13.2.c", Self::Onderwijs),
        ("13.2.d", Self::HoudingJongere),
    ];

    /// The article.
    pub const fn grondslag(self) -> &'static str {
        match self {
            Self::Detentie => "Participatiewet art. 13 lid 1 onder a",
            Self::OnttrektZich => "Participatiewet art. 13 lid 1 onder b",
            Self::Dienstplicht => "Participatiewet art. 13 lid 1 onder c",
            Self::Staking => "Participatiewet art. 13 lid 1 onder d",
            Self::Buitenland => "Participatiewet art. 13 lid 1 onder e",
            Self::Schuldenlast => "Participatiewet art. 13 lid 1 onder g",
            Self::Uitreiziger => "Participatiewet art. 13 lid 1 onder h",
            Self::OnbetaaldVerlof => "Participatiewet art. 13 lid 2 onder b",
            Self::Onderwijs => "Participatiewet art. 13 lid 2 onder c",
            Self::HoudingJongere => "Participatiewet art. 13 lid 2 onder d",
        }
    }

    /// As people read it after a colon.
    pub const fn omschrijving(self) -> &'static str {
        match self {
            Self::Detentie => "hij zit vast",
            Self::OnttrektZich => "hij onttrekt zich aan een straf of maatregel",
            Self::Dienstplicht => "hij vervult zijn dienstplicht",
            Self::Staking => "hij werkt niet door een staking of uitsluiting",
            Self::Buitenland => "hij is langer in het buitenland dan mag",
            Self::Schuldenlast => "de bijstand is gevraagd om schulden te betalen",
            Self::Uitreiziger => "hij is een uitreiziger",
            Self::OnbetaaldVerlof => "hij of zijn partner heeft onbetaald verlof",
            Self::Onderwijs => "hij is jonger dan 27 jaar en kan onderwijs volgen",
            Self::HoudingJongere => {
                "hij is jonger dan 27 jaar en wil zijn plichten duidelijk niet nakomen"
            }
        }
    }
}
