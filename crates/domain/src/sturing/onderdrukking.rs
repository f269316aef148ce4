//! Suppression of small cells, with the further cells that would give them away.
//!
//! What is kept secret: every count from 1 up to, but not including, the threshold. A zero is published: it says
//! that there is nobody, and hiding it would not protect anyone. Because zeros are published, a reader knows of
//! every hidden cell that it holds at least 1, which is why two hidden cells are not enough by themselves: two
//! hidden cells that sum to 2 are both 1. Hence the sum of what is hidden in a row is at least the threshold.

use std::collections::{BTreeMap, BTreeSet};

/// A total and the parts that add up to it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Verband<K> {
    totaal: K,
    delen: Vec<K>,
}

/// Counts with the relations between them that a reader knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tabellen<K> {
    aantallen: BTreeMap<K, u64>,
    verbanden: Vec<Verband<K>>,
    gevolgen: Vec<(K, K)>,
}

impl<K: Ord + Copy> Tabellen<K> {
    /// No counts yet.
    pub const fn new() -> Self {
        Self {
            aantallen: BTreeMap::new(),
            verbanden: Vec::new(),
            gevolgen: Vec::new(),
        }
    }

    /// Notes a count.
    pub fn record(&mut self, cel: K, aantal: u64) {
        self.aantallen.insert(cel, aantal);
    }

    /// Notes that the parts add up to the total. Every cell is counted by [`Self::record`] too.
    pub fn relate(&mut self, totaal: K, delen: Vec<K>) {
        self.verbanden.push(Verband { totaal, delen });
    }

    /// Notes that `gevolg` gives `oorzaak` away in a manner that is no simple sum: where the one is hidden, the
    /// other is too.
    pub fn couple(&mut self, oorzaak: K, gevolg: K) {
        self.gevolgen.push((oorzaak, gevolg));
    }

    /// The counts.
    pub const fn aantallen(&self) -> &BTreeMap<K, u64> {
        &self.aantallen
    }

    /// The cells that may not be published when counts below `drempel` are secret.
    pub fn suppress(&self, drempel: u64) -> BTreeSet<K> {
        let is_klein = |aantal: u64| (1..drempel).contains(&aantal);
        let mut verborgen: BTreeSet<K> = self
            .aantallen
            .iter()
            .filter(|&(_, &aantal)| is_klein(aantal))
            .map(|(&cel, _)| cel)
            .collect();
        // Every round hides at least one cell more, so it ends.
        loop {
            let voor = verborgen.len();
            for &(oorzaak, gevolg) in &self.gevolgen {
                if verborgen.contains(&oorzaak) {
                    verborgen.insert(gevolg);
                }
            }
            for verband in &self.verbanden {
                self.protect(verband, drempel, &mut verborgen);
            }
            if verborgen.len() == voor {
                return verborgen;
            }
        }
    }

    /// Hides cells of one relation until none of its hidden cells follows from the others.
    fn protect(&self, verband: &Verband<K>, drempel: u64, verborgen: &mut BTreeSet<K>) {
        // The parts of a secret total give it away, and a zero among them tells where everybody is.
        if verborgen.contains(&verband.totaal) {
            verborgen.extend(&verband.delen);
            return;
        }
        loop {
            let geheim = verband.delen.iter().filter(|deel| verborgen.contains(deel));
            let (aantal_geheim, som) =
                geheim.fold((0, 0), |(n, som), deel| (n + 1, som + self.count(*deel)));
            if aantal_geheim == 0 || aantal_geheim > 1 && som >= drempel && som > aantal_geheim {
                return;
            }
            let kleinste = verband
                .delen
                .iter()
                .filter(|deel| !verborgen.contains(deel) && self.count(**deel) > 0)
                .min_by_key(|deel| self.count(**deel));
            let Some(&kleinste) = kleinste else {
                // Nobody else to hide behind: everybody is in the hidden cells, so the total goes as well.
                verborgen.insert(verband.totaal);
                verborgen.extend(&verband.delen);
                return;
            };
            verborgen.insert(kleinste);
        }
    }

    fn count(&self, cel: K) -> u64 {
        self.aantallen.get(&cel).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// One table: cell 0 is the total of the others.
    fn table(delen: &[u64]) -> Tabellen<usize> {
        let mut tabel = Tabellen::new();
        tabel.record(0, delen.iter().sum());
        for (plek, &aantal) in (1..).zip(delen) {
            tabel.record(plek, aantal);
        }
        tabel.relate(0, (1..=delen.len()).collect());
        tabel
    }

    fn hidden(delen: &[u64]) -> Vec<usize> {
        table(delen).suppress(10).into_iter().collect()
    }

    #[test]
    fn large_cells_and_zeros_are_published() {
        assert!(hidden(&[10, 0, 25]).is_empty());
    }

    #[test]
    fn a_small_cell_takes_the_smallest_other_with_it() {
        assert_eq!(hidden(&[3, 40, 12, 0]), [1, 3]);
    }

    #[test]
    fn two_small_cells_that_sum_to_little_take_a_third() {
        // With 2 hidden over two cells that are not zero, both would be 1 for sure.
        assert_eq!(hidden(&[1, 1, 40, 0]), [1, 2, 3]);
        assert_eq!(hidden(&[6, 7, 40]), [1, 2]);
    }

    #[test]
    fn a_small_total_hides_all_its_parts_and_their_zeros() {
        assert_eq!(hidden(&[5, 0, 4]), [0, 1, 2, 3]);
    }

    #[test]
    fn a_hidden_cell_that_is_alone_takes_the_total() {
        let mut tabel = table(&[30, 0]);
        tabel.record(9, 4);
        tabel.couple(9, 1);
        assert_eq!(
            tabel.suppress(10).into_iter().collect::<Vec<_>>(),
            [0, 1, 2, 9]
        );
    }

    #[test]
    fn a_cell_hidden_for_one_table_is_protected_in_the_other() {
        let mut tabel = table(&[3, 20, 30]);
        // Cell 2 is hidden because of cell 1 and is itself the total of 21 and 22.
        tabel.record(21, 12);
        tabel.record(22, 8);
        tabel.relate(2, vec![21, 22]);
        assert_eq!(
            tabel.suppress(10).into_iter().collect::<Vec<_>>(),
            [1, 2, 21, 22]
        );
    }

    /// Every way to fill the hidden cells so that each holds at least 1 and together they hold `som`.
    fn fillings(aantal: usize, som: u64) -> Vec<Vec<u64>> {
        if aantal == 1 {
            return if som >= 1 { vec![vec![som]] } else { vec![] };
        }
        (1..som)
            .flat_map(|eerste| {
                fillings(aantal - 1, som - eerste)
                    .into_iter()
                    .map(move |mut rest| {
                        rest.insert(0, eerste);
                        rest
                    })
            })
            .collect()
    }

    proptest! {
        #[test]
        fn no_hidden_cell_can_be_recomputed(delen in prop::collection::vec(0u64..40, 1..5)) {
            let verborgen = table(&delen).suppress(10);
            for (plek, &aantal) in (1..).zip(&delen) {
                let is_klein = (1..10).contains(&aantal);
                prop_assert!(!is_klein || verborgen.contains(&plek), "a small cell is published");
            }
            if verborgen.contains(&0) {
                prop_assert_eq!(verborgen.len(), delen.len() + 1);
                return Ok(());
            }
            let geheim: Vec<u64> = (1..)
                .zip(&delen)
                .filter(|(plek, _)| verborgen.contains(plek))
                .map(|(_, &aantal)| aantal)
                .collect();
            if geheim.is_empty() {
                return Ok(());
            }
            // What a reader can work out: the total less the published cells.
            let mogelijk = fillings(geheim.len(), geheim.iter().sum());
            for (plek, &echt) in geheim.iter().enumerate() {
                prop_assert!(mogelijk.iter().any(|vulling| vulling[plek] != echt), "cell {plek} is certain");
            }
        }
    }
}
