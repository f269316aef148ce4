//! Gifts, contributions and premiums, which are free up to an amount per calendar year.
//! Participatiewet art. 31 lid 2 onder j and m, lid 5.

use primitives::{Datum, Geld};

use super::beleid::Beleidsbron;
use super::inkomen::Reekssoort;
use super::tellers::Tellers;
use super::{MaandOnbepaald, Reeksregel};
use crate::recht::{Giftaard, Leeftijd, Normbedrag, Normentabel, Persoon};

/// What became of a gift, contribution or premium.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gifttoets {
    /// Whose.
    pub persoon: Persoon,
    /// What.
    pub soort: Reekssoort,
    /// What was received in these days.
    pub ontvangen: Geld,
    /// The most that is free in the year.
    pub grens: Geld,
    /// What was received in the year, with this.
    pub in_jaar: Geld,
    /// What counts.
    pub telt: Geld,
    /// Why a premium counts in full.
    pub bezwaar: Option<GeenPremie>,
    /// The decision that set the limit.
    pub besluit: Option<String>,
}

/// Why a premium counts in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeenPremie {
    /// Art. 31 lid 5.
    JongerDan27,
    /// "Een een- of tweemalige premie".
    DerdeInJaar,
}

impl Gifttoets {
    /// What counts as income of the month.
    pub(super) fn inkomen(&self) -> Geld {
        if self.is_vermogen() {
            return Geld::NUL;
        }
        self.telt
    }

    /// Whether what counts is no income but assets.
    pub const fn is_vermogen(&self) -> bool {
        matches!(
            self.soort,
            Reekssoort::Gift(Some(Giftaard::Vermogen))
                | Reekssoort::Kostenbesparing(Some(Giftaard::Vermogen))
        )
    }
}

/// Weighs a gift or contribution: the sum over the calendar year is free up to the amount of the law, or of the
/// college where that is higher. It is counted for the household, to which bijstand belongs (art. 11 lid 4).
pub(super) fn weigh_gift(
    persoon: Persoon,
    soort: Reekssoort,
    ontvangen: Geld,
    dag: Datum,
    tellers: &mut Tellers,
    bron: &Beleidsbron,
) -> Result<Gifttoets, MaandOnbepaald> {
    let wet = legal_limit(Normbedrag::Giften, dag)?;
    let beleid = bron.bedrag("giften.grens", dag).filter(|b| b.waarde > wet);
    let grens = beleid.as_ref().map_or(wet, |b| b.waarde);
    let is_vrij = soort == Reekssoort::Voedselbank;
    let eerder = tellers.giften;
    let in_jaar = if is_vrij { eerder } else { eerder + ontvangen };
    let telt = above(in_jaar, grens) - above(eerder, grens);
    let aard = match soort {
        Reekssoort::Gift(aard) | Reekssoort::Kostenbesparing(aard) => aard,
        _ => Some(Giftaard::Inkomen),
    };
    if aard.is_none() && !telt.is_nul() {
        return Err(MaandOnbepaald::GiftAardOnbekend);
    }
    tellers.giften = in_jaar;
    Ok(Gifttoets {
        persoon,
        soort,
        ontvangen,
        grens,
        in_jaar,
        telt,
        bezwaar: None,
        besluit: beleid.and_then(|b| b.besluit),
    })
}

/// Weighs a premium: at most two in a calendar year, together free up to the amount of the law; not for who is
/// younger than 27, unless he belongs to the group of the wage subsidy.
pub(super) fn weigh_premie(
    persoon: Persoon,
    soort: Reekssoort,
    ontvangen: Geld,
    leeftijd: Leeftijd,
    dag: Datum,
    tellers: &mut Tellers,
) -> Result<Gifttoets, MaandOnbepaald> {
    let grens = legal_limit(Normbedrag::Premie, dag)?;
    let keer = Reeksregel::PremieKeer.aantal(dag)?;
    let is_doelgroep = match soort {
        Reekssoort::Premie { is_doelgroep } => is_doelgroep,
        _ => None,
    };
    let van_persoon = tellers.van_mut(persoon);
    let eerder = van_persoon.premiebedrag;
    let bezwaar = match is_doelgroep {
        Some(false) if leeftijd.is_jonger_dan_27() => Some(GeenPremie::JongerDan27),
        None if leeftijd.is_jonger_dan_27() => {
            return Err(MaandOnbepaald::DoelgroepOnbekend(persoon));
        }
        _ if van_persoon.premies >= keer => Some(GeenPremie::DerdeInJaar),
        _ => None,
    };
    let in_jaar = eerder + ontvangen;
    let telt = match bezwaar {
        Some(_) => ontvangen,
        None => above(in_jaar, grens) - above(eerder, grens),
    };
    van_persoon.premies += 1;
    if bezwaar.is_none() {
        van_persoon.premiebedrag = in_jaar;
    }
    Ok(Gifttoets {
        persoon,
        soort,
        ontvangen,
        grens,
        in_jaar: van_persoon.premiebedrag,
        telt,
        bezwaar,
        besluit: None,
    })
}

/// The amount of the law on a day.
fn legal_limit(naam: Normbedrag, dag: Datum) -> Result<Geld, MaandOnbepaald> {
    let normen = Normentabel::wettelijk().op(dag);
    let bedrag = normen.and_then(|normen| normen.bedrag(naam).ok());
    bedrag.ok_or(MaandOnbepaald::RegelOntbreekt {
        grondslag: naam.grondslag(),
        dag,
    })
}

fn above(bedrag: Geld, grens: Geld) -> Geld {
    (bedrag - grens).not_below_zero()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::recht::vrijstelling::{Vrijstelling, calculate_vrijstellingen};
    use crate::recht::{
        Bijstandsbeleid, Inkomst, Inkomstensoort, Kinderen, Leefsituatie, Premie, Verblijf,
    };

    const DAG: Datum = date(2026, 9, 1);

    /// What one month's question leaves free of it.
    fn vrij_in_maand(soort: Inkomstensoort, bedrag: Geld, leeftijd: Leeftijd) -> Geld {
        let inkomst = Inkomst {
            persoon: Persoon::Aanvrager,
            soort,
            bedrag,
            vrijlating: None,
            maanden_gebruikt: None,
        };
        let situatie =
            Leefsituatie::try_new(leeftijd, None, Kinderen::Geen, 0, Verblijf::Woning).unwrap();
        let normen = Normentabel::wettelijk().op(DAG).unwrap();
        calculate_vrijstellingen(&[inkomst], &situatie, normen, &Bijstandsbeleid::default())
            .unwrap()
            .iter()
            .map(|v: &Vrijstelling| v.bedrag)
            .sum()
    }

    proptest! {
        /// A month's question with what came before, and a series that remembers it, leave the same free.
        #[test]
        fn a_month_and_a_series_leave_the_same_free(
            giften in proptest::collection::vec(1_i32..90_000, 1..8),
            premies in proptest::collection::vec(1_i32..300_000, 1..4),
            is_doelgroep: bool,
            jaren in 21_i16..60,
        ) {
            let leeftijd = Leeftijd::op(date(2026 - jaren, 1, 1), DAG).unwrap();
            let bron = Beleidsbron::Gegeven(std::collections::BTreeMap::new());
            let mut tellers = Tellers::GEEN;
            let mut eerder = Geld::NUL;
            for bedrag in giften.into_iter().map(Geld::from_cents) {
                let aard = Some(Giftaard::Inkomen);
                let soort = Reekssoort::Gift(aard);
                let reeks = weigh_gift(Persoon::Aanvrager, soort, bedrag, DAG, &mut tellers, &bron).unwrap();
                let maand = vrij_in_maand(Inkomstensoort::Gift { eerder, aard }, bedrag, leeftijd);
                prop_assert_eq!(bedrag - reeks.telt, maand);
                eerder = eerder + bedrag;
            }
            let (mut eerder, mut keren) = (Geld::NUL, 0);
            for bedrag in premies.into_iter().map(Geld::from_cents) {
                let soort = Reekssoort::Premie { is_doelgroep: Some(is_doelgroep) };
                let reeks = weigh_premie(Persoon::Aanvrager, soort, bedrag, leeftijd, DAG, &mut tellers).unwrap();
                let premie = Premie { eerder, keren, is_doelgroep };
                let maand = vrij_in_maand(Inkomstensoort::Premie(premie), bedrag, leeftijd);
                prop_assert_eq!(bedrag - reeks.telt, maand);
                eerder = eerder + maand;
                keren += 1;
            }
        }
    }

    #[test]
    fn a_day_finds_its_limit_and_a_missing_one_is_named() {
        let premie = |dag| legal_limit(Normbedrag::Premie, dag);
        assert_eq!(premie(date(2026, 6, 30)), Ok(Geld::from_cents(339_800)));
        assert_eq!(premie(date(2026, 7, 1)), Ok(Geld::from_cents(344_600)));
        let reden = premie(date(2024, 3, 1)).unwrap_err().to_string();
        assert!(reden.contains("art. 31 lid 2 onder j"), "{reden}");
    }
}
