//! When the college may let go of a claim for not telling. Participatiewet art. 58 lid 7. Every fact that is not told makes
//! `onbepaald`, never a guess.

use primitives::Geld;

/// Ten years. Participatiewet art. 58 lid 7 onder a to c.
const TIEN_JAAR_MAANDEN: u32 = 120;

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
