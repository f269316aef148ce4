//! What goes with a claim: who else may be asked to pay, the taxes over it, loans, and when the college may let it go.
//! Participatiewet arts 58 lid 2 (b, c), 5 and 7, and 59. Every fact that is not told makes `onbepaald`, never a guess.

use primitives::{Datum, Geld};

use super::{Herziening, Oorzaak, Voorstel};

/// Ten years. Participatiewet art. 58 lid 7 onder a to c.
const TIEN_JAAR_MAANDEN: u32 = 120;

/// Who else is liable, for the whole of it (art. 59 lid 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aansprakelijk {
    /// The bijstand was of a family: all its members. Art. 59 lid 1.
    Gezinsleden,
    /// It should have been of a couple, but that was not told: the other of them. Art. 59 lid 2.
    Verzwegen,
}

/// What was claimed in a calendar year, with the payroll tax and premiums over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Jaarvordering {
    /// The calendar year.
    pub jaar: i16,
    /// The net amount.
    pub netto: Geld,
    /// Taxes and premiums that cannot be set off any more; none where nobody told them. Art. 58 lid 5.
    pub belasting: Option<Geld>,
}

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
}

/// What the college can do with a loan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leningoordeel {
    /// Claim what is left.
    Terugvordering(Geld),
    /// Nothing: the resident keeps to what was agreed, or all was paid back.
    Geen,
    /// It depends on whether the resident keeps to what was agreed.
    Onbepaald,
}

/// How a claim was paid off, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Aflosverloop {
    /// For how many months in a row all was paid.
    pub maanden_volledig: Option<u32>,
    /// For how many months the resident has had to pay.
    pub maanden_lopend: Option<u32>,
    /// Whether all arrears over ten years were paid after all, with interest and costs.
    pub achterstand_betaald: Option<bool>,
    /// For how many months in a row nothing was paid.
    pub maanden_zonder: Option<u32>,
    /// Whether it is likely that the resident will ever pay.
    pub betaling_te_verwachten: Option<bool>,
    /// What is left.
    pub restsom: Option<Geld>,
    /// What the resident pays at once.
    pub in_een_keer: Option<Geld>,
}

/// Whether the college may let go of what is left of a claim for not telling. Art. 58 lid 7.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kwijtschelding {
    /// It may, by this part of the article.
    Mogelijk(Kwijtgrond),
    /// It may not.
    Niet,
    /// These facts are missing, by their names in a question.
    Onbepaald(Vec<&'static str>),
}

/// By which part of art. 58 lid 7.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kwijtgrond {
    /// Paid in full for ten years.
    VolledigBetaald,
    /// Arrears over ten years were paid after all.
    AchterstandBetaald,
    /// Nothing paid for ten years, and that is not likely to change.
    NooitBetaald,
    /// At least half of what is left at once.
    InEenKeer,
}

impl Aansprakelijk {
    /// The article.
    pub const fn grondslag(self) -> &'static str {
        match self {
            Self::Gezinsleden => "Participatiewet art. 59 lid 1",
            Self::Verzwegen => "Participatiewet art. 59 lid 2",
        }
    }

    /// Who else is liable for a claim over a month; `oud` and `nieuw` tell whether two people had, or have, a right in it.
    pub fn find(oud: bool, nieuw: bool, voorstel: &Voorstel) -> Option<Self> {
        match voorstel {
            Voorstel::Terugvordering(..) | Voorstel::Verrekening(_) if oud => {
                Some(Self::Gezinsleden)
            }
            Voorstel::Terugvordering(_, Oorzaak::Inlichtingenplicht) if nieuw => {
                Some(Self::Verzwegen)
            }
            _ => None,
        }
    }
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
            _ if rest.is_nul() => Leningoordeel::Geen,
            (Leenvorm::Borgtocht, _) | (Leenvorm::Geldlening, Some(false)) => {
                Leningoordeel::Terugvordering(rest)
            }
            (Leenvorm::Geldlening, Some(true)) => Leningoordeel::Geen,
            (Leenvorm::Geldlening, None) => Leningoordeel::Onbepaald,
        }
    }
}

impl Kwijtgrond {
    /// The part of the article.
    pub const fn grondslag(self) -> &'static str {
        match self {
            Self::VolledigBetaald => "Participatiewet art. 58 lid 7 onder a",
            Self::AchterstandBetaald => "Participatiewet art. 58 lid 7 onder b",
            Self::NooitBetaald => "Participatiewet art. 58 lid 7 onder c",
            Self::InEenKeer => "Participatiewet art. 58 lid 7 onder d",
        }
    }
}

impl Aflosverloop {
    /// Whether the college may let go of the rest. Art. 58 lid 7.
    pub fn judge(&self) -> Kwijtschelding {
        let is_lang = |maanden: u32| maanden >= TIEN_JAAR_MAANDEN;
        let both = |een: Option<bool>, twee: Option<bool>| match (een, twee) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (een, twee) => een.zip(twee).map(|_| true),
        };
        let in_een_keer = match (self.restsom, self.in_een_keer) {
            (_, Some(bedrag)) if bedrag.is_nul() => Some(false),
            (rest, bedrag) => rest
                .zip(bedrag)
                .map(|(rest, bedrag)| bedrag + bedrag >= rest),
        };
        let gronden = [
            (
                Kwijtgrond::VolledigBetaald,
                self.maanden_volledig.map(is_lang),
            ),
            (
                Kwijtgrond::AchterstandBetaald,
                both(self.maanden_lopend.map(is_lang), self.achterstand_betaald),
            ),
            (
                Kwijtgrond::NooitBetaald,
                both(
                    self.maanden_zonder.map(is_lang),
                    self.betaling_te_verwachten.map(|verwacht| !verwacht),
                ),
            ),
            (Kwijtgrond::InEenKeer, in_een_keer),
        ];
        if let Some((grond, _)) = gronden.iter().find(|(_, geldt)| *geldt == Some(true)) {
            return Kwijtschelding::Mogelijk(*grond);
        }
        let onbekend = gronden.iter().filter(|(_, geldt)| geldt.is_none());
        let ontbreekt: Vec<_> = onbekend
            .flat_map(|(grond, _)| self.list_missing(*grond))
            .collect();
        if ontbreekt.is_empty() {
            Kwijtschelding::Niet
        } else {
            Kwijtschelding::Onbepaald(ontbreekt)
        }
    }

    fn list_missing(&self, grond: Kwijtgrond) -> Vec<&'static str> {
        let feiten: &[(&'static str, bool)] = match grond {
            Kwijtgrond::VolledigBetaald => {
                &[("maandenVolledigBetaald", self.maanden_volledig.is_none())]
            }
            Kwijtgrond::AchterstandBetaald => &[
                ("maandenLopend", self.maanden_lopend.is_none()),
                ("achterstandBetaald", self.achterstand_betaald.is_none()),
            ],
            Kwijtgrond::NooitBetaald => &[
                ("maandenZonderBetaling", self.maanden_zonder.is_none()),
                (
                    "betalingTeVerwachten",
                    self.betaling_te_verwachten.is_none(),
                ),
            ],
            Kwijtgrond::InEenKeer => &[
                ("restsom", self.restsom.is_none()),
                ("inEenKeer", self.in_een_keer.is_none()),
            ],
        };
        feiten
            .iter()
            .filter(|(_, ontbreekt)| *ontbreekt)
            .map(|(naam, _)| *naam)
            .collect()
    }
}

/// The claims by calendar year with their taxes, the oldest first. Those of the year of the decision can still be set off
/// with what the municipality pays itself, so nothing is added to them; over earlier years `opgave` tells what cannot.
/// Participatiewet art. 58 lid 5.
pub fn gross_up(herziening: &Herziening, dag: Datum, opgave: &[(i16, Geld)]) -> Vec<Jaarvordering> {
    let mut jaren: Vec<Jaarvordering> = Vec::new();
    for maand in &herziening.maanden {
        let Voorstel::Terugvordering(bedrag, _) = maand.voorstel else {
            continue;
        };
        let jaar = maand.paar.maand.first_day().year();
        match jaren.iter_mut().find(|eerder| eerder.jaar == jaar) {
            Some(eerder) => eerder.netto = eerder.netto + bedrag,
            None => jaren.push(Jaarvordering {
                jaar,
                netto: bedrag,
                belasting: if jaar >= dag.year() {
                    Some(Geld::NUL)
                } else {
                    opgave
                        .iter()
                        .find(|(van, _)| *van == jaar)
                        .map(|(_, geld)| *geld)
                },
            }),
        }
    }
    jaren.sort_by_key(|een| een.jaar);
    jaren
}

impl Jaarvordering {
    /// Net amount and taxes; none where nobody told them.
    pub fn totaal(&self) -> Option<Geld> {
        self.belasting.map(|belasting| self.netto + belasting)
    }
}
