//! How a norm came about: the amounts of the law in it and their arithmetic.

use primitives::Geld;

use super::Normbedrag;

/// How a norm came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opbouw {
    /// One amount.
    Enkel(Deel),
    /// Two amounts, of the applicant and the partner, or of the older and the younger spouse.
    Som {
        /// The article that adds them.
        grondslag: &'static str,
        /// What is added.
        delen: [Deel; 2],
    },
    /// Part of a couple's norm, as the partner has no right. Participatiewet art. 24.
    Helft {
        /// The article.
        grondslag: &'static str,
        /// The couple's norm.
        van: Deel,
    },
}

/// An amount within a norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deel {
    /// The amount.
    pub bedrag: Geld,
    /// Where it comes from.
    pub soort: Deelsoort,
}

/// Where an amount within a norm comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deelsoort {
    /// An amount of the law.
    Tabel(Normbedrag),
    /// The norm in an institution and its increase. Participatiewet art. 23 lid 1 and 2.
    Inrichting {
        /// The norm.
        norm: Normbedrag,
        /// Its amount.
        basis: Geld,
        /// The increase.
        verhoging: Geld,
    },
    /// The formula of art. 22a lid 1.
    Kostendeler {
        /// A: those who share in the costs, with the person and a spouse of 21 or older.
        personen: u16,
        /// B: the norm for a couple.
        gehuwdennorm: Normbedrag,
        /// Its amount.
        van: Geld,
    },
}

/// Whether an amount of the law is one for somebody of 18, 19 or 20.
pub(super) const fn is_jongerenbedrag(norm: Normbedrag) -> bool {
    use Normbedrag as N;
    matches!(
        norm,
        N::JongereAlleenstaande
            | N::JongerenGehuwd
            | N::JongereEnOudere
            | N::JongereAlleenstaandeOuder
            | N::JongerenGehuwdMetKind
            | N::JongereEnOudereMetKind
            | N::KostendelendeJongere
            | N::KostendelendeJongereMetKind
    )
}

impl Opbouw {
    /// The amount of the law that is the whole norm.
    const fn tabel(&self) -> Option<Normbedrag> {
        match self {
            Self::Enkel(Deel {
                soort: Deelsoort::Tabel(norm),
                ..
            }) => Some(*norm),
            _ => None,
        }
    }

    /// Whether the whole norm is one amount of art. 20.
    pub(super) const fn is_jongerennorm(&self) -> bool {
        use Normbedrag as N;
        match self.tabel() {
            None | Some(N::KostendelendeJongere | N::KostendelendeJongereMetKind) => false,
            Some(norm) => is_jongerenbedrag(norm),
        }
    }

    /// Whether the whole norm is one amount of art. 20 or 21, the only ones that art. 27 is about.
    pub(crate) const fn is_norm_20_21(&self) -> bool {
        self.is_jongerennorm()
            || matches!(
                self.tabel(),
                Some(Normbedrag::Alleenstaande | Normbedrag::Gehuwden)
            )
    }
}

impl Deel {
    /// The article that sets this amount.
    pub const fn grondslag(&self) -> &'static str {
        match self.soort {
            Deelsoort::Tabel(norm) => norm.grondslag(),
            Deelsoort::Inrichting {
                norm: Normbedrag::InrichtingGehuwden,
                ..
            } => "Participatiewet art. 23 lid 1 onder b en lid 2 onder b",
            Deelsoort::Inrichting { .. } => {
                "Participatiewet art. 23 lid 1 onder a en lid 2 onder a"
            }
            Deelsoort::Kostendeler { .. } => "Participatiewet art. 22a lid 1",
        }
    }
}
