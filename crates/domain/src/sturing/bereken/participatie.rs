//! Provisions, the ladder, who is in view, and the caseload of a case worker (B.5 numbers 23 to 42).

use std::collections::{HashMap, HashSet};

use jiff::Span;
use primitives::{Datum, DossierId};
use rust_decimal::Decimal;

use super::super::cijfer::{Cel, Populatie};
use super::super::feiten::{Voorziening, Voorzieningsoort};
use super::super::indicator::Indicator;
use super::super::klasse::{Dimensie, Klasse};
use super::super::opbouw::{Opbouw, Telling};
use super::{Noemers, Peiling};
use crate::formatie::Functie;
use crate::ontwikkeling::Trede;

/// Where a resident stood before the quarter, and where the last measurement of all puts him.
#[derive(Clone, Copy, Default)]
pub(super) struct Ladderstand {
    voor_kwartaal: Option<(Datum, Trede)>,
    laatste: Option<(Datum, Trede)>,
}

impl Peiling<'_> {
    pub(super) fn add_participatie(&self, opbouw: &mut Opbouw, noemers: Noemers) {
        self.add_loonkostensubsidie(opbouw);
        let zonder = self.caseload.len() - self.personen.len();
        let zonder = opbouw.count(Populatie::ZonderUitkering, zonder);
        opbouw.add_aantal(Indicator::BanenafspraakZonderUitkering, zonder);
        let in_beeld = opbouw.count(Populatie::InBeeld, self.count_in_beeld());
        opbouw.add_verhouding(Indicator::InBeeld, in_beeld, noemers.caseload);
        self.add_ladder(opbouw, noemers.caseload);
        let fte = self.fte_klantmanager();
        let cellen = vec![Populatie::Caseload.into()];
        let caseload = Decimal::from(noemers.caseload.aantal);
        opbouw.add_quotient(Indicator::CaseloadPerFte, caseload, fte, cellen);
    }

    fn add_loonkostensubsidie(&self, opbouw: &mut Opbouw) {
        let lopend: Vec<_> = self.loonkostensubsidies().collect();
        let loonwaarden: Vec<Decimal> = lopend
            .iter()
            .filter_map(|v| Some(v.loonwaarde?.decimal()))
            .collect();
        let lopend = opbouw.count(Populatie::Loonkostensubsidies, lopend.len());
        let bekend = opbouw.count(Populatie::MetLoonwaarde, loonwaarden.len());
        let klassen = loonwaarden
            .iter()
            .map(|procent| Klasse::of_loonwaarde(*procent));
        opbouw.add_aantal(Indicator::Loonkostensubsidie, lopend);
        opbouw.add_verdeling(Indicator::Loonwaarde, bekend, Dimensie::Loonwaarde, klassen);
        opbouw.add_gemiddelde(Indicator::Loonwaarde, loonwaarden.iter().sum(), bekend);
    }

    pub(super) fn loonkostensubsidies(&self) -> impl Iterator<Item = &Voorziening> {
        self.feiten.voorzieningen.iter().filter(|v| {
            v.soort == Voorzieningsoort::Loonkostensubsidie && v.periode.contains(self.laatste_dag)
        })
    }

    /// How many full-time case workers there are on the last day.
    pub(super) fn fte_klantmanager(&self) -> Decimal {
        self.feiten
            .formatie
            .iter()
            .filter(|r| r.functie == Functie::Klantmanager && r.periode.contains(self.laatste_dag))
            .map(|r| r.fte.decimal())
            .sum()
    }

    /// Residents with a contact or a measurement not longer ago than the college decided.
    fn count_in_beeld(&self) -> usize {
        // More months than there is time before the quarter reach back to the first day there is.
        let maanden = i64::from(self.rekenwijze.inbeeld_termijn.waarde.min(1_200));
        let vanaf = self.laatste_dag.saturating_sub(Span::new().months(maanden));
        let is_recent = |dag: Datum| (vanaf..=self.laatste_dag).contains(&dag);
        let contacten = self.feiten.contacten.iter().map(|c| (c.dossier, c.datum));
        let metingen = self
            .feiten
            .metingen
            .iter()
            .map(|m| (m.dossier, m.gemeten_op));
        let in_beeld: HashSet<DossierId> = contacten
            .chain(metingen)
            .filter(|(dossier, dag)| is_recent(*dag) && self.caseload.contains(dossier))
            .map(|(dossier, _)| dossier)
            .collect();
        in_beeld.len()
    }

    fn add_ladder(&self, opbouw: &mut Opbouw, caseload: Telling) {
        let standen = self.ladderstanden();
        let treden = standen.values().filter_map(|s| Some(s.laatste?.1));
        let op_ladder = opbouw.count(Populatie::OpDeLadder, treden.clone().count());
        let klassen = treden.map(Klasse::of_trede);
        opbouw.add_verdeling(
            Indicator::TredeVerdeling,
            op_ladder,
            Dimensie::Trede,
            klassen,
        );

        let eerste_dag = self.kwartaal.first_day();
        let is_nu_gemeten = |s: &&Ladderstand| s.laatste.is_some_and(|(dag, _)| dag >= eerste_dag);
        let gemeten: Vec<&Ladderstand> = standen.values().filter(is_nu_gemeten).collect();
        let stappen: Vec<i8> = gemeten
            .iter()
            .filter_map(|s| Some(s.voor_kwartaal?.1.steps_to(s.laatste?.1)))
            .collect();
        let nu = opbouw.count(Populatie::InKwartaalGemeten, gemeten.len());
        opbouw.add_verhouding(Indicator::Metingsdekking, nu, caseload);
        let tweemaal = opbouw.count(Populatie::TweemaalGemeten, stappen.len());
        let klassen = stappen.iter().map(|stap| Klasse::of_beweging(*stap));
        opbouw.add_verdeling(
            Indicator::TredeBeweging,
            tweemaal,
            Dimensie::Beweging,
            klassen,
        );
        add_stap(opbouw, &stappen, tweemaal);
    }

    /// Where each resident of the caseload who was ever measured stands.
    pub(super) fn ladderstanden(&self) -> HashMap<DossierId, Ladderstand> {
        let mut standen: HashMap<DossierId, Ladderstand> = HashMap::new();
        let eerste_dag = self.kwartaal.first_day();
        for meting in &self.feiten.metingen {
            if meting.gemeten_op > self.laatste_dag || !self.caseload.contains(&meting.dossier) {
                continue;
            }
            let stand = standen.entry(meting.dossier).or_default();
            let nieuw = (meting.gemeten_op, meting.trede);
            keep_later(&mut stand.laatste, nieuw);
            if meting.gemeten_op < eerste_dag {
                keep_later(&mut stand.voor_kwartaal, nieuw);
            }
        }
        standen
    }
}

/// The mean step gives away how many moved when one of the movements is hidden, so it depends on all.
fn add_stap(opbouw: &mut Opbouw, stappen: &[i8], tweemaal: Telling) {
    let som: i64 = stappen.iter().copied().map(i64::from).sum();
    let bewegingen = Dimensie::Beweging.klassen();
    let cellen = bewegingen
        .chain([Klasse::Totaal])
        .map(|klasse| Cel::Telling(Populatie::TweemaalGemeten, klasse))
        .collect();
    let noemer = Decimal::from(tweemaal.aantal);
    opbouw.add_quotient(Indicator::TredeStap, Decimal::from(som), noemer, cellen);
}

/// Of two measurements on one day the one handed over last counts.
fn keep_later(bewaard: &mut Option<(Datum, Trede)>, nieuw: (Datum, Trede)) {
    if bewaard.is_none_or(|(dag, _)| dag <= nieuw.0) {
        *bewaard = Some(nieuw);
    }
}
