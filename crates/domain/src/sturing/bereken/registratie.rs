//! How well the registrations behind the figures are kept.

use std::collections::BTreeMap;

use jiff::Span;
use primitives::{Moment, datum_in_nederland};
use rust_decimal::Decimal;

use super::super::aandachtspunt::Aandachtspunt;
use super::super::feiten::{Levering, Leveringsoort};
use super::super::kwaliteit::{Kwaliteitsregel, Oordeel, judge_aandeel, judge_leveringen};
use super::{Peiling, last_day_of_entry};

/// Statutory files are due four weeks after the month (Regeling statistiek Participatiewet).
const LEVERTERMIJN_DAGEN: i64 = 28;

impl Peiling<'_> {
    pub(super) fn judge_registratie(
        &self,
        bekend_op: Moment,
    ) -> BTreeMap<Kwaliteitsregel, Oordeel> {
        use Kwaliteitsregel as K;
        let formatie = if self.fte_klantmanager() > Decimal::ZERO {
            Oordeel::Goed
        } else {
            Oordeel::Onvoldoende
        };
        let oordelen = [
            (K::BusVolledig, Some(self.judge_soort(Leveringsoort::Bus))),
            (K::SrgVolledig, Some(self.judge_soort(Leveringsoort::Srg))),
            (K::TijdigGeregistreerd, self.judge_tijdig(bekend_op)),
            (K::EindredenBekend, self.judge_eindredenen()),
            (K::LadderBekend, self.judge_ladder()),
            (K::LoonwaardeBekend, self.judge_loonwaarden()),
            (K::FormatieBekend, Some(formatie)),
        ];
        oordelen
            .into_iter()
            .filter_map(|(regel, oordeel)| Some((regel, oordeel?)))
            .collect()
    }

    pub(super) fn list_aandachtspunten(
        &self,
        bekend_op: Moment,
        kwaliteit: &BTreeMap<Kwaliteitsregel, Oordeel>,
    ) -> Vec<Aandachtspunt> {
        use Kwaliteitsregel as K;
        let ontbrekend = Leveringsoort::ALL
            .into_iter()
            .flat_map(|soort| {
                self.kwartaal
                    .months()
                    .map(|maand| Levering { soort, maand })
            })
            .filter(|levering| !self.feiten.leveringen.contains(levering))
            .map(|Levering { soort, maand }| Aandachtspunt::LeveringOntbreekt { soort, maand });
        // Missing files are named one by one above.
        let registraties = kwaliteit
            .iter()
            .filter(|(regel, _)| !matches!(regel, K::BusVolledig | K::SrgVolledig))
            .filter(|(_, oordeel)| **oordeel > Oordeel::Goed)
            .map(|(&regel, &oordeel)| Aandachtspunt::Registratie { regel, oordeel });
        let volledig_vanaf = self
            .laatste_dag
            .saturating_add(Span::new().days(LEVERTERMIJN_DAGEN));
        let is_vroeg = datum_in_nederland(bekend_op) < volledig_vanaf;
        let vroeg = is_vroeg.then_some(Aandachtspunt::VroegBekend { volledig_vanaf });
        ontbrekend.chain(registraties).chain(vroeg).collect()
    }

    fn judge_soort(&self, soort: Leveringsoort) -> Oordeel {
        let ontvangen = |maand| self.feiten.leveringen.contains(&Levering { soort, maand });
        judge_leveringen(self.kwartaal.months().map(ontvangen))
    }

    fn judge_tijdig(&self, bekend_op: Moment) -> Option<Oordeel> {
        let peildatum = datum_in_nederland(bekend_op);
        // A late one that began shortly ago is not known yet. With its punctual neighbours counted, every quarter
        // that is closed early would look good.
        let begonnen: Vec<_> = self
            .verloop
            .instroom(self.kwartaal)
            .filter(|l| last_day_of_entry(l.van) <= peildatum)
            .collect();
        let tijdig = begonnen
            .iter()
            .filter(|l| {
                l.ingevoerd_op
                    .is_some_and(|op| op <= last_day_of_entry(l.van))
            })
            .count();
        judge_counts(tijdig, begonnen.len())
    }

    fn judge_eindredenen(&self) -> Option<Oordeel> {
        let beeindigd: Vec<_> = self.verloop.beeindigd(self.kwartaal).collect();
        let bekend = beeindigd.iter().filter(|l| l.eindreden().is_some()).count();
        judge_counts(bekend, beeindigd.len())
    }

    fn judge_ladder(&self) -> Option<Oordeel> {
        judge_counts(self.ladderstanden().len(), self.caseload.len())
    }

    fn judge_loonwaarden(&self) -> Option<Oordeel> {
        let bekend = self
            .loonkostensubsidies()
            .filter(|v| v.loonwaarde.is_some());
        judge_counts(bekend.count(), self.loonkostensubsidies().count())
    }
}

fn judge_counts(aantal: usize, van: usize) -> Option<Oordeel> {
    // A usize always fits.
    judge_aandeel(
        u64::try_from(aantal).unwrap_or(u64::MAX),
        u64::try_from(van).unwrap_or(u64::MAX),
    )
}
