//! What one hour of work more gives a household with bijstand, before and after a change of policy.
//!
//! An example, not a right: one person works at the minimum wage and has the exemption of art. 31 lid 2 onder n,
//! which lasts six months; the household has had a low income for as long as the council asks. Toeslagen of the
//! Belastingdienst, holiday pay, pension and travel are left out, and the page says so.

use primitives::{Datum, Geld, Maand};
use serde::Serialize;

use super::Rekenset;
use super::uitkomst::code_of;
use crate::beleid::Geldend;
use crate::recht::armoedeval::{Lokaalbeleid, Uurloon, Werkrekenaar, Werkvraag};
use crate::recht::{
    IitBeleid, Kinderen, Leefsituatie, Leeftijd, Leefvorm, Partner, Verblijf, Vrijlating,
};

/// The longest working week that is shown, in hours.
const UREN_MAX: u16 = 40;
/// A year has 52 weeks of work, a month a twelfth of them.
const WEKEN: i64 = 52;
/// The age of the examples in years: no rule about the young or about pensioners holds.
const LEEFTIJD: i16 = 40;

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
        let uurloon = Uurloon::op(dag)?;
        let leefvormen = [
            Leefvorm::Alleenstaande,
            Leefvorm::AlleenstaandeOuder,
            Leefvorm::Gehuwden,
        ];
        let rekenaars = leefvormen.map(|leefvorm| {
            let met =
                |set: &Rekenset| Werkrekenaar::try_new(vraag(leefvorm, dag)?, &set.lokaal()).ok();
            Some((leefvorm, met(nu)?, met(straks)?))
        });
        let rekenaars: Vec<_> = rekenaars.into_iter().collect::<Option<_>>()?;
        let bron_loonheffing = rekenaars
            .first()
            .map(|(_, nu, _)| nu.bron_loonheffing().to_owned())?;
        let voorbeeld = |(leefvorm, nu, straks): &(Leefvorm, Werkrekenaar, Werkrekenaar)| {
            let punt = |uren: u16| {
                let bruto = uurloon.bedrag.fraction(WEKEN * i64::from(uren), 12);
                let punten = (nu.calculate(bruto).ok()?, straks.calculate(bruto).ok()?);
                // A total is shown only where all that counts in it was decided.
                let is_bekend = |rekenaar: &Werkrekenaar| rekenaar.niet_bekend().is_empty();
                Some(Loonpunt {
                    uren,
                    bruto,
                    netto: punten.0.netto,
                    nu: is_bekend(nu).then_some(punten.0.besteedbaar),
                    straks: is_bekend(straks).then_some(punten.1.besteedbaar),
                })
            };
            Some(Loonvoorbeeld {
                groep: code_of(*leefvorm),
                naam: leefvorm.omschrijving(),
                norm: nu.norm(),
                punten: (0..=UREN_MAX).map(punt).collect::<Option<_>>()?,
            })
        };
        Some(Self {
            uurloon: uurloon.bedrag,
            is_voorbeeld: uurloon.is_voorbeeld,
            bron_uurloon: uurloon.bron.clone(),
            bron_loonheffing,
            huishoudens: rekenaars.iter().map(voorbeeld).collect::<Option<_>>()?,
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

/// Forty years old, with costs of a dwelling and the exemption of art. 31 lid 2 onder n that was not used yet.
fn vraag(leefvorm: Leefvorm, dag: Datum) -> Option<Werkvraag> {
    let geboren = Datum::new(dag.year() - LEEFTIJD, dag.month(), dag.day()).ok()?;
    let leeftijd = Leeftijd::op(geboren, dag)?;
    let partner = (leefvorm == Leefvorm::Gehuwden).then_some(Partner {
        leeftijd: Some(leeftijd),
        heeft_recht: true,
    });
    let kinderen = match leefvorm {
        Leefvorm::AlleenstaandeOuder => Kinderen::TenLaste { jongste: None },
        Leefvorm::Alleenstaande | Leefvorm::Gehuwden => Kinderen::Geen,
    };
    Some(Werkvraag {
        dag,
        situatie: Leefsituatie::try_new(leeftijd, partner, kinderen, 0, Verblijf::Woning).ok()?,
        inkomsten: Vec::new(),
        kinderen: None,
        vermogen: None,
        verlaging: None,
        vrijlating: Some(Vrijlating::N),
        maanden_gebruikt: Some(0),
    })
}

impl Rekenset {
    /// The values of this set that decide about schemes with an income limit.
    fn lokaal(&self) -> Lokaalbeleid {
        let bedrag = |leefvorm| self.iit_bedrag(leefvorm).map(Geldend::given);
        // A simulation changes nothing for children, so it counts nothing for them.
        let niets = || Some(Geldend::given(Geld::NUL));
        Lokaalbeleid {
            iit: IitBeleid {
                bedrag_alleenstaande: bedrag(Leefvorm::Alleenstaande),
                bedrag_alleenstaande_ouder: bedrag(Leefvorm::AlleenstaandeOuder),
                bedrag_gehuwden: bedrag(Leefvorm::Gehuwden),
                referteperiode: self
                    .referteperiode()
                    .map(|maanden| Geldend::given(maanden.into())),
                inkomensgrens: self.inkomensgrens().map(Geldend::given),
                kindtoeslag_eerste: niets(),
                kindtoeslag_volgende: niets(),
                ..IitBeleid::default()
            },
            ..Lokaalbeleid::default()
        }
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
