//! Why a month has no right, and why a month cannot be determined.

use primitives::{Datum, datum_lang};

use super::Uitsluiting;
use crate::recht::{GeenRecht, Onbepaald, Persoon};

/// Why there is no amount for a month.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Maandreden {
    /// No right.
    #[error(transparent)]
    GeenRecht(#[from] MaandGeenRecht),
    /// Facts are missing or the case is not covered.
    #[error(transparent)]
    Onbepaald(#[from] MaandOnbepaald),
}

/// Why there is no right on the days of a month. Displays as a Dutch sentence for the resident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MaandGeenRecht {
    /// As in a single month.
    #[error(transparent)]
    Bijstand(#[from] GeenRecht),
    /// Participatiewet art. 44 lid 1.
    #[error("De bijstand begint op {}. Daarvoor is er geen recht.", datum_lang(*.0))]
    VoorIngang(Datum),
    /// The benefit has ended.
    #[error("De bijstand is beëindigd. De laatste dag was {}.", datum_lang(*.0))]
    NaEinde(Datum),
    /// Participatiewet art. 13.
    #[error("De {} heeft geen recht op bijstand: {}.", .persoon.omschrijving(), .grond.omschrijving())]
    Uitgesloten {
        /// Who.
        persoon: Persoon,
        /// By which part of the article.
        grond: Uitsluiting,
    },
    /// Participatiewet art. 45 lid 5.
    #[error("De aanvrager is overleden op {}.", datum_lang(*.0))]
    Overleden(Datum),
    /// Participatiewet art. 54 lid 4.
    #[error(
        "De bijstand is ingetrokken vanaf {}: de gevraagde gegevens zijn niet op tijd gegeven.", datum_lang(*.0)
    )]
    Ingetrokken(Datum),
    /// Participatiewet art. 40 lid 5.
    #[error(
        "De bijstand is ingetrokken vanaf {}: het adres klopt niet met de basisregistratie personen.", datum_lang(*.0)
    )]
    IngetrokkenAdres(Datum),
}

/// Why a month cannot be determined. Never a guess: what is missing or not covered is named.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MaandOnbepaald {
    /// As in a single month.
    #[error(transparent)]
    Bijstand(#[from] Onbepaald),
    /// No value of the law for the day.
    #[error("De waarde van {} is niet bekend voor {}.", .grondslag, datum_lang(*.dag))]
    RegelOntbreekt {
        /// The article of the value.
        grondslag: &'static str,
        /// For which day.
        dag: Datum,
    },
    /// No household is told for the day.
    #[error("Niet bekend is hoe het huishouden was op {}.", datum_lang(*.0))]
    HuishoudenOnbekend(Datum),
    /// Participatiewet art. 54 lid 1.
    #[error(
        "Het recht op bijstand is opgeschort vanaf {}. Niet bekend is hoe dat is afgelopen.", datum_lang(*.0)
    )]
    Opgeschort(Datum),
    /// What was used before the first month decides, and is not told.
    #[error(
        "Niet bekend is wat voor deze reeks al is gebruikt van {0}. Geef dit op bij tellers, of begin de reeks bij de melding."
    )]
    TellersOnbekend(&'static str),
    /// Two maatregelen in one month: the law has no rule for them together.
    #[error(
        "In deze maand lopen twee maatregelen. De wet zegt niet hoe die samengaan; beoordeel dit zelf."
    )]
    MaatregelenSamenloop,
    /// The spreading of the ordinance cannot be carried out.
    #[error(
        "De verlaging past niet in de maanden waarover de verordening haar verdeelt (Participatiewet art. 18 lid 5); beoordeel dit zelf."
    )]
    SpreidingPastNiet,
    /// The duration in the ordinance is none that the law allows.
    #[error(
        "De duur van de maatregel in de verordening past niet bij Participatiewet art. 18 lid 5 en 6."
    )]
    DuurPastNiet,
    /// What goes beyond the free amount counts, but as what?
    #[error(
        "Er is meer aan giften en bijdragen ontvangen dan de grens per jaar. Geef bij elke gift en bijdrage op of die als inkomen of als vermogen telt."
    )]
    GiftAardOnbekend,
    /// Whether the exemption of a premium holds for who is younger than 27.
    #[error(
        "De {} is jonger dan 27 jaar en kreeg een premie. Niet bekend is of hij tot de doelgroep loonkostensubsidie hoort (Participatiewet art. 31 lid 5).", .0.omschrijving()
    )]
    DoelgroepOnbekend(Persoon),
    /// Two exemptions of work at once, an old one and that of art. 34a.
    #[error(
        "Voor de {} gelden twee verschillende vrijlatingen in dezelfde maand. Dat laat de wet niet toe.", .0.omschrijving()
    )]
    TweeVrijlatingen(Persoon),
    /// A month without a single day, which no month is.
    #[error("Deze maand heeft geen dagen.")]
    GeenDagen,
    /// The duration was not decided, and the ordinance leaves it open.
    #[error("Niet bekend is hoeveel maanden de maatregel duurt.")]
    DuurOnbekend,
}

impl MaandGeenRecht {
    /// The article that takes the right away.
    pub const fn grondslag(&self) -> &'static str {
        match self {
            Self::Bijstand(reden) => reden.grondslag(),
            Self::VoorIngang(_) => "Participatiewet art. 44 lid 1",
            Self::NaEinde(_) => "Participatiewet art. 45 lid 3",
            Self::Uitgesloten { grond, .. } => grond.grondslag(),
            Self::Overleden(_) => "Participatiewet art. 45 lid 5",
            Self::Ingetrokken(_) => "Participatiewet art. 54 lid 4",
            Self::IngetrokkenAdres(_) => "Participatiewet art. 40 lid 5",
        }
    }
}
