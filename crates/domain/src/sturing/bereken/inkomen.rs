//! Income from work and exemptions (B.5 numbers 20 to 22).

use std::collections::{HashMap, HashSet};

use primitives::{DossierId, Geld};
use rust_decimal::Decimal;

use super::super::cijfer::Populatie;
use super::super::feiten::Maandfeit;
use super::super::indicator::Indicator;
use super::super::opbouw::Opbouw;
use super::{Noemers, Peiling};

impl Peiling<'_> {
    pub(super) fn add_inkomen(&self, opbouw: &mut Opbouw, noemers: Noemers) {
        let inkomens = self.inkomens();
        let met_inkomen = opbouw.count(Populatie::MetInkomenUitWerk, inkomens.len());
        let som = inkomens.values().copied().sum::<Geld>().decimal();
        opbouw.add_deel(Indicator::InkomenUitWerk, met_inkomen, noemers.personen);
        let gemiddelde = Indicator::GemiddeldInkomenUitWerk;
        opbouw.add_gemiddelde(gemiddelde, som, met_inkomen);

        let ontheven: HashSet<DossierId> = self
            .laatste_maand()
            .filter(|feit| feit.is_ontheven)
            .map(|feit| feit.dossier)
            .collect();
        let ontheven = opbouw.count(Populatie::Ontheven, ontheven.len());
        opbouw.add_deel(Indicator::Ontheffing, ontheven, noemers.personen);
    }

    /// Income from work in the last month by person, those without left out.
    fn inkomens(&self) -> HashMap<DossierId, Geld> {
        let mut inkomens: HashMap<DossierId, Geld> = HashMap::new();
        for feit in self.laatste_maand() {
            let inkomen = inkomens.entry(feit.dossier).or_insert(Geld::NUL);
            *inkomen = *inkomen + feit.inkomen_uit_werk;
        }
        inkomens.retain(|_, inkomen| inkomen.decimal() > Decimal::ZERO);
        inkomens
    }

    /// What was registered for the last month about who has a benefit on the last day.
    fn laatste_maand(&self) -> impl Iterator<Item = &Maandfeit> {
        let maand = self.kwartaal.last_month();
        self.feiten
            .maanden
            .iter()
            .filter(move |feit| feit.maand == maand && self.personen.contains_key(&feit.dossier))
    }
}
