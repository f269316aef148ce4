//! Exemptions of income from work. Participatiewet art. 31 lid 2 n, r, y, z, aa and lid 5.
//!
//! Whether an exemption helps somebody towards work is for the college to judge: the question names the
//! letter that it grants, and these rules only bound it.

use primitives::{Geld, Percentage};
use serde::{Deserialize, Serialize};

use super::{
    Inkomst, Inkomstensoort, Kinderen, Leefsituatie, Leeftijd, Leefvorm, Normbedrag, Normen,
    Normpercentage, Normtermijn, Onbepaald, Partner, Persoon,
};

/// Below this age the youngest child must be for exemption r. Participatiewet art. 31 lid 2 onder r.
pub(super) const KIND_TOT: u8 = 12;

/// An exemption of income from work, by its letter in art. 31 lid 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Vrijlating {
    /// 25%, six months; without that term from the pension age on.
    N,
    /// 12,5%, single parent with a child younger than 12, thirty months after n.
    R,
    /// 15%, who can work few hours for medical reasons.
    Y,
    /// 15%, job with wage subsidy, twelve months after n.
    Z,
    /// 15%, job with wage subsidy, extended after z.
    Aa,
}

/// Why an exemption that was named is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeenVrijlating {
    /// Art. 31 lid 5.
    JongerDan27,
    /// Every exemption is for income from work.
    GeenArbeid,
    /// Onder r.
    GeenAlleenstaandeOuder,
    /// Onder r, 1°.
    GeenKindOnder12,
    /// The months are used up.
    TermijnVerbruikt {
        /// Months used before.
        gebruikt: u32,
        /// Months that the law gives.
        termijn: u32,
    },
    /// "Voor zover hij algemene bijstand ontvangt", which a partner without a right does not.
    GeenRecht,
}

/// What became of an exemption that was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vrijlatingstoets {
    /// For whose income.
    pub persoon: Persoon,
    /// Which exemption.
    pub letter: Vrijlating,
    /// The income to which it was applied.
    pub inkomsten: Geld,
    /// The exempt amount, or why there is none.
    pub uitkomst: Result<Vrijgelaten, GeenVrijlating>,
}

/// An amount that does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vrijgelaten {
    /// The amount.
    pub bedrag: Geld,
    /// The percentage of the law.
    pub percentage: Percentage,
    /// The most that the law exempts in a month.
    pub maximum: Geld,
}

/// What becomes of every exemption that is named: per person and letter once, over all income from work that
/// carries the letter, since the maximum holds per person and month.
pub(super) fn calculate_vrijlatingen(
    inkomsten: &[Inkomst],
    situatie: &Leefsituatie,
    normen: &Normen,
) -> Result<Vec<Vrijlatingstoets>, Onbepaald> {
    let mut toetsen = Vec::new();
    for persoon in [Persoon::Aanvrager, Persoon::Partner] {
        let mut toegepast = 0;
        for letter in Vrijlating::ALL {
            let van = |is_arbeid: bool| {
                inkomsten.iter().filter(move |i| {
                    i.persoon == persoon
                        && i.vrijlating == Some(letter)
                        && (i.soort == Inkomstensoort::Arbeid) == is_arbeid
                })
            };
            if van(true).next().is_some() {
                let bedrag = van(true).map(|i| i.bedrag).sum();
                let maanden = gebruikte_maanden(van(true), persoon)?;
                let toets = Toets {
                    persoon,
                    letter,
                    bedrag,
                    maanden,
                };
                let uitkomst = toets.decide(situatie, normen)?;
                toegepast += u8::from(uitkomst.is_ok());
                toetsen.push(toets.finish(uitkomst));
            }
            if van(false).next().is_some() {
                let bedrag = van(false).map(|i| i.bedrag).sum();
                let toets = Toets {
                    persoon,
                    letter,
                    bedrag,
                    maanden: None,
                };
                toetsen.push(toets.finish(Err(GeenVrijlating::GeenArbeid)));
            }
        }
        if toegepast > 1 {
            return Err(Onbepaald::TweeVrijlatingen(persoon));
        }
    }
    Ok(toetsen)
}

/// The months used before, on which all incomes with the letter must agree.
fn gebruikte_maanden<'a>(
    mut inkomsten: impl Iterator<Item = &'a Inkomst>,
    persoon: Persoon,
) -> Result<Option<u32>, Onbepaald> {
    let maanden = inkomsten.next().and_then(|i| i.maanden_gebruikt);
    if inkomsten.any(|i| i.maanden_gebruikt != maanden) {
        return Err(Onbepaald::MaandenTegenstrijdig(persoon));
    }
    Ok(maanden)
}

struct Toets {
    persoon: Persoon,
    letter: Vrijlating,
    bedrag: Geld,
    maanden: Option<u32>,
}

impl Toets {
    fn decide(
        &self,
        situatie: &Leefsituatie,
        normen: &Normen,
    ) -> Result<Result<Vrijgelaten, GeenVrijlating>, Onbepaald> {
        let leeftijd = match (self.persoon, situatie.partner()) {
            (Persoon::Aanvrager, _) => situatie.aanvrager(),
            (
                Persoon::Partner,
                Some(Partner {
                    leeftijd: Some(leeftijd),
                    heeft_recht: true,
                }),
            ) => leeftijd,
            (Persoon::Partner, _) => return Ok(Err(GeenVrijlating::GeenRecht)),
        };
        if let Some(reden) = self.bezwaar(leeftijd, situatie)? {
            return Ok(Err(reden));
        }
        if let Some(termijn) = self.letter.termijn(leeftijd) {
            let termijn = normen.termijn(termijn)?;
            let gebruikt = self
                .maanden
                .ok_or(Onbepaald::MaandenOnbekend(self.persoon))?;
            if gebruikt >= termijn {
                return Ok(Err(GeenVrijlating::TermijnVerbruikt { gebruikt, termijn }));
            }
        }
        let percentage = normen.percentage(self.letter.percentage())?;
        let maximum = normen.bedrag(self.letter.maximum())?;
        Ok(Ok(Vrijgelaten {
            bedrag: self.bedrag.part(percentage).min(maximum),
            percentage,
            maximum,
        }))
    }

    /// The age bar of lid 5 and the conditions of r.
    fn bezwaar(
        &self,
        leeftijd: Leeftijd,
        situatie: &Leefsituatie,
    ) -> Result<Option<GeenVrijlating>, Onbepaald> {
        let geldt_leeftijdsgrens = matches!(self.letter, Vrijlating::N | Vrijlating::R);
        if geldt_leeftijdsgrens && leeftijd.is_jonger_dan_27() {
            return Ok(Some(GeenVrijlating::JongerDan27));
        }
        if self.letter != Vrijlating::R {
            return Ok(None);
        }
        if situatie.leefvorm() != Some(Leefvorm::AlleenstaandeOuder) {
            return Ok(Some(GeenVrijlating::GeenAlleenstaandeOuder));
        }
        match situatie.kinderen() {
            Kinderen::TenLaste {
                jongste: Some(jongste),
            } => Ok((jongste >= KIND_TOT).then_some(GeenVrijlating::GeenKindOnder12)),
            _ => Err(Onbepaald::LeeftijdKindOnbekend),
        }
    }

    const fn finish(self, uitkomst: Result<Vrijgelaten, GeenVrijlating>) -> Vrijlatingstoets {
        Vrijlatingstoets {
            persoon: self.persoon,
            letter: self.letter,
            inkomsten: self.bedrag,
            uitkomst,
        }
    }
}

impl Vrijlating {
    /// Every letter in the order of the law.
    pub const ALL: [Self; 5] = [Self::N, Self::R, Self::Y, Self::Z, Self::Aa];

    /// As written in a question.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::N => "n",
            Self::R => "r",
            Self::Y => "y",
            Self::Z => "z",
            Self::Aa => "aa",
        }
    }

    /// The article.
    pub const fn grondslag(self) -> &'static str {
        self.maximum().grondslag()
    }

    const fn maximum(self) -> Normbedrag {
        match self {
            Self::N => Normbedrag::VrijlatingN,
            Self::R => Normbedrag::VrijlatingR,
            Self::Y => Normbedrag::VrijlatingY,
            Self::Z => Normbedrag::VrijlatingZ,
            Self::Aa => Normbedrag::VrijlatingAa,
        }
    }

    const fn percentage(self) -> Normpercentage {
        match self {
            Self::N => Normpercentage::VrijlatingN,
            Self::R => Normpercentage::VrijlatingR,
            Self::Y => Normpercentage::VrijlatingY,
            Self::Z => Normpercentage::VrijlatingZ,
            Self::Aa => Normpercentage::VrijlatingAa,
        }
    }

    /// The term; y and aa have none, and n has none from the pension age on.
    const fn termijn(self, leeftijd: Leeftijd) -> Option<Normtermijn> {
        match self {
            Self::N if leeftijd.is_pensioengerechtigd() => None,
            Self::N => Some(Normtermijn::VrijlatingN),
            Self::R => Some(Normtermijn::VrijlatingR),
            Self::Z => Some(Normtermijn::VrijlatingZ),
            Self::Y | Self::Aa => None,
        }
    }
}
