//! What one hour of work more gives a household with bijstand, before and after a change of policy.
//!
//! An example, not a right: one person works at the minimum wage and has the exemption of art. 31 lid 2 onder n,
//! which lasts six months; the household has had a low income for as long as the council asks. Toeslagen of the
//! Belastingdienst, holiday pay, pension and travel are left out, and the page says so.

use primitives::{Geld, Maand};
use serde::Serialize;

use super::Rekenset;
use super::loon::{Loonjaar, Uurloon};
use super::uitkomst::code_of;
use crate::recht::{Leefvorm, Normbedrag, Normen, Normentabel, Normpercentage};

/// The longest working week that is shown, in hours.
const UREN_MAX: u16 = 40;
/// A year has 52 weeks of work, a month a twelfth of them.
const WEKEN: i64 = 52;

/// The examples with the amounts that they were made with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WerkenLoont {
    /// The wage of an hour.
    pub uurloon: Geld,
    /// Whether that wage is an example, because no source gives it for the month.
    pub is_voorbeeld: bool,
    /// Where the wage was found.
    pub bron_uurloon: String,
    /// Where the rates of tax and credits were found.
    pub bron_loonheffing: String,
    /// The households.
    pub huishoudens: Vec<Loonvoorbeeld>,
}

/// One household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Loonvoorbeeld {
    /// The form of living in data.
    pub groep: &'static str,
    /// As people read it.
    #[serde(skip)]
    pub naam: &'static str,
    /// Its norm of the month.
    pub norm: Geld,
    /// From no hours to the whole week.
    pub punten: Vec<Loonpunt>,
}

/// What a household has in a month at a number of hours of work a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Loonpunt {
    /// Hours a week.
    pub uren: u16,
    /// Gross wage.
    pub bruto: Geld,
    /// Net wage.
    pub netto: Geld,
    /// To spend by what holds; none when the council did not decide all that the toeslag asks.
    pub nu: Option<Geld>,
    /// To spend by what was asked.
    pub straks: Option<Geld>,
}

impl WerkenLoont {
    /// The examples of a month; none when the law's amounts are not known for it.
    pub(super) fn calculate(maand: Maand, nu: &Rekenset, straks: &Rekenset) -> Option<Self> {
        let dag = maand.first_day();
        let (jaar, uurloon) = (Loonjaar::op(dag)?, Uurloon::op(dag)?);
        let normen = Normentabel::wettelijk().op(dag)?;
        let voorbeeld = |(leefvorm, norm): (Leefvorm, Normbedrag)| {
            let voorbeeld = Voorbeeld::new(leefvorm, norm, normen)?;
            let punt = |uren: u16| {
                let bruto = uurloon.bedrag.fraction(WEKEN * i64::from(uren), 12);
                let netto = jaar.calculate_netto(bruto);
                Loonpunt {
                    uren,
                    bruto,
                    netto,
                    nu: voorbeeld.besteedbaar(netto, nu),
                    straks: voorbeeld.besteedbaar(netto, straks),
                }
            };
            Some(Loonvoorbeeld {
                groep: code_of(leefvorm),
                naam: leefvorm.omschrijving(),
                norm: voorbeeld.norm,
                punten: (0..=UREN_MAX).map(punt).collect(),
            })
        };
        let huishoudens = [
            (Leefvorm::Alleenstaande, Normbedrag::Alleenstaande),
            (Leefvorm::AlleenstaandeOuder, Normbedrag::Alleenstaande),
            (Leefvorm::Gehuwden, Normbedrag::Gehuwden),
        ];
        let huishoudens: Option<_> = huishoudens.into_iter().map(voorbeeld).collect();
        Some(Self {
            uurloon: uurloon.bedrag,
            is_voorbeeld: uurloon.is_voorbeeld,
            bron_uurloon: uurloon.bron.clone(),
            bron_loonheffing: jaar.bron().to_owned(),
            huishoudens: huishoudens?,
        })
    }
}

impl Loonvoorbeeld {
    /// What one hour a week more gives in a month, after so many hours; none beyond the whole week.
    pub fn uur_erbij(&self, uren: u16) -> Option<(Option<Geld>, Option<Geld>)> {
        let punt = |uren: u16| self.punten.iter().find(|punt| punt.uren == uren);
        let (hier, verder) = (punt(uren)?, punt(uren + 1)?);
        let verschil = |hier: Option<Geld>, verder: Option<Geld>| Some(verder? - hier?);
        Some((
            verschil(hier.nu, verder.nu),
            verschil(hier.straks, verder.straks),
        ))
    }
}

/// The law's amounts for one household of 27 or older with costs of a dwelling.
struct Voorbeeld {
    leefvorm: Leefvorm,
    norm: Geld,
    vrijlating_max: Geld,
    vrijlating: primitives::Percentage,
}

impl Voorbeeld {
    fn new(leefvorm: Leefvorm, norm: Normbedrag, normen: &Normen) -> Option<Self> {
        // The table says which amounts its sources do not give; without them there is no example.
        Some(Self {
            leefvorm,
            norm: normen.bedrag(norm).ok()?,
            vrijlating_max: normen.bedrag(Normbedrag::VrijlatingN).ok()?,
            vrijlating: normen.percentage(Normpercentage::VrijlatingN).ok()?,
        })
    }

    /// Net wage, bijstand and a twelfth of the toeslag.
    fn besteedbaar(&self, netto: Geld, set: &Rekenset) -> Option<Geld> {
        let vrij = netto.part(self.vrijlating).min(self.vrijlating_max);
        let bijstand = (self.norm - (netto - vrij)).not_below_zero();
        // What is exempt is no income: with bijstand the income is the norm, without it the wage.
        let inkomen = if bijstand.is_nul() { netto } else { self.norm };
        let is_laag = inkomen <= self.norm.part(set.inkomensgrens()?);
        set.referteperiode()?;
        let toeslag = set.iit_bedrag(self.leefvorm)?;
        let toeslag = if is_laag { toeslag } else { Geld::NUL };
        Some(netto + bijstand + toeslag.fraction(1, 12))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::beleid::Waarde;
    use crate::doorrekening::{Rekenparameter, Wijziging};
    use primitives::Percentage;

    fn set(bedrag: i32) -> Rekenset {
        let wijzigingen = [
            (
                Rekenparameter::IitAlleenstaande,
                Waarde::Bedrag(Geld::from_cents(bedrag)),
            ),
            (Rekenparameter::IitReferteperiode, Waarde::Maanden(36)),
            (
                Rekenparameter::IitInkomensgrens,
                Waarde::Percentage(Percentage::from_whole(110)),
            ),
        ]
        .map(|(parameter, waarde)| Wijziging { parameter, waarde });
        Rekenset::default().with(&wijzigingen)
    }

    fn alleen() -> Loonvoorbeeld {
        let maand = Maand::parse("2026-03").unwrap();
        let voorbeelden = WerkenLoont::calculate(maand, &set(36_000), &set(48_000)).unwrap();
        voorbeelden.huishoudens.into_iter().next().unwrap()
    }

    #[test]
    fn without_work_there_is_the_norm_and_a_twelfth_of_the_toeslag() {
        let begin = alleen().punten.into_iter().next().unwrap();
        // 1.401,50 and 30,00 or 40,00.
        assert_eq!(begin.nu.unwrap().to_string(), "1431.50");
        assert_eq!(begin.straks.unwrap().to_string(), "1441.50");
    }

    #[test]
    fn a_quarter_of_the_wage_is_kept_up_to_the_maximum() {
        let alleen = alleen();
        let [acht, vierentwintig] = [8, 24].map(|uren| alleen.punten[uren]);
        // 8 hours are 509,95 gross and net, of which 127,49 is exempt.
        assert_eq!(acht.netto.to_string(), "509.95");
        assert_eq!(acht.nu.unwrap().to_string(), "1558.99");
        // 24 hours are more than four times the maximum of 285,00.
        assert_eq!(vierentwintig.nu.unwrap().to_string(), "1716.50");
        let (nu, straks) = alleen.uur_erbij(24).unwrap();
        assert_eq!((nu, straks), (Some(Geld::NUL), Some(Geld::NUL)));
    }

    #[test]
    fn above_the_limit_the_toeslag_is_gone_at_once() {
        let maand = Maand::parse("2026-03").unwrap();
        let voorbeelden = WerkenLoont::calculate(maand, &set(120_000), &set(0)).unwrap();
        let alleen = &voorbeelden.huishoudens[0];
        // The bijstand ends within the week; the wage is above 110% of the norm by then.
        let val = (0..40).filter(|uren| {
            let (nu, straks) = alleen.uur_erbij(*uren).unwrap();
            nu.unwrap() < Geld::NUL && straks.unwrap() > Geld::NUL
        });
        assert_eq!(val.count(), 1);
        assert!(alleen.uur_erbij(40).is_none());
    }

    #[test]
    fn without_a_decision_nothing_is_guessed() {
        let maand = Maand::parse("2026-03").unwrap();
        let leeg = Rekenset::default();
        let voorbeelden = WerkenLoont::calculate(maand, &leeg, &leeg).unwrap();
        assert!(voorbeelden.huishoudens[0].punten[0].nu.is_none());
        let later = Maand::parse("2027-01").unwrap();
        assert!(WerkenLoont::calculate(later, &leeg, &leeg).is_none());
    }
}
