//! Chance that is the same each time.

use jiff::Span;
use primitives::Datum;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

/// Dice from a seed.
pub(super) struct Toeval(StdRng);

impl Toeval {
    /// Dice of their own for each `stroom` of the same seed.
    pub(super) fn new(zaad: u64, stroom: u64) -> Self {
        Self(StdRng::seed_from_u64(
            zaad.wrapping_mul(1_000_003).wrapping_add(stroom),
        ))
    }

    /// True in so many cases of a thousand.
    pub(super) fn kans(&mut self, promille: u32) -> bool {
        self.0.gen_range(0..1_000) < promille
    }

    /// A whole number, both ends included.
    pub(super) fn tussen(&mut self, van: i32, tot_en_met: i32) -> i32 {
        self.0.gen_range(van..=tot_en_met.max(van))
    }

    /// One of a list, each with its weight.
    pub(super) fn kies<T: Copy>(&mut self, tabel: &[(T, u32)]) -> T {
        let totaal: u32 = tabel.iter().map(|(_, gewicht)| gewicht).sum();
        let mut worp = self.0.gen_range(0..totaal);
        for (waarde, gewicht) in tabel {
            if worp < *gewicht {
                return *waarde;
            }
            worp -= gewicht;
        }
        unreachable!("the throw is below the sum of the weights")
    }

    /// A day, both ends included.
    pub(super) fn dag(&mut self, van: Datum, tot_en_met: Datum) -> Datum {
        let dagen = (tot_en_met - van).get_days();
        plus_dagen(van, self.tussen(0, dagen))
    }
}

/// A day so many days later, or earlier when negative.
pub(super) fn plus_dagen(dag: Datum, dagen: i32) -> Datum {
    dag.saturating_add(Span::new().days(dagen))
}
