//! Guidance without a benefit: banenafspraak.

use primitives::{Datum, Maand};

use super::huishouden::{Leeftijdsklasse, Plek};
use super::ladder;
use super::verloop::{Begeleiding, Verloop, Wereld};

impl Verloop<'_> {
    /// Leaves guidance only by moving or dying (seed 004).
    pub(super) fn end_begeleiding(&mut self, maand: Maand) {
        let toeval = &mut self.toeval;
        for begeleiding in self
            .wereld
            .begeleiding
            .iter_mut()
            .filter(|b| b.tot_en_met.is_none())
        {
            if begeleiding.van < maand.first_day() && toeval.kans(3) {
                begeleiding.tot_en_met = Some(toeval.dag(maand.first_day(), maand.last_day()));
            }
        }
    }

    /// Guidance grows each year (seed 004), towards its size in the last month.
    pub(super) fn start_begeleiding(&mut self, plek: Plek, maand: Maand) -> anyhow::Result<()> {
        let omvang = self.opdracht.omvang.zonder_uitkering;
        let maanden_terug =
            usize::try_from(self.opdracht.tijdvak.laatste() - plek).unwrap_or_default();
        let nodig = omvang - (omvang * maanden_terug * 4 / 1_000).min(omvang);
        let lopend = |wereld: &Wereld| {
            wereld
                .begeleiding
                .iter()
                .filter(|b| b.tot_en_met.is_none())
                .count()
        };
        while lopend(&self.wereld) < nodig {
            let (van, inwoner) = if let Some((van, inwoner)) = self.kandidaten.pop() {
                (van.min(maand.last_day()), inwoner)
            } else {
                let klasse = self.toeval.kies(&Leeftijdsklasse::BANENAFSPRAAK);
                let inwoner = self.resident(klasse, maand.first_day())?;
                let van = self.toeval.dag(maand.first_day(), maand.last_day());
                (van, inwoner)
            };
            self.begin_begeleiding(inwoner, van);
        }
        self.kandidaten.clear();
        Ok(())
    }

    pub(super) fn begin_begeleiding(&mut self, inwoner: usize, van: Datum) {
        self.wereld.begeleiding.push(Begeleiding {
            inwoner,
            van,
            tot_en_met: None,
        });
        if let Some(persoon) = self.wereld.inwoners.get_mut(inwoner) {
            persoon.is_in_beeld = true;
            ladder::employ(persoon, &mut self.toeval, &mut self.voorzieningen, van);
        }
    }
}
