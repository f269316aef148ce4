//! Gathers figures together with the counts that they give away.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::cijfer::{Cel, Cijfer, Populatie};
use super::eenheid::Eenheid;
use super::indicator::Indicator;
use super::klasse::{Dimensie, Klasse};
use super::onderdrukking::Tabellen;

/// A group with its count.
#[derive(Clone, Copy, Debug)]
pub(super) struct Telling {
    pub(super) populatie: Populatie,
    pub(super) aantal: u64,
}

/// Figures in the making.
#[derive(Debug)]
pub(super) struct Opbouw {
    pub(super) cijfers: Vec<Cijfer>,
    pub(super) tabellen: Tabellen<Cel>,
}

impl Opbouw {
    /// Nothing yet.
    pub(super) const fn new() -> Self {
        Self {
            cijfers: Vec::new(),
            tabellen: Tabellen::new(),
        }
    }

    /// Notes the count of a group.
    pub(super) fn count(&mut self, populatie: Populatie, aantal: usize) -> Telling {
        // A usize always fits.
        let aantal = u64::try_from(aantal).unwrap_or(u64::MAX);
        self.tabellen.record(populatie.into(), aantal);
        Telling { populatie, aantal }
    }

    /// A figure that is the count itself.
    pub(super) fn add_aantal(&mut self, indicator: Indicator, telling: Telling) {
        let waarde = Decimal::from(telling.aantal);
        let cellen = vec![telling.populatie.into()];
        self.push(indicator, waarde, None, Some(waarde), cellen);
    }

    /// The counts of the classes of a group that was counted before.
    pub(super) fn add_klassen(
        &mut self,
        indicator: Indicator,
        geheel: Telling,
        dimensie: Dimensie,
        klassen: impl Iterator<Item = Klasse>,
    ) {
        let tellingen = self.split(geheel, dimensie, klassen);
        for (klasse, aantal) in tellingen {
            let waarde = Decimal::from(aantal);
            self.cijfers.push(Cijfer {
                indicator,
                klasse,
                teller: waarde,
                noemer: None,
                waarde: Some(waarde),
                cellen: vec![Cel::Telling(geheel.populatie, klasse)],
            });
        }
    }

    /// The share of each class in a group that was counted before; the shares sum to exactly 100,0.
    pub(super) fn add_verdeling(
        &mut self,
        indicator: Indicator,
        geheel: Telling,
        dimensie: Dimensie,
        klassen: impl Iterator<Item = Klasse>,
    ) {
        let tellingen = self.split(geheel, dimensie, klassen);
        let aandelen = divide_honderd(&tellingen);
        for ((klasse, aantal), waarde) in tellingen.into_iter().zip(aandelen) {
            self.cijfers.push(Cijfer {
                indicator,
                klasse,
                teller: Decimal::from(aantal),
                noemer: Some(Decimal::from(geheel.aantal)),
                waarde,
                cellen: vec![
                    Cel::Telling(geheel.populatie, klasse),
                    geheel.populatie.into(),
                ],
            });
        }
    }

    /// The share of a group about persons in the whole: who is not in the group is counted as well, because a
    /// reader can subtract.
    pub(super) fn add_deel(&mut self, indicator: Indicator, deel: Telling, geheel: Telling) {
        let rest = Cel::Rest(deel.populatie);
        self.tabellen
            .record(rest, geheel.aantal.saturating_sub(deel.aantal));
        self.tabellen
            .relate(geheel.populatie.into(), vec![deel.populatie.into(), rest]);
        self.add_verhouding(indicator, deel, geheel);
    }

    /// One count divided by another, where the rest says nothing about persons: it is about the work of the
    /// organisation, or the one is no part of the other.
    pub(super) fn add_verhouding(
        &mut self,
        indicator: Indicator,
        teller: Telling,
        noemer: Telling,
    ) {
        let cellen = vec![teller.populatie.into(), noemer.populatie.into()];
        let (boven, onder) = (Decimal::from(teller.aantal), Decimal::from(noemer.aantal));
        self.add_quotient(indicator, boven, onder, cellen);
    }

    /// How much a count grew since an earlier one, relative to the earlier one.
    pub(super) fn add_groei(&mut self, indicator: Indicator, nu: Telling, eerder: Telling) {
        let cellen = vec![nu.populatie.into(), eerder.populatie.into()];
        let (nu, eerder) = (Decimal::from(nu.aantal), Decimal::from(eerder.aantal));
        self.add_quotient(indicator, nu - eerder, eerder, cellen);
    }

    /// A sum divided by the count of a group.
    pub(super) fn add_gemiddelde(&mut self, indicator: Indicator, som: Decimal, over: Telling) {
        let cellen = vec![over.populatie.into()];
        self.add_quotient(indicator, som, Decimal::from(over.aantal), cellen);
    }

    /// One number divided by another.
    pub(super) fn add_quotient(
        &mut self,
        indicator: Indicator,
        teller: Decimal,
        noemer: Decimal,
        cellen: Vec<Cel>,
    ) {
        let eenheid = indicator.definitie().eenheid;
        let factor = match (eenheid, indicator) {
            // The sum of wage values is already in per cent.
            (Eenheid::Procent, Indicator::Loonwaarde) => Decimal::ONE,
            (Eenheid::Procent, _) => Decimal::ONE_HUNDRED,
            _ => Decimal::ONE,
        };
        let waarde = (teller * factor)
            .checked_div(noemer)
            .map(|quotient| eenheid.round(quotient));
        self.push(indicator, teller, Some(noemer), waarde, cellen);
    }

    fn push(
        &mut self,
        indicator: Indicator,
        teller: Decimal,
        noemer: Option<Decimal>,
        waarde: Option<Decimal>,
        cellen: Vec<Cel>,
    ) {
        self.cijfers.push(Cijfer {
            indicator,
            klasse: Klasse::Totaal,
            teller,
            noemer,
            waarde,
            cellen,
        });
    }

    /// Counts the classes, notes the cells and that they add up to the whole.
    fn split(
        &mut self,
        geheel: Telling,
        dimensie: Dimensie,
        klassen: impl Iterator<Item = Klasse>,
    ) -> Vec<(Klasse, u64)> {
        let mut per_klasse: BTreeMap<Klasse, u64> = dimensie.klassen().map(|k| (k, 0)).collect();
        for klasse in klassen {
            *per_klasse.entry(klasse).or_default() += 1;
        }
        let mut delen = Vec::with_capacity(per_klasse.len());
        for (&klasse, &aantal) in &per_klasse {
            let cel = Cel::Telling(geheel.populatie, klasse);
            self.tabellen.record(cel, aantal);
            delen.push(cel);
        }
        self.tabellen.relate(geheel.populatie.into(), delen);
        per_klasse.into_iter().collect()
    }
}

/// Shares in tenths of a per cent that sum to exactly 100,0: rounded down, and what is left goes one tenth each
/// to the largest remainders, the first class first where they are equal. None where there is nobody.
fn divide_honderd(tellingen: &[(Klasse, u64)]) -> Vec<Option<Decimal>> {
    let som: u64 = tellingen.iter().map(|(_, aantal)| aantal).sum();
    if som == 0 {
        return vec![None; tellingen.len()];
    }
    let mut tienden: Vec<u64> = tellingen.iter().map(|(_, n)| n * 1000 / som).collect();
    let mut op_rest: Vec<usize> = (0..tellingen.len()).collect();
    let rest = |plek: &usize| tellingen.get(*plek).map_or(0, |(_, n)| n * 1000 % som);
    op_rest.sort_by_key(|plek| std::cmp::Reverse(rest(plek)));
    let over = 1000 - tienden.iter().sum::<u64>();
    // Fewer tenths are left than there are classes.
    for (plek, _) in op_rest.into_iter().zip(0..over) {
        if let Some(tiende) = tienden.get_mut(plek) {
            *tiende += 1;
        }
    }
    let tiende = |n: u64| Some(Eenheid::Procent.round(Decimal::from(n) / Decimal::TEN));
    tienden.into_iter().map(tiende).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shares(aantallen: &[u64]) -> Vec<String> {
        let tellingen: Vec<_> = Dimensie::Trede
            .klassen()
            .zip(aantallen.iter().copied())
            .collect();
        divide_honderd(&tellingen)
            .into_iter()
            .map(|deel| deel.map(|d| d.to_string()).unwrap_or_default())
            .collect()
    }

    #[test]
    fn what_rounding_leaves_goes_to_the_largest_remainder() {
        assert_eq!(shares(&[1, 1, 1]), ["33.4", "33.3", "33.3"]);
        assert_eq!(shares(&[0, 0]), ["", ""]);
        assert_eq!(shares(&[5, 0]), ["100.0", "0.0"]);
    }

    proptest! {
        #[test]
        fn shares_sum_to_a_hundred(aantallen in prop::collection::vec(0u64..100_000, 1..=6)) {
            prop_assume!(aantallen.iter().sum::<u64>() > 0);
            let tellingen: Vec<_> = Dimensie::Trede.klassen().zip(aantallen).collect();
            let som: Decimal = divide_honderd(&tellingen).into_iter().flatten().sum();
            prop_assert_eq!(som, Decimal::ONE_HUNDRED);
        }
    }
}
