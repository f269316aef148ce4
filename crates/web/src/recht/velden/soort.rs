//! The schemes of which the fields stand in one form, one at a time.

use domain::recht::Regeling;
use domain::recht::regelingen::Minimasoort;

/// A scheme with fields of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Soort {
    Bijzonder,
    Meedoen,
    Zorgverzekering,
    Studietoeslag,
    Loonkosten,
    Premie,
}

impl Soort {
    pub(crate) const ALL: [Self; 6] = [
        Self::Bijzonder,
        Self::Meedoen,
        Self::Zorgverzekering,
        Self::Studietoeslag,
        Self::Loonkosten,
        Self::Premie,
    ];

    /// The minima schemes.
    pub(crate) const MINIMA: [Self; 2] = [Self::Meedoen, Self::Zorgverzekering];

    /// The one of a name in an address or a form.
    pub(crate) fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|soort| soort.slug() == slug)
    }

    /// The one that an application is about, if it is one; of the minima schemes `minima` says which.
    pub(crate) fn of(regeling: Regeling, minima: &str) -> Option<Self> {
        match regeling {
            Regeling::BijzondereBijstand => Some(Self::Bijzonder),
            Regeling::Minimaregeling => {
                Self::from_slug(minima).filter(|soort| Self::MINIMA.contains(soort))
            }
            Regeling::Studietoeslag => Some(Self::Studietoeslag),
            Regeling::Loonkostensubsidie => Some(Self::Loonkosten),
            Regeling::Premie => Some(Self::Premie),
            Regeling::AlgemeneBijstand
            | Regeling::IndividueleInkomenstoeslag
            | Regeling::BeschutWerk => None,
        }
    }

    pub(crate) const fn slug(self) -> &'static str {
        match self {
            Self::Bijzonder => "bijzondere-bijstand",
            Self::Meedoen => "meedoen",
            Self::Zorgverzekering => "zorgverzekering",
            Self::Studietoeslag => "studietoeslag",
            Self::Loonkosten => "loonkostensubsidie",
            Self::Premie => "premie",
        }
    }

    pub(crate) const fn naam(self) -> &'static str {
        match self {
            Self::Bijzonder => "Bijzondere bijstand",
            Self::Meedoen => "Meedoenregeling",
            Self::Zorgverzekering => "Collectieve zorgverzekering",
            Self::Studietoeslag => "Studietoeslag",
            Self::Loonkosten => "Loonkostensubsidie",
            Self::Premie => "Premies",
        }
    }

    /// What an amount is for, behind it.
    pub(crate) const fn per(self) -> &'static str {
        match self {
            Self::Bijzonder => "voor deze kosten",
            Self::Meedoen => Minimasoort::Meedoen.per(),
            Self::Zorgverzekering => Minimasoort::Zorgverzekering.per(),
            Self::Studietoeslag | Self::Loonkosten => "per maand",
            Self::Premie => "één keer",
        }
    }

    pub(crate) fn is_bijzonder(self) -> bool {
        self == Self::Bijzonder
    }

    pub(crate) fn is_meedoen(self) -> bool {
        self == Self::Meedoen
    }

    pub(crate) fn is_studietoeslag(self) -> bool {
        self == Self::Studietoeslag
    }

    pub(crate) fn is_loonkosten(self) -> bool {
        self == Self::Loonkosten
    }

    pub(crate) fn is_premie(self) -> bool {
        self == Self::Premie
    }

    /// Whether the income of the household counts.
    pub(crate) const fn asks_inkomen(self) -> bool {
        matches!(
            self,
            Self::Bijzonder | Self::Meedoen | Self::Zorgverzekering
        )
    }

    /// Whether what the household owns and owes counts, or may count.
    pub(crate) const fn asks_vermogen(self) -> bool {
        matches!(self, Self::Bijzonder | Self::Meedoen)
    }

    /// What the day of the question is.
    pub(crate) const fn dag(self) -> &'static str {
        match self {
            Self::Studietoeslag | Self::Loonkosten => "Een dag in de maand waar het om gaat",
            Self::Premie => "Dag waarop de premie wordt betaald",
            _ => "Dag van de aanvraag",
        }
    }
}
