//! How much households gain or lose, in bars.

use primitives::Geld;
use serde::Serialize;

/// The borders between bars on one side of zero, in euros a year.
const GRENZEN: [i32; 3] = [100, 500, 1000];

/// Numbers of households by how much they gain or lose in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Verdeling([u32; 9]);

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Staaf {
    /// Which change, as people read it: `€ 100 tot € 500 meer`.
    pub wijziging: String,
    /// How many households.
    pub aantal: u32,
}

impl Verdeling {
    /// The bar in the middle is for no change; those left of it are for losing, the most first.
    pub(super) fn add(&mut self, verschil: Geld, aantal: u32) {
        let omvang = if verschil < Geld::NUL {
            -verschil
        } else {
            verschil
        };
        let stappen = GRENZEN
            .iter()
            .filter(|grens| omvang >= Geld::from_cents(**grens * 100))
            .count();
        let plek = if verschil.is_nul() {
            4
        } else if verschil < Geld::NUL {
            3 - stappen
        } else {
            5 + stappen
        };
        if let Some(staaf) = self.0.get_mut(plek) {
            *staaf += aantal;
        }
    }

    pub(super) fn staven(self) -> Vec<Staaf> {
        let [a, b, c] = GRENZEN;
        let namen = |richting: &str| {
            [
                format!("minder dan € {a} {richting}"),
                format!("€ {a} tot € {b} {richting}"),
                format!("€ {b} tot € {c} {richting}"),
                format!("€ {c} of meer {richting}"),
            ]
        };
        let verlies = namen("eraf").into_iter().rev();
        let winst = namen("erbij");
        let namen = verlies.chain(["geen verschil".to_owned()]).chain(winst);
        namen
            .zip(self.0)
            .map(|(wijziging, aantal)| Staaf { wijziging, aantal })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_change_falls_in_the_bar_that_names_it() {
        for (cents, naam) in [
            (0, "geen verschil"),
            (1, "minder dan € 100 erbij"),
            (-9_999, "minder dan € 100 eraf"),
            (10_000, "€ 100 tot € 500 erbij"),
            (-50_000, "€ 500 tot € 1000 eraf"),
            (100_000, "€ 1000 of meer erbij"),
            (-999_999, "€ 1000 of meer eraf"),
        ] {
            let mut verdeling = Verdeling::default();
            verdeling.add(Geld::from_cents(cents), 12);
            let staven = verdeling.staven();
            let gevuld: Vec<_> = staven.iter().filter(|staaf| staaf.aantal == 12).collect();
            assert_eq!(gevuld.len(), 1);
            assert_eq!(gevuld[0].wijziging, naam);
        }
    }
}
