//! Bijstand that must come back by the form or the purpose in which it was given: loans, guarantees, and costs that somebody
//! else paid after all. Participatiewet arts 48 and 58 lid 2 (b, c and f). Every fact that is not told makes `onbepaald`.

use primitives::Geld;

use crate::recht::regelingen::Leengrond;

/// In which form bijstand was given that must come back by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leenvorm {
    /// A loan. Art. 48 lid 2; claimed by art. 58 lid 2 onder b.
    Geldlening,
    /// A guarantee that the college had to pay. Art. 48 lid 2; claimed by art. 58 lid 2 onder c.
    Borgtocht,
}

/// A loan or a guarantee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lening {
    /// Which.
    pub vorm: Leenvorm,
    /// What was lent, or paid on the guarantee.
    pub bedrag: Geld,
    /// What was paid back; not more than the amount.
    pub afgelost: Geld,
    /// Whether the resident keeps to what was agreed; none where nobody told.
    pub is_nagekomen: Option<bool>,
    /// By which ground it was given in this form; none where nobody told. Arts 48 lid 2 and 51 lid 1.
    pub grond: Option<Leengrond>,
    /// Whether the resident has algemene bijstand, with which a loan can be set off. Art. 48 lid 4.
    pub krijgt_bijstand: bool,
}

/// Bijstand for a purpose for which the resident received something else afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bestemming {
    /// The bijstand for it.
    pub bijstand: Geld,
    /// What was received for it afterwards; none where nobody told.
    pub vergoeding: Option<Geld>,
    /// Whether that was meant for the same purpose; none where nobody told.
    pub is_zelfde: Option<bool>,
}

/// What the college can do with bijstand for a purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bestemmingoordeel {
    /// Claim this: what was received for the purpose, and not more than the bijstand. Art. 58 lid 2 onder f sub 2°.
    Terugvordering(Geld),
    /// Nothing: what was received was for something else, or nothing was.
    Geen,
    /// These facts are missing, by their names in a question.
    Onbepaald(Vec<&'static str>),
}

/// What the college can do with a loan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leningoordeel {
    /// Claim what is left.
    Terugvordering(Geld),
    /// Nothing: the resident keeps to what was agreed, or all was paid back.
    Geen,
    /// Nothing: the law knew no ground for this form, so it was given for good. Art. 48 lid 1.
    GeenGrond,
    /// It depends on whether the resident keeps to what was agreed.
    Onbepaald,
}

impl Leenvorm {
    /// The article of claiming it back.
    pub const fn grondslag(self) -> &'static str {
        match self {
            Self::Geldlening => "Participatiewet art. 58 lid 2 onder b",
            Self::Borgtocht => "Participatiewet art. 58 lid 2 onder c",
        }
    }
}

impl Lening {
    /// What the college can do with it.
    pub fn judge(&self) -> Leningoordeel {
        let rest = self.bedrag - self.afgelost;
        match (self.vorm, self.is_nagekomen) {
            _ if self.grond == Some(Leengrond::Geen) => Leningoordeel::GeenGrond,
            _ if rest.is_nul() => Leningoordeel::Geen,
            (Leenvorm::Borgtocht, _) | (Leenvorm::Geldlening, Some(false)) => {
                Leningoordeel::Terugvordering(rest)
            }
            (Leenvorm::Geldlening, Some(true)) => Leningoordeel::Geen,
            (Leenvorm::Geldlening, None) => Leningoordeel::Onbepaald,
        }
    }
}

impl Bestemming {
    /// The article of claiming it back.
    pub const GRONDSLAG: &'static str = "Participatiewet art. 58 lid 2 onder f sub 2°";

    /// What the college can do with it.
    pub fn judge(&self) -> Bestemmingoordeel {
        let is_niets = self.vergoeding.is_some_and(Geld::is_nul);
        match (self.vergoeding, self.is_zelfde) {
            (_, Some(false)) => Bestemmingoordeel::Geen,
            _ if is_niets || self.bijstand.is_nul() => Bestemmingoordeel::Geen,
            (Some(vergoeding), Some(true)) => {
                Bestemmingoordeel::Terugvordering(vergoeding.min(self.bijstand))
            }
            (vergoeding, is_zelfde) => {
                let feiten = [
                    ("vergoeding", vergoeding.is_none()),
                    ("zelfdeBestemming", is_zelfde.is_none()),
                ];
                let mist = feiten.into_iter().filter(|(_, mist)| *mist);
                Bestemmingoordeel::Onbepaald(mist.map(|(naam, _)| naam).collect())
            }
        }
    }
}
