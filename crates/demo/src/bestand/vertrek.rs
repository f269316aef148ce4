//! Who goes, why, and what follows.

use domain::statistiek::RedenEinde;
use jiff::Span;
use primitives::{Datum, Maand};

use super::huishouden::{Beeindiging, Leeftijdsklasse, Plek};
use super::ladder;
use super::toeval::plus_dagen;
use super::verloop::Verloop;

impl Verloop<'_> {
    /// Ends benefits: at the pension age, and some 1,6% of the people a month for other reasons, so that outflow is
    /// 5,2% a quarter with the pensions.
    pub(super) fn end_benefits(&mut self, plek: Plek, maand: Maand) {
        let voorraad = self.personen_lopend();
        for uitkering in self.lopend.clone() {
            if let Some(dag) = self.pension_day(uitkering, maand) {
                self.end(uitkering, plek, dag, RedenEinde::AowLeeftijd, 0);
            }
        }
        let zwaarte = usize::try_from(self.toeval.tussen(75, 125)).unwrap_or(100);
        let quotum = (voorraad * 164 * zwaarte + 500_000) / 1_000_000;
        let mut weg = 0;
        while weg < quotum {
            let Some(uitkering) = self.choose_leaver(plek, maand) else {
                return;
            };
            let Some(gekozen) = self.wereld.uitkeringen.get(uitkering) else {
                return;
            };
            weg += gekozen.delen.len();
            let van = maand.first_day().max(gekozen.aanvang);
            let reden = self.end_reason(uitkering, plek);
            let dag = self.toeval.dag(van, maand.last_day());
            self.leave(uitkering, plek, dag, reden);
        }
    }

    fn pension_day(&self, uitkering: usize, maand: Maand) -> Option<Datum> {
        let uitkering = self.wereld.uitkeringen.get(uitkering)?;
        let bereikt = uitkering
            .delen
            .iter()
            .map(|deel| {
                self.geboren(deel.inwoner)
                    .saturating_add(Span::new().years(67))
            })
            .min()?;
        let laatste_dag = plus_dagen(bereikt, -1);
        (bereikt <= maand.last_day()).then(|| laatste_dag.max(uitkering.aanvang))
    }

    /// Young people leave sooner, and who earns something sooner still (voorbeeldwaarde).
    fn choose_leaver(&mut self, plek: Plek, maand: Maand) -> Option<usize> {
        let gewicht = |uitkering: &usize| {
            let gekozen = self.wereld.uitkeringen.get(*uitkering)?;
            let eerste = gekozen.delen.first()?;
            let klasse = Leeftijdsklasse::of(self.geboren(eerste.inwoner), maand.first_day());
            let basis = match klasse {
                Leeftijdsklasse::Tot27 => 105,
                Leeftijdsklasse::Van27Tot45 => 61,
                Leeftijdsklasse::Vanaf45 => 30,
            };
            let werkt = gekozen.delen.iter().any(|deel| deel.werkt_in(plek - 1));
            let kan_nog = gekozen.zichtbaar_vanaf < self.opdracht.tijdvak.laatste();
            (kan_nog && gekozen.aanvang < maand.last_day())
                .then_some((*uitkering, if werkt { basis * 2 } else { basis }))
        };
        let tabel: Vec<(usize, u32)> = self.lopend.iter().filter_map(gewicht).collect();
        (!tabel.is_empty()).then(|| self.toeval.kies(&tabel))
    }

    fn end_reason(&mut self, uitkering: usize, plek: Plek) -> RedenEinde {
        let gekozen = self.wereld.uitkeringen.get(uitkering);
        let werkt = gekozen.is_some_and(|u| u.delen.iter().any(|deel| deel.werkt_in(plek - 1)));
        if werkt && self.toeval.kans(800) {
            return RedenEinde::Arbeid;
        }
        self.toeval.kies(&[
            (RedenEinde::Arbeid, 31),
            (RedenEinde::ZelfstandigBeroep, 3),
            (RedenEinde::Relatie, 10),
            (RedenEinde::Verhuizing, 12),
            (RedenEinde::AnderInkomen, 7),
            (RedenEinde::Arbeidsongeschiktheid, 5),
            (RedenEinde::Overlijden, 4),
            (RedenEinde::Onderwijs, 6),
            (RedenEinde::GeenInlichtingen, 8),
            (RedenEinde::NietVerschenenInlichtingen, 3),
            (RedenEinde::Detentie, 2),
            (RedenEinde::VerblijfBuitenland, 2),
            (RedenEinde::AndereOorzaak, 7),
        ])
    }

    /// Ends a benefit and decides what follows: guidance, a return within 30 days, or perhaps one later.
    fn leave(&mut self, uitkering: usize, plek: Plek, dag: Datum, reden: RedenEinde) {
        let is_definitief = matches!(
            reden,
            RedenEinde::Overlijden | RedenEinde::Verhuizing | RedenEinde::VerblijfBuitenland
        );
        let alleen =
            self.wereld
                .uitkeringen
                .get(uitkering)
                .and_then(|u| match u.delen.as_slice() {
                    [deel] => Some(deel.inwoner),
                    _ => None,
                });
        let vertraging = self.toeval.kies(&[(0, 75), (1, 18), (2, 7)]);
        match alleen {
            Some(inwoner) if reden == RedenEinde::Arbeid && self.toeval.kans(250) => {
                self.end(uitkering, plek, dag, reden, 0);
                self.kandidaten.push((plus_dagen(dag, 1), inwoner));
            }
            _ if !is_definitief && self.toeval.kans(40) => {
                self.end(uitkering, plek, dag, reden, 0);
                let hervat = plus_dagen(dag, self.toeval.tussen(11, 29));
                self.hervattingen.push((hervat, uitkering));
            }
            Some(_) if !is_definitief => {
                self.end(uitkering, plek, dag, reden, vertraging);
                self.vertrokken.push((plek, uitkering));
            }
            _ => self.end(uitkering, plek, dag, reden, vertraging),
        }
    }

    fn end(&mut self, plaats: usize, plek: Plek, datum: Datum, reden: RedenEinde, vertraging: i32) {
        let laatste = self.opdracht.tijdvak.laatste();
        let Some(uitkering) = self.wereld.uitkeringen.get_mut(plaats) else {
            return;
        };
        let bekend_in = (plek + vertraging)
            .min(laatste - 1)
            .max(uitkering.zichtbaar_vanaf);
        if bekend_in >= laatste {
            return;
        }
        uitkering.einde = Some(Beeindiging {
            datum,
            reden,
            bekend_in,
        });
        for deel in &uitkering.delen {
            if let Some(inwoner) = self.wereld.inwoners.get_mut(deel.inwoner) {
                ladder::stop(inwoner, datum, reden);
            }
        }
        self.lopend.retain(|lopend| *lopend != plaats);
    }
}
